"""Puts the window together for somebody who is signed in.

The inbox is built at once. What it does without, most of the program, comes after its first
paint: ``areas.py``, loaded and built in small steps so that the window hears keys meanwhile, or
whole at the moment when one of the areas is wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

from desktop.actions.registry import ActionRegistry
from desktop.shell.dialogs import Dialogs
from desktop.shell.navigation import CUSTOMERS_KEY, OUTBOX_KEY
from desktop.shell.window import MainWindow
from desktop.surroundings import HOME, KNOWLEDGE, NOTES, Surroundings
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models.rows import Actor

if TYPE_CHECKING:
    from desktop.areas import Areas

LATEST_MS = 300
"""After this the areas are built even when no row was painted: the list may be empty."""
IMPORT_STEPS = (
    "desktop.editor.composer",
    "desktop.ticket.conversation_view",
    "desktop.ticket.ticket_pane",
    "desktop.dialogs.find_ticket",
    "desktop.dialogs.log_call",
    "desktop.notes.notes_page",
    "desktop.customers.customers_page",
    "desktop.shell.late_desk",
    "desktop.shell.palette_desk",
    "desktop.shell.relations_desk",
    "desktop.areas",
)
"""Each brings what the ones before did not; they only cut one long import into short ones."""


class Assembly(QObject):
    """Owns reader, writer and window of one signed-in person; ``close`` ends them in order."""

    def __init__(self, me: Actor, around: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._me, self._around = me, around
        self.reader = Reader(around.profile.database, self)
        self.writer = CommandWriter(around.profile.database, me, around.clock.now_ms, self)
        self._actions = ActionRegistry(self)
        self.window = self._make_window()
        self._fill_window()
        self._steps = self._later_steps()
        self._between_steps = QTimer(self, interval=1)
        self._between_steps.timeout.connect(self._on_next_step)
        self._at_the_latest = QTimer(self, singleShot=True, interval=LATEST_MS)
        self._at_the_latest.timeout.connect(self._between_steps.start)
        self.window.list_pane.view.rows_painted.connect(self._between_steps.start)

    @cached_property
    def areas(self) -> Areas:
        """All that is not the inbox, built now if it was not yet."""
        from desktop.areas import Areas  # half of the program's code, not needed for the inbox

        return Areas(self._me, self._around, self.reader, self.writer, self.window, self._actions)

    def begin(self) -> None:
        self.window.begin()
        self._at_the_latest.start()

    def close(self) -> None:
        """What is being written is written, then the threads end.

        Before another start or after signing out the window is open still.
        """
        self._at_the_latest.stop()
        self._steps = iter(())
        self.window.settle()
        self.writer.close()
        self.reader.close()

    def _make_window(self) -> MainWindow:
        return MainWindow(
            reader=self.reader,
            writer=self.writer,
            link=self._around.link,
            actions=self._actions,
            me=self._me,
            now_ms=self._around.clock.now_ms,
            remembered=self._around.remembered,
            dialogs=Dialogs(
                new_ticket=lambda parent: self.areas.forms.new_ticket(parent),
                log_call=lambda parent: self.areas.forms.log_call(parent),
                postpone=lambda parent, row: self.areas.forms.postpone(parent, row),
                transfer=lambda parent, row: self.areas.forms.transfer(parent, row),
                category=lambda: self.areas.classify.choose(),
                specialist=lambda: self.areas.classify.turn_specialist(),
                due=lambda: self.areas.classify.set_due(),
                settings=lambda parent: self.areas.show_settings(parent),
                sync_details=lambda parent: self.areas.pages.show_sync_details(parent),
                palette=lambda: self.areas.palette.open(),
            ),
            first_time=self._around.first_time,
        )

    def _fill_window(self) -> None:
        tr, window = QCoreApplication.translate, self.window
        if self._around.practice:
            window.status_bar.show_practice()
        notes, articles = tr("Assembly", "My notes"), tr("Assembly", "Knowledge base")
        window.add_page(NOTES, notes, "note", lambda: self.areas.pages.notes)
        window.add_page(KNOWLEDGE, articles, "book", lambda: self.areas.pages.knowledge)
        customers = tr("Assembly", "Customers")
        window.add_page(CUSTOMERS_KEY, customers, "people", lambda: self.areas.pages.customers)
        window.add_page(HOME, tr("Assembly", "Dashboard"), "chart", lambda: self.areas.pages.home)
        window.add_page(
            OUTBOX_KEY, tr("Assembly", "Outbox"), "upload", lambda: self.areas.pages.outbox
        )

    def _later_steps(self) -> Iterator[Callable[[], object]]:
        yield from (partial(import_module, name) for name in IMPORT_STEPS)
        yield lambda: self.areas
        yield lambda: self.areas.palette
        pages = (NOTES, KNOWLEDGE, CUSTOMERS_KEY, HOME, OUTBOX_KEY)
        yield from (partial(self.window.page, key) for key in pages)

    @Slot()
    def _on_next_step(self) -> None:
        """One step a turn of the loop, so that keys and paints come in between."""
        step = next(self._steps, None)
        if step is None:
            self._between_steps.stop()
        else:
            step()
