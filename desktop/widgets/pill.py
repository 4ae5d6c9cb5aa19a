"""A short fact in a rounded shape: a due time, a tag, a state.

Delegates call ``pill_width`` and ``paint_pill``; the widget uses the same two, so the same state
looks the same everywhere.
"""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.icons import paint_icon
from desktop.theme import PILL_HEIGHT_PX, PILL_RADIUS_PX, TINY_PX, current_theme
from desktop.widgets.paint import paint_box, paint_text, text_width
from desktop.widgets.tone import Tone, tone_colours

PILL_GAP_PX = 6
_PADDING_PX, _ICON_PX, _ICON_GAP_PX = 7, 12, 4


def pill_width(text: str, tone: Tone = Tone.NEUTRAL, icon: str = "") -> int:
    """How wide the pill is when nothing is cut."""
    icon_width = _ICON_PX + _ICON_GAP_PX if icon else 0
    return text_width(text, TINY_PX, _weight(tone)) + icon_width + 2 * _PADDING_PX


def paint_pill(
    painter: QPainter,
    x: int,
    y: int,
    text: str,
    tone: Tone = Tone.NEUTRAL,
    icon: str = "",
    max_width_px: int = 10_000,
) -> int:
    """Paint a pill, 18 px high, with its top left corner at ``x, y``; returns its right edge.

    Text that does not fit into ``max_width_px`` ends in an ellipsis.
    """
    words, ground = tone_colours(current_theme(), tone)
    width = min(pill_width(text, tone, icon), max_width_px)
    paint_box(painter, QRect(x, y, width, PILL_HEIGHT_PX), PILL_RADIUS_PX, ground)
    left = x + _PADDING_PX
    if icon:
        paint_icon(painter, left, y + (PILL_HEIGHT_PX - _ICON_PX) / 2, icon, words, _ICON_PX)
        left += _ICON_PX + _ICON_GAP_PX
    room = QRect(left, y, x + width - _PADDING_PX - left, PILL_HEIGHT_PX)
    paint_text(painter, room, text, words, TINY_PX, _weight(tone))
    return x + width


def _weight(tone: Tone) -> QFont.Weight:
    return QFont.Weight.Medium if tone is Tone.NEUTRAL else QFont.Weight.DemiBold


class Pill(QWidget):
    """A pill that stands in a layout. It is read out as its text and takes no keys."""

    def __init__(
        self,
        text: str = "",
        tone: Tone = Tone.NEUTRAL,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_pill(text, tone, icon)

    def set_pill(self, text: str, tone: Tone = Tone.NEUTRAL, icon: str = "") -> None:
        """Show another fact; an empty text hides the pill."""
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(pill_width(self._text, self._tone, self._icon), PILL_HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 40), PILL_HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = (self.height() - PILL_HEIGHT_PX) // 2
        paint_pill(painter, 0, top, self._text, self._tone, self._icon, self.width())
        painter.end()
