"""Where a call goes: onto a new ticket, or onto one of the caller's last ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.dialogs.choice_list import ChoiceList
from desktop.moments import day_words
from desktop.ticket_words import STATUS_ICONS, number_words, status_words, subject_words
from desktop.widgets.popup_delegate import ONE_LINE_HEIGHT_PX
from desktop.widgets.popup_row import PopupRow
from models.rows import TicketRow

_NEW = "new"
_FRAME_PX = 2


class CallPlace(ChoiceList):
    """Hidden while the caller has no tickets; a new ticket is chosen until another one is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Where it goes"))
        self.show_tickets(())

    def show_tickets(self, tickets: Sequence[TicketRow], chosen_id: str | None = None) -> None:
        """The last tickets of whoever calls, those that are not done first."""
        ordered = sorted(tickets, key=lambda row: row.status == "done")
        new = PopupRow(key=_NEW, title=self.tr("A new ticket"), icon_name="plus")
        self.show_rows([new, *map(_row, ordered)])
        self.go_to(chosen_id or _NEW)
        self.setFixedHeight((len(ordered) + 1) * ONE_LINE_HEIGHT_PX + _FRAME_PX)
        self.setVisible(bool(ordered))

    def ticket_id(self) -> str | None:
        """The ticket that the call is about; None for a new one."""
        row = self.current_row()
        return row.key if row is not None and row.key != _NEW else None


def _row(ticket: TicketRow) -> PopupRow:
    told = (status_words(ticket.status, ticket.waiting_for), day_words(ticket.activity_at_ms))
    return PopupRow(
        key=ticket.id,
        title=f"{number_words(ticket.number)}  {subject_words(ticket.subject)}",
        hint=" · ".join(filter(None, told)),
        icon_name=STATUS_ICONS.get(ticket.status, "ticket"),
    )
