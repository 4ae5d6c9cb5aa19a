"""A key with what is held, as the systems that grab keys want it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

Held = Qt.KeyboardModifier
_F_KEYS = 24


@dataclass(frozen=True)
class Combination:
    """``letter`` is an upper case Latin letter or a digit, else "" and ``f_key`` says which."""

    letter: str
    f_key: int
    ctrl: bool
    alt: bool
    shift: bool
    meta: bool


def combination(keys: str) -> Combination | None:
    """``keys`` in Qt's portable form; None for what is no key to be pressed anywhere.

    A letter needs Ctrl, Alt or Meta: by itself it would be taken from everybody who types.
    """
    sequence = QKeySequence(keys)
    if sequence.count() != 1:
        return None
    pressed = sequence[0]  # type: ignore[index] # PySide's stub lacks it
    key, held = int(pressed.key()), pressed.keyboardModifiers()
    is_letter = Qt.Key.Key_A <= key <= Qt.Key.Key_Z or Qt.Key.Key_0 <= key <= Qt.Key.Key_9
    number = key - Qt.Key.Key_F1 + 1
    made = Combination(
        letter=chr(key) if is_letter else "",
        f_key=number if 1 <= number <= _F_KEYS else 0,
        ctrl=bool(held & Held.ControlModifier),
        alt=bool(held & Held.AltModifier),
        shift=bool(held & Held.ShiftModifier),
        meta=bool(held & Held.MetaModifier),
    )
    has_room = made.f_key > 0 or made.ctrl or made.alt or made.meta
    return made if has_room and (is_letter or made.f_key) else None
