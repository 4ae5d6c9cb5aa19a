"""One number of the home page in a card: what it is, how many, and a word about it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.theme import CARD_RADIUS_PX, SMALL_PX, current_theme
from desktop.widgets.paint import paint_box, paint_focus_ring, paint_text
from desktop.widgets.pill import paint_pill
from desktop.widgets.tone import Tone

_HEIGHT_PX, _LEAST_PX, _PADDING_PX, _NUMBER_PX = 98, 150, 14, 24


class Tile(QAbstractButton):
    """``clicked`` when what is counted is wanted as a list."""

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = caption
        self._number = self._words = ""
        self._tone = Tone.NEUTRAL
        self.setFixedHeight(_HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_number(self, number: str, words: str, tone: Tone = Tone.NEUTRAL) -> None:
        self._number, self._words, self._tone = number, words, tone
        self.setText(number)
        said = ", ".join(filter(None, (f"{self._caption}: {number}", words)))
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_LEAST_PX, _HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        ground = theme.hovered_row if self.underMouse() else theme.panel_and_card_background
        paint_box(painter, self.rect(), CARD_RADIUS_PX, ground, theme.hairline)
        room = self.rect().adjusted(_PADDING_PX, 0, -_PADDING_PX, 0)
        caption = QRect(room.left(), 12, room.width(), 18)
        paint_text(painter, caption, self._caption, theme.secondary_text, SMALL_PX)
        number = QRect(room.left(), 31, room.width(), 32)
        paint_text(painter, number, self._number, theme.text, _NUMBER_PX, QFont.Weight.Bold)
        if self._words:
            paint_pill(painter, room.left(), 69, self._words, self._tone, max_width_px=room.width())
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), theme, CARD_RADIUS_PX)
        painter.end()
