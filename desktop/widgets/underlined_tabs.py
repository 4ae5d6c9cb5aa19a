"""Tabs that are words with a line under the one that is open."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from desktop.icons import paint_icon
from desktop.theme import BODY_PX, PANE_HEADER_HEIGHT_PX, current_theme
from desktop.widgets.paint import paint_focus_ring, paint_text, text_width

_GAP_PX, _ICON_PX, _ICON_GAP_PX, _LINE_PX = 18, 14, 6, 2


class UnderlinedTabs(QTabBar):
    """Of the composer and the side panel; arrow keys move, ``currentChanged(int)`` tells.

    Every tab is as wide as its bold word, so nothing moves when another one is opened.
    """

    def __init__(
        self, height_px: int = PANE_HEADER_HEIGHT_PX - 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._height_px = height_px
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setMouseTracking(True)

    def add(self, text: str, icon_name: str = "") -> int:
        """Append a tab and return its index."""
        index = self.addTab(text)
        self.setTabData(index, icon_name)
        return index

    def tabSizeHint(self, index: int) -> QSize:
        icon_width = _ICON_PX + _ICON_GAP_PX if self.tabData(index) else 0
        width = text_width(self.tabText(index), BODY_PX, QFont.Weight.DemiBold)
        return QSize(width + icon_width + _GAP_PX, self._height_px)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index in range(self.count()):
            self._paint_tab(painter, index, self.tabRect(index).adjusted(0, 0, -_GAP_PX, 0))
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int, rect: QRect) -> None:
        theme, is_open = current_theme(), index == self.currentIndex()
        lit = is_open or rect.contains(self.mapFromGlobal(self.cursor().pos()))
        colour = theme.text if lit else theme.secondary_text
        weight = QFont.Weight.DemiBold if is_open else QFont.Weight.Medium
        words = QRect(rect)
        if name := self.tabData(index):
            paint_icon(painter, rect.left(), (rect.height() - _ICON_PX) / 2, name, colour, _ICON_PX)
            words.setLeft(rect.left() + _ICON_PX + _ICON_GAP_PX)
        paint_text(
            painter, words.adjusted(0, 0, 2, 0), self.tabText(index), colour, BODY_PX, weight
        )
        if is_open:
            line = QRect(rect.left(), rect.bottom() + 1 - _LINE_PX, rect.width(), _LINE_PX)
            painter.fillRect(line, QColor(theme.accent))
        if is_open and self.hasFocus():
            paint_focus_ring(painter, rect.adjusted(-4, 6, 4, -5), theme)
