"""The main window: top bar, sidebar, desk or page, status bar. It connects the parts.

``app.py`` builds every long-lived object and hands it in; nothing is read before ``begin``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop.actions.physical_keys import act_on
from desktop.actions.registry import ActionRegistry
from desktop.actions.undo import UndoStack
from desktop.code_words import words_for_code
from desktop.errors import log_unless_told, words_for
from desktop.inbox.list_pane import ListPane
from desktop.shell.desk import Desk, TicketPlace
from desktop.shell.detached_window import DetachedWindow
from desktop.shell.dialogs import Dialogs
from desktop.shell.fill_actions import fill_actions
from desktop.shell.freshness import Freshness
from desktop.shell.grouped import grouped
from desktop.shell.navigation import CUSTOMERS_KEY, OUTBOX_KEY, SETTINGS_KEY, Navigation
from desktop.shell.new_troubles import NewTroubles
from desktop.shell.page_place import PagePlace
from desktop.shell.search_desk import SearchDesk
from desktop.shell.statusbar import StatusBar
from desktop.shell.summary import Summary
from desktop.shell.sync_desk import SyncDesk
from desktop.shell.sync_words import SyncWords
from desktop.shell.ticket_acts import TicketActs
from desktop.shell.top_bar import TopBar
from desktop.shell.undo_bar import UndoBar
from desktop.shell.undo_desk import UndoDesk
from desktop.shell.window_frame import framed
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
        self.undo = UndoStack(writer, self)
        self.find_front: Callable[[], DetachedWindow | None] = lambda: None
        language = remembered.get(LANGUAGE_KEY, "en")
        self.list_pane = ListPane(reader, me, now_ms, language=language)
        self.acts = TicketActs(reader, writer, me, self.list_pane, dialogs, self, self.shown_id)
        fill_actions(self, actions, dialogs)
        self._make_parts(me)
        self._make_desks(me)
        self._lay_out()
        self._connect()

    def _make_parts(self, me: Actor) -> None:
        """What stands in the window."""
        self.desk = Desk(self.list_pane)
        self.navigation = Navigation()
        self.top_bar = TopBar(self._actions, me)
        self.status_bar = StatusBar()
        self.message_bar = MessageBar()
        self.undo_bar = UndoBar(self.list_pane, self.list_pane.rows)
        self.undo_bar.undo_chosen.connect(self.undo.undo)
        self._place = PagePlace()

    def _make_desks(self, me: Actor) -> None:
        """What works between those parts."""
        UndoDesk(self.undo, self.acts, self.front, self.list_pane, self.show_message, self)
        self._freshness = Freshness(self._reader, me, self._now_ms, self)
        self._menus = WindowMenus(
            self.top_bar.bell_menu,
            self.top_bar.person_menu,
            self._actions,
            me,
            self.navigation.title_of,
            self.show_view,
            self.show_outbox,
            self.close,
        )
        self.sync = SyncDesk(self._link, self.status_bar, self._now_ms, self)
        self.search = SearchDesk(
            self.top_bar,
            self.list_pane,
            self.navigation,
            lambda: self._view,
            self.show_view,
            self._show_desk,
            self,
        )

    def begin(self) -> None:
        """Restore what is remembered and start reading; call once, before ``show``."""
        self._memory.restore_place(self)
        self.desk.set_list_width(int(self._memory.get(LIST_WIDTH, str(LIST_WIDTH_PX))))
        if not self._first_time:
            self.list_pane.choose_soon(self._memory.get(TICKET), or_first=True)
        self.show_view(self._memory.get(VIEW, FIRST_VIEW))
        self._freshness.start()
        self.sync.start()
        self.list_pane.view.setFocus()

    def set_ticket_pane(self, pane: QWidget) -> None:
        """The widget that shows the chosen ticket; it has ``show_ticket(id)``."""
        self.desk.set_ticket_pane(pane, cast(TicketPlace, pane))

    def add_page(self, key: str, text: str, icon: str, make: Callable[[], QWidget]) -> None:
        """An entry in the sidebar for a page in the place of the desk, made when it is needed."""
        self._place.add_page(key, make)
        self.navigation.add_page(key, text, icon)

    def page(self, key: str) -> QWidget:
        """A page that ``add_page`` brought; this makes it, the first time."""
        return self._place.page(key)

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
        """Show a ticket wherever it is, also in a window of its own."""
        if self.desk.is_elsewhere(ticket_id):
            self.desk.window_wanted.emit(ticket_id)
            return
        self._place.setCurrentWidget(self.desk)
        self.navigation.select(self._view)
        if self.list_pane.choose_soon(ticket_id):
            self.desk.hurry()
        else:
            self.list_pane.view.clear_current()
            self.desk.show_ticket(ticket_id)

    def show_message(
        self, tone: MessageTone, text: str, action: str = "", offer: Offer | None = None
    ) -> None:
        """What happened, what is safe, what to do; stays until it is closed."""
        self.front().message_bar.show_message(tone, text, action, offer)

    def front(self) -> MainWindow | DetachedWindow:
        """The window of ours that somebody works in: this one, or a ticket's own."""
        return self.find_front() or self

    def shown_id(self) -> str:
        """The ticket that acts are about, "" for none: the one that is shown in front."""
        own = self.find_front()
        return own.ticket_id if own else self.desk.shown_id

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
        if self._place.has_page(OUTBOX_KEY):
            self.show_page(OUTBOX_KEY)

    def show_customers(self) -> None:
        if self._place.has_page(CUSTOMERS_KEY):
            self.show_page(CUSTOMERS_KEY)

    def sync_now(self) -> None:
        self._link.send(Poke())

    @Slot()
    def show_sync_details(self) -> None:
        if self._dialogs.sync_details:
            self._dialogs.sync_details(self)

    def show_settings(self) -> None:
        if self._dialogs.settings:
            self._dialogs.settings(self.front())

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
        self.sync.stop()
        self.settle()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        self._place.addWidget(self.desk)
        if self._dialogs.settings:
            self.navigation.add_page(SETTINGS_KEY, self.tr("Settings"), "gear")
        bars = (self.top_bar, self.message_bar)
        self.setCentralWidget(framed(bars, self.navigation, self._place, self.status_bar))

    def _connect(self) -> None:
        self.navigation.view_chosen.connect(self._on_view_chosen)
        self.navigation.page_chosen.connect(self._on_page_chosen)
        self.navigation.entry_clicked.connect(self.list_pane.view.setFocus)
        self.navigation.entry_entered.connect(self._on_entry_entered)
        self.list_pane.order_chosen.connect(self._memory.keep_order)
        self.list_pane.view.customContextMenuRequested.connect(self._on_menu_wanted)
        self.acts.created.connect(self.open_ticket)
        for trouble in (self.acts.refused, self.undo.refused, self._writer.refused):
            trouble.connect(self.show_trouble)
        self._reader.failed.connect(self.show_trouble)
        self._writer.performed.connect(self._on_performed)
        self._link.rows_changed.connect(self._freshness.on_rows_changed)
        self._link.state_changed.connect(self._on_state_changed)
        self._link.failed.connect(self._on_engine_failed)
        self._freshness.summary_read.connect(self._on_summary_read)
        self._freshness.tickets_changed.connect(self._on_tickets_changed)
        self.sync.told.connect(self._on_sync_told)
        self.status_bar.outbox_wanted.connect(self.show_outbox)
        self.status_bar.details_wanted.connect(self.show_sync_details)

    @Slot(str)
    def _on_view_chosen(self, view: str) -> None:
        searching = bool(self.top_bar.search.text())
        if searching:
            self._view = view
            self.top_bar.search.clear()
        elif view != self._view or self._place.currentWidget() is not self.desk:
            self.show_view(view)

    @Slot()
    def _on_entry_entered(self) -> None:
        """By keys alone the first row is the way on: a list without a row shows no keyboard."""
        self.list_pane.view.setFocus()
        self.list_pane.choose_first()

    @Slot(str)
    def _on_page_chosen(self, key: str) -> None:
        if key == SETTINGS_KEY:
            self.show_settings()
        else:
            self.show_page(key)

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
        self.sync.tell()

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
        self.sync.show_summary(summary)
        if said := self._troubles.look(summary.troubles):
            self.show_message("warn", said, self.tr("Look"), self.show_outbox)
        self.numbers_read.emit()

    @Slot(object)
    def _on_tickets_changed(self, ids: frozenset[str] | None) -> None:
        self.list_pane.refresh()
        self.tickets_changed.emit(ids)

    @Slot(object)
    def _on_sync_told(self, words: SyncWords) -> None:
        self.list_pane.show_as_of(words.as_of)
        self.sync_told.emit(words)

    @Slot(object)
    def _on_engine_failed(self, failed: Failed) -> None:
        self.show_message("warn", words_for_code(failed.code, failed.sentence))

    def _show_desk(self) -> None:
        self._place.setCurrentWidget(self.desk)

    def _show_view_count(self) -> None:
        count = self._summary.counts.get(self._view) if self._summary else None
        self.list_pane.show_view_count("" if count is None else grouped(count))
