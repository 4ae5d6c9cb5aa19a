"""The bell of the top bar: a dot when something asks for attention, and a menu that says what."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.theme import current_theme
from desktop.widgets.icon_button import IconButton

DOT_RADIUS_PX = 3.5


class BellButton(IconButton):
    """The number is said in words as well; the dot alone would be colour alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("bell", "", parent=parent)
        self._number = self._unseen = 0
        self._say()

    def show_number(self, number: int) -> None:
        """How many things ask for attention."""
        self._number = number
        self._say()

    def show_unseen(self, number: int) -> None:
        """How many notices nobody looked at yet."""
        self._unseen = number
        self._say()

    def _say(self) -> None:
        none, some = self.tr("Nothing needs your attention"), self.tr("Needs your attention: {0}")
        words = some.format(self._number) if self._number else none
        if self._unseen:
            notices = self.tr("%n unread notices", "", self._unseen)
            words = f"{words} · {notices}" if self._number else notices
        self.set_words(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not (self._number or self._unseen):
            return
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        spot = QPointF(self.width() - 9, 9)
        painter.setBrush(QColor(theme.panel_and_card_background))
        painter.drawEllipse(spot, DOT_RADIUS_PX + 1.5, DOT_RADIUS_PX + 1.5)
        painter.setBrush(QColor(theme.overdue_or_failed))
        painter.drawEllipse(spot, DOT_RADIUS_PX, DOT_RADIUS_PX)
        painter.end()
