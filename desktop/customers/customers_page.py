"""Customers as a page: the list, one card to read and edit, and what happened with them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.actions.registry import KeyNote
from desktop.customers.card_pane import CardPane
from desktop.customers.customer_list import CustomerList
from desktop.customers.merge_pane import MergePane
from desktop.customers.reading import (
    CustomerRead,
    ListRead,
    read_customer,
    read_list,
    read_two,
)
from desktop.customers.timeline_pane import TimelinePane
from desktop.errors import words_for
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.message_bar import MessageBar
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models.clock import clock_at
from models.commands import Command, Delete, MergeRecords, Put
from models.perform import Performed
from models.queries.customer_rows import (
    CustomerCard,
    CustomerKey,
    CustomerKind,
    CustomerRow,
    TimelineKey,
    TimelineRow,
)
from models.queries.customers import PAGE, customer_page
from models.queries.timeline import PAGE as ENTRIES
from models.queries.timeline import timeline
from models.rows import Actor

KINDS = ("contact", "company", "asset")
"""Rows whose changes are seen here."""
_CARD_PX, _TIMELINE_PX = 380, 420


class CustomersPage(QWidget):
    """Signals: ``ticket_opened(str)``, ``conflict_wanted(str)`` with an id each,
    ``undo_wanted()``, ``customer_shown(str)`` with the one that is read."""

    ticket_opened = Signal(str)
    conflict_wanted = Signal(str)
    undo_wanted = Signal()
    customer_shown = Signal(str)

    def __init__(
        self,
        reader: Reader,
        writer: CommandWriter,
        me: Actor,
        now_ms: Callable[[], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._reader, self._writer, self._me, self._now_ms = reader, writer, me, now_ms
        self._wanted: dict[CustomerKind, str] = {"contact": "", "company": ""}
        self._fresh_id = ""
        self.list, self.bar = CustomerList(), MessageBar()
        self.cards: dict[str, CardPane] = {
            "contact": CardPane(reader, "contact"),
            "company": CardPane(reader, "company"),
        }
        self.timeline, self.merging, self.empty = TimelinePane(), MergePane(), EmptyState()
        self._card, self._right = QStackedWidget(), QStackedWidget()
        self._both = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list.search)

    @property
    def kind(self) -> CustomerKind:
        return self.list.kind

    def open_customer(self, kind: CustomerKind, id: str) -> None:
        """Show this contact or company, wherever it stands in the list."""
        self.list.show_kind(kind)
        self._wanted[kind] = id
        self.load()

    @Slot()
    def load(self) -> None:
        """Read the list and the card again; both keep their place."""
        self._read_list(max(PAGE, self.list.model.rowCount()))
        self._read_card()

    def refresh(self) -> None:
        """Something changed; what is not in view reads when it is shown."""
        if self.isVisible():
            self.load()

    def _read_list(self, limit: int) -> None:
        kind = self.kind
        words, deleted = self.list.words(), self.list.shows_deleted()
        question = partial(read_list, kind=kind, words=words, limit=limit, deleted=deleted)
        self._reader.ask(f"customers {id(self)}", question, partial(self._on_list_read, kind))

    def new_customer(self) -> None:
        """Make one, named by the search or for now, and put the keyboard on its name."""
        words = self.list.words()
        name = words or (
            self.tr("New contact") if self.kind == "contact" else self.tr("New company")
        )
        values = {"name": name}
        if self.kind == "contact" and "@" in words:
            values = {"name": words.partition("@")[0], "email": words}
        put = Put(entity=self.kind, set=values)
        self._fresh_id = self._wanted[self.kind] = put.id
        self.perform(put)

    def perform(self, command: Command) -> None:
        """Write a change; what is refused is told in the bar."""
        self._writer.submit(command, self._on_done, self._on_refused)

    def key_notes(self, place: str) -> list[KeyNote]:
        """Keys that the parts of the page answer themselves."""
        return [
            KeyNote(place, self.tr("From the search into the list"), "Down"),
            KeyNote(place, self.tr("Edit the card, or open a ticket of the timeline"), "Enter"),
            KeyNote(place, self.tr("Leave a field as it was, then back to the list"), "Esc"),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the merging, then the card for the list."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._right.currentWidget() is self.merging:
            self._show_card()
        else:
            self.list.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.load()

    def _lay_out(self) -> None:
        for card in self.cards.values():
            self._card.addWidget(card)
        self._both.setChildrenCollapsible(False)
        self._both.setHandleWidth(1)
        self._both.addWidget(self._card)
        self._both.addWidget(self.timeline)
        self._both.setStretchFactor(0, 1)
        self._both.setStretchFactor(1, 1)
        self._both.setSizes([_CARD_PX, _TIMELINE_PX])
        for page in (self.empty, self._both, self.merging):
            self._right.addWidget(page)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._right, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        layout.addLayout(column, 1)

    def _connect(self) -> None:
        self.list.question_changed.connect(self._on_question_changed)
        self.list.customer_selected.connect(self._on_customer_selected)
        self.list.customer_wanted.connect(self.new_customer)
        self.list.entered.connect(self._on_entered)
        self.list.model.page_wanted.connect(self._on_page_wanted)
        self.timeline.model.page_wanted.connect(self._on_entries_wanted)
        self.timeline.ticket_opened.connect(self.ticket_opened)
        self.merging.decided.connect(self._on_merge_decided)
        self.merging.given_up.connect(self._show_card)
        self.empty.action_chosen.connect(self.new_customer)
        self._writer.performed.connect(self._on_performed)
        for card in self.cards.values():
            card.command_chosen.connect(self.perform)
            card.fault_told.connect(self._on_fault_told)
            card.merge_wanted.connect(self._on_merge_wanted)
            card.customer_wanted.connect(self._on_customer_wanted)
            card.conflict_wanted.connect(self.conflict_wanted)

    def _read_card(self) -> None:
        wanted = self._wanted[self.kind]
        if wanted:
            limit = max(ENTRIES, self.timeline.model.entries())
            question = partial(
                read_customer,
                kind=self.kind,
                id=wanted,
                me=self._me,
                clock=clock_at(self._now_ms()),
                limit=limit,
            )
            self._reader.ask(f"customer {id(self)}", question, self._on_customer_read)

    def _on_list_read(self, kind: CustomerKind, read: ListRead) -> None:
        if kind != self.kind:
            return
        found = 0 if read.has_more else len(read.rows)
        self.list.show_count(found if self.list.words() else read.count)
        wanted = self._wanted[kind]
        if not wanted and read.rows:
            wanted = self._wanted[kind] = read.rows[0].id
            self._read_card()
        self.list.show_rows(read.rows, has_more=read.has_more, selected=wanted)
        if not wanted:
            self._show_nobody()

    def _on_customer_read(self, read: CustomerRead | None) -> None:
        if read is None:
            self._wanted[self.kind] = ""
            self._show_nobody()
            return
        card = read.card
        if card.kind != self.kind:
            return
        self._wanted[card.kind] = card.id
        self.cards[card.kind].show_card(card)
        self.timeline.show_read(read)
        self.list.select(card.id)
        self._card.setCurrentWidget(self.cards[card.kind])
        if self._right.currentWidget() is not self.merging:
            self._show_card()
        if card.id == self._fresh_id:
            self._fresh_id = ""
            self.cards[card.kind].take_focus()
        self.customer_shown.emit(card.id)

    @Slot()
    def _show_card(self) -> None:
        self._right.setCurrentWidget(self._both)

    def _show_nobody(self) -> None:
        words = self.list.words()
        title = self.tr("Nobody has these words") if words else self.tr("Nobody is here yet")
        sentence = (
            self.tr("Try fewer words, or add them.")
            if words
            else self.tr("Whoever writes or calls gathers here, and whom you add yourself.")
        )
        person = self.kind == "contact"
        action = self.tr("New contact") if person else self.tr("New company")
        self.empty.show_state("people" if person else "building", title, sentence, action)
        self._right.setCurrentWidget(self.empty)

    @Slot()
    def _on_question_changed(self) -> None:
        """A search shows its first hit, without leaving the search."""
        self._wanted[self.kind] = ""
        self._read_list(PAGE)

    @Slot(str)
    def _on_customer_selected(self, id: str) -> None:
        if id != self._wanted[self.kind]:
            self._wanted[self.kind] = id
            self._show_card()
            self.bar.hide()
            self._read_card()

    @Slot(str, str)
    def _on_customer_wanted(self, kind: CustomerKind, id: str) -> None:
        self.open_customer(kind, id)

    @Slot()
    def _on_entered(self) -> None:
        self.cards[self.kind].take_focus()

    @Slot(object)
    def _on_page_wanted(self, after: CustomerKey) -> None:
        question = partial(
            customer_page,
            kind=self.kind,
            words=self.list.words(),
            after=after,
            deleted=self.list.shows_deleted(),
        )
        self._reader.ask(f"customers {id(self)}", question, self._on_page_read)

    def _on_page_read(self, rows: list[CustomerRow]) -> None:
        self.list.model.append_page(rows, has_more=len(rows) >= PAGE)

    @Slot(object)
    def _on_entries_wanted(self, after: TimelineKey) -> None:
        question = partial(timeline, kind=self.kind, id=self._wanted[self.kind], after=after)
        self._reader.ask(f"customer {id(self)}", question, self._on_entries_read)

    def _on_entries_read(self, entries: list[TimelineRow]) -> None:
        self.timeline.show_more(entries, has_more=len(entries) >= ENTRIES)

    @Slot(str)
    def _on_merge_wanted(self, other_id: str) -> None:
        question = partial(
            read_two,
            kind=self.kind,
            id=self._wanted[self.kind],
            other_id=other_id,
            me=self._me,
            clock=clock_at(self._now_ms()),
        )
        self._reader.ask(f"two customers {id(self)}", question, self._on_two_read)

    def _on_two_read(self, two: tuple[CustomerCard, CustomerCard] | None) -> None:
        if two is not None:
            self._right.setCurrentWidget(self.merging)
            self.merging.show_two(*two)

    @Slot(object)
    def _on_merge_decided(self, command: MergeRecords) -> None:
        self._wanted[self.kind] = command.into_id
        self._show_card()
        self.perform(command)

    def _on_done(self, performed: Performed) -> None:
        if isinstance(performed.command, MergeRecords) and performed.inverse is not None:
            told = self.tr("Both are one now.")
            self.bar.show_message("info", told, self.tr("Undo"), self.undo_wanted.emit)
        elif isinstance(performed.command, Delete) and performed.command.entity != "asset":
            told = self.tr("Deleted. The tickets and their history stay.")
            self.bar.show_message("info", told, self.tr("Undo"), self.undo_wanted.emit)
        else:
            self.bar.hide()

    def _on_refused(self, error: Exception) -> None:
        self._fresh_id = ""
        self.bar.show_message("error", words_for(error))
        self._read_card()

    @Slot(str)
    def _on_fault_told(self, sentence: str) -> None:
        if sentence:
            self.bar.show_message("warn", sentence)
        else:
            self.bar.hide()

    @Slot(object)
    def _on_performed(self, performed: Performed) -> None:
        if any(kind in KINDS for kind, _ in performed.touched):
            self.refresh()
