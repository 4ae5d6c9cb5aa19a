"""Who asks: the contact card, the company, what they have, and their newest tickets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import theme_state
from desktop.ticket.customer_card import CustomerCardBox
from desktop.ticket.promise_card import PromiseCard
from desktop.ticket.scroll_column import ScrollColumn
from desktop.ticket.ticket_link import TicketLink
from desktop.widgets.empty_state import EmptyState
from models.queries.customer_rows import BesideTicket
from models.queries.promises import PromisesRow
from models.rows import TicketHeader, TicketRow


class CustomerPanel(ScrollColumn):
    """Signals: ``ticket_chosen(str)`` with the id of another ticket, ``customer_wanted(str,
    str)`` kind and id of a card to open, ``command_chosen(Command)`` for an edit made here,
    ``fault_told(str)`` for one that can't be."""

    ticket_chosen = Signal(str)
    customer_wanted = Signal(str, str)
    command_chosen = Signal(object)
    fault_told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header: TicketHeader | None = None
        self._tickets: tuple[TicketRow, ...] = ()
        self._beside = BesideTicket()
        self._promises: PromisesRow | None = None
        theme_state().changed.connect(self._show)

    def show_requester(
        self,
        header: TicketHeader,
        tickets: Sequence[TicketRow],
        beside: BesideTicket,
        promises: PromisesRow | None = None,
    ) -> None:
        """``tickets`` of the same requester; the open one is left out."""
        others = tuple(row for row in tickets if row.id != header.id)
        shown = (self._header, self._tickets, self._beside, self._promises)
        if (header, others, beside, promises) == shown:
            return
        self._header, self._tickets = header, others
        self._beside, self._promises = beside, promises
        self._show()

    @Slot()
    def _show(self) -> None:
        header, others, beside = self._header, self._tickets, self._beside
        self.clear()
        if header is None:
            return
        if not header.requester_name and not header.company_name:
            self._add_nobody()
            self._add_promises()
            return
        self._add_card(header, beside)
        self._add_promises()
        if beside.note:
            self.add(_section(self.tr("About the contact")))
            self.add(_note_card(beside.note))
        if header.company_note:
            self.add(_section(self.tr("About the company")))
            self.add(_note_card(header.company_note))
        if beside.assets:
            self.add(_section(self.tr("Equipment")))
            self.add(_asset_card(beside))
        self.add(_section(self.tr("Newest tickets") if others else self.tr("No other tickets")))
        for row in others:
            link = TicketLink(row)
            link.clicked.connect(lambda _=False, id=row.id: self.ticket_chosen.emit(id))
            self.add(link)

    def _add_card(self, header: TicketHeader, beside: BesideTicket) -> None:
        card = CustomerCardBox(header, beside)
        card.customer_wanted.connect(self.customer_wanted)
        card.command_chosen.connect(self.command_chosen)
        card.fault_told.connect(self.fault_told)
        self.add(card)

    def _add_promises(self) -> None:
        if self._promises is not None:
            self.add(_section(self.tr("Promised")))
            self.add(PromiseCard(self._promises))

    def _add_nobody(self) -> None:
        state = EmptyState()
        words = self.tr("The ticket has no requester yet.")
        state.show_state("user", self.tr("Nobody"), words)
        self.add(state)


def _selectable(value: str) -> QLabel:
    label = QLabel(value)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    label.setAccessibleName(value)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


def _section(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "section")
    return label


def _asset_card(beside: BesideTicket) -> QFrame:
    card, lines = _card(), []
    for asset in beside.assets:
        lines.append(" · ".join(filter(None, (asset.name, asset.serial, asset.note))))
    layout = QVBoxLayout(card)
    layout.setContentsMargins(12, 9, 12, 9)
    layout.addWidget(_selectable("\n".join(lines)))
    return card


def _note_card(text: str) -> QFrame:
    card = _card()
    card.setProperty("kind", "note")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(12, 9, 12, 9)
    layout.addWidget(_selectable(text))
    return card


def _card() -> QFrame:
    card = QFrame()
    card.setProperty("card", True)
    return card
