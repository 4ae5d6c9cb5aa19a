"""The only way in which rows of the shared store change.

One transaction for a batch of steps: each step applies one command (or one imported record) and
gets one position ``seq`` in the order of changes. The counter row ``stream_head`` is updated by
the last statements, together with the change lines and a random mark, so that its lock is short
and positions follow the order of commits: a reader at head h has everything up to h. A plain
PostgreSQL sequence would let readers miss rows.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable, Iterator
from typing import TypeVar

import peewee

from models.clock import wall_ms
from models.database import Store
from sync.server import bulk
from sync.server.promising import count_promises
from sync.server.rights import SYSTEM, Rights
from sync.server.writer import STREAM, ServerWriter

T = TypeVar("T")
RETRIES = 5


class WritePath:
    """Runs batches of steps over one store."""

    def __init__(self, store: Store, now_ms: Callable[[], int] = wall_ms) -> None:
        self.store = store
        self.now_ms = now_ms

    def run(self, step: Callable[[ServerWriter], T], rights: Rights = SYSTEM) -> T:
        """One step in a transaction of its own."""
        return self.retried(lambda: self._run(step, rights))

    def _run(self, step: Callable[[ServerWriter], T], rights: Rights) -> T:
        with self.batch(rights) as writer:
            return step(writer)

    @contextlib.contextmanager
    def batch(self, rights: Rights = SYSTEM) -> Iterator[ServerWriter]:
        """A transaction; raise ``writer.step`` between steps. The order is given at its end."""
        with self.store.transaction():
            writer = ServerWriter(self.store, self.now_ms(), rights)
            yield writer
            self.finish(writer)

    def finish(self, writer: ServerWriter) -> None:
        """Last statements of a transaction: what waits, then positions, lines, mark."""
        count_promises(writer)
        writer.settle()
        if writer.pending.lines:
            mark = (secrets.token_hex(8), writer.now_ms)
            lines = [
                (*key, line.step, line.op, line.rev, line.parent)
                for key, line in writer.pending.lines.items()
            ]
            bulk.give_order(self.store, STREAM, writer.step + 1, mark, lines)

    def head(self) -> int:
        found = self.store.sql("SELECT seq FROM stream_head WHERE stream = ?", (STREAM,))
        return int(found[0][0])

    def retried(self, act: Callable[[], T]) -> T:
        """Run again what PostgreSQL broke off as deadlocked or unserialisable (40P01, 40001)."""
        for _ in range(RETRIES - 1):
            try:
                return act()
            except peewee.OperationalError as error:
                broken_off = getattr(getattr(error, "orig", None), "sqlstate", "")
                if broken_off not in ("40001", "40P01"):
                    raise
        return act()
