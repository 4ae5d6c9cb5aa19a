"""Strokes that several widgets and delegates share."""

from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from desktop.comfort import scaled
from desktop.theme import BODY_PX, CONTROL_RADIUS_PX, TINY_PX, Theme, font, font_of

MIDDLE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
KEY_HINT_HEIGHT_PX = 17
_FLOAT_RADIUS_PX = 8


def text_width(
    text: str, size_px: int = BODY_PX, weight: QFont.Weight = QFont.Weight.Normal
) -> int:
    """Width of one line of ``text`` in pixels."""
    return _width(text, scaled(size_px), weight)


def elided(
    text: str, width_px: int, size_px: int = BODY_PX, weight: QFont.Weight = QFont.Weight.Normal
) -> str:
    """``text``, cut with an ellipsis where it would be wider than ``width_px``."""
    return _elided(text, width_px, scaled(size_px), weight)


@lru_cache(maxsize=4096)
def _width(text: str, shown_px: int, weight: QFont.Weight) -> int:
    return QFontMetrics(font_of(shown_px, weight)).horizontalAdvance(text)


@lru_cache(maxsize=4096)
def _elided(text: str, width_px: int, shown_px: int, weight: QFont.Weight) -> str:
    if _width(text, shown_px, weight) <= width_px:
        return text  # elidedText measures without our figures and cuts what just fits
    metrics = QFontMetrics(font_of(shown_px, weight))
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width_px)


def paint_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    colour: str,
    size_px: int = BODY_PX,
    weight: QFont.Weight = QFont.Weight.Normal,
    alignment: Qt.AlignmentFlag = MIDDLE_LEFT,
) -> None:
    """One line of text, cut with an ellipsis at the right edge of ``rect``."""
    painter.setFont(font(size_px, weight))
    painter.setPen(QColor(colour))
    painter.drawText(rect, alignment, elided(text, rect.width(), size_px, weight))


def paint_box(
    painter: QPainter, rect: QRect, radius_px: float, fill: str, border: str = ""
) -> None:
    """A rounded box, its border one pixel wide and inside ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(border), 1) if border else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    inset = 0.5 if border else 0.0
    shape = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(shape, radius_px - inset, radius_px - inset)


def paint_focus_ring(
    painter: QPainter, rect: QRect, theme: Theme, radius_px: float = CONTROL_RADIUS_PX
) -> None:
    """Two pixels of accent just inside ``rect``: where the keyboard is."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius_px - 1, radius_px - 1)


def paint_key_hint(painter: QPainter, right: int, middle: int, keys: str, theme: Theme) -> int:
    """A small boxed key name such as "Ctrl K" that ends at ``right``; returns its left edge."""
    width = text_width(keys, TINY_PX) + 10
    rect = QRect(right - width, middle - KEY_HINT_HEIGHT_PX // 2, width, KEY_HINT_HEIGHT_PX)
    paint_box(painter, rect, 4, theme.panel_and_card_background, theme.control_border)
    centre = Qt.AlignmentFlag.AlignCenter
    paint_text(painter, rect, keys, theme.secondary_text, TINY_PX, alignment=centre)
    return rect.left()


def paint_floating_card(painter: QPainter, rect: QRect, theme: Theme, depth_px: int) -> None:
    """A card with a soft shadow that reaches ``depth_px`` around ``rect``, more below."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.shadow))
    for step in range(depth_px, 0, -2):
        spread = QRectF(rect).adjusted(4 - step, 7 - step, step - 4, step)
        painter.drawRoundedRect(spread, _FLOAT_RADIUS_PX + step, _FLOAT_RADIUS_PX + step)
    paint_box(painter, rect, _FLOAT_RADIUS_PX, theme.panel_and_card_background, theme.hairline)
