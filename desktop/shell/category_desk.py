"""Asks for the category of a ticket: by its key, and when a ticket is to be done without one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject

from desktop.dialogs.category_picker import CategoryPicker
from desktop.shell.window import MainWindow
from desktop.work.reader import Reader
from models.commands import SetTicket
from models.errors import NotFound
from models.queries.conversation import ticket_header
from models.rows import Actor, TicketHeader

if TYPE_CHECKING:
    from models.database import Store


class CategoryDesk(QObject):
    """The picker for the window's acts."""

    def __init__(
        self, me: Actor, reader: Reader, window: MainWindow, language: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._me, self._reader, self._window, self._language = me, reader, window, language
        window.acts.ask_category = self.finish

    def choose(self) -> None:
        """Another category for the shown ticket."""
        shown = self._window.desk.shown_id
        if shown:
            self._ask(SetTicket(id=shown, set={}), closing=False)

    def finish(self, command: SetTicket) -> None:
        """The same act with the category that it lacks, once that is chosen."""
        self._ask(command, closing=True)

    def _ask(self, command: SetTicket, *, closing: bool) -> None:
        def read(store: Store) -> TicketHeader | None:
            try:
                return ticket_header(store, command.id)
            except NotFound:
                return None

        self._reader.ask("category", read, partial(self._on_header, command, closing))

    def _on_header(self, command: SetTicket, closing: bool, header: TicketHeader | None) -> None:
        if header is None:
            return
        answer = CategoryPicker.ask(
            self._window,
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
