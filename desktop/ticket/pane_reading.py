"""What the ticket pane asks the local file, and what it asked for last."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.ticket.choices import Choices, read_choices
from desktop.ticket.ticket_content import SideContent, TicketContent, read_side, read_ticket
from desktop.work.clock import DeskClock
from desktop.work.reader import Reader
from models.perform import Performed
from models.rows import Actor, TicketHeader

PAGE, MORE = 200, 400
PARTS = tuple("message approval conflict draft checklist_item time_entry link watcher".split())
"""Rows of a ticket whose acts do not name it, or name another one."""


class PaneReading(QObject):
    """Signals: ``content_read(TicketContent | None)``, ``choices_read(Choices)``,
    ``side_read(SideContent)``. ``ticket_id`` is the wanted ticket, "" for none."""

    content_read = Signal(object)
    choices_read = Signal(object)
    side_read = Signal(object)

    def __init__(
        self, reader: Reader, me: Actor, clock: DeskClock, language: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._reader, self._me, self._clock, self._language = reader, me, clock, language
        self.ticket_id, self._limit = "", PAGE

    def look_at(self, ticket_id: str) -> None:
        """Another ticket, from its end; nothing is asked yet."""
        self.ticket_id, self._limit = ticket_id, PAGE

    def ask(self) -> None:
        question = partial(
            read_ticket,
            ticket_id=self.ticket_id,
            me=self._me,
            clock=self._clock.moment(),
            limit=self._limit,
            language=self._language,
        )
        self._reader.ask("ticket", question, self._on_content)

    def ask_for_choices(self) -> None:
        question = partial(read_choices, me=self._me, language=self._language)
        self._reader.ask("ticket/choices", question, self._on_choices)

    def ask_for_side(self, header: TicketHeader) -> None:
        clock, language = self._clock.moment(), self._language
        question = partial(read_side, header=header, me=self._me, clock=clock, language=language)
        self._reader.ask("ticket/side", question, self._on_side)

    def ask_for_earlier(self, content: TicketContent) -> None:
        """A longer conversation than what is shown, if there is one."""
        if content.has_earlier:
            shown = self._limit
            self._limit = sum(1 for _ in content.items) + MORE
            if self._limit != shown:
                self.ask()

    def is_about(self, performed: Performed) -> bool:
        """Whether the wanted ticket, or what belongs to it, may be another one now."""
        wanted, touched = self.ticket_id, performed.touched
        here = performed.command.ticket == wanted or ("ticket", wanted) in touched
        return bool(wanted) and (here or any(kind in PARTS for kind, _ in touched))

    def _on_content(self, content: TicketContent | None) -> None:
        if self.ticket_id:  # an answer may come after its ticket went to another pane
            self.content_read.emit(content)

    def _on_choices(self, choices: Choices) -> None:
        self.choices_read.emit(choices)

    def _on_side(self, side: SideContent) -> None:
        self.side_read.emit(side)
