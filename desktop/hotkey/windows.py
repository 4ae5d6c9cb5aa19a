"""A key that works in every window of Windows: RegisterHotKey. Typed, and not run there yet.

See learn.microsoft.com, RegisterHotKey function and WM_HOTKEY message.
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal

from desktop.hotkey.combination import Combination

ALT, CONTROL, SHIFT, WIN, NO_REPEAT = 1, 2, 4, 8, 0x4000
WM_HOTKEY, VK_F1 = 0x0312, 0x70
_ID = 0xBE11


class _Filter(QAbstractNativeEventFilter):
    """Qt wants a class of its own for this."""

    def __init__(self, owner: WindowsHotkey) -> None:
        super().__init__()
        self._owner = owner

    def nativeEventFilter(
        self,
        eventType: QByteArray | bytes | bytearray | memoryview,  # noqa: N803 # Qt's own name
        message: int,
    ) -> object:
        told = wintypes.MSG.from_address(int(message))
        if told.message == WM_HOTKEY and told.wParam == _ID:
            self._owner.pressed.emit()
            return True, 0
        return False, 0


class WindowsHotkey(QObject):
    """Signals: ``pressed()``, whichever window has the keyboard."""

    pressed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter = _Filter(self)
        self._is_grabbed = False

    def grab(self, keys: Combination) -> bool:
        """Take this key in place of the one before; False when another program has it."""
        self.release()
        if sys.platform == "win32":
            held = ((keys.ctrl, CONTROL), (keys.alt, ALT), (keys.shift, SHIFT), (keys.meta, WIN))
            mask = NO_REPEAT | sum(mask for is_held, mask in held if is_held)
            key = ord(keys.letter) if keys.letter else VK_F1 + keys.f_key - 1
            self._is_grabbed = bool(ctypes.windll.user32.RegisterHotKey(None, _ID, mask, key))
        application = QCoreApplication.instance()
        if self._is_grabbed and application is not None:
            application.installNativeEventFilter(self._filter)
        return self._is_grabbed

    def release(self) -> None:
        """Let everybody have the key again."""
        application = QCoreApplication.instance()
        if self._is_grabbed and application is not None:
            application.removeNativeEventFilter(self._filter)
            if sys.platform == "win32":
                ctypes.windll.user32.UnregisterHotKey(None, _ID)
        self._is_grabbed = False

    def close(self) -> None:
        self.release()
