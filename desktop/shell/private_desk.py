"""What its person keeps for themselves: pins, colours, an order of their own, reminders."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtWidgets import QMenu

from desktop.actions.registry import Action, ActionRegistry
from desktop.dialogs.remind import RemindDialog
from desktop.icons import icon
from desktop.inbox.row_drag import RowDrag
from desktop.own_colours import own_colour
from desktop.own_mark_words import colour_words
from desktop.shell.window import MainWindow
from desktop.theme import current_theme
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models import own
from models.clock import clock_at
from models.commands import Command, Put
from models.own import Marks
from models.perform import Performed
from models.queries.inbox import ticket_rows
from models.rows import COLOURS, Actor, TicketRow

if TYPE_CHECKING:
    from models.database import Store

MENU = ("pin", "highlight", "remind")
"""What the menus of a ticket offer of these; under their old names people keep keys for them."""
LONGEST_WAIT_MS = 3_600_000
Run = Callable[[], object]
Answer = Callable[[Mapping[str, Marks]], None]


class PrivateDesk(QObject):
    """Acts are about what is selected, else about the open ticket."""

    def __init__(
        self,
        me: Actor,
        reader: Reader,
        writer: CommandWriter,
        window: MainWindow,
        actions: ActionRegistry,
        now_ms: Callable[[], int],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._me, self._reader, self._writer = me, reader, writer
        self._window, self._now_ms = window, now_ms
        self._list = window.list_pane
        self._moving = 0
        self._add_actions(actions)
        self._drag = RowDrag(self._list.view, self._list.model)
        self._drag.moved.connect(self.move)
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._on_moment)
        window.numbers_read.connect(self._ask_when)
        window.closing.connect(self._next.stop)

    def _add_actions(self, actions: ActionRegistry) -> None:
        has, can_move = self._has_targets, self._can_move
        rows: tuple[tuple[str, str, str, str, Run, Callable[[], bool]], ...] = (
            ("pin", self.tr("Pin or unpin, for me alone"), "pin", "P", self.turn_pin, has),
            ("highlight", self.tr("My colour…"), "star", "H", self.ask_colour, has),
            ("remind", self.tr("Remind me…"), "bell", "B", self.ask_reminder, has),
            ("reminded", self.tr("Reminder dealt with"), "check", "Shift+B", self.end, has),
            *(
                (f"own_{name}", words, f"chevron-{name}", keys, partial(self.step, by), can_move)
                for name, words, keys, by in (
                    ("up", self.tr("Move up in my own order"), "Alt+Up", -1),
                    ("down", self.tr("Move down in my own order"), "Alt+Down", 1),
                )
            ),
        )
        for id, text, icon_name, key, run, allowed in rows:
            actions.add(Action(id, text, icon_name, key, "list", run, allowed))
            actions.install_one(id, self._list.view, Qt.ShortcutContext.WidgetShortcut)

    @Slot()
    def turn_pin(self) -> None:
        """Pin what is not pinned yet; unpin when all of it is."""
        self._read(self._targets(), self._turn_pins)

    def _turn_pins(self, found: Mapping[str, Marks]) -> None:
        on = not all(marks.pinned for marks in found.values())
        changed = [id for id, marks in found.items() if marks.pinned != on]
        self._submit([own.pin(self._me, id, on) for id in changed])

    @Slot()
    def ask_colour(self) -> None:
        """A menu of the colours, beside the row."""
        ids, theme = self._targets(), current_theme()
        menu = QMenu(self.tr("My colour"), self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for colour in COLOURS:
            shown = icon("circle", own_colour(colour, theme))
            entry = menu.addAction(shown, colour_words(colour))
            entry.triggered.connect(partial(self._paint, ids, colour))
        menu.addSeparator()
        entry = menu.addAction(self.tr("No colour"))
        entry.triggered.connect(partial(self._paint, ids, ""))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self._beside_row())

    def _beside_row(self) -> QPoint:
        view = self._list.view
        rect = view.visualRect(view.currentIndex())
        inside = rect.isValid() and view.viewport().rect().intersects(rect)
        spot = rect.center() if inside else view.viewport().rect().center()
        return view.viewport().mapToGlobal(spot)

    def _paint(self, ids: Sequence[str], colour: str, checked: bool = False) -> None:
        self._submit([own.give_colour(self._me, id, colour) for id in ids])

    @Slot()
    def ask_reminder(self) -> None:
        """When, and in which words."""
        self._read(self._targets(), self._ask_reminder)

    @Slot()
    def change_reminder(self) -> None:
        """Of the open ticket, whatever is selected."""
        self._read([self._window.shown_id()], self._ask_reminder)

    def _ask_reminder(self, found: Mapping[str, Marks]) -> None:
        ids = list(found)
        words = found[ids[0]].words if len(ids) == 1 else ""
        now = datetime.fromtimestamp(self._now_ms() / 1000).astimezone()
        rows: Callable[[Store], list[TicketRow]] = partial(
            ticket_rows, ids=ids[:1], me=self._me, clock=clock_at(self._now_ms())
        )

        def ask(rows: Sequence[TicketRow]) -> None:
            number = rows[0].number if rows else ""
            self._submit(RemindDialog.ask_about(self._window, self._me, ids, number, words, now))

        self._reader.ask("own.number", rows, ask)

    @Slot()
    def end(self) -> None:
        """Whatever of it had a reminder has none any more."""
        self._read(self._targets(), self._end)

    def _end(self, found: Mapping[str, Marks]) -> None:
        due = [id for id, marks in found.items() if marks.remind_at_ms is not None]
        self._submit([own.reminded(self._me, id) for id in due])

    def step(self, by: int) -> None:
        """The current row one place up or down in its person's own order."""
        position = self._list.view.currentIndex().row()
        row = self._list.model.row_at(position)
        if row is not None and position + by in self._list.model.own_rows(position):
            self.move(row.id, position + by)

    @Slot(str, int)
    def move(self, ticket_id: str, position: int) -> None:
        """To this place of the list, at once; it is written meanwhile."""
        model = self._list.model
        among = model.own_rows(model.position_of(ticket_id))
        rows = model.rows()[among.start : among.stop]
        order = [(row.id, str(row.key.value)) for row in rows]
        commands = own.move(self._me, order, ticket_id, position - among.start)
        keys = {c.set["ticket_id"]: c.set["rank"] for c in commands if isinstance(c, Put)}
        model.put(ticket_id, position, keys)
        self._list.view.scrollTo(model.index_of(ticket_id))
        self._moving += 1
        self._writer.submit_together(commands, self._on_moved, self._on_not_moved)

    def _on_moved(self, performed: Sequence[Performed]) -> None:
        self._moved_one()
        self._window.acts.tell(performed[-1])

    def _on_not_moved(self, error: Exception) -> None:
        self._moved_one()
        self._list.refresh()
        self._window.acts.refused.emit(error)

    def _moved_one(self) -> None:
        self._moving -= 1
        if not self._moving:
            self._list.model.let_follow()

    def _can_move(self) -> bool:
        return len(self._list.model.own_rows(self._list.view.currentIndex().row())) > 1

    def _has_targets(self) -> bool:
        return bool(self._targets())

    def _targets(self) -> list[str]:
        shown = self._window.desk.shown_id
        return self._list.selection.ids() or ([shown] if shown else [])

    def _read(self, ids: Sequence[str], go_on: Answer) -> None:
        """What its person alone sees of these."""
        me = self._me

        def read(store: Store) -> dict[str, Marks]:
            return {id: own.marks(store, me, id) for id in ids}

        if ids:
            self._reader.ask("own.marks", read, go_on)

    def _submit(self, commands: Sequence[Command]) -> None:
        if commands:
            self._window.acts.submit_together(commands)

    @Slot()
    def _ask_when(self) -> None:
        """Look again at the very moment when something is due or wakes."""
        clock = clock_at(self._now_ms())
        question = partial(own.next_moment, me=self._me, clock=clock)
        self._reader.ask("own.next", question, self._on_next_moment)

    def _on_next_moment(self, at_ms: int | None) -> None:
        self._next.stop()
        if at_ms is not None:
            self._next.start(max(0, min(at_ms - self._now_ms(), LONGEST_WAIT_MS)))

    @Slot()
    def _on_moment(self) -> None:
        self._list.refresh()
        self._window.ticket_changed("")
