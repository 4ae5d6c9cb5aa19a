"""What hangs on the open ticket besides its words, in strips under its head; read apart from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ticket.checklist_panel import ChecklistPanel
from desktop.ticket.facts_strip import FactsStrip
from desktop.ticket.hint_strip import HintStrip
from desktop.ticket.meeting_chip import MeetingChip
from desktop.ticket.own_strip import OwnStrip
from desktop.ticket.relations_strip import RelationsStrip
from desktop.ticket.work_chips import ListChip, TimeChip
from desktop.work.reader import Reader
from models.commands.times import MEETING
from models.own import Marks, marks
from models.queries.facts import FactRow, ticket_facts
from models.queries.hints import NO_TICKET_HINTS, TicketHints, ticket_hints
from models.queries.likeness import AlikeRow, burst
from models.queries.relations import TicketRelations, relations
from models.queries.work import checklist, meeting_link_of, time_entries
from models.rows import Actor, ItemRow, TimeRow
from models.work_timer import Running, running

if TYPE_CHECKING:
    from models.database import Store


@dataclass(frozen=True)
class WorkContent:
    """All of it, read in one go."""

    relations: TicketRelations
    alike: tuple[AlikeRow, ...]
    items: tuple[ItemRow, ...]
    times: tuple[TimeRow, ...]
    running: Running | None
    marks: Marks
    meeting_link: str = ""
    facts: tuple[FactRow, ...] = ()
    hints: TicketHints = NO_TICKET_HINTS


def read_work(store: Store, ticket_id: str, me: Actor, language: str) -> WorkContent:
    """For a reader's thread."""
    clock = running(store)
    return WorkContent(
        relations(store, ticket_id),
        tuple(burst(store, ticket_id)),
        tuple(checklist(store, ticket_id)),
        tuple(time_entries(store, ticket_id)),
        clock if clock and clock.ticket_id == ticket_id else None,
        marks(store, me, ticket_id),
        meeting_link_of(store, ticket_id),
        ticket_facts(store, ticket_id, language),
        ticket_hints(store, ticket_id),
    )


class WorkStrips(QWidget):
    """Takes no room while there is nothing.

    Signals: those of ``RelationsStrip``; ``clock_wanted()``: start or stop it;
    ``time_wanted(TimeRow | None)``: correct this one, or add one by hand;
    ``reminder_wanted()``: ask when; ``hints_read(TicketHints)`` of the shown ticket.
    """

    ticket_opened = Signal(str)
    command_chosen = Signal(object)
    step_chosen = Signal(object)
    answer_wanted = Signal()
    escalation_wanted = Signal()
    clock_wanted = Signal()
    time_wanted = Signal(object)
    reminder_wanted = Signal()
    hints_read = Signal(object)

    def __init__(
        self,
        reader: Reader,
        me: Actor,
        now_ms: Callable[[], int],
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """``language`` is that of the names of facts."""
        super().__init__(parent)
        self._reader, self._me, self.language = reader, me, language
        self._ticket_id = ""
        self.list_chip, self.time_chip = ListChip(), TimeChip(me, now_ms)
        self.meeting = MeetingChip(now_ms)
        self.relations = RelationsStrip(me, (self.list_chip, self.time_chip, self.meeting))
        self.facts, self.checklist = FactsStrip(), ChecklistPanel()
        self.hints = HintStrip()
        self.own = OwnStrip(me, now_ms)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.own)
        layout.addWidget(self.relations)
        layout.addWidget(self.hints)
        layout.addWidget(self.facts)
        layout.addWidget(self.checklist)
        self._connect()

    def _connect(self) -> None:
        self.relations.ticket_opened.connect(self.ticket_opened)
        self.relations.command_chosen.connect(self.command_chosen)
        self.relations.step_chosen.connect(self.step_chosen)
        self.relations.escalation_wanted.connect(self.escalation_wanted)
        self.relations.answer_wanted.connect(self.answer_wanted)
        self.list_chip.clicked.connect(self._on_list_chip)
        self.time_chip.toggle_wanted.connect(self.clock_wanted)
        self.time_chip.time_wanted.connect(self.time_wanted)
        self.own.reminder_wanted.connect(self.reminder_wanted)
        for part in (self.time_chip, self.facts, self.checklist, self.own):
            part.command_chosen.connect(self.command_chosen)

    def show_ticket(self, ticket_id: str) -> None:
        """Of another ticket nothing stays; ``read`` brings what this one has."""
        if ticket_id != self._ticket_id:
            self._ticket_id = ticket_id
            self._show(WorkContent(TicketRelations(ticket_id), (), (), (), None, Marks()))
            self.checklist.hide()

    def read(self) -> None:
        """Read what hangs on the ticket, and show it then."""
        question = partial(
            read_work, ticket_id=self._ticket_id, me=self._me, language=self.language
        )
        self._reader.ask("ticket/work", question, self._on_read)

    def _on_read(self, content: WorkContent) -> None:
        if content.relations.ticket_id == self._ticket_id:
            self._show(content)

    def _show(self, content: WorkContent) -> None:
        self.own.show_marks(self._ticket_id, content.marks)
        self.list_chip.show_items(content.items)
        clock = content.running
        in_meeting = clock is not None and clock.kind == MEETING  # another chip has that
        self.time_chip.show_times(content.times, None if in_meeting else clock)
        self.meeting.show_meeting(content.meeting_link, content.running)
        self.facts.show_facts(self._ticket_id, content.facts)
        self.hints.show_hints(content.hints)
        self.hints_read.emit(content.hints)
        self.checklist.show_items(self._ticket_id, content.items)
        self.relations.show_relations(content.relations, content.alike)

    @Slot()
    def _on_list_chip(self) -> None:
        if self.checklist.isVisible():
            self.checklist.hide()
        else:
            self.checklist.open()
