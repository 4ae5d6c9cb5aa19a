"""Tells each second how old the picture is, and what is due next."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.shell.statusbar import StatusBar
from desktop.shell.summary import Summary
from desktop.shell.sync_words import next_due_words, sync_words, with_numbers
from desktop.work.engine_link import EngineLink
from sync.protocol.link import State

TICK_MS = 1_000


class SyncDesk(QObject):
    """Signals: ``told(SyncWords)`` each second, and when anything about the sync changed."""

    told = Signal(object)

    def __init__(
        self, link: EngineLink, status_bar: StatusBar, now_ms: Callable[[], int], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._link, self._bar, self._now_ms = link, status_bar, now_ms
        self._summary: Summary | None = None
        self._signs_in_itself = True
        self._tick = QTimer(self)
        self._tick.timeout.connect(self.tell)
        link.sign_in_failed.connect(self._on_sign_in_failed)

    def start(self) -> None:
        self._tick.start(TICK_MS)
        self.tell()

    def stop(self) -> None:
        self._tick.stop()

    def show_summary(self, summary: Summary) -> None:
        """The numbers of the file, which are never older than the engine's."""
        self._summary = summary
        self.tell()

    @Slot()
    def tell(self) -> None:
        words = sync_words(self._state(), self._now_ms())
        self._bar.show_sync(words)
        self.told.emit(words)
        next_due = self._summary.next_due if self._summary else None
        self._bar.show_next(next_due_words(next_due, self._now_ms()))

    @Slot()
    def _on_sign_in_failed(self) -> None:
        self._signs_in_itself = False
        self.tell()

    def _state(self) -> State:
        """The practice desk signs in by itself: until its server is up, it is starting."""
        state = self._link.state
        if self._signs_in_itself and self._bar.is_practice() and state.state == "sign_in":
            state = msgspec.structs.replace(state, state="starting")
        return with_numbers(state, self._summary.status) if self._summary else state
