"""The tabs of open tickets, above the ticket; hidden while there is only one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QTabBar, QWidget

from desktop.tabs.tab_rows import TabRow
from desktop.theme import current_theme, theme_state
from desktop.ticket_words import number_words
from desktop.widgets.icon_button import IconButton

TAB_HEIGHT_PX, WIDEST_TAB_PX, NARROWEST_TAB_PX = 34, 220, 96
_DOT_PX, _RING_PX, _MARK_PX = 6, 1.5, 14


class TicketTabBar(QTabBar):
    """Signals: ``ticket_chosen(str)``, ``close_wanted(str)``, ``keep_wanted(str)`` by a double
    click, ``ordered(list[str])`` after one was dragged."""

    ticket_chosen = Signal(str)
    close_wanted = Signal(str)
    keep_wanted = Signal(str)
    ordered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ticketTabs")
        self.setAccessibleName(self.tr("Open tickets"))
        self.setMovable(True)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(QSize(_MARK_PX, _MARK_PX))
        self._rows: dict[str, TabRow] = {}
        self.currentChanged.connect(self._on_current_changed)
        self.tabMoved.connect(self._on_moved)
        self.tabBarDoubleClicked.connect(self._on_double_clicked)
        theme_state().changed.connect(self._on_theme_changed)
        self.hide()

    def ids(self) -> list[str]:
        return [str(self.tabData(index)) for index in range(self.count())]

    def show_tabs(self, ids: Sequence[str], current: str) -> None:
        """What is open, from left to right; what stays keeps its place on the screen."""
        blocker = QSignalBlocker(self)
        for index in reversed(range(self.count())):
            if self.tabData(index) not in ids:
                self.removeTab(index)
        for index, id in enumerate(ids):
            here = self.ids()
            if id in here:
                self.moveTab(here.index(id), index)
            else:
                self._add(index, id)
        if current in ids:
            self.setCurrentIndex(list(ids).index(current))
        blocker.unblock()
        self.setVisible(len(ids) > 1)

    def show_rows(self, rows: Mapping[str, TabRow]) -> None:
        """What is known of the tickets by now."""
        self._rows = dict(rows)
        for index in range(self.count()):
            self._say(index)

    def tabSizeHint(self, index: int) -> QSize:
        """As wide as there is room for all of them, within bounds."""
        room = self.width() // max(1, self.count())
        return QSize(min(WIDEST_TAB_PX, max(NARROWEST_TAB_PX, room)), TAB_HEIGHT_PX)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return QSize(NARROWEST_TAB_PX, TAB_HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST_TAB_PX, TAB_HEIGHT_PX)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and index >= 0:
            self.close_wanted.emit(str(self.tabData(index)))
        else:
            super().mouseReleaseEvent(event)

    def _add(self, index: int, id: str) -> None:
        self.insertTab(index, "")
        self.setTabData(index, id)
        close = IconButton("close", self.tr("Close the tab"), small=True, parent=self)
        close.setFixedSize(_MARK_PX + 4, _MARK_PX + 4)
        close.setIconSize(QSize(_MARK_PX - 2, _MARK_PX - 2))
        close.clicked.connect(lambda: self.close_wanted.emit(id))
        self.setTabButton(index, QTabBar.ButtonPosition.RightSide, close)
        self._say(index)

    def _say(self, index: int) -> None:
        row = self._rows.get(str(self.tabData(index)))
        if row is None:
            self.setTabText(index, self.tr("Ticket"))
            return
        number = number_words(row.number)
        self.setTabText(index, f"{number} {row.subject}".replace("&", "&&"))
        words = [f"{number} · {row.subject}"]
        words += [self.tr("Unread")] if row.unread else []
        words += [self.tr("Typed text is not sent")] if row.typed else []
        self.setTabToolTip(index, "\n".join(words))
        self.setAccessibleTabName(index, ". ".join(words))
        self.setTabIcon(index, _mark(row.unread, row.typed))

    @Slot(int)
    def _on_current_changed(self, index: int) -> None:
        if index >= 0:
            self.ticket_chosen.emit(str(self.tabData(index)))

    @Slot(int, int)
    def _on_moved(self, index: int, to: int) -> None:
        self.ordered.emit(self.ids())

    @Slot(int)
    def _on_double_clicked(self, index: int) -> None:
        if index >= 0:
            self.keep_wanted.emit(str(self.tabData(index)))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.show_rows(self._rows)


def _mark(unread: bool, typed: bool) -> QIcon:
    """A dot for what is new, a ring below it for what is not sent."""
    if not (unread or typed):
        return QIcon()
    theme = current_theme()
    picture = QPixmap(2 * _MARK_PX, 2 * _MARK_PX)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left, middle = (_MARK_PX - _DOT_PX) / 2, (_MARK_PX - _DOT_PX) / 2
    apart = (_DOT_PX + 1) / 2 if unread and typed else 0
    if unread:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        painter.drawEllipse(QRectF(left, middle - apart, _DOT_PX, _DOT_PX))
    if typed:
        painter.setPen(QPen(QColor(theme.at_risk), _RING_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = _RING_PX / 2
        ring = QRectF(left, middle + apart, _DOT_PX, _DOT_PX)
        painter.drawEllipse(ring.adjusted(half, half, -half, -half))
    painter.end()
    return QIcon(picture)
