"""What the shown ticket is: its category, also when it lacks one to be done, and its level."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject

from desktop.dialogs.category_picker import CategoryPicker
from desktop.dialogs.due_time import DueDialog
from desktop.shell.window import MainWindow
from desktop.work.reader import Reader
from models.commands import SetTicket
from models.errors import NotFound
from models.queries.conversation import ticket_header
from models.rows import Actor, TicketHeader

if TYPE_CHECKING:
    from models.database import Store


class ClassifyDesk(QObject):
    """The picker for the window's acts."""

    def __init__(
        self, me: Actor, reader: Reader, window: MainWindow, language: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._me, self._reader, self._window, self._language = me, reader, window, language
        window.acts.ask_category = self.finish

    def choose(self) -> None:
        """Another category for the shown ticket."""
        shown = self._window.shown_id()
        if shown:
            self._ask(SetTicket(id=shown, set={}), closing=False)

    def turn_specialist(self) -> None:
        """The shown ticket needs a specialist, or does so no more."""
        shown = self._window.shown_id()
        self._read(shown, lambda header: self._set_tier(shown, 1 if header.tier > 1 else 2))

    def set_due(self) -> None:
        """When the shown ticket is due."""
        self._read(self._window.shown_id(), self._ask_due)

    def finish(self, command: SetTicket) -> None:
        """The same act with the category that it lacks, once that is chosen."""
        self._ask(command, closing=True)

    def _ask(self, command: SetTicket, *, closing: bool) -> None:
        self._read(command.id, partial(self._pick, command, closing))

    def _read(self, ticket_id: str, go_on: Callable[[TicketHeader], None]) -> None:
        """The head of a ticket; nothing where none is shown, or it has gone."""

        def read(store: Store) -> TicketHeader | None:
            try:
                return ticket_header(store, ticket_id, self._language)
            except NotFound:
                return None

        def answer(header: TicketHeader | None) -> None:
            if header is not None:
                go_on(header)

        self._reader.ask("classify", read, answer)

    def _ask_due(self, header: TicketHeader) -> None:
        now = datetime.now().astimezone()
        command = DueDialog.ask_about(self._window.front(), self._reader, header, now)
        if command is not None:
            self._window.acts.submit(command)

    def _set_tier(self, ticket_id: str, tier: int) -> None:
        self._window.acts.submit(SetTicket(id=ticket_id, set={"tier": tier}))

    def _pick(self, command: SetTicket, closing: bool, header: TicketHeader) -> None:
        answer = CategoryPicker.ask(
            self._window.front(),
            reader=self._reader,
            me=self._me,
            language=self._language,
            category_id=command.set.get("category_id", header.category_id),
            closing=closing,
        )
        if answer is None or (not closing and answer[0] == header.category_id):
            return
        wanted = {**command.set, "category_id": answer[0]}
        self._window.acts.submit(msgspec.structs.replace(command, set=wanted))
