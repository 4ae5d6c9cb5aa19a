"""Keeps what is on screen fresh: says when to read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.shell.summary import Summary, read_summary
from desktop.work.reader import Reader
from models.clock import clock_at
from models.perform import Performed
from models.rows import Actor
from sync.protocol.link import Changed

GATHER_MS = 150
WITH_TIME_MS = 30_000
OWN_MARKS = ("pin", "own_place", "highlight", "reminder")
PARTS = (
    *("ticket", "message", "approval", "conflict", "contact", "company", "asset", "view"),
    *OWN_MARKS,
)
"""What is seen of tickets, and views; an act on one that names no ticket may change any row of the
list.
"""


class Freshness(QObject):
    """The first change is read at once; many within the next 150 ms become one more reading.

    Signals: ``summary_read(Summary)``; ``tickets_changed(frozenset[str] | None)`` with the ids,
    None when too many changed to name them, or time alone may have changed what is shown.
    """

    summary_read = Signal(object)
    tickets_changed = Signal(object)

    def __init__(
        self, reader: Reader, me: Actor, now_ms: Callable[[], int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._reader, self._me, self._now_ms = reader, me, now_ms
        self._ids: set[str] = set()
        self._many = self._waits = False
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.timeout.connect(self._on_gathered)
        self._with_time = QTimer(self)
        self._with_time.setInterval(WITH_TIME_MS)
        self._with_time.timeout.connect(self.note_many)

    def start(self) -> None:
        """Read the numbers now, and from now on whenever something changes."""
        self._with_time.start()
        self.read_summary()

    def read_summary(self) -> None:
        """Ask for the numbers around the list."""
        self._reader.ask(
            "summary",
            lambda store: read_summary(store, self._me, clock_at(self._now_ms())),
            self._on_summary,
        )

    def note(self, ids: Iterable[str]) -> None:
        """These tickets changed, or numbers did (no ids)."""
        self._ids.update(ids)
        self._waits = True
        if not self._gather.isActive():
            self._gather.start(0)

    @Slot()
    def note_many(self) -> None:
        """More changed than can be named."""
        self._many = True
        self.note(())

    @Slot(object)
    def on_rows_changed(self, changed: Changed) -> None:
        """What the engine says."""
        if changed.many or not changed.tickets:
            self.note_many()
        else:
            self.note(changed.tickets)

    @Slot(object)
    def on_performed(self, performed: Performed) -> None:
        """What was done in this window."""
        ticket, touched = performed.command.ticket, performed.touched
        if ticket is None and any(kind in PARTS for kind, _ in touched):
            self.note_many()
        else:
            self.note([ticket] if ticket else [])

    @Slot()
    def _on_gathered(self) -> None:
        if not self._waits:
            return
        ids, many = frozenset(self._ids), self._many
        self._ids.clear()
        self._many = self._waits = False
        self._gather.start(GATHER_MS)
        self.read_summary()
        if many or ids:
            self.tickets_changed.emit(None if many else ids)

    def _on_summary(self, summary: Summary) -> None:
        self.summary_read.emit(summary)
