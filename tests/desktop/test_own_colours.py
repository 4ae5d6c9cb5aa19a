"""Words on a row with a colour can be read in every theme, and its bar stands out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.own_colours import BAR_PX, own_colour, paint_own_colour
from desktop.theme import CONTRAST, DARK, LIGHT, Theme
from models.rows import COLOURS

GROUNDS = ("panel_and_card_background", "selected_row", "hovered_row")


def luminance(colour: QColor) -> float:
    """WCAG 2.2, relative luminance."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def painted(ground: str, colour: str, theme: Theme) -> QImage:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    paint_own_colour(painter, QRect(0, 0, 40, 20), colour, theme)
    painter.end()
    return image


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
@pytest.mark.parametrize("colour", COLOURS)
def test_words_and_bar_can_be_seen(theme: Theme, colour: str) -> None:
    for name in GROUNDS:
        ground = getattr(theme, name)
        plain = contrast(QColor(theme.secondary_text), QColor(ground))
        image = painted(ground, colour, theme)
        tinted, bar = image.pixelColor(2, 2), image.pixelColor(39 - BAR_PX // 2, 2)
        assert tinted != QColor(ground)
        assert contrast(QColor(theme.text), tinted) >= 4.5
        assert contrast(QColor(theme.secondary_text), tinted) >= min(4.0, plain - 0.7)
        assert contrast(bar, QColor(ground)) >= 2.4
        assert bar == QColor(own_colour(colour, theme))


def test_a_colour_of_a_newer_program_paints_nothing() -> None:
    assert painted("#ffffff", "teal", LIGHT).pixelColor(2, 2) == QColor(Qt.GlobalColor.white)
