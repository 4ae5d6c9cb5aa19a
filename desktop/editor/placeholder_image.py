"""What stands in for a picture whose bytes are not here, or that is not loaded from afar."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter

from desktop.icons import paint_icon
from desktop.theme import CONTROL_RADIUS_PX, current_theme
from desktop.widgets.paint import paint_box

WIDTH_PX, HEIGHT_PX, _ICON_PX = 120, 64, 20


def placeholder_image(source: str, size: QSize | None = None) -> QImage:
    """A quiet box with a sign: a picture that is to come, or a cut cloud for a remote one.

    ``size`` is that of the picture, where it is known.
    """
    width, height = (size.width(), size.height()) if size else (WIDTH_PX, HEIGHT_PX)
    theme = current_theme()
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    box = QRect(0, 0, width, height)
    paint_box(painter, box, CONTROL_RADIUS_PX, theme.code_background, theme.hairline)
    name = "cloud-off" if source.startswith("blocked:") else "image"
    left, top = (width - _ICON_PX) / 2, (height - _ICON_PX) / 2
    paint_icon(painter, left, top, name, theme.section_heading, _ICON_PX)
    painter.end()
    return image
