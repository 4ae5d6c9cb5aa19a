"""What the window does about work times and check lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Slot

from desktop.actions.registry import Action
from desktop.dialogs.work_time import WorkTimeDialog
from desktop.shell.window import MainWindow
from desktop.ticket.work_strips import WorkStrips
from desktop.ticket_words import number_words
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models.commands import SetTicket
from models.errors import Refused
from models.perform import NotDone, Performed
from models.queries.conversation import ticket_header
from models.queries.facts import ticket_facts
from models.queries.work import checklist
from models.rows import Actor, TicketHeader, TimeRow
from models.work_timer import running, start_meeting, toggle

if TYPE_CHECKING:
    from models.database import Store

MENU = ("timer", "checklist")
"""What the "⋯" of a ticket's head offers of these."""


class LeftOpen(NamedTuple):
    """Lines that are not ticked on a done ticket, and names of facts that nobody told; none of
    both: then it is the clock that runs."""

    ticket_id: str
    number: str
    lines: int
    facts: tuple[str, ...] = ()


class WorkDesk(QObject):
    """``shown`` is the open ticket, ``strips`` what hangs on it."""

    def __init__(
        self,
        reader: Reader,
        writer: CommandWriter,
        window: MainWindow,
        shown: Callable[[], TicketHeader | None],
        strips: Callable[[], WorkStrips],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._reader, self._writer, self._window = reader, writer, window
        self._shown, self._strips = shown, strips
        writer.performed.connect(self._on_performed)
        window.acts.refused.connect(self._on_refused)

    def actions(self) -> list[Action]:
        acts = (
            ("timer", self.tr("Start or stop the work clock"), "timer", "Ctrl+T", self.toggle),
            ("checklist", self.tr("Check list"), "check-list", "Ctrl+Shift+C", self._open_list),
        )
        return [
            Action(id, words, icon, key, "ticket", run, self._is_open)
            for id, words, icon, key, run in acts
        ]

    def _open_list(self) -> None:
        self._strips().checklist.open()

    @Slot()
    def toggle(self) -> None:
        """Start the clock on the open ticket, or stop it."""
        header = self._shown()
        if header is not None:
            self.toggle_on(header.id)

    def toggle_on(self, ticket_id: str) -> None:
        self._writer.run(partial(_toggle, ticket_id), partial(self._on_toggled, ticket_id))

    def start_meeting(self, ticket_id: str, started: Callable[[], object]) -> None:
        """The clock runs as a meeting; ``started`` is called once that stands in the file."""

        def done(ended: Sequence[Performed | NotDone]) -> None:
            self._on_toggled(ticket_id, ended)
            started()

        self._writer.run(partial(_start_meeting, ticket_id), done)

    def _on_toggled(self, ticket_id: str, ended: Sequence[Performed | NotDone]) -> None:
        for each in ended:
            if isinstance(each, NotDone):
                self._window.acts.refused.emit(each.error)
            else:
                self._window.acts.tell(each)
        self._window.ticket_changed(ticket_id)

    @Slot(object)
    def ask_time(self, entry: TimeRow | None) -> None:
        """A work time by hand; ``entry`` is to be corrected."""
        header = self._shown()
        commands = WorkTimeDialog.ask(self._window.front(), header.id, entry) if header else []
        if commands:
            self._window.acts.submit_step(commands)

    @Slot(object)
    def _on_performed(self, performed: Performed) -> None:
        """What is left open on a ticket that is done is told of, and easily seen to."""
        command = performed.command
        if isinstance(command, SetTicket) and command.set.get("status") == "done":
            question = partial(_left_open, ticket_id=command.id, language=self._strips().language)
            self._reader.ask("done/left", question, partial(self._on_left_open, performed))

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        """A ticket that can't be done yet: what is to be told has the keyboard."""
        if isinstance(error, Refused) and error.code == "facts":
            self._strips().facts.go_to_missing()

    def _on_left_open(self, performed: Performed, left: LeftOpen | None) -> None:
        inverse = performed.inverse
        if left is None or inverse is None:
            return
        if left.lines or left.facts:
            words = self.tr("%1 is done, and %n lines of its check list are open.", "", left.lines)
            if left.facts:
                words = self.tr("%1 is done, though nobody told: %2.")
            words = words.replace("%2", ", ".join(left.facts))
            act, offer = self.tr("Not done yet"), partial(self._window.acts.submit, inverse)
        else:
            words = self.tr("%1 is done, and the clock still runs on it.")
            act, offer = self.tr("Stop the clock"), partial(self.toggle_on, left.ticket_id)
        said = words.replace("%1", number_words(left.number))
        self._window.show_message("warn", said, act, offer)

    def _is_open(self) -> bool:
        return self._shown() is not None


def _toggle(ticket_id: str, store: Store, actor: Actor, now_ms: int) -> list[Performed | NotDone]:
    return toggle(store, ticket_id, actor, now_ms)


def _start_meeting(
    ticket_id: str, store: Store, actor: Actor, now_ms: int
) -> list[Performed | NotDone]:
    return start_meeting(store, ticket_id, actor, now_ms)


def _left_open(store: Store, ticket_id: str, language: str) -> LeftOpen | None:
    lines = sum(not item.done for item in checklist(store, ticket_id))
    facts = tuple(fact.name for fact in ticket_facts(store, ticket_id, language) if fact.missing)
    clock = running(store)
    if not lines and not facts and (clock is None or clock.ticket_id != ticket_id):
        return None
    return LeftOpen(ticket_id, ticket_header(store, ticket_id).number, lines, facts)
