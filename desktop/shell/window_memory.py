"""What the window remembers from one day to the next, kept in ``window_state``."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.work.writer import CommandWriter

GEOMETRY, VIEW, TICKET, LIST_WIDTH = "geometry", "view", "ticket", "list_width"
FIRST_SIZE, FRAME_SIZE = QSize(1440, 900), QSize(4, 40)


class WindowMemory:
    """Reads from what was loaded before the window was built; writes through the writer."""

    def __init__(self, writer: CommandWriter, remembered: Mapping[str, str]) -> None:
        self._writer = writer
        self._values = dict(remembered)

    def get(self, key: str, otherwise: str = "") -> str:
        return self._values.get(key, otherwise)

    def keep(self, key: str, value: str) -> None:
        """Write a value, if it is another one than before."""
        if self._values.get(key) != value:
            self._values[key] = value
            self._writer.remember(key, value)

    def order_of(self, view: str) -> str:
        """The order that was chosen for a view on this computer; "" for its own."""
        return self.get(f"order:{view}")

    def keep_order(self, view: str, order: str) -> None:
        self.keep(f"order:{view}", order)

    def keep_place(self, window: QWidget) -> None:
        self.keep(GEOMETRY, bytes(window.saveGeometry().toBase64().data()).decode())

    def restore_place(self, window: QWidget) -> None:
        """Where it was, or a good first size that fits on the screen; a size given before stays."""
        if window.testAttribute(Qt.WidgetAttribute.WA_Resized):
            return
        kept = QByteArray.fromBase64(self.get(GEOMETRY).encode())
        if not kept or not window.restoreGeometry(kept):
            window.resize(first_size())


def first_size() -> QSize:
    """A good size that fits on the screen with the frame, whose size nobody knows yet."""
    room = QGuiApplication.primaryScreen().availableSize()
    return FIRST_SIZE.boundedTo(room - FRAME_SIZE)
