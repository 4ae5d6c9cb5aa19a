"""Tickets in windows of their own, each with a pane of its own.

A ticket is never in two panes: what was typed for it is written before another pane reads it.
Each window reads with threads of its own, since a newer question makes an older one void.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from desktop.actions.registry import ActionRegistry
from desktop.shell.detached_window import DetachedWindow
from desktop.shell.window import MainWindow
from desktop.tabs.open_tabs import KeptWindow
from desktop.tabs.tab_rows import TabRow
from desktop.ticket.ticket_pane import TicketPane
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models.rows import Actor

if TYPE_CHECKING:
    from models.database import Store

ANYWHERE = (
    "undo redo new_ticket log_call palette search settings sync_now shortcuts tab_close "
    "zoom_in zoom_in_too zoom_out zoom_usual"
).split()
"""Keys of the whole window that mean the same in a ticket's own one."""
ON_TICKET = "done postpone transfer take category due reply note".split()
"""Keys of the list that a conversation has here, where there is no list."""
IF_LEFT = ("specialist",)
"""The same, with keys that mean something else on some messages."""


class Own(NamedTuple):
    window: DetachedWindow
    pane: TicketPane
    reader: Reader


class OwnWindows(QObject):
    """``make_pane`` gives a pane that reads with this reader, connected to the program.

    Signals: ``changed()`` after a window came, went or was moved; ``returned(str)``: this ticket
    may be shown in the main window again.
    """

    changed = Signal()
    returned = Signal(str)

    def __init__(
        self,
        database: Path,
        writer: CommandWriter,
        window: MainWindow,
        actions: ActionRegistry,
        make_pane: Callable[[Reader], TicketPane],
    ) -> None:
        super().__init__(window)
        self._database, self._writer, self._window = database, writer, window
        self._actions, self._make_pane = actions, make_pane
        self._own: dict[str, Own] = {}
        self._coming: dict[str, str] = {}
        window.closing.connect(self._on_closing)
        window.find_front = self.front

    def has(self, ticket_id: str) -> bool:
        return ticket_id in self._own or ticket_id in self._coming

    def ids(self) -> list[str]:
        return [*self._own, *(id for id in self._coming if id not in self._own)]

    def kept(self) -> list[KeptWindow]:
        """What a restart brings back."""
        places = {id: own.window.place() for id, own in self._own.items() if own.window.isVisible()}
        return [KeptWindow(id, place) for id, place in {**self._coming, **places}.items()]

    def expect(self, windows: Iterable[KeptWindow]) -> None:
        """These are about to come back: nobody else is to show their tickets meanwhile."""
        self._coming.update({each.ticket_id: each.place for each in windows})

    def begin(self) -> None:
        """Open what is expected."""
        for ticket_id, place in list(self._coming.items()):
            self._open(ticket_id, place)

    def detach(self, ticket_id: str, pane: TicketPane) -> None:
        """Open a window for a ticket; ``pane`` may have what was typed for it."""
        if self.has(ticket_id):
            self.bring(ticket_id)
            return
        self._coming[ticket_id] = ""
        if pane.shown_id() == ticket_id:
            pane.release()
        self._hand_over(pane, ticket_id, lambda: self._open(ticket_id, ""))

    @Slot(str)
    def bring(self, ticket_id: str) -> None:
        """To the front, if there is such a window."""
        if ticket_id in self._own:
            self._own[ticket_id].window.bring_to_front()

    def front(self) -> DetachedWindow | None:
        """The one of these windows that somebody works in, perhaps in a dialog over it."""
        active = QApplication.activeWindow()
        while active is not None and not isinstance(active, DetachedWindow):
            above = active.parentWidget()
            active = above.window() if above else None
        return active

    def front_pane(self) -> TicketPane | None:
        front = self.front()
        own = self._own.get(front.ticket_id) if front else None
        return own.pane if own else None

    def show_rows(self, rows: Mapping[str, TabRow]) -> None:
        """What is known of the tickets by now."""
        for id, own in self._own.items():
            if row := rows.get(id):
                own.window.show_title(row.number, row.subject)

    def _open(self, ticket_id: str, place: str) -> None:
        reader = Reader(self._database, self)
        reader.failed.connect(self._window.show_trouble)
        pane = self._make_pane(reader)
        window = DetachedWindow(ticket_id, pane, pane.conversation())
        self._window.destroyed.connect(window.deleteLater)
        self._own[ticket_id] = Own(window, pane, reader)
        self._coming.pop(ticket_id, None)
        self._add_keys(window, pane)
        window.restore_place(place)
        window.left.connect(self._on_left)
        window.placed.connect(self.changed)
        window.undo_bar.undo_chosen.connect(self._window.undo.undo)
        pane.opened.connect(pane.conversation().setFocus)
        pane.key_left.connect(self._on_key_left)
        pane.show_ticket(ticket_id)
        window.show()
        self.changed.emit()

    def _add_keys(self, window: DetachedWindow, pane: TicketPane) -> None:
        actions = self._actions
        actions.install("ticket", window, context=Qt.ShortcutContext.WindowShortcut)
        for id in ANYWHERE:
            if id in actions:
                actions.install_one(id, window)
        for id in ON_TICKET:
            if id in actions:
                here = Qt.ShortcutContext.WidgetShortcut
                actions.install_one(id, pane.conversation(), here)

    @Slot(str)
    def _on_key_left(self, key: str) -> None:
        """The message that the keyboard is on had no use for it."""
        for id in IF_LEFT:
            if id in self._actions and self._actions[id].shortcut == key:
                self._actions.trigger(id)

    @Slot(str)
    def _on_left(self, ticket_id: str) -> None:
        """What was typed is kept; only then the ticket may be shown elsewhere."""
        own = self._own[ticket_id]
        own.pane.release()
        self._hand_over(own.pane, ticket_id, partial(self._end, ticket_id))

    def _end(self, ticket_id: str) -> None:
        own = self._own.pop(ticket_id)
        own.reader.close()
        own.reader.deleteLater()
        own.window.deleteLater()
        self.changed.emit()
        self.returned.emit(ticket_id)

    def _hand_over(self, pane: TicketPane, ticket_id: str, then: Callable[[], object]) -> None:
        """``then`` comes after all that ``pane`` had of the ticket is in the file.

        Twice through the writer: the first time a refused reply may come back as a text.
        """

        def go_on(_: None) -> None:
            then()

        def forget(_: None) -> None:
            pane.forget(ticket_id)
            self._writer.run(_nothing, go_on)

        self._writer.run(_nothing, forget)

    @Slot()
    def _on_closing(self) -> None:
        """They close with the main window, and come back with it."""
        self.changed.emit()
        for own in self._own.values():
            own.pane.save_now()
            own.window.end()
            own.reader.close()


def _nothing(store: Store, actor: Actor, now_ms: int) -> None:
    """Its turn is all that is wanted."""
