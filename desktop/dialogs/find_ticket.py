"""Choosing a ticket by its number or by words in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.choice_list import ChoiceList
from desktop.dialogs.frame import DialogFrame
from desktop.ticket_words import number_words, status_words, subject_words
from desktop.widgets.popup_row import PopupRow
from desktop.widgets.search_field import SearchField
from desktop.work.reader import Reader
from models.queries.inbox import inbox_page
from models.rows import Actor, Clock, TicketRow

if TYPE_CHECKING:
    from models.database import Store

_WIDTH_PX, _HEIGHT_PX, _SHOWN = 560, 460, 12


class FindTicketDialog(DialogFrame):
    """Starts with the newest tickets; the first row that fits is chosen by Enter."""

    def __init__(
        self, reader: Reader, me: Actor, clock: Callable[[], Clock], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._reader, self._me, self._clock = reader, me, clock
        self._found: dict[str, TicketRow] = {}
        self.search = SearchField(self.tr("Number or words of the ticket"))
        self.list = ChoiceList(self.tr("Tickets found"))
        self.body.addWidget(self.search)
        self.body.addWidget(self.list.in_card(), 1)
        self.list.drive_from(self.search)
        self.watch_keys(self.search, self.list)
        self.search.textChanged.connect(self._search)
        self.list.row_chosen.connect(self.try_accept)
        self.resize(_WIDTH_PX, _HEIGHT_PX)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        *,
        title: str,
        accept_text: str,
        reader: Reader,
        me: Actor,
        clock: Callable[[], Clock],
    ) -> TicketRow | None:
        """The ticket, or None when cancelled. ``accept_text`` says what is done with it."""
        dialog = cls(reader, me, clock, parent)
        dialog.set_heading(title, "", accept_text)
        dialog.begin()
        ticket = dialog.ticket() if dialog.exec() else None
        dialog.deleteLater()
        return ticket

    def begin(self) -> None:
        """Ask for the newest tickets; the keyboard is in the search."""
        self._search()
        self.search.setFocus()

    def ticket(self) -> TicketRow | None:
        """The ticket that is current in the list."""
        row = self.list.current_row()
        return self._found.get(row.key) if row is not None else None

    def problem(self) -> tuple[str, QWidget] | None:
        if self.ticket() is None:
            return self.tr("Choose a ticket."), self.search
        return None

    @Slot()
    def _search(self) -> None:
        question = partial(self.look_up, self.search.text(), self._clock())
        self._reader.ask(f"find ticket {id(self)}", question, self._on_found)

    def look_up(self, typed: str, clock: Clock, store: Store) -> list[TicketRow]:
        """What fits what was typed; runs on a reader's thread."""
        return inbox_page(store, "all", self._me, clock, limit=_SHOWN, search=typed)

    def fits(self, row: TicketRow) -> bool:
        """Whether it may be chosen."""
        return True

    def _on_found(self, found: list[TicketRow]) -> None:
        self._found = {row.id: row for row in found if self.fits(row)}
        self.list.show_rows([self._row(row) for row in self._found.values()])
        nothing = self.tr("No ticket on this computer has that number or those words.")
        self.show_words("" if self._found else nothing)

    def _row(self, row: TicketRow) -> PopupRow:
        who = " · ".join(filter(None, (row.company_name, row.requester_name, row.queue_name)))
        return PopupRow(
            key=row.id,
            title=f"{number_words(row.number)}  {subject_words(row.subject)}",
            second=who,
            hint=status_words(row.status),
            icon_name="ticket",
        )
