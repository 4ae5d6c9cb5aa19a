"""Between the tabs, the tickets' own windows, and the place where the main window shows one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer, Slot

from desktop.actions.registry import Action, ActionRegistry
from desktop.shell.own_windows import OwnWindows
from desktop.shell.window import MainWindow
from desktop.tabs.open_tabs import KeptTabs, OpenTabs, read_kept
from desktop.tabs.tab_bar import TicketTabBar
from desktop.tabs.tab_rows import TabRow, tab_rows
from desktop.ticket.ticket_pane import TicketPane
from desktop.work.reader import Reader
from models.rows import Actor, Clock

if TYPE_CHECKING:
    from models.database import Store

KEY = "tabs"
MENU = ("tab_open", "detach")
"""What the "⋯" of a ticket's head offers of these."""


class TabsDesk(QObject):
    """``pane`` is the main window's; ``keep`` writes what a restart brings back, under ``KEY``."""

    def __init__(
        self,
        me: Actor,
        reader: Reader,
        window: MainWindow,
        clock: Callable[[], Clock],
        pane: TicketPane,
        own: OwnWindows,
        remembered: str,
        keep: Callable[[str, str], object],
    ) -> None:
        super().__init__(window)
        self._me, self._reader, self._window, self._clock = me, reader, window, clock
        self._pane, self.own, self._keep = pane, own, keep
        self._kept = read_kept(remembered)
        self.tabs = OpenTabs(self._kept.kept, self._kept.closed)
        self.bar = TicketTabBar()
        self._desk = window.desk
        self._empty_soon = QTimer(self, singleShot=True, interval=0)
        self._is_begun = False
        own.expect(self._kept.windows)
        self._desk.is_elsewhere = own.has
        self._desk.add_bar(self.bar)
        self._connect()

    def _connect(self) -> None:
        bar, own, desk = self.bar, self.own, self._desk
        bar.ticket_chosen.connect(self.choose)
        bar.close_wanted.connect(self.close_tab)
        bar.keep_wanted.connect(self.keep_tab)
        bar.ordered.connect(self._on_ordered)
        desk.ticket_shown.connect(self._on_ticket_shown)
        desk.window_wanted.connect(own.bring)
        own.changed.connect(self._show)
        own.returned.connect(self._on_returned)
        self._empty_soon.timeout.connect(self._on_empty)
        self._window.closing.connect(self._on_closing)
        self._window.tickets_changed.connect(self._on_tickets_changed)
        self._window.list_pane.view.tab_wanted.connect(self.keep_tab)

    def begin(self) -> None:
        """Bring back what was open; the main window shows a ticket already."""
        self._is_begun = True
        self.own.begin()
        if shown := self._desk.shown_id:
            self.tabs.follow(shown)
        wanted = self._kept.current
        if wanted in self.tabs.kept() and wanted != self._desk.shown_id:
            self.choose(wanted)
        self._show()

    def actions(self) -> list[Action]:
        several = self._has_several
        step, here = self.step, self._has_ticket
        return [
            Action(
                "tab_open",
                self.tr("Keep in a tab"),
                "plus",
                "",
                "ticket",
                self.keep_shown,
                here,
            ),
            Action(
                "tab_next",
                self.tr("Next tab"),
                "chevron-right",
                "Ctrl+Tab",
                "window",
                partial(step, 1),
                several,
            ),
            Action(
                "tab_previous",
                self.tr("Previous tab"),
                "chevron-left",
                "Ctrl+Shift+Tab",
                "window",
                partial(step, -1),
                several,
            ),
            Action(
                "tab_close",
                self.tr("Close the tab"),
                "close",
                "Ctrl+W",
                "window",
                self.close_shown,
                self._can_close,
            ),
            Action(
                "tab_reopen",
                self.tr("Open the closed tab again"),
                "history",
                "Ctrl+Shift+Y",
                "window",
                self.reopen,
                self.tabs.can_reopen,
            ),
            Action(
                "detach",
                self.tr("Open in its own window"),
                "external",
                "Ctrl+Shift+N",
                "ticket",
                self.detach,
                here,
            ),
        ]

    def install(self, actions: ActionRegistry) -> None:
        """The keys of the window; those of the ticket come with its own."""
        for id in ("tab_next", "tab_previous", "tab_close", "tab_reopen"):
            actions.install_one(id, self._window)

    def pane(self) -> TicketPane:
        """The pane of the window that somebody works in."""
        return self.own.front_pane() or self._pane

    @Slot(str)
    def choose(self, ticket_id: str) -> None:
        """Show the ticket of a tab; the list goes there too when it has it."""
        if self.own.has(ticket_id):
            if not self._window.list_pane.view.select(ticket_id):
                self._window.list_pane.view.clear_current()
            self._desk.show_ticket(ticket_id)
        elif ticket_id:
            self._window.open_ticket(ticket_id)

    def keep_shown(self) -> None:
        self.keep_tab(self._desk.shown_id)

    @Slot(str)
    def keep_tab(self, ticket_id: str) -> None:
        """A tab of its own for a ticket, "" for the shown one; what is shown stays."""
        ticket_id = ticket_id or self._desk.shown_id
        if self.own.has(ticket_id):
            self.own.bring(ticket_id)
        else:
            self.tabs.keep(ticket_id)
            self._show()

    def step(self, by: int) -> None:
        self.choose(self.tabs.beside(by))

    @Slot(str)
    def close_tab(self, ticket_id: str) -> None:
        """What was typed stays with the ticket."""
        beside = self.tabs.close(ticket_id)
        if beside and beside != self._desk.shown_id:
            self.choose(beside)
        self._show()

    def close_shown(self) -> None:
        """The tab, or the window that somebody works in."""
        front = self.own.front()
        if front is not None:
            front.close()
        else:
            self.close_tab(self.tabs.current)

    def reopen(self) -> None:
        self.choose(self.tabs.reopen())

    def detach(self) -> None:
        """The shown ticket gets a window of its own; a tab of its own it has no more."""
        ticket_id = self._desk.shown_id
        self.own.detach(ticket_id, self._pane)
        beside = "" if ticket_id == self.tabs.loose else self.tabs.take_out(ticket_id)
        if beside:
            self.choose(beside)
        else:
            self._desk.show_again()

    @Slot(str)
    def _on_ticket_shown(self, ticket_id: str) -> None:
        """The list, a link or a tab."""
        if not self._is_begun:
            return
        if ticket_id:
            self.tabs.follow(ticket_id)
            self._show()
        else:
            self._empty_soon.start()  # often another ticket follows at once

    @Slot()
    def _on_empty(self) -> None:
        if not self._desk.shown_id:
            self.choose(self.tabs.follow_nothing())
            self._show()

    @Slot(object)
    def _on_ordered(self, ids: list[str]) -> None:
        self.tabs.order(ids)
        self._remember()

    @Slot(str)
    def _on_returned(self, ticket_id: str) -> None:
        if ticket_id == self._desk.shown_id:
            self._desk.show_again()

    @Slot()
    def _on_closing(self) -> None:
        """What is kept by now is what comes back; the tickets' own windows are closed already."""
        self._is_begun = False

    @Slot(object)
    def _on_tickets_changed(self, changed: frozenset[str] | None) -> None:
        if changed is None or changed.intersection((*self.tabs.ids, *self.own.ids())):
            self._ask()

    @Slot()
    def _show(self) -> None:
        self.bar.show_tabs(self.tabs.ids, self.tabs.current)
        self._pane.places.keep(self.tabs.kept())
        self._ask()
        self._remember()

    def _ask(self) -> None:
        """Nothing is asked where nothing is shown of it."""
        tabs = self.tabs.ids if len(self.tabs.ids) > 1 else []
        ids = [*tabs, *self.own.ids()]
        if ids:
            question = partial(_rows, ids=ids, me=self._me, clock=self._clock())
            self._reader.ask("tabs", question, self._on_rows)

    def _on_rows(self, rows: list[TabRow]) -> None:
        known = {row.id: row for row in rows}
        self.bar.show_rows(known)
        self.own.show_rows(known)

    def _remember(self) -> None:
        tabs = self.tabs
        current = "" if tabs.current == tabs.loose else tabs.current  # WindowMemory has that
        kept = KeptTabs(tabs.kept(), current, tabs.closed(), self.own.kept())
        text = msgspec.json.encode(kept).decode()
        if self._is_begun and kept != self._kept:
            self._kept = kept
            self._keep(KEY, text)

    def _has_ticket(self) -> bool:
        return bool(self._desk.shown_id) and self.own.front() is None

    def _has_several(self) -> bool:
        return len(self.tabs.ids) > 1

    def _can_close(self) -> bool:
        return self._has_several() or self.own.front() is not None


def _rows(store: Store, ids: list[str], me: Actor, clock: Clock) -> list[TabRow]:
    return tab_rows(store, ids, me, clock)
