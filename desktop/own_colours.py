"""The colours that somebody gives tickets for their own eyes, as a row is painted with them."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from desktop.theme import Theme

BAR_PX = 5
TINT = 0.10
"""So much of the colour is mixed into the ground: words keep their contrast in every theme."""
_COLOURS = {
    "red": ("#d13c3c", "#f07a74", "#b00000"),
    "amber": ("#c98a10", "#e5b04a", "#8a5a00"),
    "green": ("#2b9560", "#58c48e", "#006b35"),
    "blue": ("#2f6bd0", "#74a5f4", "#0040b0"),
    "violet": ("#8656b4", "#bd94e6", "#5a1a96"),
}
_PLACES = {"light": 0, "dark": 1, "contrast": 2}


def own_colour(colour: str, theme: Theme) -> str:
    """As ``#rrggbb``; "" for none and for one that only a newer program knows."""
    known = _COLOURS.get(colour)
    return known[_PLACES[theme.name]] if known else ""


def paint_own_colour(painter: QPainter, rect: QRect, colour: str, theme: Theme) -> None:
    """A tint under the words and a bar at the right edge."""
    shown = own_colour(colour, theme)
    if not shown:
        return
    tint = QColor(shown)
    tint.setAlphaF(TINT)
    ground = rect.adjusted(0, 0, 0, -1)
    painter.fillRect(ground, tint)
    bar = QRect(ground.right() - BAR_PX + 1, ground.top(), BAR_PX, ground.height())
    painter.fillRect(bar, QColor(shown))
