"""What hangs on the open ticket besides its words, in strips under its head; read apart from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ticket.relations_strip import RelationsStrip
from desktop.work.reader import Reader
from models.queries.likeness import AlikeRow, burst
from models.queries.relations import TicketRelations, relations
from models.rows import Actor

if TYPE_CHECKING:
    from models.database import Store


@dataclass(frozen=True)
class WorkContent:
    """All of it, read in one go."""

    relations: TicketRelations
    alike: tuple[AlikeRow, ...]


def read_work(store: Store, ticket_id: str) -> WorkContent:
    """For a reader's thread."""
    return WorkContent(relations(store, ticket_id), tuple(burst(store, ticket_id)))


class WorkStrips(QWidget):
    """Takes no room while there is nothing.

    Signals: those of ``RelationsStrip``.
    """

    ticket_opened = Signal(str)
    command_chosen = Signal(object)
    step_chosen = Signal(object)
    answer_wanted = Signal()
    escalation_wanted = Signal()

    def __init__(self, reader: Reader, me: Actor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._ticket_id = ""
        self.relations = RelationsStrip(me)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.relations)
        self.relations.ticket_opened.connect(self.ticket_opened)
        self.relations.command_chosen.connect(self.command_chosen)
        self.relations.step_chosen.connect(self.step_chosen)
        self.relations.escalation_wanted.connect(self.escalation_wanted)
        self.relations.answer_wanted.connect(self.answer_wanted)

    def show_ticket(self, ticket_id: str) -> None:
        """Read, and show what is known by then; of another ticket nothing stays."""
        if ticket_id != self._ticket_id:
            self._ticket_id = ticket_id
            self.relations.show_relations(TicketRelations(ticket_id))
        self._reader.ask("ticket/work", partial(read_work, ticket_id=ticket_id), self._on_read)

    def _on_read(self, content: WorkContent) -> None:
        if content.relations.ticket_id == self._ticket_id:
            self.relations.show_relations(content.relations, content.alike)
