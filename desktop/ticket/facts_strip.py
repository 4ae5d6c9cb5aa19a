"""What the open ticket's category asks for, told where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.theme import PANE_PADDING_PX
from desktop.widgets.fact_form import FactForm
from models.commands import SetFacts
from models.queries.facts import FactRow


class FactsStrip(QFrame):
    """Hidden while nothing is asked for and nothing was told.

    Signals: ``command_chosen(SetFacts)``; ``picture_wanted()``: a place to put one into.
    """

    command_chosen = Signal(object)
    picture_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facts")
        self._ticket_id = ""
        self.form = FactForm()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PANE_PADDING_PX, 4, PANE_PADDING_PX, 5)
        layout.addWidget(self.form)
        self.form.told.connect(self._on_told)
        self.form.picture_wanted.connect(self.picture_wanted)
        self.hide()

    def show_facts(self, ticket_id: str, facts: Sequence[FactRow]) -> None:
        """The facts of a ticket; of another one nothing that was typed stays."""
        if ticket_id != self._ticket_id:
            self._ticket_id = ticket_id
            self.form.show_facts(())
        self.form.show_facts(facts)
        self.setVisible(bool(facts))

    def go_to_missing(self) -> bool:
        """Put the keyboard on what is to be told; False when nothing is."""
        return self.isVisible() and self.form.go_to_missing()

    @Slot(str, str)
    def _on_told(self, key: str, value: str) -> None:
        self.command_chosen.emit(SetFacts(id=self._ticket_id, set={key: value}))
