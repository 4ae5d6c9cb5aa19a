"""Taking back, trying again and rewriting, off the UI thread; what became of it is told."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.work.writer import CommandWriter
from models import outbox
from models.commands import Command
from models.outbox import Withdrawn
from models.perform import Performed
from models.queries.outbox import OutboxEntry
from models.rows import Actor

if TYPE_CHECKING:
    from models.database import Store


class OutboxActs(QObject):
    """Signals: ``withdrawn(OutboxEntry, Withdrawn)``, ``refused(Exception)`` when it could not be
    done; ``changed()`` after either, since what is shown may be old."""

    withdrawn = Signal(object, object)
    refused = Signal(object)
    changed = Signal()

    def __init__(self, writer: CommandWriter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = writer

    def withdraw(self, entry: OutboxEntry) -> None:
        """Take the change of a line back."""
        if entry.mid is not None:
            act = partial(_withdraw, entry.mid)
            done = partial(self._on_withdrawn, entry)
            self._writer.run(act, done, self._on_refused)

    def retry(self, entry: OutboxEntry) -> None:
        """Do a refused or held change once more."""
        if entry.mid is not None:
            self._writer.run(partial(_retry, entry.mid), self._on_done, self._on_refused)

    def rewrite(self, entry: OutboxEntry, html: str) -> None:
        """Do the change of a line with another text."""
        if entry.mid is not None:
            self._writer.run(partial(_rewrite, entry.mid, html), self._on_done, self._on_refused)

    def put_back(self, commands: Sequence[Command]) -> None:
        """Do again what was taken back, in order."""
        for command in commands:
            self._writer.submit(command, self._on_done, self._on_refused)

    def _on_withdrawn(self, entry: OutboxEntry, what: Withdrawn) -> None:
        self.withdrawn.emit(entry, what)
        self.changed.emit()

    @Slot(object)
    def _on_done(self, performed: Performed) -> None:
        self.changed.emit()

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        self.refused.emit(error)
        self.changed.emit()


def _withdraw(mid: int, store: Store, actor: Actor, now_ms: int) -> Withdrawn:
    return outbox.withdraw(store, mid)


def _retry(mid: int, store: Store, actor: Actor, now_ms: int) -> Performed:
    return outbox.retry(store, mid, actor, now_ms)


def _rewrite(mid: int, html: str, store: Store, actor: Actor, now_ms: int) -> Performed:
    return outbox.rewrite(store, mid, html, actor, now_ms)
