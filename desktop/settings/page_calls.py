"""Calls: a key that logs one from anywhere, and how a telephone program can hand one over."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QKeySequenceEdit, QLabel, QWidget

from desktop.settings.page import SettingsPage

FIRST_KEYS = "Ctrl+Alt+L"
PORTABLE = QKeySequence.SequenceFormat.PortableText


class CallsPage(SettingsPage):
    """``use`` takes the keys ("" for none) and says what is wrong, as ``Hotkey.use`` does.

    Signals: ``keys_chosen(str)`` for keys that work, and for none.
    """

    keys_chosen = Signal(str)

    def __init__(
        self,
        keys: str,
        use: Callable[[str], str],
        *,
        is_possible: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._use = use
        self.set_title(self.tr("Calls"))
        self.is_on = QCheckBox(self.tr("Log a call by a key in any window"))
        self.is_on.setAccessibleName(self.is_on.text())
        self.is_on.setChecked(bool(keys) and is_possible)
        self.keys = QKeySequenceEdit(QKeySequence(keys or FIRST_KEYS))
        self.keys.setAccessibleName(self.tr("The key"))
        self.keys.setMaximumSequenceLength(1)
        self.trouble = QLabel()
        self._lay_out()
        if not is_possible:
            self.is_on.setEnabled(False)
            self._say("by_system")
        self.keys.setEnabled(self.is_on.isChecked())
        self.is_on.toggled.connect(self._on_changed)
        self.keys.editingFinished.connect(self._on_changed)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.is_on)
        line.addWidget(self.keys)
        line.addStretch(1)
        self.rows.addLayout(line)
        self.trouble.setWordWrap(True)
        self.trouble.setProperty("role", "secondary")
        self.trouble.hide()
        self.rows.addWidget(self.trouble)
        self.rows.addSpacing(8)
        words = self.tr(
            "A telephone program can open the caller here: let it start “deskside call NUMBER” or "
            "open the address “deskside://call?from=NUMBER”."
        )
        self.add_words(words)

    @Slot()
    def _on_changed(self) -> None:
        self.keys.setEnabled(self.is_on.isChecked())
        chosen = self.keys.keySequence().toString(PORTABLE) if self.is_on.isChecked() else ""
        trouble = self._use(chosen)
        self._say(trouble)
        if not trouble:
            self.keys_chosen.emit(chosen)

    def _say(self, trouble: str) -> None:
        words = {
            "no_key": self.tr(
                "Choose a letter or a digit with Ctrl, Alt or Meta, or one of F1 to F24."
            ),
            "taken": self.tr("Another program has this key. Choose another one."),
            "by_system": self.tr(
                "On this desktop only its own settings bind such keys: add “deskside call” to its "
                "shortcuts."
            ),
        }
        self.trouble.setText(words.get(trouble, ""))
        self.trouble.setVisible(bool(trouble))
