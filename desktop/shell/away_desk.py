"""Says after a long absence what came meanwhile, and keeps when its person was last here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout

from desktop.notices.away_strip import AwayStrip
from desktop.shell.window import MainWindow
from desktop.surroundings import Surroundings
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models.queries.absence import Absence, absence
from models.rows import Actor
from sync.protocol.link import State

if TYPE_CHECKING:
    from models.database import Store

SEEN_KEY = "seen_at_ms"
LONG_MS = 4 * 3_600_000
KEEP_EVERY_MS = 60_000
ABOVE_THE_DESK = 2
"""The place in the window's column: below the top bar and what the message bar says."""


class AwayDesk(QObject):
    """The strip comes once, when the first sync of this start is through or there is no server."""

    def __init__(
        self,
        me: Actor,
        around: Surroundings,
        reader: Reader,
        writer: CommandWriter,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._me, self._around, self._reader, self._writer = me, around, reader, writer
        self._window = window
        seen = around.remembered.get(SEEN_KEY, "")
        self._since_ms = int(seen) if seen.isdecimal() else None
        self.was_away = self._is_long()
        self._asks = self.was_away
        self._strip: AwayStrip | None = None
        self._tick = QTimer(self, interval=KEEP_EVERY_MS)
        self._tick.timeout.connect(self.keep)
        self._tick.start()
        window.closing.connect(self.keep)
        around.link.state_changed.connect(self._on_state_changed)
        self._on_state_changed(around.link.state)
        self.keep()

    @property
    def strip(self) -> AwayStrip | None:
        """What is shown now."""
        return self._strip

    @Slot()
    def keep(self) -> None:
        """The person is here now."""
        text = str(self._around.clock.now_ms())
        self._around.remembered[SEEN_KEY] = text
        self._writer.remember(SEEN_KEY, text)

    def _is_long(self) -> bool:
        since = self._since_ms
        return since is not None and self._around.clock.now_ms() - since >= LONG_MS

    @Slot(object)
    def _on_state_changed(self, state: State) -> None:
        if self._asks and self._since_ms is not None and state.state in ("synced", "offline"):
            self._asks = False
            me, since, now_ms = self._me, self._since_ms, self._around.clock.now_ms()

            def read(store: Store) -> Absence:
                return absence(store, me, since, now_ms)

            self._reader.ask("absence", read, partial(self._on_read, since))

    def _on_read(self, since_ms: int, read: Absence) -> None:
        if read.is_empty():
            return
        strip = self._strip = AwayStrip()
        whole = self._window.centralWidget()
        column = whole.layout() if whole else None
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(ABOVE_THE_DESK, strip)
        strip.view_wanted.connect(self._on_view_wanted)
        strip.dismissed.connect(self._on_dismissed)
        strip.show_absence(read, since_ms)

    @Slot(str)
    def _on_view_wanted(self, view: str) -> None:
        self._window.show_view(view)
        self._window.list_pane.view.setFocus()

    @Slot()
    def _on_dismissed(self) -> None:
        if self._strip is not None:
            self._strip.deleteLater()
            self._strip = None
            self._window.list_pane.view.setFocus()
