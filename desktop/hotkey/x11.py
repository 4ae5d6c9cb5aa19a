"""A key that works in every window of an X11 screen.

By ctypes on libxcb and libxcb-keysyms, without which Qt itself opens no window there. Not Xlib:
its errors end the process, those of XCB belong to one connection. See xcb_grab_key(3).
"""

from __future__ import annotations

import ctypes
from ctypes import POINTER, Structure, c_int, c_uint8, c_uint16, c_uint32, c_void_p

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

from desktop.hotkey.combination import Combination

SHIFT, LOCK, CONTROL, ALT, NUM_LOCK, META = 1, 2, 4, 8, 16, 64
_WHATEVER_IS_LOCKED = (0, LOCK, NUM_LOCK, LOCK | NUM_LOCK)
_KEY_PRESS, _SENT_BIT = 2, 0x80
_ASYNC = 1
_F1 = 0xFFBE


class _Screens(Structure):
    _fields_ = (("data", POINTER(c_uint32)), ("rem", c_int), ("index", c_int))


class _Cookie(Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class XcbHotkey(QObject):
    """Signals: ``pressed()``, whichever window has the keyboard."""

    pressed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Raises OSError where there is no X11 screen, or not its libraries."""
        super().__init__(parent)
        self._xcb, self._keysyms, self._libc = _libraries()
        self._connection: int | None = self._xcb.xcb_connect(None, None)
        if self._xcb.xcb_connection_has_error(self._connection):
            self._xcb.xcb_disconnect(self._connection)
            raise OSError("No X11 screen can be reached.")
        setup = self._xcb.xcb_get_setup(self._connection)
        self._root = int(self._xcb.xcb_setup_roots_iterator(setup).data[0])
        self._grabbed: list[tuple[int, int]] = []
        socket = self._xcb.xcb_get_file_descriptor(self._connection)
        self._notifier = QSocketNotifier(socket, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_events)

    def grab(self, keys: Combination) -> bool:
        """Take this key in place of the one before; False when another program has it."""
        self.release()
        held = _held(keys)
        for code in self._codes(_keysym(keys)):
            for locked in _WHATEVER_IS_LOCKED:
                if not self._grab(code, held | locked):
                    self.release()
                    return False
        return bool(self._grabbed)

    def release(self) -> None:
        """Let everybody have the key again."""
        for code, held in self._grabbed:
            self._xcb.xcb_ungrab_key(self._connection, code, self._root, held)
        self._grabbed.clear()
        self._xcb.xcb_flush(self._connection)

    def close(self) -> None:
        """Give back everything; no signal follows."""
        if self._connection is not None:
            self._notifier.setEnabled(False)
            self._xcb.xcb_disconnect(self._connection)
            self._connection = None

    def _grab(self, code: int, held: int) -> bool:
        cookie = self._xcb.xcb_grab_key_checked(
            self._connection, 0, self._root, held, code, _ASYNC, _ASYNC
        )
        error = self._xcb.xcb_request_check(self._connection, cookie)
        if error:
            self._libc.free(error)
            return False
        self._grabbed.append((code, held))
        return True

    def _codes(self, keysym: int) -> list[int]:
        """The keys of this keyboard that give the letter, in any of its layouts."""
        symbols = self._keysyms.xcb_key_symbols_alloc(self._connection)
        found = self._keysyms.xcb_key_symbols_get_keycode(symbols, keysym)
        codes: list[int] = []
        if found:
            while found[len(codes)]:
                codes.append(int(found[len(codes)]))
            self._libc.free(ctypes.cast(found, c_void_p))
        self._keysyms.xcb_key_symbols_free(symbols)
        return codes

    @Slot()
    def _on_events(self) -> None:
        was_pressed = False
        while self._connection and (event := self._xcb.xcb_poll_for_event(self._connection)):
            was_pressed |= (event[0] & ~_SENT_BIT) == _KEY_PRESS
            self._libc.free(ctypes.cast(event, c_void_p))
        if self._connection and self._xcb.xcb_connection_has_error(self._connection):
            self._notifier.setEnabled(False)  # the screen is gone
        if was_pressed:
            self.pressed.emit()


def _held(keys: Combination) -> int:
    held = ((keys.ctrl, CONTROL), (keys.alt, ALT), (keys.shift, SHIFT), (keys.meta, META))
    return sum(mask for is_held, mask in held if is_held)


def _keysym(keys: Combination) -> int:
    """Of a letter the small one, as it stands on the key by itself."""
    return ord(keys.letter.lower()) if keys.letter else _F1 + keys.f_key - 1


def _libraries() -> tuple[ctypes.CDLL, ctypes.CDLL, ctypes.CDLL]:
    xcb, keysyms = ctypes.CDLL("libxcb.so.1"), ctypes.CDLL("libxcb-keysyms.so.1")
    libc = ctypes.CDLL(None)
    libc.free.argtypes, libc.free.restype = [c_void_p], None
    key, held, window = c_uint8, c_uint16, c_uint32
    for library, name, result, given in (
        (xcb, "xcb_connect", c_void_p, [c_void_p, c_void_p]),
        (xcb, "xcb_connection_has_error", c_int, [c_void_p]),
        (xcb, "xcb_disconnect", None, [c_void_p]),
        (xcb, "xcb_get_setup", c_void_p, [c_void_p]),
        (xcb, "xcb_setup_roots_iterator", _Screens, [c_void_p]),
        (xcb, "xcb_get_file_descriptor", c_int, [c_void_p]),
        (xcb, "xcb_flush", c_int, [c_void_p]),
        (xcb, "xcb_poll_for_event", POINTER(c_uint8), [c_void_p]),
        (xcb, "xcb_request_check", c_void_p, [c_void_p, _Cookie]),
        (xcb, "xcb_ungrab_key", _Cookie, [c_void_p, key, window, held]),
        (xcb, "xcb_grab_key_checked", _Cookie, [c_void_p, key, window, held, key, key, key]),
        (keysyms, "xcb_key_symbols_alloc", c_void_p, [c_void_p]),
        (keysyms, "xcb_key_symbols_free", None, [c_void_p]),
        (keysyms, "xcb_key_symbols_get_keycode", POINTER(c_uint8), [c_void_p, c_uint32]),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = result, given
    return xcb, keysyms, libc
