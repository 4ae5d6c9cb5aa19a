"""Every action with its key, to be given another one; the keys as a sheet to print."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from desktop.actions.registry import Action, ActionRegistry, KeyTaken, KeyUnfit
from desktop.settings.key_button import KeyButton
from desktop.settings.page import SettingsPage
from desktop.widgets.button import Button
from desktop.widgets.icon_button import IconButton


class KeyboardPage(SettingsPage):
    """A key applies at once. Signals: ``keys_chosen()`` after any changed; ``sheet_wanted()``."""

    keys_chosen = Signal()
    sheet_wanted = Signal()

    def __init__(self, actions: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("Keyboard"))
        self._actions = actions
        self.buttons: dict[str, KeyButton] = {}
        self.resets: dict[str, IconButton] = {}
        self.add_words(
            self.tr("Press a key's button, then the new key. Backspace leaves it without one.")
        )
        self.said = self.add_words("")
        self.said.hide()
        self.rows.addSpacing(6)
        self._add_rows()
        self.rows.addSpacing(10)
        self.rows.addLayout(self._footer())
        self._show_keys()
        actions.keys_changed.connect(self._show_keys)

    def _add_rows(self) -> None:
        titles = {
            "window": self.tr("Anywhere"),
            "ticket": self.tr("In the open ticket"),
            "list": self.tr("In the ticket list"),
        }
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(8)
        grid.setColumnStretch(0, 1)
        for scope, title in titles.items():
            actions = [action for action in self._actions.all() if action.scope == scope]
            heading = QLabel(title)
            heading.setProperty("role", "section")
            heading.setVisible(bool(actions))
            grid.addWidget(heading, grid.rowCount(), 0)
            for action in actions:
                self._add_row(grid, action)
        self.rows.addLayout(grid)

    def _add_row(self, grid: QGridLayout, action: Action) -> None:
        row, words = grid.rowCount(), QLabel(action.text)
        words.setWordWrap(True)
        button = self.buttons[action.id] = KeyButton(action.text, action.shortcut)
        again = self.tr("Back to {0}").format(self._actions.own_keys(action.id) or "–")
        reset = self.resets[action.id] = IconButton("undo", again, small=True)
        keep_room = reset.sizePolicy()
        keep_room.setRetainSizeWhenHidden(True)
        reset.setSizePolicy(keep_room)
        words.setBuddy(button)
        button.keys_typed.connect(partial(self._on_typed, action.id))
        reset.clicked.connect(partial(self._on_reset, action.id))
        grid.addWidget(words, row, 0)
        grid.addWidget(button, row, 1)
        grid.addWidget(reset, row, 2)

    def _footer(self) -> QHBoxLayout:
        self.reset_all = Button(self.tr("All keys as they were"), "undo")
        self.sheet = Button(self.tr("Save a sheet to print…"), "download")
        for button in (self.reset_all, self.sheet):
            button.setAutoDefault(False)
        self.reset_all.clicked.connect(self._on_reset_all)
        self.sheet.clicked.connect(self.sheet_wanted)
        row = QHBoxLayout()
        row.addWidget(self.sheet)
        row.addStretch(1)
        row.addWidget(self.reset_all)
        return row

    def _on_typed(self, id: str, keys: str) -> None:
        """Only the key of an action; another one's is refused with its name."""
        self.say("")
        try:
            self._actions.rebind(id, keys)
        except KeyTaken as error:
            self.say(self.tr("{0} is the key of “{1}”.").format(keys, error), "overdue")
        except KeyUnfit:
            words = self.tr("{0} alone is typed as text. Hold Ctrl or Alt with it.")
            self.say(words.format(keys), "overdue")
        else:
            self.keys_chosen.emit()

    def _on_reset(self, id: str) -> None:
        self._on_typed(id, self._actions.own_keys(id))
        self.buttons[id].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_reset_all(self) -> None:
        """All are freed first, since two may have changed places."""
        self.say("")
        changed = [id for id in self.buttons if self._is_changed(id)]
        for id in changed:
            self._actions.rebind(id, "")
        for id in changed:
            self._actions.rebind(id, self._actions.own_keys(id))
        if changed:
            self.keys_chosen.emit()

    def say(self, sentence: str, tone: str = "") -> None:
        """One line above the keys; a screen reader says it."""
        self.said.setText(sentence)
        self.said.setProperty("tone", tone)
        self.said.style().polish(self.said)
        self.said.setVisible(bool(sentence))
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _is_changed(self, id: str) -> bool:
        return self._actions[id].shortcut != self._actions.own_keys(id)

    @Slot()
    def _show_keys(self) -> None:
        for id, button in self.buttons.items():
            button.show_keys(self._actions[id].shortcut)
            self.resets[id].setVisible(self._is_changed(id))
        self.reset_all.setEnabled(any(map(self._is_changed, self.buttons)))
