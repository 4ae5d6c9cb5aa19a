"""All keys of the window on one card, drawn from the table of actions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desktop.actions.key_groups import Line, key_groups
from desktop.actions.registry import ActionRegistry

_COLUMNS = 3


class ShortcutsHelp(QDialog):
    """Actions by where they work, then what parts of the window answer themselves."""

    def __init__(self, actions: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        columns = QHBoxLayout()
        columns.setSpacing(36)
        for groups in in_columns(key_groups(actions)):
            column = QVBoxLayout()
            column.setSpacing(18)
            for title, lines in groups:
                column.addLayout(_group(title, lines))
            column.addStretch(1)
            columns.addLayout(column)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(16)
        layout.addLayout(columns)
        layout.addWidget(buttons)


def in_columns(groups: dict[str, list[Line]]) -> list[list[tuple[str, list[Line]]]]:
    """The largest groups first, each into the column that is shortest so far.

    The column with the first group stands first.
    """
    columns: list[list[tuple[str, list[Line]]]] = [[] for _ in range(_COLUMNS)]
    heights = [0] * _COLUMNS
    for title, lines in sorted(groups.items(), key=lambda group: -len(group[1])):
        place = heights.index(min(heights))
        columns[place].append((title, lines))
        heights[place] += len(lines) + 1
    titles = list(groups)
    return sorted(filter(None, columns), key=lambda column: min(titles.index(t) for t, _ in column))


def _group(title: str, lines: Sequence[Line]) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(7)
    grid.setHorizontalSpacing(24)
    grid.setColumnStretch(0, 1)
    heading = QLabel(title)
    heading.setProperty("role", "section")
    grid.addWidget(heading, 0, 0)
    for row, line in enumerate(lines, 1):
        keys = QLabel(line.keys_text())
        keys.setProperty("role", "secondary")
        grid.addWidget(QLabel(line.text), row, 0)
        grid.addWidget(keys, row, 1, Qt.AlignmentFlag.AlignRight)
    return grid
