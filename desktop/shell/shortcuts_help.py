"""All keys of the window on one card, drawn from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.actions.registry import Action, ActionRegistry


class ShortcutsHelp(QDialog):
    """Anywhere on the left, in the list on the right."""

    def __init__(self, actions: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        columns = QGridLayout()
        columns.setHorizontalSpacing(36)
        known = [action for action in actions.all() if action.shortcut]
        anywhere = [action for action in known if action.scope != "list"]
        in_list = [action for action in known if action.scope == "list"]
        columns.addLayout(self._column(self.tr("Anywhere"), anywhere), 0, 0)
        columns.addLayout(self._column(self.tr("In the ticket list"), in_list), 0, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(16)
        layout.addLayout(columns)
        layout.addWidget(buttons)

    def _column(self, title: str, actions: list[Action]) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(7)
        grid.setHorizontalSpacing(24)
        heading = QLabel(title)
        heading.setProperty("role", "section")
        grid.addWidget(heading, 0, 0)
        for row, action in enumerate(actions, 1):
            keys = QLabel(action.keys_text())
            keys.setProperty("role", "secondary")
            grid.addWidget(QLabel(action.text), row, 0)
            grid.addWidget(keys, row, 1, Qt.AlignmentFlag.AlignRight)
        grid.setRowStretch(len(actions) + 1, 1)
        return grid
