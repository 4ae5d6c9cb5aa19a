"""One line of the card: a field, and the two values that met."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.dialogs.choice_chips import ChoiceChips
from desktop.field_words import conflict_value_words, field_words
from models.commands import Command, ResolveConflict
from models.rows import ConflictRow

LABEL_PX, COLUMN_PX = 92, 238


class ConflictLine(QWidget):
    """A label, and right of it what can be chosen.

    Signals: ``step_wanted(int)``: the keyboard goes to the line below (1) or above (-1).
    """

    step_wanted = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        label = QLabel(name)
        label.setWordWrap(True)
        label.setFixedWidth(LABEL_PX)
        label.setContentsMargins(0, 2, 8, 0)
        line = QHBoxLayout(self)
        line.setContentsMargins(6, 7, 6, 7)
        line.setSpacing(0)
        inside = QVBoxLayout()
        inside.setSpacing(5)
        self.inside = inside
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(inside, 1)

    def take_focus(self) -> None:
        raise TypeError(f"{type(self).__name__} takes no keyboard")

    def is_decided(self) -> bool:
        raise TypeError(f"{type(self).__name__} decides nothing")

    def show_before(self, shown: bool) -> None:
        """Say what was there before either of the two."""

    def command(self) -> Command:
        """What settles the conflict as it is chosen."""
        raise TypeError(f"{type(self).__name__} has no command")

    def keep_server(self) -> Command:
        """What settles it with what was there."""
        raise TypeError(f"{type(self).__name__} has no command")


class ConflictField(ConflictLine):
    """What the row shows now is chosen at first; if it is neither value, nothing is."""

    def __init__(self, row: ConflictRow, parent: QWidget | None = None) -> None:
        super().__init__(field_words(row), parent)
        self._row = row
        late, there = (conflict_value_words(row, each) for each in (row.mine, row.theirs))
        choices = (("mine", late), ("theirs", there))
        self.chips = ChoiceChips(self.name, choices, column_px=COLUMN_PX)
        self.inside.addWidget(self.chips)
        self._before = self._small(self.tr("Before: %1"), conflict_value_words(row, row.base))
        self._before.hide()
        if row.now.value == row.mine.value:
            self.chips.choose("mine")
        elif row.now.value == row.theirs.value:
            self.chips.choose("theirs")
        else:
            self._small(self.tr("Now: %1"), conflict_value_words(row, row.now))
        self.chips.step_wanted.connect(self.step_wanted)

    def take_focus(self) -> None:
        self.chips.take_focus()

    def is_decided(self) -> bool:
        return bool(self.chips.choice())

    def show_before(self, shown: bool) -> None:
        self._before.setVisible(shown)

    def command(self) -> Command:
        return ResolveConflict(id=self._row.id, choice=self.chips.choice())

    def keep_server(self) -> Command:
        return ResolveConflict(id=self._row.id, choice="theirs")

    def _small(self, words: str, value: str) -> QLabel:
        label = QLabel(words.replace("%1", value))
        label.setProperty("role", "secondary")
        label.setWordWrap(True)
        self.inside.addWidget(label)
        return label
