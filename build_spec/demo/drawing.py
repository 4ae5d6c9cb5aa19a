"""A canvas for the demo's screenshots: a painter with the few shapes that screens are made of."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

SANS = "Inter"
MONO = "DejaVu Sans Mono"
INK = "#1b2430"
GREY = "#667085"
LINE = "#d3d8e0"
RED = "#d2342f"
BLUE = "#2f5fd0"
MAX_COLOURS = 256


class Canvas:
    """A picture in the making; sizes and places are pixels, colours are ``#rrggbb``."""

    def __init__(self, width: int, height: int, ground: str) -> None:
        self.width, self.height = width, height
        self.image = QImage(width, height, QImage.Format.Format_RGB32)
        self.image.fill(QColor(ground))
        self.painter = QPainter(self.image)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def text(
        self,
        x: int,
        y: int,
        words: str,
        *,
        size: int = 15,
        colour: str = INK,
        bold: bool = False,
        family: str = SANS,
    ) -> int:
        """Write ``words`` with their base line at ``y``; gives back where they end."""
        self._font(size, bold, family)
        self.painter.setPen(QColor(colour))
        self.painter.drawText(x, y, words)
        return x + self.painter.fontMetrics().horizontalAdvance(words)

    def box(
        self,
        x: int,
        y: int,
        width: int,
        height: int,
        *,
        fill: str = "",
        line: str = "",
        radius: int = 0,
        pen_width: int = 1,
    ) -> None:
        """A rectangle; without ``fill`` or ``line`` that part is left out."""
        self.painter.setPen(QPen(QColor(line), pen_width) if line else Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(QRect(x, y, width, height), radius, radius)

    def disc(self, x: int, y: int, radius: int, colour: str) -> None:
        """A filled circle around (x, y)."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(colour))
        self.painter.drawEllipse(x - radius, y - radius, 2 * radius, 2 * radius)

    def stroke(
        self, x1: int, y1: int, x2: int, y2: int, colour: str = LINE, pen_width: int = 1
    ) -> None:
        """A straight line."""
        self.painter.setPen(QPen(QColor(colour), pen_width))
        self.painter.drawLine(x1, y1, x2, y2)

    def button(self, x: int, y: int, words: str, *, primary: bool = False, width: int = 0) -> int:
        """A push button; gives back where it ends."""
        wide = width or 32 + 9 * len(words)
        self.box(x, y, wide, 34, fill=BLUE if primary else "#ffffff", line=LINE, radius=5)
        self._font(14)
        self.painter.setPen(QColor("#ffffff" if primary else INK))
        self.painter.drawText(QRect(x, y, wide, 34), Qt.AlignmentFlag.AlignCenter, words)
        return x + wide

    def window(self, x: int, y: int, width: int, height: int, title: str) -> None:
        """A plain window with a title bar of 38 pixels."""
        self.box(x + 3, y + 5, width, height, fill="#c4cad4", radius=8)
        self.box(x, y, width, height, fill="#ffffff", line="#aab2bf", radius=8)
        self.box(x + 1, y + 1, width - 2, 37, fill="#eef0f3", radius=7)
        self.stroke(x + 1, y + 38, x + width - 1, y + 38)
        self.text(x + 16, y + 25, title, size=14, bold=True)
        self.text(x + width - 30, y + 25, "✕", size=14, colour=GREY, family="DejaVu Sans")

    def _font(self, size: int, bold: bool = False, family: str = SANS) -> None:
        font = QFont(family)
        font.setPixelSize(size)
        font.setBold(bold)
        font.setHintingPreference(QFont.HintingPreference.PreferFullHinting)
        self.painter.setFont(font)

    def save(self, path: Path) -> None:
        """Write a palette PNG as small as it gets without dithering."""
        self.painter.end()
        palette = _palette(self.image)
        indexed = self.image.convertToFormat(
            QImage.Format.Format_Indexed8, palette, Qt.ImageConversionFlag.AvoidDither
        )
        if not indexed.save(str(path), "PNG", 0):  # type: ignore[call-overload]
            raise OSError(f"cannot write {path}")


def _palette(image: QImage) -> list[int]:
    """The most frequent colours, those beyond the limit rounded away."""
    pixels = memoryview(image.constBits()).cast("I")
    counted = Counter(pixels.tolist())
    return [colour for colour, _ in counted.most_common(MAX_COLOURS)]
