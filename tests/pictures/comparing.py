"""How alike a window and its kept picture are, and what somebody sees who has to judge it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

SQUARE_PX = 64
FAR = 48
"""Values (of 255) that differ by more are different: less is another way to smooth letters."""
MOST_PERCENT = 4.0
"""So many per cent of the values in one square may be different."""
_COLOURS, _COARSE = 96, 0xFFF8F8F8
_TOLD = bytes(value > FAR for value in range(256))


def difference(shown: QImage, kept: QImage) -> QImage:
    """Of two pictures of one size: black where they are alike."""
    made = shown.convertToFormat(QImage.Format.Format_RGB888)
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, kept)
    painter.end()
    return made


def worst(shown: QImage, kept: QImage) -> tuple[float, QRect]:
    """Per cent of different values in the square where they are most, and where that is."""
    if shown.size() != kept.size():
        return 100.0, shown.rect()
    apart = difference(shown, kept)
    columns, rows = range(0, apart.width(), SQUARE_PX), range(0, apart.height(), SQUARE_PX)
    squares = [QRect(x, y, SQUARE_PX, SQUARE_PX) & apart.rect() for y in rows for x in columns]
    return max(((_percent(apart.copy(each)), each) for each in squares), key=lambda one: one[0])


def _percent(square: QImage) -> float:
    """Rows are padded with zeros, which are never different."""
    different = bytes(square.constBits()).translate(_TOLD).count(1)
    return 100 * different / (3 * square.width() * square.height())


def keep(picture: QImage, file: Path) -> None:
    """Save it small: with the colours that occur most."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(plain.constBits()).cast("I"))
    coarse: Counter[int] = Counter()
    for colour, times in counted.items():
        coarse[colour & _COARSE] += times
    exact = [colour for colour, _ in counted.most_common(_COLOURS // 2)]
    table = list(dict.fromkeys(exact + [colour for colour, _ in coarse.most_common(_COLOURS)]))
    dither = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    indexed = plain.convertToFormat(QImage.Format.Format_Indexed8, table[:_COLOURS], dither)
    assert indexed.save(str(file), quality=0)


def write_for_people(shown: QImage, kept: QImage, where: QRect, folder: Path, name: str) -> None:
    """Both pictures, and their difference with a frame around the worst square."""
    shown.save(str(folder / f"{name}-shown.png"))
    kept.save(str(folder / f"{name}-kept.png"))
    apart = difference(shown, kept)
    apart.invertPixels()
    painter = QPainter(apart)
    painter.setPen(QColor("red"))
    painter.drawRect(where.adjusted(0, 0, -1, -1))
    painter.end()
    apart.save(str(folder / f"{name}-difference.png"))
