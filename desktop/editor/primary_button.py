"""The one primary button, with its keys behind the word as in "Send  Ctrl+Enter"."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.theme import BODY_PX, SMALL_PX, current_theme
from desktop.widgets.button import Button
from desktop.widgets.paint import MIDDLE_LEFT, paint_text, text_width

_PADDING_PX, _GAP_PX = 12, 7
_WEIGHT = QFont.Weight.DemiBold


class PrimaryButton(Button):
    """Paints its words itself: the word, then the keys a little paler."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__("", kind="primary", parent=parent)
        self._word, self._keys = "", keys

    def set_words(self, word: str) -> None:
        """Name what the button does; screen readers read the word and then the keys."""
        self._word = word
        self.setAccessibleName(word)
        self.setToolTip(f"{word}  {self._keys}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = text_width(self._word, BODY_PX, _WEIGHT) + text_width(self._keys, SMALL_PX)
        return QSize(words + _GAP_PX + 2 * _PADDING_PX, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, painter = current_theme(), QPainter(self)
        colour = theme.text_on_accent if self.isEnabled() else theme.disabled_text
        room = self.rect().adjusted(_PADDING_PX, 0, -_PADDING_PX + 2, 0)
        paint_text(painter, room, self._word, colour, BODY_PX, _WEIGHT)
        room.setLeft(room.left() + text_width(self._word, BODY_PX, _WEIGHT) + _GAP_PX)
        paler = QColor(colour)
        paler.setAlphaF(0.75)
        name = paler.name(QColor.NameFormat.HexArgb)
        paint_text(painter, room, self._keys, name, SMALL_PX, alignment=MIDDLE_LEFT)
        painter.end()
