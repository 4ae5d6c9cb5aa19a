"""What the ticket pane asks the local file, and what it asked for last."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.ticket.choices import Choices, read_choices
from desktop.ticket.ticket_content import SideContent, TicketContent, read_side, read_ticket
from desktop.work.clock import DeskClock
from desktop.work.reader import Reader
from models.perform import Performed
from models.rows import Actor, TicketHeader

PAGE, MORE = 200, 400
STEP_MS = 90
"""A key that is held down steps every 25 to 40 ms."""
PARTS = tuple("message approval conflict draft checklist_item time_entry link watcher".split())
"""Rows of a ticket whose acts do not name it, or name another one."""


class PaneReading(QObject):
    """Signals: ``content_read(TicketContent | None)``, ``choices_read(Choices)``,
    ``side_read(SideContent)``. ``ticket_id`` is the wanted ticket, "" for none."""

    content_read = Signal(object)
    choices_read = Signal(object)
    side_read = Signal(object)

    def __init__(
        self,
        reader: Reader,
        me: Actor,
        clock: DeskClock,
        language: str,
        files: Path,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._reader, self._me, self._clock, self._language = reader, me, clock, language
        self._files = files
        self._step = QTimer(self, singleShot=True, interval=STEP_MS)
        self._step.timeout.connect(self.hurry)
        self._awaits_still = False
        self._choices_due = QTimer(self, singleShot=True)
        self._choices_due.timeout.connect(self._on_choices_due)
        self.ticket_id, self._limit = "", PAGE

    def look_at(self, ticket_id: str) -> None:
        """Another ticket, from its end; nothing is asked yet."""
        self.ticket_id, self._limit = ticket_id, PAGE
        self._awaits_still = False

    def ask_when_still(self) -> None:
        """At once for a step by itself, after the last one of steps that follow each other."""
        self._awaits_still = self._step.isActive()
        self._step.start()
        if not self._awaits_still:
            self.ask()

    @Slot()
    def hurry(self) -> None:
        """Nobody walks on: ask now for what was put off."""
        if self._awaits_still:
            self._awaits_still = False
            self.ask()

    def ask(self) -> None:
        question = partial(
            read_ticket,
            ticket_id=self.ticket_id,
            me=self._me,
            clock=self._clock.moment(),
            limit=self._limit,
            language=self._language,
            folder=self._files,
        )
        self._reader.ask("ticket", question, self._on_content)

    def ask_for_choices(self, after_ms: int = 0) -> None:
        """Asked for again meanwhile, the wait begins anew."""
        self._choices_due.start(after_ms)

    @Slot()
    def _on_choices_due(self) -> None:
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
        # an answer may come after its ticket went to another pane, or was walked past
        if self.ticket_id and not self._awaits_still:
            self.content_read.emit(content)

    def _on_choices(self, choices: Choices) -> None:
        self.choices_read.emit(choices)

    def _on_side(self, side: SideContent) -> None:
        self.side_read.emit(side)
