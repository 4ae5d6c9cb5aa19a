"""At the foot of the list while tickets are selected: how many, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.actions.registry import Action
from desktop.theme import ROW_PADDING_PX
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from desktop.inbox.selection import Selection


class BulkBar(QFrame):
    """Hidden as long as nothing is selected. ``trigger`` runs an action by its id; ``most`` can
    be selected at once."""

    def __init__(
        self,
        selection: Selection,
        actions: Sequence[Action],
        trigger: Callable[[str], object],
        most: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("bulkBar")
        self._selection, self._most = selection, most
        self._label = ElidedLabel()
        self._label.setProperty("role", "heading")
        self.buttons = {action.id: _button(action, trigger) for action in actions}
        self.clear = IconButton("close", self.tr("Select none"), shortcut_text="Esc", small=True)
        self.clear.clicked.connect(selection.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(ROW_PADDING_PX[1], 5, 6, 5)
        layout.setSpacing(1)
        layout.addWidget(self._label, 1)
        for button in (*self.buttons.values(), self.clear):
            layout.addWidget(button)
        selection.changed.connect(self._on_changed)
        self._on_changed()

    def words(self) -> str:
        return self._label.text()

    @Slot()
    def _on_changed(self) -> None:
        number = len(self._selection)
        words = self.tr("%n selected", "", number)
        if number == self._most:
            words = self.tr("The first %n selected", "", number)
        self._label.setText(words)
        self._label.setToolTip(words)
        self.setAccessibleName(words)
        self.setVisible(bool(number))
        if number:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def _button(action: Action, trigger: Callable[[str], object]) -> IconButton:
    made = IconButton(action.icon, action.text, shortcut_text=action.keys_text(), small=True)
    made.clicked.connect(lambda: trigger(action.id))
    return made
