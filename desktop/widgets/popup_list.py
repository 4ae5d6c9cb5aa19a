"""A list that floats under a field while the user goes on typing in it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from desktop.theme import current_theme
from desktop.widgets.paint import paint_floating_card
from desktop.widgets.popup_delegate import PopupDelegate, row_height
from desktop.widgets.popup_row import PopupRow, PopupRowModel

DEPTH_PX = 18
_PADDING_PX, _GAP_PX, _MAX_LIST_HEIGHT_PX = 5, 4, 336
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
_CHOOSE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class PopupList(QWidget):
    """A child of the field's window, so it needs nothing of the window manager.

    The keyboard stays in the field: arrows and page keys move, Enter or Tab chooses, Escape or
    leaving the field closes. Signals: ``row_chosen(PopupRow)``, ``dismissed()``.
    """

    row_chosen = Signal(object)
    dismissed = Signal()

    def __init__(self, field: QWidget, accessible_name: str) -> None:
        super().__init__(field)
        self._field = field
        self._model = PopupRowModel(self)
        self._view = self._make_view(accessible_name)
        self.setAccessibleName(accessible_name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        edge = DEPTH_PX + _PADDING_PX
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.addWidget(self._view)
        self.hide()
        field.installEventFilter(self)

    def open_at(self, spot: QRect, rows: Sequence[PopupRow], width_px: int = 380) -> None:
        """Show ``rows`` below ``spot`` (in the field's coordinates), or above it for want of room.

        The first row that can be chosen is current; no rows closes the list.
        """
        if not rows:
            self.dismiss()
            return
        self._model.show_rows(rows)
        self.setParent(self._field.window())
        self.setGeometry(self._placed(spot, rows, width_px))
        self.show()
        self.raise_()
        self._go_to(0, 1)

    def dismiss(self) -> None:
        """Close without a choice."""
        if self.isVisible():
            self.hide()
            self.dismissed.emit()

    def current_row(self) -> PopupRow | None:
        """What Enter would choose."""
        return self._model.row_at(self._view.currentIndex().row())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.isVisible() or watched is not self._field:
            return False
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.dismiss()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(Qt.Key(event.key()), event.modifiers())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        card = self.rect().adjusted(DEPTH_PX, DEPTH_PX, -DEPTH_PX, -DEPTH_PX)
        paint_floating_card(painter, card, current_theme(), DEPTH_PX)
        painter.end()

    def _make_view(self, accessible_name: str) -> QListView:
        view = QListView(self)
        view.setModel(self._model)
        view.setItemDelegate(PopupDelegate(view))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setMouseTracking(True)
        view.setAccessibleName(accessible_name)
        view.entered.connect(self._on_row_entered)
        view.clicked.connect(self._on_row_clicked)
        return view

    def _placed(self, spot: QRect, rows: Sequence[PopupRow], width_px: int) -> QRect:
        window = self._field.window()
        edges = 2 * (DEPTH_PX + _PADDING_PX)
        height = min(sum(map(row_height, rows)), _MAX_LIST_HEIGHT_PX) + edges
        corner = self._field.mapTo(window, QPoint(spot.left(), spot.bottom() + 1))
        below = corner.y() + _GAP_PX - DEPTH_PX
        above = corner.y() - spot.height() - _GAP_PX - height + DEPTH_PX
        top = above if below + height > window.height() and above >= 0 else below
        width = width_px + 2 * DEPTH_PX
        left = max(0, min(corner.x() - DEPTH_PX, window.width() - width))
        return QRect(left, top, width, height)

    def _take_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in _STEPS:
            step = _STEPS[key]
            self._go_to(self._view.currentIndex().row() + step, 1 if step > 0 else -1)
        elif key in _CHOOSE_KEYS:
            self._choose()
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            return False
        return True

    def _go_to(self, position: int, direction: int) -> None:
        """Make the row current, or the next one in ``direction`` that can be chosen."""
        position = max(0, min(position, self._model.rowCount() - 1))
        while (row := self._model.row_at(position)) is not None and row.heading:
            position += direction
        if row is not None:
            self._view.setCurrentIndex(self._model.index(position))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, row.spoken()))

    def _choose(self) -> None:
        row = self.current_row()
        self.hide()
        if row is not None:
            self.row_chosen.emit(row)

    @Slot(QModelIndex)
    def _on_row_entered(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self._view.setCurrentIndex(index)

    @Slot(QModelIndex)
    def _on_row_clicked(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self._choose()
