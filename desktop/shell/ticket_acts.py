"""What is done with tickets from the window: the row leaves or changes at once, then it is written.

The list, the ticket pane and the shortcuts all end here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.actions.words import command_words
from desktop.inbox.list_pane import ListPane
from desktop.inbox.list_query import ListQuery
from desktop.shell.dialogs import AskAbout, AskNew, Dialogs
from desktop.ticket_words import number_words
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models.clock import clock_at
from models.commands import Command, CreateTicket, SetTicket, Take, Transfer
from models.commands.messages import AddMessage
from models.errors import Refused
from models.filters import Filter, leaves_out_done
from models.perform import Performed
from models.queries.inbox import ticket_rows
from models.queries.saved_views import PREFIX
from models.rows import Actor, TicketRow


class FrontOf(Protocol):
    """The main window, which knows which of ours is in front."""

    def front(self) -> QWidget: ...


KEEPS_DONE = ("all", "done_today", "drafts", "pinned", "reminders")


class TicketActs(QObject):
    """Signals: ``done(str, bool)`` with a sentence for the undo bar, and whether it can be undone;
    ``refused(Exception)``; ``created(str)`` with the ticket that a form made or wrote on."""

    done = Signal(str, bool)
    refused = Signal(object)
    created = Signal(str)

    def __init__(
        self,
        reader: Reader,
        writer: CommandWriter,
        me: Actor,
        list_pane: ListPane,
        dialogs: Dialogs,
        window: FrontOf,
        shown_id: Callable[[], str],
    ) -> None:
        super().__init__(window.front())
        self._reader, self._writer, self._me = reader, writer, me
        self._list, self._dialogs, self._window = list_pane, dialogs, window
        self._shown_id = shown_id
        self.ask_category: Callable[[SetTicket], None] | None = None
        """What asks for the category that a ticket needs to be done, and goes on with it."""

    def submit(self, command: Command) -> None:
        """Perform any command that came from a screen."""
        self.submit_step([command])

    def submit_step(self, commands: Sequence[Command]) -> None:
        """Perform what is one step about one ticket; the last command says what became of it."""
        command = commands[-1]
        ticket_id = command.ticket or ""
        number = self._number(ticket_id)
        shown = self._list.whole_tree()
        left = bool(ticket_id) and leaves_view(self._list.query, command, self._me, shown)
        if left:
            self._list.take_out(ticket_id)
        self._writer.submit_together(
            commands,
            lambda performed: self._on_performed(performed[-1], number),
            lambda error: self._on_refused(command, ticket_id if left else "", error),
        )

    def submit_together(self, commands: Sequence[Command]) -> None:
        """Perform what is one step for its person; no row leaves the list by it."""
        self._writer.submit_together(
            commands, lambda performed: self.tell(performed[-1]), self.refused.emit
        )

    def submit_then(self, command: Command, then: Callable[[], None]) -> None:
        """Perform what is no act on a ticket, then go on."""

        def done(performed: Performed) -> None:
            self.tell(performed)
            then()

        self._writer.submit(command, done, self.refused.emit)

    def has_ticket(self) -> bool:
        """Whether a ticket is shown that the acts below are about."""
        return bool(self._shown_id())

    def mark_done(self) -> None:
        self.submit(SetTicket(id=self._shown_id(), set={"status": "done"}))

    def take(self) -> None:
        """The shown ticket is mine: a free one if I am first, and one that a colleague has."""
        id, me_id = self._shown_id(), self._me.id
        row = self._list.model.row_at(self._list.model.position_of(id))
        if row is not None and row.assignee_id not in (None, me_id):
            self.submit(SetTicket(id=id, set={"assignee_id": me_id}))
        else:
            self.submit(Take(id=id))

    def postpone(self) -> None:
        self._ask_about_shown(self._dialogs.postpone)

    def transfer(self) -> None:
        self._ask_about_shown(self._dialogs.transfer)

    def new_ticket(self) -> None:
        self.make(self._dialogs.new_ticket)

    def log_call(self) -> None:
        self.make(self._dialogs.log_call)

    def make(self, ask: AskNew | None) -> None:
        """What a form makes is one step: a ticket, perhaps with a contact and a check list."""
        commands = ask(self._window.front()) if ask else ()
        if commands:
            self._writer.submit_together(commands, self._on_made, self.refused.emit)

    def _ask_about_shown(self, ask: AskAbout | None) -> None:
        """Ask about the shown ticket; its row is read first when the list does not have it."""
        id, me = self._shown_id(), self._me
        row = self._list.model.row_at(self._list.model.position_of(id))
        if ask is None or not id:
            return
        if row is not None:
            self._ask_about([row], ask)
            return
        self._reader.ask(
            "acts.row",
            lambda store: ticket_rows(store, [id], me, clock_at(0)),
            lambda rows: self._ask_about(rows, ask),
        )

    def _ask_about(self, rows: Sequence[TicketRow], ask: AskAbout) -> None:
        for row in rows:
            asked = ask(self._window.front(), row)
            if asked:
                self.submit_step([asked] if isinstance(asked, Command) else asked)

    def _number(self, ticket_id: str) -> str:
        row = self._list.model.row_at(self._list.model.position_of(ticket_id))
        return number_words(row.number) if row else ""

    def _on_performed(self, performed: Performed, number: str) -> None:
        command = performed.command
        self._list.settle(command.ticket or "")
        self.tell(performed, number)

    def _on_made(self, performed: Sequence[Performed]) -> None:
        for act in performed:
            if isinstance(act.command, CreateTicket | AddMessage):
                self.tell(act, self._number(act.command.ticket))
                self.created.emit(act.command.ticket)

    def tell(self, performed: Performed, number: str = "") -> None:
        """Say what was done, by whatever part of the window."""
        command = performed.command
        words = command_words(command)
        if words:
            undoable = command.undoable and performed.inverse is not None
            self.done.emit(f"{number} · {words}" if number else words, undoable)

    def _on_refused(self, command: Command, left_id: str, error: Exception) -> None:
        if left_id:
            self._list.bring_back(left_id)
        lacks = isinstance(error, Refused) and error.code == "category"
        if lacks and self.ask_category and isinstance(command, SetTicket):
            self.ask_category(command)
        else:
            self.refused.emit(error)


def leaves_view(query: ListQuery, command: Command, me: Actor, shown: Filter) -> bool:
    """Whether the command takes its ticket out of what the list shows, ``shown`` as a filter.

    Whoever takes a ticket means to work on it: it stays until another one is chosen.
    """
    is_done = isinstance(command, SetTicket) and command.set.get("status") == "done"
    if is_done and leaves_out_done(shown):
        return True
    if query.search or query.view in KEEPS_DONE or query.view.startswith(PREFIX):
        return False
    match command:
        case SetTicket(set={"status": "done"}):
            return True
        case SetTicket(set={"status": "postponed"}):
            return query.view == "at_risk"
        case SetTicket(set={"tier": tier}):
            return query.view == ("level_1" if tier > 1 else "level_2")
        case SetTicket(set={"assignee_id": str()}):
            return query.view == "offered"
        case Transfer():
            return _transfer_leaves(query.view, command, me)
    return False


def _transfer_leaves(view: str, command: Transfer, me: Actor) -> bool:
    if view.startswith("queue:"):
        return command.queue_id is not None
    if view == "unassigned":
        return command.assignee_id is not None
    return view == "my_open" and command.assignee_id != me.id
