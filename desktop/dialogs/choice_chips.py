"""One choice of a few, as chips side by side: a key each, the arrows, or a click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from desktop.icons import icon
from desktop.theme import SMALL_PX, current_theme, theme_state
from desktop.widgets.filter_chip import FilterChip
from desktop.widgets.paint import elided

_LONGEST_PX = 200
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TURNS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ValueChip(FilterChip):
    """A value that may be chosen; a long one is cut and told whole in the tip."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(elided(text, _LONGEST_PX, SMALL_PX), parent)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setAutoDefault(False)
        self.setIconSize(QSize(12, 12))
        self.toggled.connect(self._show_mark)
        theme_state().changed.connect(self._show_mark)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS or event.key() in _TURNS:
            event.ignore()  # Qt would move among all buttons of the dialog
        else:
            super().keyPressEvent(event)

    @Slot()
    def _show_mark(self) -> None:
        """Chosen by colour and by a mark."""
        mark = icon("check", current_theme().accent, size_px=12) if self.isChecked() else QIcon()
        self.setIcon(mark)


class ChoiceChips(QWidget):
    """Signals: ``chosen(str)`` with the key of a choice; ``step_wanted(int)``: to the row below
    (1) or above (-1)."""

    chosen = Signal(str)
    step_wanted = Signal(int)

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[str, str]],
        *,
        column_px: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """``choices`` are (key, words); ``column_px`` puts them into columns of that width."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._keys = [key for key, _ in choices]
        self._group = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0 if column_px else 6)
        for position, (_, words) in enumerate(choices):
            chip = ValueChip(words)
            chip.setAccessibleDescription(f"{name}, {position + 1}")
            self._group.addButton(chip, position)
            line.addWidget(_in_column(chip, column_px) if column_px else chip)
        line.addStretch(1)
        self._group.idToggled.connect(self._on_toggled)

    def chips(self) -> list[ValueChip]:
        return [chip for chip in self._group.buttons() if isinstance(chip, ValueChip)]

    def choice(self) -> str:
        """The key of what is chosen, "" for nothing yet."""
        position = self._group.checkedId()
        return self._keys[position] if position >= 0 else ""

    def choose(self, key: str) -> None:
        if key in self._keys:
            self._group.button(self._keys.index(key)).setChecked(True)

    def take_focus(self) -> None:
        """To what is chosen, or to the first."""
        chip = self._group.button(max(0, self._group.checkedId()))
        chip.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        position = event.key() - int(Qt.Key.Key_1)
        if event.key() in _STEPS:
            self.step_wanted.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() in _TURNS:
            self._turn(_TURNS[Qt.Key(event.key())])
        elif 0 <= position < len(self._keys) and not event.modifiers():
            self._go_to(position)
        else:
            super().keyPressEvent(event)

    def _turn(self, step: int) -> None:
        here = max(0, self._group.checkedId())
        self._go_to(max(0, min(len(self._keys) - 1, here + step)))

    def _go_to(self, position: int) -> None:
        self._group.button(position).setChecked(True)
        self.take_focus()

    @Slot(int, bool)
    def _on_toggled(self, position: int, checked: bool) -> None:
        if checked:
            self.chosen.emit(self._keys[position])


def _in_column(chip: QWidget, width_px: int) -> QWidget:
    column = QWidget()
    column.setFixedWidth(width_px)
    line = QHBoxLayout(column)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(chip)
    line.addStretch(1)
    return column
