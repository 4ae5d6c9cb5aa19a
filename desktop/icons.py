"""The program's own icon set: 16 x 16 SVG outlines, coloured when they are asked for.

Files live in ``resources/icons``; every stroke in them is ``currentColor``. A name without a
file raises KeyError at once, so a slip shows in the first test that draws it.
"""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

ICON_DIR = Path(__file__).resolve().parent.parent / "resources" / "icons"
ICON_PX = 16


def icon_names() -> list[str]:
    """Every icon that can be asked for, in order."""
    return sorted(path.stem for path in ICON_DIR.glob("*.svg"))


@lru_cache(maxsize=256)
def _source(name: str) -> bytes:
    try:
        return (ICON_DIR / f"{name}.svg").read_bytes()
    except FileNotFoundError:
        raise KeyError(f"no icon named {name!r}") from None


@lru_cache(maxsize=1024)
def pixmap(name: str, colour: str, size_px: int = ICON_PX, dpr: float = 1.0) -> QPixmap:
    """The icon as a picture of ``size_px`` logical pixels, sharp on a screen of ratio ``dpr``.

    ``colour`` is ``#rrggbb``. Shared and cached: do not paint into it.
    """
    source = _source(name).replace(b"currentColor", colour.encode())
    picture = QPixmap(round(size_px * dpr), round(size_px * dpr))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(dpr)
    return picture


@lru_cache(maxsize=512)
def icon(
    name: str,
    colour: str,
    *,
    on: str = "",
    disabled: str = "",
    size_px: int = ICON_PX,
    room_after_px: int = 0,
) -> QIcon:
    """The icon for buttons, tabs and menus, sharp on every screen that is attached now.

    ``on`` is the colour of a checked button, ``disabled`` of one that cannot be used; without
    them the one colour serves. ``room_after_px`` is blank to the right, because Qt puts words
    too near; the icon is then that much wider. Rebuild when the theme changes.
    """
    result = QIcon()
    for dpr in _screen_ratios():
        for tint, mode, state in (
            (colour, QIcon.Mode.Normal, QIcon.State.Off),
            (on, QIcon.Mode.Normal, QIcon.State.On),
            (disabled, QIcon.Mode.Disabled, QIcon.State.Off),
        ):
            if tint:
                drawn = pixmap(name, tint, size_px, dpr)
                result.addPixmap(_widened(drawn, room_after_px), mode, state)
    return result


def paint_icon(painter: QPainter, x: float, y: float, name: str, colour: str, size_px: int) -> None:
    """Paint the icon with its top left corner at ``x, y``, at the ratio of what is painted on."""
    device = painter.device()
    dpr = device.devicePixelRatio() if device else 1.0
    painter.drawPixmap(round(x), round(y), pixmap(name, colour, size_px, dpr))


def _widened(picture: QPixmap, room_after_px: int) -> QPixmap:
    if not room_after_px:
        return picture
    dpr = picture.devicePixelRatio()
    wide = QPixmap(picture.width() + round(room_after_px * dpr), picture.height())
    wide.fill(Qt.GlobalColor.transparent)
    wide.setDevicePixelRatio(dpr)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return wide


def _screen_ratios() -> list[float]:
    return sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()} | {1.0})
