"""The one table of what can be done: menus, buttons, shortcuts and their help come from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

Scope = Literal["window", "ticket", "list"]


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done.

    ``shortcut`` is in Qt's portable form ("Ctrl+N", "D"), empty for none. ``scope`` says where
    it works: anywhere in the window, on the open ticket, or while a list has the keyboard; single
    letters belong to lists, so that they never fire while somebody types.
    """

    id: str
    text: str
    icon: str
    shortcut: str
    scope: Scope
    run: Callable[[], object]
    enabled_when: Callable[[], bool] = _always

    def keys_text(self) -> str:
        """The shortcut as this platform writes it."""
        return QKeySequence(self.shortcut).toString(QKeySequence.SequenceFormat.NativeText)


@dataclass(frozen=True, slots=True)
class KeyNote:
    """A key that a part of the window answers by itself; the registry only tells of it.

    ``keys`` as in ``Action.shortcut``; ``place`` is the heading that it belongs under.
    """

    place: str
    text: str
    keys: str

    def keys_text(self) -> str:
        return QKeySequence(self.keys).toString(QKeySequence.SequenceFormat.NativeText)


class KeyTaken(Exception):
    """A key that something else has; the message is that thing's words."""


class KeyUnfit(Exception):
    """A letter alone, for something that works while somebody types."""


class ActionRegistry(QObject):
    """Actions by id, in the order in which they were added, and what other keys do.

    Signals: ``keys_changed()`` after an action got another key.
    """

    keys_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions: dict[str, Action] = {}
        self._notes: list[KeyNote] = []
        self._own_keys: dict[str, str] = {}
        self._bound: dict[str, list[QAction]] = {}

    def add(self, *actions: Action) -> None:
        """Raises ValueError for an id or a key that is taken: places of a window overlap."""
        for action in actions:
            self._refuse_double(action)
            self._actions[action.id] = action
            self._own_keys[action.id] = action.shortcut

    def __getitem__(self, id: str) -> Action:
        return self._actions[id]

    def __contains__(self, id: str) -> bool:
        return id in self._actions

    def all(self) -> list[Action]:
        return list(self._actions.values())

    def note(self, *notes: KeyNote) -> None:
        """Tell of keys that are bound elsewhere."""
        self._notes.extend(notes)

    def notes(self) -> list[KeyNote]:
        return list(self._notes)

    def trigger(self, id: str) -> bool:
        """Run an action if it may run now; says whether it did."""
        action = self._actions[id]
        if not action.enabled_when():
            return False
        action.run()
        return True

    def own_keys(self, id: str) -> str:
        """The key that an action has by itself."""
        return self._own_keys[id]

    def rebind(self, id: str, keys: str) -> None:
        """Give an action another key, in Qt's portable form, or none.

        Raises KeyTaken when anything else has it, wherever that works, and KeyUnfit.
        """
        action = self._actions[id]
        if keys:
            self._refuse_unfit(action, keys)
            self._refuse_taken(action, keys)
        self._actions[id] = replace(action, shortcut=keys)
        for made in self._bound.get(id, ()):
            if shiboken6.isValid(made):
                made.setShortcut(QKeySequence(keys))
        self.keys_changed.emit()

    def install(self, scope: Scope, widget: QWidget, *, context: Qt.ShortcutContext) -> None:
        """Make the shortcuts of a scope work in ``widget``."""
        for action in self._actions.values():
            if action.scope == scope:
                made = self._qt_action(action, widget, context)
                self._bound.setdefault(action.id, []).append(made)
                widget.addAction(made)

    def install_one(
        self,
        id: str,
        widget: QWidget,
        context: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut,
    ) -> None:
        """Make one shortcut work in a window whose scope is installed already, or in another."""
        made = self._qt_action(self._actions[id], widget, context)
        self._bound.setdefault(id, []).append(made)
        widget.addAction(made)

    def menu_actions(self, ids: Iterable[str], parent: QObject) -> list[QAction]:
        """Entries for a menu that is about to open; unknown ids are left out."""
        return [self._menu_action(self._actions[id], parent) for id in ids if id in self._actions]

    def _qt_action(self, action: Action, parent: QObject, context: Qt.ShortcutContext) -> QAction:
        made = QAction(action.text, parent)
        made.setShortcut(QKeySequence(action.shortcut))
        made.setShortcutContext(context)
        made.triggered.connect(lambda: self.trigger(action.id))
        return made

    def _menu_action(self, action: Action, parent: QObject) -> QAction:
        """The key is only written beside the words: it is bound once, by ``install``."""
        keys = action.keys_text()
        made = QAction(f"{action.text}\t{keys}" if keys else action.text, parent)
        made.setEnabled(action.enabled_when())
        made.triggered.connect(lambda: self.trigger(action.id))
        return made

    def _refuse_unfit(self, action: Action, keys: str) -> None:
        first = QKeySequence(keys)[0]  # type: ignore[index] # the stubs lack it
        free = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
        types = first.key() < Qt.Key.Key_Escape and first.keyboardModifiers() in free
        if types and action.scope != "list":
            raise KeyUnfit

    def _refuse_taken(self, action: Action, keys: str) -> None:
        """Letters alone of other places rest while a list has the keyboard."""
        wanted = QKeySequence(keys)
        for known in self._actions.values():
            if known.id != action.id and QKeySequence(known.shortcut) == wanted:
                raise KeyTaken(known.text)
        for note in self._notes if action.scope != "list" else ():
            if QKeySequence(note.keys) == wanted:
                raise KeyTaken(note.text)

    def _refuse_double(self, action: Action) -> None:
        for known in self._actions.values():
            same_key = action.shortcut and known.shortcut == action.shortcut
            if known.id == action.id or same_key:
                raise ValueError(f"{action.id} and {known.id} share an id or a key")
