"""Which way notices leave the window: over the bus, else as a message of the tray's icon."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QObject, Signal, Slot

from desktop.notices.toast import Toast
from desktop.notices.tray import Tray

if sys.platform == "linux":
    from desktop.notices.bus import BusToasts

OFF = "DESKSIDE_NOTICES"
"""Set to ``off`` where no notice may leave the window: tests, and pictures of the window."""


def is_off() -> bool:
    return os.environ.get(OFF) == "off"


class NativeToasts(QObject):
    """Signals: ``acted(str, str)`` with the key of a toast, and what was chosen on it."""

    acted = Signal(str, str)

    def __init__(self, tray: Tray | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tray = tray
        self._bus: BusToasts | None = None
        if sys.platform == "linux" and BusToasts.is_possible() and not is_off():
            self._bus = BusToasts(self)
            self._bus.acted.connect(self.acted)
            self._bus.failed.connect(self._on_failed)
        if tray is not None:
            tray.acted.connect(self.acted)

    def show(self, toast: Toast) -> None:
        """Nothing where the system has no place for notices: the bell has them all."""
        if self._bus is not None:
            self._bus.show(toast)
        elif self._tray is not None:
            self._tray.show(toast)

    def withdraw(self, key: str) -> None:
        """Take a toast away; the tray's messages go by themselves."""
        if self._bus is not None:
            self._bus.withdraw(key)

    def close(self) -> None:
        if self._bus is not None:
            self._bus.close()

    @Slot(object)
    def _on_failed(self, left: list[Toast]) -> None:
        self._bus = None
        for toast in left:
            self.show(toast)
