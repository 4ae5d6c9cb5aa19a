"""What the window asks when tickets are merged, linked or split."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Slot

from desktop.actions.registry import Action
from desktop.dialogs.answer_all import AnswerAllDialog
from desktop.dialogs.edit_text import EditorFactory
from desktop.dialogs.escalate import EscalateDialog
from desktop.dialogs.relate import RelateDialog
from desktop.dialogs.relate_words import MERGE
from desktop.dialogs.split import SplitDialog
from desktop.errors import words_for
from desktop.shell.window import MainWindow
from desktop.ticket_words import number_words
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models.commands import AddReply, Command, MergeTickets, Unsplit, Unwatch, Watch
from models.perform import NotDone, Performed, perform_each
from models.queries.conversation import conversation
from models.queries.relations import Side, TicketRelations, incidents, relations
from models.rows import Actor, Clock, MessageRow, TicketHeader

if TYPE_CHECKING:
    from models.database import Store

MENU = ("merge", "link", "split", "answer_all", "escalate", "watch")
"""What the "⋯" of a ticket's head offers of these."""


class Looked(NamedTuple):
    """What a split begins with."""

    header: TicketHeader
    messages: Sequence[MessageRow]
    chosen_id: str


class RelationsDesk(QObject):
    """``shown`` is the open ticket, ``current`` the message that the keyboard is on."""

    def __init__(
        self,
        me: Actor,
        reader: Reader,
        writer: CommandWriter,
        window: MainWindow,
        clock: Callable[[], Clock],
        shown: Callable[[], TicketHeader | None],
        current: Callable[[], MessageRow | None],
        make_editor: EditorFactory,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._me, self._reader, self._window, self._clock = me, reader, window, clock
        self._writer, self._make_editor = writer, make_editor
        self._shown, self._current = shown, current
        self._opens: dict[str, str] = {}
        writer.performed.connect(self._on_performed)

    def actions(self) -> list[Action]:
        """What can be done with the open ticket."""
        merge, link = partial(self.relate, MERGE), partial(self.relate, "related")
        acts = (
            ("merge", self.tr("Merge into another ticket…"), "merge", "Ctrl+Shift+G", merge),
            ("link", self.tr("Link to another ticket…"), "link", "Ctrl+Shift+L", link),
            ("split", self.tr("Split off messages…"), "split", "Ctrl+Shift+T", self.split),
            ("escalate", self.tr("Escalate…"), "bolt", "Ctrl+Shift+E", self.escalate),
            ("watch", self.tr("Watch, or watch no longer"), "eye", "Ctrl+Shift+W", self.watch),
            ("answer_all", self.tr("Answer all incidents…"), "send", "Ctrl+Shift+R", self.answer),
        )
        return [
            Action(id, words, icon, key, "ticket", run, self._is_open)
            for id, words, icon, key, run in acts
        ]

    def relate(self, kind: str) -> None:
        """Ask for another ticket, and merge the open one into it or link the two."""
        header = self._shown()
        if header is None:
            return
        commands = RelateDialog.ask_how(
            self._window.front(),
            reader=self._reader,
            me=self._me,
            clock=self._clock,
            header=header,
            kind=kind,
        )
        for command in commands:
            if isinstance(command, MergeTickets):
                self.open_after(command, command.into_id)
        if commands:
            self._window.acts.submit_together(commands)

    @Slot()
    def split(self) -> None:
        """Ask which messages go; the one that the keyboard is on first."""
        message = self._current()
        self.split_off(message.id if message else "")

    def split_off(self, message_id: str) -> None:
        """The same, with this message chosen."""
        header = self._shown()
        if header is not None:
            read = partial(_read_messages, header=header, chosen_id=message_id)
            self._reader.ask("split", read, self._on_messages)

    @Slot()
    def answer(self) -> None:
        """Ask for one answer to all incidents of the open ticket."""
        header = self._shown()
        if header is not None:
            question = partial(incidents, ticket_id=header.id)
            self._reader.ask("incidents", question, partial(self._on_incidents, header))

    def _on_incidents(self, header: TicketHeader, found: Sequence[Side]) -> None:
        if not found:
            words = self.tr("%1 has no incidents. Link them to it first.")
            number = number_words(header.number)
            self._window.show_message("info", words.replace("%1", number))
            return
        steps = AnswerAllDialog.ask(self._window.front(), self._make_editor, header, found)
        if steps:
            numbers = {side.id: number_words(side.number) for side in found}
            act = partial(_perform_each, steps)
            self._writer.run(
                act, partial(self._tell_answered, numbers), self._window.acts.refused.emit
            )

    def _tell_answered(
        self, numbers: Mapping[str, str], done: Sequence[Performed | NotDone]
    ) -> None:
        """How it went on each ticket."""
        failed = [each for each in done if isinstance(each, NotDone)]
        replies = [
            each.command.ticket_id
            for each in done
            if isinstance(each, Performed) and isinstance(each.command, AddReply)
        ]
        if replies:
            self._window.acts.done.emit(self.tr("%n tickets answered", "", len(replies)), True)
        listed = ", ".join(numbers.get(id, "") for id in replies)
        parts = [self.tr("Answered: %1.").replace("%1", listed)] if replies else []
        for each in failed:
            words = self.tr("Not answered: %1. %2").replace("%2", words_for(each.error))
            parts.append(words.replace("%1", numbers.get(each.ticket_id, "")))
        self._window.show_message("warn" if failed else "info", " ".join(parts))

    @Slot()
    def escalate(self) -> None:
        """Ask which support line the open ticket goes to, and why."""
        self._look(self._on_escalation)

    def _on_escalation(self, header: TicketHeader, told: TicketRelations) -> None:
        command = EscalateDialog.ask(self._window.front(), header, told.tier)
        if command is not None:
            self._window.acts.submit(command)

    @Slot()
    def watch(self) -> None:
        """Watch the open ticket oneself, or end that."""
        self._look(self._on_watch)

    def _on_watch(self, header: TicketHeader, told: TicketRelations) -> None:
        me = self._me.id
        kind = Unwatch if me in (id for id, _ in told.watchers) else Watch
        self._window.acts.submit(kind(ticket_id=header.id, agent_id=me))

    def _look(self, then: Callable[[TicketHeader, TicketRelations], None]) -> None:
        header = self._shown()
        if header is not None:
            question = partial(relations, ticket_id=header.id)
            self._reader.ask("relations", question, partial(then, header))

    def _on_messages(self, looked: Looked) -> None:
        command = SplitDialog.ask(self._window.front(), *looked)
        if command is not None:
            self.open_after(command, command.id)
            self._window.acts.submit(command)

    def open_after(self, command: Command, ticket_id: str) -> None:
        """Where the work goes on is shown as soon as the command is done."""
        self._opens[command.uid] = ticket_id

    @Slot(object)
    def _on_performed(self, performed: Performed) -> None:
        command = performed.command
        ticket_id = self._opens.pop(command.uid, "")
        if isinstance(command, Unsplit):  # its ticket is in the trash now
            ticket_id = next(iter(command.messages.values()), "")
        if ticket_id:
            self._window.open_ticket(ticket_id)

    def _is_open(self) -> bool:
        return self._shown() is not None


def _perform_each(
    steps: Sequence[Sequence[Command]], store: Store, actor: Actor, now_ms: int
) -> list[Performed | NotDone]:
    return perform_each(store, steps, actor, now_ms)


def _read_messages(store: Store, header: TicketHeader, chosen_id: str) -> Looked:
    """All that is here of the conversation."""
    items = conversation(store, header.id, limit=100_000)
    return Looked(header, [item for item in items if isinstance(item, MessageRow)], chosen_id)
