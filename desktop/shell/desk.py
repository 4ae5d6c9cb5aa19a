"""The desk: the ticket list on the left, the chosen ticket on the right."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from desktop.inbox.list_pane import ListPane
from desktop.theme import LIST_WIDTH_PX
from desktop.widgets.empty_state import EmptyState


class TicketPlace(Protocol):
    """What the desk needs of the widget that shows a ticket."""

    def show_ticket(self, ticket_id: str) -> None: ...


class Desk(QSplitter):
    """Shows the ticket that is chosen in the list, or asks to choose one."""

    def __init__(self, list_pane: ListPane, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.shown_id = ""
        self._list_pane = list_pane
        self._pane: TicketPlace | None = None
        self._nothing = EmptyState()
        self._place = QStackedWidget()
        self._place.setObjectName("page")
        self._place.addWidget(self._nothing)
        self._nothing.show_state(
            "ticket", self.tr("Choose a ticket"), self.tr("It opens here. J and K go up and down.")
        )
        self.setHandleWidth(0)
        self.setChildrenCollapsible(False)
        self.addWidget(list_pane)
        self.addWidget(self._place)
        self.setStretchFactor(1, 1)
        self.setSizes([LIST_WIDTH_PX, 10 * LIST_WIDTH_PX])
        list_pane.ticket_chosen.connect(self.show_ticket)

    def set_ticket_pane(self, pane: QWidget, place: TicketPlace) -> None:
        """``pane`` and ``place`` are the same object, as a widget and as what it can do."""
        self._place.addWidget(pane)
        self._pane = place
        self._show(self.shown_id)

    @Slot(str)
    def show_ticket(self, ticket_id: str) -> None:
        """Show a ticket, also one that is not in the list; "" for none."""
        if ticket_id != self.shown_id:
            self._show(ticket_id)

    def list_width(self) -> int:
        return self._list_pane.width()

    def set_list_width(self, width_px: int) -> None:
        self.setSizes([width_px, max(1, self.width() - width_px)])

    def _show(self, ticket_id: str) -> None:
        self.shown_id = ticket_id
        if self._pane is None or not ticket_id:
            self._place.setCurrentIndex(0)
            return
        self._pane.show_ticket(ticket_id)
        self._place.setCurrentIndex(1)
