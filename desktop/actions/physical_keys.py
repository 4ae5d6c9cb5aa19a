"""Shortcuts by the place of a key: D works where the layout in use types "в".

Qt itself looks for a Latin letter in the other layouts of the keyboard, where there is one; then
the shortcut has acted before any of this is asked. Somebody with a Cyrillic layout alone, or on
Windows, has none: there the place of the key tells which Latin key is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

_ROWS = {2: "1234567890-=", 16: "QWERTYUIOP[]", 30: "ASDFGHJKL;'`", 43: "\\ZXCVBNM,./"}
_LATIN_AT = {start + n: key for start, row in _ROWS.items() for n, key in enumerate(row)}
"""Set 1 of scan codes, which Windows tells; Linux counts the keys alike."""
_X_KEYCODES_BEGIN = 8
_FIRST_FOREIGN, _FIRST_NAMED = 0x250, 0x0100_0000
_KEPT = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def is_foreign(event: QKeyEvent) -> bool:
    """Whether the key typed a letter that is none of the Latin ones."""
    return _FIRST_FOREIGN <= event.key() < _FIRST_NAMED


def latin_keys(event: QKeyEvent) -> QKeyCombination | None:
    """The combination of the key's place on a Latin keyboard; None where it has no such letter,
    or the key typed a Latin one itself, or nobody knows its place."""
    offset = 0 if QGuiApplication.platformName() == "windows" else _X_KEYCODES_BEGIN
    letter = _LATIN_AT.get(event.nativeScanCode() - offset)
    if letter is None or not is_foreign(event):
        return None
    return QKeyCombination(event.modifiers() & _KEPT, Qt.Key(ord(letter)))


def typed_keys(event: QKeyEvent) -> QKeyCombination:
    """What a shortcut of this event is written as, whatever the layout."""
    return latin_keys(event) or QKeyCombination(event.modifiers() & _KEPT, Qt.Key(event.key()))


def act_on(event: QKeyEvent, window: QWidget) -> bool:
    """Do what the key of this place does where the keyboard is; whether there was anything.

    For events that nobody wanted: typing goes before shortcuts here.
    """
    keys = latin_keys(event)
    if keys is None:
        return False
    wanted, focus = QKeySequence(keys), window.focusWidget()
    for made in _within_reach(window, focus):
        bound = made.shortcuts() if isinstance(made, QAction) else made.keys()
        if wanted in bound and made.isEnabled():
            made.trigger() if isinstance(made, QAction) else made.activated.emit()
            return True
    return False


def _within_reach(window: QWidget, focus: QWidget | None) -> Iterator[QAction | QShortcut]:
    """Actions and shortcuts that work now, those nearest to the keyboard first."""
    around: list[QWidget] = []
    while focus is not None:
        around.append(focus)
        focus = focus.parentWidget() if focus is not window else None
    for owner in (*around, window):
        for made in _of(owner):
            if _reaches(made, owner, around):
                yield made
    for owner in window.findChildren(QWidget):
        if owner not in around and owner.isVisible():
            yield from (made for made in _of(owner) if _is_for_window(made))


def _of(owner: QWidget) -> list[QAction | QShortcut]:
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    return [*owner.actions(), *owner.findChildren(QShortcut, options=direct)]


def _reaches(made: QAction | QShortcut, owner: QWidget, around: list[QWidget]) -> bool:
    if _context(made) == Qt.ShortcutContext.WidgetShortcut:
        return bool(around) and owner is around[0]
    return True


def _is_for_window(made: QAction | QShortcut) -> bool:
    wide = (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut)
    return _context(made) in wide


def _context(made: QAction | QShortcut) -> Qt.ShortcutContext:
    return made.shortcutContext() if isinstance(made, QAction) else made.context()
