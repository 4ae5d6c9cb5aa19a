"""The list pane: asks the reader for what the list shows, and keeps it fresh."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from desktop.inbox.empty_words import empty_words
from desktop.inbox.filter_bar import FilterBar
from desktop.inbox.filter_choices import Choice
from desktop.inbox.filter_popup import FilterPopup
from desktop.inbox.list_query import (
    PAGE_ROWS,
    ListQuery,
    Page,
    all_ids,
    read_first_page,
    read_page,
    read_rows,
)
from desktop.inbox.ticket_list_model import TicketListModel
from desktop.inbox.ticket_list_view import TicketListView
from desktop.inbox.ticket_row_delegate import TicketRowDelegate
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.empty_state import EmptyState
from desktop.work.reader import Reader
from models.clock import clock_at
from models.errors import BadFilter, DeskError
from models.filters import Filter, Term, Words, is_on, parse, with_term, without_term, write
from models.queries.filter_values import filter_values
from models.queries.inbox import default_order
from models.queries.lists import filter_of
from models.queries.saved_views import PREFIX, SavedView
from models.rows import Actor, PageKey
from sync.protocol.link import TicketFetched

if TYPE_CHECKING:
    from models.database import Store

REPAINT_DUE_MS = 20_000
MOST_MERGED_ROWS = 500
LEAST_WIDTH_PX = 300


class ListPane(QFrame):
    """Header, chips, list or what stands in its place.

    Signals: ``ticket_chosen(str)`` with the id, "" when nothing is chosen;
    ``order_chosen(str, str)``: a view's key and its order, "" for its own;
    ``filter_written(str)``: the filter's text, after a chip changed it; ``save_wanted()``;
    ``number_wanted(str)``: fetch a ticket that is on the server alone;
    ``bulk_wanted(str)``: do this with all that are selected.
    """

    ticket_chosen = Signal(str)
    order_chosen = Signal(str, str)
    filter_written = Signal(str)
    save_wanted = Signal()
    number_wanted = Signal(str)
    bulk_wanted = Signal(str)

    def __init__(
        self,
        reader: Reader,
        me: Actor,
        now_ms: Callable[[], int],
        parent: QWidget | None = None,
        *,
        language: str = "en",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("listPane")
        self.setMinimumWidth(LEAST_WIDTH_PX)
        self._reader, self._me, self._now_ms = reader, me, now_ms
        self.query = ListQuery("my_open", "due")
        self._base, self._title = self.query, ""
        self._language = language
        self._trouble: DeskError | None = None
        self._saved: SavedView | None = None
        self._as_of, self._partial = "", False
        self._view_count = ""
        self._wanted_id = ""
        self._or_first = False
        self._loaded_query: ListQuery | None = None
        self.filter_bar = FilterBar()
        self.also = ElidedLabel()
        self.model = TicketListModel(now_ms, self)
        self.selection = self.model.selection
        self.view = TicketListView(self.model, TicketRowDelegate(now_ms, self))
        self._empty = EmptyState()
        self._popup = FilterPopup(self._has_choice, self)
        self.rows = QStackedWidget()
        self._lay_out()
        self._connect()

    def show_view(self, view: str, title: str, order: str = "") -> None:
        """Show a view from its top; the chosen ticket stays chosen when it is in there too."""
        is_saved = view.startswith(PREFIX)
        self._base = ListQuery(view, order or ("" if is_saved else default_order(view)))
        self._title, self._saved = title, None
        self._show(self._base, title)

    def show_search(self, text: str) -> None:
        """Show what a text asks for: words search all tickets on this computer, terms alone
        narrow the view."""
        query = ListQuery(self._base.view, self._base.order, text)
        if not query.search:
            self._show(query, self._title)
            return
        order = self.query.order if self.query.search else "newest"
        title = self.tr("Search: {0}").format(query.search)
        self._show(ListQuery("all", order, text), title)

    def whole_filter(self) -> str:
        """What is shown in the words of a filter: the view's own and what narrows it."""
        saved = self._saved.filter if self._saved else ""
        return f"{filter_of(self.query.view, saved)} {self.query.text}".strip()

    def whole_tree(self) -> Filter:
        """The same as a tree; nothing where a word of it is not clear."""
        try:
            return parse(self.whole_filter())
        except BadFilter:
            return Filter()

    def shown_order(self) -> str:
        """The order of the list now."""
        own = self._saved.order if self._saved else ""
        return self.query.order or own or "due"

    def add_bar(self, bar: QWidget) -> None:
        """A line between the chips and the list."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.indexOf(self.also), bar)

    def clear_filter(self) -> None:
        """Take away all terms; words stay."""
        words = (part for part in self.query.tree.parts if isinstance(part, Words))
        self._write_filter(write(Filter(tuple(words))))

    def show_view_count(self, count: str) -> None:
        """How many tickets the view holds; a search or a chip shows its own number instead."""
        self._view_count = count
        self._show_count()

    def show_as_of(self, sentence: str) -> None:
        """How far an empty list can be trusted, e.g. "Confirmed at 12:31"."""
        self._as_of = sentence
        self._show_list_or_words()

    def show_partial(self, partial: bool) -> None:
        """Whether older tickets are on the server alone."""
        if partial != self._partial:
            self._partial = partial
            self._show_list_or_words()

    @Slot(object)
    def show_fetched(self, answer: TicketFetched) -> None:
        """What became of a number that was wanted; when it came the list is read again."""
        if not answer.number or answer.number != self.query.search or answer.ids:
            return
        words = self.tr("The server has no ticket with this number for you.")
        if answer.code:
            words = self.tr("The server can't be reached. Try again when you are online.")
        self._empty.show_state("search", self.tr("Nothing found"), words)

    def choose_soon(self, ticket_id: str, *, or_first: bool = False) -> bool:
        """Choose a ticket now (True) or with the next reading, or the first row if it has none."""
        is_here = self.view.select(ticket_id)
        self._wanted_id, self._or_first = ("", False) if is_here else (ticket_id, or_first)
        return is_here

    def choose_first(self) -> None:
        """Choose the first row of what is asked for, unless one of its rows is chosen already."""
        if self._loaded_query != self.query:
            self.choose_soon("", or_first=True)
        elif not self.view.current_id():
            self.view.select_position(0)

    def wants_bulk(self, act: str) -> bool:
        """Whether tickets are selected; then ``act`` is asked for on all of them."""
        if self.selection:
            self.bulk_wanted.emit(act)
        return bool(self.selection)

    @Slot()
    def select_all(self) -> None:
        """Select what the view holds, also what is not loaded yet."""
        if self.model.is_complete():
            self.selection.replace(row.id for row in self.model.rows())
            return
        query, now_ms = self.query, self._now_ms()
        self._reader.ask(
            "list.all",
            lambda store: all_ids(store, self._me, clock_at(now_ms), query),
            lambda ids: self.selection.replace(ids if query == self.query else ()),
        )

    def add_foot(self, widget: QWidget) -> None:
        """Something below the list."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(widget)

    def begin_anew(self) -> None:
        """Read the first page again; the chosen ticket stays chosen when it is still in there."""
        self._wanted_id, self._or_first = self.view.current_id(), True
        self._read("list.page", self._on_first_page)

    def refresh(self) -> None:
        """Read what is loaded again: rows come, go and change, none moves."""
        loaded = self.model.rowCount()
        if self._loaded_query != self.query:
            return
        if loaded > MOST_MERGED_ROWS:
            self.refresh_rows([row.id for row in self.model.rows()], whole=True)
            return
        from_end = self.model.is_from_end()
        self._read("list.merge", self._on_read_again, from_end=from_end, limit=loaded + PAGE_ROWS)

    def refresh_rows(self, ids: list[str], *, whole: bool = False) -> None:
        """Show the new state of these rows, where they stand; ``whole``: of all that are here."""
        me, clock, view = self._me, clock_at(self._now_ms()), self.query.view
        columns = None if whole else self.model.columns
        self._reader.ask(
            "list.rows.all" if whole else "list.rows",
            lambda store: read_rows(store, me, clock, ids, view, columns, self._language),
            partial(self._on_rows_read, view, whole),
        )

    def take_out(self, ticket_id: str) -> None:
        """Let a row leave at once; the next one becomes current if it was current."""
        was_current = ticket_id == self.view.current_id()
        with QSignalBlocker(self.view):
            if was_current:
                self.view.step_off()
            self.model.take_out(ticket_id)
        self._show_list_or_words()
        self.view.viewport().repaint()  # before the next ticket, the writer and the readers begin
        if was_current:
            self.ticket_chosen.emit(self.view.current_id())

    def bring_back(self, ticket_id: str) -> None:
        """The row returns to its place with the next reading, and is chosen."""
        self.model.let_in(ticket_id)
        self.choose_soon(ticket_id)
        self.refresh()

    def settle(self, ticket_id: str) -> None:
        """What took the row out is written: from now on the file decides whether it is shown."""
        self.model.let_in(ticket_id)

    def _lay_out(self) -> None:
        self.rows.addWidget(self.view)
        self.rows.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.also.setProperty("role", "secondary")
        self.also.setContentsMargins(12, 8, 12, 8)
        self.also.hide()
        layout.addWidget(self.filter_bar)
        layout.addWidget(self.also)
        layout.addWidget(self.rows, 1)

    def _connect(self) -> None:
        self.model.page_wanted.connect(self._on_page_wanted)
        self.view.current_changed.connect(self.ticket_chosen)
        self.view.end_wanted.connect(self._on_end_wanted)
        self.view.start_wanted.connect(self._on_start_wanted)
        self.filter_bar.order_chosen.connect(self._on_order_chosen)
        self.filter_bar.term_toggled.connect(self._on_term_toggled)
        self.filter_bar.filters_wanted.connect(self._on_filters_wanted)
        self.filter_bar.save_wanted.connect(self.save_wanted)
        self._popup.term_chosen.connect(self._on_term_chosen)
        self._empty.action_chosen.connect(self._on_offer_taken)
        timer = QTimer(self)
        timer.timeout.connect(self.view.viewport().update)
        timer.start(REPAINT_DUE_MS)

    def _show(self, query: ListQuery, title: str) -> None:
        self.filter_bar.show_title(title)
        self.filter_bar.show_order(query.order)
        self._load(query)

    def _load(self, query: ListQuery) -> None:
        before, self.query = self.query, query
        self.filter_bar.show_filter(query.text)
        if replace(before, order=query.order) != query:
            self.selection.clear()
        self._read("list.page", self._on_first_page)

    def _write_filter(self, text: str) -> None:
        self.show_search(text)
        self.filter_written.emit(text)

    def _read(
        self,
        key: str,
        answer: Callable[[ListQuery, Page], None],
        after: PageKey | None = None,
        *,
        from_end: bool = False,
        limit: int = PAGE_ROWS,
    ) -> None:
        query = self.query
        self._reader.ask(
            key,
            lambda store: self._page(store, query, after, limit, from_end),
            lambda page: answer(query, page),
        )

    def _page(
        self, store: Store, query: ListQuery, after: PageKey | None, limit: int, from_end: bool
    ) -> Page:
        clock = clock_at(self._now_ms())
        if after is None and not from_end:
            return read_first_page(store, self._me, clock, query, limit, self._language)
        return read_page(store, self._me, clock, query, after, limit, from_end, self._language)

    def _on_first_page(self, query: ListQuery, page: Page) -> None:
        before = self.view.current_id()
        self._loaded_query = query
        self._show_also(page.also)
        self._take_view(page)
        self.model.show_first_page(page.rows, page.more)
        self.view.select(before)
        self._choose_wanted()
        if before and not self.view.current_id():
            self.ticket_chosen.emit("")
        self._after_rows_came()

    def _take_view(self, page: Page) -> None:
        """The name and the order of a saved view, which may not be in the sidebar yet."""
        self._trouble, self._saved = page.trouble, page.saved
        self.model.show_columns(page.columns)
        if page.saved is not None:
            self._title = page.saved.name
            self.filter_bar.show_title(page.saved.name)
            self.filter_bar.show_order(self.shown_order())

    def _show_also(self, words: str) -> None:
        self.also.setText(self.tr("Also searched as: {0}").format(words) if words else "")
        self.also.setVisible(bool(words))

    def _choose_wanted(self) -> None:
        found = bool(self._wanted_id) and self.view.select(self._wanted_id)
        if self._or_first and not found:
            self.view.select_position(0)
        self._wanted_id, self._or_first = "", False

    @Slot(object)
    def _on_page_wanted(self, after: PageKey) -> None:
        self._read("list.page", self._on_next_page, after, from_end=self.model.is_from_end())

    def _on_next_page(self, query: ListQuery, page: Page) -> None:
        if query == self.query:
            self.model.append_page(page.rows, page.more)
            self._after_rows_came()
            self.view.look_above()

    @Slot()
    def _on_end_wanted(self) -> None:
        self._read("list.page", self._on_last_page, from_end=True)

    def _on_last_page(self, query: ListQuery, page: Page) -> None:
        self.model.show_first_page(page.rows, page.more, from_end=True)
        self.view.select_position(self.model.rowCount() - 1)
        self._after_rows_came()
        self.view.look_above()

    @Slot()
    def _on_start_wanted(self) -> None:
        self.choose_soon("", or_first=True)
        self._load(self.query)

    def _on_read_again(self, query: ListQuery, page: Page) -> None:
        if query != self.query or page.from_end != self.model.is_from_end():
            return
        if not page.from_end:
            self._take_view(page)
        self.model.merge(page.rows, page.more, keep=self.view.current_id() or None)
        self._choose_wanted()
        self._after_rows_came()

    def _on_rows_read(self, view: str, whole: bool, page: Page) -> None:
        if whole and view == self.query.view:
            self.model.show_columns(page.columns)
        self.model.update_rows(page.rows)

    def _show_count(self) -> None:
        count = self._view_count
        if self.query.search or self.query.is_narrowed():
            count = f"{self.model.rowCount()}{'' if self.model.is_complete() else '+'}"
        self.filter_bar.show_count(count)

    def _after_rows_came(self) -> None:
        self._show_count()
        unread = sum(row.unread for row in self.model.rows())
        self.filter_bar.show_unread_count(unread if self.model.is_complete() else None)
        self._show_list_or_words()

    def _show_list_or_words(self) -> None:
        empty = self._loaded_query is not None and not self.model.rowCount()
        if empty:
            self._empty.show_state(
                *empty_words(self.query, self._as_of, self._partial, self._trouble)
            )
        self.rows.setCurrentWidget(self._empty if empty else self.view)

    @Slot()
    def _on_offer_taken(self) -> None:
        if self.query.is_narrowed():
            self.clear_filter()
        else:
            self.number_wanted.emit(self.query.search)

    @Slot(str)
    def _on_order_chosen(self, order: str) -> None:
        if not self.query.search:
            self._base = replace(self._base, order=order)
            self.order_chosen.emit(self.query.view, order)
        self._load(replace(self.query, order=order))

    @Slot(object, bool)
    def _on_term_toggled(self, term: Term, on: bool) -> None:
        self._write_filter((with_term if on else without_term)(self.query.text, term))

    @Slot(object)
    def _on_term_chosen(self, term: Term) -> None:
        self._on_term_toggled(term, not is_on(self.query.text, term))

    def _has_choice(self, choice: Choice) -> bool:
        return choice.term is not None and is_on(self.query.text, choice.term)

    @Slot()
    def _on_filters_wanted(self) -> None:
        self._popup.open_below(self.filter_bar.more)
        language = self._language
        self._reader.ask(
            "list.values",
            lambda store: filter_values(store, language),
            self._popup.show_values,
        )
