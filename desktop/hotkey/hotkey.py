"""The key that logs a call from anywhere, where the system lets a program have one."""

from __future__ import annotations

import logging
import sys
from typing import Literal, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication

from desktop.hotkey.combination import Combination, combination
from desktop.hotkey.windows import WindowsHotkey
from desktop.hotkey.x11 import XcbHotkey

log = logging.getLogger(__name__)
Trouble = Literal["", "no_key", "taken", "by_system"]
"""Nothing is wrong; this is no key for it; another program has it; the system alone binds keys."""


class Grabber(Protocol):
    """One system's way."""

    @property
    def pressed(self) -> SignalInstance: ...

    def grab(self, keys: Combination) -> bool: ...

    def release(self) -> None: ...

    def close(self) -> None: ...


class Hotkey(QObject):
    """Signals: ``pressed()``."""

    pressed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grabber: Grabber | None = None

    @staticmethod
    def is_possible() -> bool:
        """Wayland keeps keys to itself: its settings can bind ``deskside call``."""
        return QGuiApplication.platformName() in ("xcb", "windows")

    def use(self, keys: str) -> Trouble:
        """Listen to these keys (in Qt's portable form) from now on; "" for none."""
        if self._grabber is not None:
            self._grabber.release()
        if not keys:
            return ""
        wanted = combination(keys)
        if wanted is None:
            return "no_key"
        grabber = self._make() if self.is_possible() else None
        if grabber is None:
            return "by_system"
        return "" if grabber.grab(wanted) else "taken"

    def close(self) -> None:
        if self._grabber is not None:
            self._grabber.close()
            self._grabber = None

    def _make(self) -> Grabber | None:
        if self._grabber is None:
            try:
                made: Grabber = WindowsHotkey(self) if sys.platform == "win32" else XcbHotkey(self)
            except OSError as error:
                log.info("no key for everywhere: %s", error)
                return None
            made.pressed.connect(self.pressed)
            self._grabber = made
        return self._grabber
