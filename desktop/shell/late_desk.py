"""What the window asks about changes that met others, about approvals and earlier versions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.dialogs.ask_approval import AskApprovalDialog
from desktop.dialogs.conflict_dialog import ConflictDialog
from desktop.dialogs.versions import VersionsDialog
from desktop.shell.window import MainWindow
from desktop.ticket_words import number_words
from desktop.work.reader import Reader
from models.queries import conflicts, conversation
from models.rows import Actor, ConflictRow, MergedTags, MessageRow, TicketHeader, VersionRow

if TYPE_CHECKING:
    from models.database import Store

Card = tuple[list[ConflictRow], MergedTags | None]


class LateDesk(QObject):
    """Reads what a dialog shows, opens it, and has the window do what was chosen.

    Signals: ``history_wanted()`` of the open ticket.
    """

    history_wanted = Signal()

    def __init__(
        self, me: Actor, reader: Reader, window: MainWindow, language: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._me, self._reader, self._window, self._language = me, reader, window, language

    def show_conflicts(self, ticket_id: str = "", conflict_id: str = "", open_id: str = "") -> None:
        """The card of a ticket's open conflicts, of one conflict, or of all of this person's.

        With neither given, those of ``open_id`` come first.
        """
        me_id, language = self._me.id, self._language

        def read(store: Store) -> list[Card]:
            if conflict_id:
                return cards(store, conflicts.conflict(store, conflict_id, language), open_id)
            if ticket_id:
                return cards(store, conflicts.of_ticket(store, ticket_id, language), open_id)
            here = conflicts.of_ticket(store, open_id, language) if open_id else []
            mine = conflicts.of_person(store, me_id, language)
            known = {row.id for row in here}
            return cards(store, [*here, *(row for row in mine if row.id not in known)], open_id)

        self._reader.ask("conflicts", read, self._on_cards)

    @Slot(object)
    def ask_approval(self, header: TicketHeader) -> None:
        """Who has to agree to what on this ticket."""
        number = number_words(header.number)
        command = AskApprovalDialog.ask(
            self._window.front(), reader=self._reader, ticket_id=header.id, number=number
        )
        if command is not None:
            self._window.acts.submit(command)

    @Slot(object)
    def show_versions(self, message: MessageRow) -> None:
        """What a message said before."""
        self._reader.ask(
            "versions", lambda store: conversation.versions(store, message.id), self._on_versions
        )

    def _on_cards(self, found: list[Card]) -> None:
        """One card after the other, until one is left as it is."""
        if not found:
            self._window.show_message("info", self.tr("There is no conflict to settle."))
        for rows, tags in found:
            chosen = ConflictDialog.ask(self._window.front(), rows, self._me.id, tags)
            if chosen is None:
                return
            if chosen.commands:
                self._window.acts.submit_together(chosen.commands)
            if chosen.history:
                self._window.open_ticket(rows[0].ticket_id or "")
                self.history_wanted.emit()
                return

    def _on_versions(self, found: Sequence[VersionRow]) -> None:
        VersionsDialog.ask(self._window.front(), found)


def cards(store: Store, rows: Sequence[ConflictRow], first_id: str) -> list[Card]:
    """What belongs on one card each: a ticket, or a row elsewhere; ``first_id`` before others."""
    ordered = sorted(rows, key=lambda row: (_about(row) != first_id, _about(row)))
    groups = (list(group) for _, group in groupby(ordered, _about))
    return [(group, conflicts.merged_tags(store, group)) for group in groups]


def _about(row: ConflictRow) -> str:
    return row.ticket_id or row.ent
