"""What the window asks when tickets are merged, linked or split."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Slot

from desktop.actions.registry import Action
from desktop.dialogs.relate import RelateDialog
from desktop.dialogs.relate_words import MERGE
from desktop.dialogs.split import SplitDialog
from desktop.shell.window import MainWindow
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models.commands import Command, MergeTickets
from models.perform import Performed
from models.queries.conversation import conversation
from models.rows import Actor, Clock, MessageRow, TicketHeader

if TYPE_CHECKING:
    from models.database import Store

MENU = ("merge", "link", "split")
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
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._me, self._reader, self._window, self._clock = me, reader, window, clock
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
            self._window,
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

    def _on_messages(self, looked: Looked) -> None:
        command = SplitDialog.ask(self._window, *looked)
        if command is not None:
            self.open_after(command, command.id)
            self._window.acts.submit(command)

    def open_after(self, command: Command, ticket_id: str) -> None:
        """Where the work goes on is shown as soon as the command is done."""
        self._opens[command.uid] = ticket_id

    @Slot(object)
    def _on_performed(self, performed: Performed) -> None:
        ticket_id = self._opens.pop(performed.command.uid, "")
        if ticket_id:
            self._window.open_ticket(ticket_id)

    def _is_open(self) -> bool:
        return self._shown() is not None


def _read_messages(store: Store, header: TicketHeader, chosen_id: str) -> Looked:
    """All that is here of the conversation."""
    items = conversation(store, header.id, limit=100_000)
    return Looked(header, [item for item in items if isinstance(item, MessageRow)], chosen_id)
