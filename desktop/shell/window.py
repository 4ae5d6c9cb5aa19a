"""The main window: top bar, sidebar, desk or page, status bar. It connects the parts.

``app.py`` builds every long-lived object and hands it in; nothing is read before ``begin``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import cast

import msgspec
from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.actions.physical_keys import act_on
from desktop.actions.registry import ActionRegistry
from desktop.actions.undo import UndoStack
from desktop.code_words import words_for_code
from desktop.errors import log_unless_told, words_for
from desktop.inbox.list_pane import ListPane
from desktop.shell.desk import Desk, TicketPlace
from desktop.shell.dialogs import Dialogs
from desktop.shell.freshness import Freshness
from desktop.shell.grouped import grouped
from desktop.shell.navigation import CUSTOMERS_KEY, OUTBOX_KEY, SETTINGS_KEY, Navigation
from desktop.shell.new_troubles import NewTroubles
from desktop.shell.selection_actions import all_or_one, selection_actions, selection_keys
from desktop.shell.shortcuts_help import ShortcutsHelp
from desktop.shell.statusbar import StatusBar
from desktop.shell.summary import Summary
from desktop.shell.sync_words import next_due_words, sync_words, with_numbers
from desktop.shell.ticket_acts import TicketActs
from desktop.shell.top_bar import TopBar
from desktop.shell.undo_bar import UndoBar
from desktop.shell.undo_desk import UndoDesk
from desktop.shell.window_actions import WindowCalls, window_actions
from desktop.shell.window_memory import LIST_WIDTH, TICKET, VIEW, WindowMemory
from desktop.shell.window_menus import WindowMenus
from desktop.surroundings import LANGUAGE_KEY
from desktop.theme import LIST_WIDTH_PX
from desktop.widgets.message_bar import MessageBar, MessageTone, Offer
from desktop.work.engine_link import EngineLink
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models.perform import Performed
from models.rows import Actor
from sync.protocol.link import Failed, Poke, State

TICK_MS = 1_000
FIRST_VIEW = "my_open"
LEAST_SIZE_PX = (960, 560)


class MainWindow(QMainWindow):
    """Signals: ``tickets_changed(frozenset[str] | None)`` when tickets are to be read again
    (None: any of them); ``numbers_read()`` after anything changed; ``sync_told(SyncWords)`` each
    second; ``reply_wanted()``, ``note_wanted()`` by key, for the shown ticket; ``closing()`` while
    everything still works: save now; ``zoom_wanted(int)``: text larger, smaller, 0 as usual."""

    tickets_changed = Signal(object)
    numbers_read = Signal()
    sync_told = Signal(object)
    reply_wanted = Signal()
    note_wanted = Signal()
    closing = Signal()
    zoom_wanted = Signal(int)

    def __init__(
        self,
        *,
        reader: Reader,
        writer: CommandWriter,
        link: EngineLink,
        actions: ActionRegistry,
        me: Actor,
        now_ms: Callable[[], int],
        remembered: Mapping[str, str],
        dialogs: Dialogs,
        first_time: bool = False,
    ) -> None:
        """``first_time``: nothing is here yet, so the first ticket is chosen after the sync."""
        super().__init__()
        self.setWindowTitle("Deskside")
        self.setMinimumSize(*LEAST_SIZE_PX)
        self._reader, self._writer, self._link = reader, writer, link
        self._actions, self._now_ms, self._dialogs = actions, now_ms, dialogs
        self._first_time = first_time
        self._memory = WindowMemory(writer, remembered)
        self._summary: Summary | None = None
        self._troubles = NewTroubles()
        self._view = FIRST_VIEW
        self._settled = False
        self._signs_in_itself = True
        self.undo = UndoStack(writer, self)
        language = remembered.get(LANGUAGE_KEY, "en")
        self.list_pane = ListPane(reader, me, now_ms, language=language)
        self.acts = TicketActs(
            reader, writer, me, self.list_pane, dialogs, self, lambda: self.desk.shown_id
        )
        self._fill_actions()
        self.desk = Desk(self.list_pane)
        self.navigation = Navigation()
        self.top_bar = TopBar(actions, me)
        self.status_bar = StatusBar()
        self.message_bar = MessageBar()
        self.undo_bar = UndoBar(self.list_pane)
        UndoDesk(self.undo, self.acts, self.undo_bar, self.list_pane, self.show_message, self)
        self._pages: dict[str, QWidget] = {}
        self._page_makers: dict[str, Callable[[], QWidget]] = {}
        self._place = QStackedWidget()
        self._freshness = Freshness(reader, me, now_ms, self)
        self._menus = self._make_menus(me)
        self._tick = QTimer(self)
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Restore what is remembered and start reading; call once, before ``show``."""
        self._memory.restore_place(self)
        self.desk.set_list_width(int(self._memory.get(LIST_WIDTH, str(LIST_WIDTH_PX))))
        if not self._first_time:
            self.list_pane.choose_soon(self._memory.get(TICKET), or_first=True)
        self.show_view(self._memory.get(VIEW, FIRST_VIEW))
        self._freshness.start()
        self._tick.start(TICK_MS)
        self._on_tick()
        self.list_pane.view.setFocus()

    def set_ticket_pane(self, pane: QWidget) -> None:
        """The widget that shows the chosen ticket; it has ``show_ticket(id)``."""
        self.desk.set_ticket_pane(pane, cast(TicketPlace, pane))

    def add_page(self, key: str, text: str, icon: str, make: Callable[[], QWidget]) -> None:
        """An entry in the sidebar for a page in the place of the desk, made when it is needed."""
        self._page_makers[key] = make
        self.navigation.add_page(key, text, icon)

    def page(self, key: str) -> QWidget:
        """A page that ``add_page`` brought; this makes it, the first time."""
        if key not in self._pages:
            self._pages[key] = self._page_makers[key]()
            self._place.addWidget(self._pages[key])
        return self._pages[key]

    def show_view(self, view: str) -> None:
        """Show a view or queue by its key."""
        self._view = view
        self._memory.keep(VIEW, view)
        self.navigation.select(view)
        self.top_bar.show_text("")
        self._place.setCurrentWidget(self.desk)
        self.list_pane.show_view(view, self.navigation.title_of(view), self._memory.order_of(view))
        self._show_view_count()

    def show_page(self, key: str) -> None:
        """Show a page that ``add_page`` brought."""
        self.navigation.select(key)
        page = self.page(key)
        self._place.setCurrentWidget(page)
        page.setFocus()

    def open_ticket(self, ticket_id: str) -> None:
        """Show a ticket wherever it is."""
        self._place.setCurrentWidget(self.desk)
        self.navigation.select(self._view)
        if not self.list_pane.choose_soon(ticket_id):
            self.list_pane.view.clear_current()
            self.desk.show_ticket(ticket_id)

    def show_message(
        self, tone: MessageTone, text: str, action: str = "", offer: Offer | None = None
    ) -> None:
        """What happened, what is safe, what to do; stays until it is closed."""
        self.message_bar.show_message(tone, text, action, offer)

    @Slot(object)
    def show_trouble(self, error: Exception) -> None:
        """Say what an exception means."""
        log_unless_told(error)
        self.show_message("error", words_for(error))

    @Slot(str)
    def ticket_changed(self, ticket_id: str) -> None:
        """Something about this ticket is to be read again, without a command having been given.

        Without a ticket it is about the numbers alone.
        """
        self._freshness.note([ticket_id] if ticket_id else ())

    def show_outbox(self) -> None:
        """Show what waits and what needs somebody; nothing in a window without that page."""
        if OUTBOX_KEY in self._page_makers:
            self.show_page(OUTBOX_KEY)

    def bring_to_front(self) -> None:
        """Show the window to somebody who started the program once more."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def settle(self) -> None:
        """Keep place, ticket and what is being typed, once: while everything still works."""
        if self._settled:
            return
        self._settled = True
        self._memory.keep_place(self)
        self._memory.keep(LIST_WIDTH, str(self.desk.list_width()))
        self._memory.keep(TICKET, self.desk.shown_id)
        self.closing.emit()
        self._writer.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not act_on(event, self):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._tick.stop()
        self.settle()
        super().closeEvent(event)

    def _fill_actions(self) -> None:
        dialogs, acts = self._dialogs, self.acts
        each = partial(all_or_one, self.list_pane)
        calls = WindowCalls(
            search=self._on_search_key,
            undo=self.undo.undo,
            sync_now=self._on_sync_now,
            shortcuts=self._on_shortcuts,
            next_row=lambda: self.list_pane.view.step(1),
            previous_row=lambda: self.list_pane.view.step(-1),
            leave_search=self._on_escape,
            done=each("done", acts.mark_done),
            take=each("take", acts.take),
            new_ticket=acts.new_ticket if dialogs.new_ticket else None,
            log_call=acts.log_call if dialogs.log_call else None,
            postpone=each("postpone", acts.postpone) if dialogs.postpone else None,
            transfer=each("transfer", acts.transfer) if dialogs.transfer else None,
            category=dialogs.category,
            specialist=dialogs.specialist,
            due=dialogs.due,
            settings=self._on_settings if dialogs.settings else None,
            outbox=self.show_outbox if dialogs.sync_details else None,
            customers=self._on_customers_key,
            sync_details=self._on_sync_details if dialogs.sync_details else None,
            reply=self.reply_wanted.emit,
            note=self.note_wanted.emit,
            palette=dialogs.palette,
            zoom=self.zoom_wanted.emit,
        )
        self._actions.add(*window_actions(calls, self.undo.can_undo, acts.has_ticket))
        self._actions.add(*selection_actions(self.list_pane, self.undo))
        self._actions.note(*selection_keys())
        self._actions.install("window", self, context=Qt.ShortcutContext.WindowShortcut)
        view = self.list_pane.view
        self._actions.install("list", view, context=Qt.ShortcutContext.WidgetShortcut)

    def _make_menus(self, me: Actor) -> WindowMenus:
        bar, title = self.top_bar, self.navigation.title_of
        return WindowMenus(
            bar.bell_menu,
            bar.person_menu,
            self._actions,
            me,
            title,
            self.show_view,
            self.show_outbox,
            self.close,
        )

    def _lay_out(self) -> None:
        self._place.addWidget(self.desk)
        if self._dialogs.settings:
            self.navigation.add_page(SETTINGS_KEY, self.tr("Settings"), "gear")
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        middle.addWidget(self._place, 1)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top_bar)
        layout.addWidget(self.message_bar)
        layout.addLayout(middle, 1)
        layout.addWidget(self.status_bar)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self.navigation.view_chosen.connect(self._on_view_chosen)
        self.navigation.page_chosen.connect(self._on_page_chosen)
        self.navigation.entry_clicked.connect(self.list_pane.view.setFocus)
        self.top_bar.search_wanted.connect(self._on_search_wanted)
        self.top_bar.search_left.connect(self._on_search_left)
        self.list_pane.order_chosen.connect(self._memory.keep_order)
        self.list_pane.filter_written.connect(self._on_filter_written)
        self.list_pane.view.customContextMenuRequested.connect(self._on_menu_wanted)
        self.acts.created.connect(self.open_ticket)
        for trouble in (self.acts.refused, self.undo.refused, self._writer.refused):
            trouble.connect(self.show_trouble)
        self._reader.failed.connect(self.show_trouble)
        self._writer.performed.connect(self._on_performed)
        self._link.rows_changed.connect(self._freshness.on_rows_changed)
        self._link.state_changed.connect(self._on_state_changed)
        self._link.sign_in_failed.connect(self._on_sign_in_failed)
        self._link.failed.connect(self._on_engine_failed)
        self._freshness.summary_read.connect(self._on_summary_read)
        self._freshness.tickets_changed.connect(self._on_tickets_changed)
        self._tick.timeout.connect(self._on_tick)
        self.status_bar.outbox_wanted.connect(self.show_outbox)
        self.status_bar.details_wanted.connect(self._on_sync_details)

    @Slot(str)
    def _on_view_chosen(self, view: str) -> None:
        searching = bool(self.top_bar.search.text())
        if searching:
            self._view = view
            self.top_bar.search.clear()
        elif view != self._view or self._place.currentWidget() is not self.desk:
            self.show_view(view)

    @Slot(str)
    def _on_page_chosen(self, key: str) -> None:
        if key == SETTINGS_KEY:
            self._on_settings()
        else:
            self.show_page(key)

    @Slot(str)
    def _on_search_wanted(self, text: str) -> None:
        if text:
            self._place.setCurrentWidget(self.desk)
            self.list_pane.show_search(text)
            self._on_filter_written(text)
        else:
            self.show_view(self._view)

    @Slot(str)
    def _on_filter_written(self, text: str) -> None:
        self.top_bar.show_text(text)
        self.navigation.select("" if self.list_pane.query.search else self._view)

    @Slot()
    def _on_search_left(self) -> None:
        self.list_pane.view.setFocus()
        if self.top_bar.search.text():
            self.list_pane.choose_first()

    @Slot(QPoint)
    def _on_menu_wanted(self, spot: QPoint) -> None:
        menu = self._menus.ticket_menu(self)
        menu.popup(self.list_pane.view.viewport().mapToGlobal(spot))

    @Slot(object)
    def _on_performed(self, performed: Performed) -> None:
        self._link.send(Poke())
        self._freshness.on_performed(performed)

    @Slot(object)
    def _on_state_changed(self, state: State) -> None:
        if self._first_time and state.state == "synced":
            self._first_time = False
            self.list_pane.choose_soon("", or_first=True)
            self.list_pane.refresh()
        self.list_pane.show_partial(state.partial)
        self._freshness.note(())
        self._on_tick()

    @Slot(object)
    def _on_summary_read(self, summary: Summary) -> None:
        self._summary = summary
        self.navigation.show_summary(summary, self._now_ms())
        self._menus.show_numbers(summary.counts, summary.status.attention)
        self.top_bar.bell.show_number(summary.status.attention)
        number = summary.status.tickets_here
        here = self.tr("{0} tickets on this computer", "", number).format(grouped(number))
        self.status_bar.show_here(here)
        self._show_view_count()
        self._on_tick()
        if said := self._troubles.look(summary.troubles):
            self.show_message("warn", said, self.tr("Look"), self.show_outbox)
        self.numbers_read.emit()

    @Slot(object)
    def _on_tickets_changed(self, ids: frozenset[str] | None) -> None:
        self.list_pane.refresh()
        self.tickets_changed.emit(ids)

    @Slot()
    def _on_tick(self) -> None:
        words = sync_words(self._state(), self._now_ms())
        self.status_bar.show_sync(words)
        self.list_pane.show_as_of(words.as_of)
        self.sync_told.emit(words)
        next_due = self._summary.next_due if self._summary else None
        self.status_bar.show_next(next_due_words(next_due, self._now_ms()))

    @Slot(object)
    def _on_engine_failed(self, failed: Failed) -> None:
        self.show_message("warn", words_for_code(failed.code, failed.sentence))

    @Slot()
    def _on_sign_in_failed(self) -> None:
        self._signs_in_itself = False
        self._on_tick()

    def _on_escape(self) -> None:
        """What is selected first, then the search."""
        if self.list_pane.selection:
            self.list_pane.selection.clear()
        else:
            self.top_bar.search.clear()

    def _on_search_key(self) -> None:
        self.top_bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top_bar.search.selectAll()

    def _on_customers_key(self) -> None:
        if CUSTOMERS_KEY in self._page_makers:
            self.show_page(CUSTOMERS_KEY)

    def _on_sync_now(self) -> None:
        self._link.send(Poke())

    def _on_shortcuts(self) -> None:
        ShortcutsHelp(self._actions, self).open()

    @Slot()
    def _on_sync_details(self) -> None:
        if self._dialogs.sync_details:
            self._dialogs.sync_details(self)

    def _on_settings(self) -> None:
        if self._dialogs.settings:
            self._dialogs.settings(self)

    def _state(self) -> State:
        """The engine's state with the numbers of the file, which are never older.

        The practice desk signs in by itself: until its server is up, it is starting.
        """
        state = self._link.state
        if self._signs_in_itself and self.status_bar.is_practice() and state.state == "sign_in":
            state = msgspec.structs.replace(state, state="starting")
        return with_numbers(state, self._summary.status) if self._summary else state

    def _show_view_count(self) -> None:
        count = self._summary.counts.get(self._view) if self._summary else None
        self.list_pane.show_view_count("" if count is None else grouped(count))
