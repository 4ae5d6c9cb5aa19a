"""A person as a coloured circle with initials; letters and colour come from the name."""

from functools import lru_cache
from zlib import crc32

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import AVATAR_PX, current_theme, font_of


@lru_cache(maxsize=4096)
def initials(name: str) -> str:
    """First letters of the first and the last word, upper case; "?" for an empty name."""
    words = [word for word in name.replace("(", " ").split() if word[0].isalnum()]
    ends = words[:1] + words[1:][-1:]
    return "".join(word[0] for word in ends).upper() or "?"


@lru_cache(maxsize=4096)
def avatar_place(name: str) -> int:
    """Where a person's colour stands among those of every theme, the same on every desk.

    Ids are random: with them the colours would be others on a desk that is set up anew.
    """
    return crc32(" ".join(name.casefold().split()).encode())


def avatar_colour(name: str) -> str:
    """The colour of a person in the theme in use."""
    avatars = current_theme().avatars
    return avatars[avatar_place(name) % len(avatars)]


def paint_avatar(painter: QPainter, rect: QRect, name: str) -> None:
    """A filled circle in the square ``rect`` with one or two letters in it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(avatar_colour(name)))
    painter.drawEllipse(rect)
    painter.setFont(font_of(max(8, round(rect.height() * 0.39)), QFont.Weight.Bold))
    painter.setPen(QColor(current_theme().text_on_avatar))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials(name))


def paint_online(painter: QPainter, rect: QRect, ground: str) -> None:
    """The dot on the circle in ``rect`` of somebody who is online; words beside it say so too."""
    size = max(9, rect.width() * 2 // 5)
    spot = QRect(rect.right() - size + 3, rect.bottom() - size + 3, size, size)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for edge, colour in ((0, ground), (2, current_theme().good)):
        painter.setBrush(QColor(colour))
        painter.drawEllipse(spot.adjusted(edge, edge, -edge, -edge))


class Avatar(QWidget):
    """The circle on its own. It says the person's name to a screen reader and as a tip."""

    def __init__(self, size_px: int = AVATAR_PX, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(size_px, size_px)
        self._name = ""

    def show_person(self, name: str) -> None:
        self._name = name
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_avatar(painter, self.rect(), self._name)
        painter.end()
