"""Combo boxes that answer with an id instead of a position."""

from collections.abc import Iterable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget


class IdCombo(QComboBox):
    """Typing letters jumps to a row; the popup is as wide as its longest row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setMaxVisibleItems(14)
        self._picked = False
        self.activated.connect(self._on_activated)

    def show_choices(self, choices: Iterable[tuple[str | None, str]], chosen: str | None) -> None:
        """(id, words) pairs in their order; ``chosen`` becomes current if it is among them."""
        self.clear()
        for key, words in choices:
            self.addItem(words, key)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 24)

    def is_picked(self) -> bool:
        """Whether a person chose here, rather than left what stood there."""
        return self._picked

    def choose(self, key: str | None) -> None:
        """Make this id current if it is among the choices."""
        position = self.findData(key)
        if position >= 0:
            self.setCurrentIndex(position)

    def chosen(self) -> str | None:
        """The id of the current row."""
        found = self.currentData()
        return None if found is None else str(found)

    @Slot()
    def _on_activated(self) -> None:
        self._picked = True
