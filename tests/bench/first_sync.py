"""First sync of 15,601 tickets into a new profile, and its words into the search index.

A real server process, the engine's own code in this process. The limit is ``executemany`` of the
very same rows, in the order in which they came, into the same tables, 500 rows a transaction.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from models import profile
from models.clock import ServerClock
from models.database import Store
from models.profile import Profile
from models.tables import ENTITIES
from sync.engine import index
from sync.engine.cycle import Cycle
from sync.engine.wire import Server
from sync.protocol import schema
from tests.bench.figures import QUICK_ROUNDS, Figure, Samples, by_turns, rounds
from tests.bench.local_file import insert_sql
from tests.bench.processes import Running, scratch, served
from tests.bench.server_store import LOGIN, fill_server, make_desk

AT_ONCE = 500
Part = tuple[str, list[tuple[Any, ...]]]


class Stopwatch(Server):
    """A server that remembers how long it let the engine wait for pages and snapshots."""

    waited_s = 0.0

    def pull(self, request: schema.PullRequest) -> schema.PullAnswer:
        start = time.perf_counter()
        answer = super().pull(request)
        self.waited_s += time.perf_counter() - start
        return answer

    def snapshot(self, scope: str, at_least: int, days: int = 0) -> schema.Snapshot | None:
        start = time.perf_counter()
        answer = super().snapshot(scope, at_least, days)
        self.waited_s += time.perf_counter() - start
        return answer


@dataclass
class Syncs:
    """Each call makes a new profile; what it measured is kept beside the rate."""

    running: Running
    folder: Path
    number: int = 0
    rows: int = 0
    path: Path = Path()
    waited_s: list[float] = field(default_factory=list)
    whole_s: list[float] = field(default_factory=list)
    indexed: list[float] = field(default_factory=list)

    def rate(self) -> float:
        """Rows per second of one first sync, without indexing."""
        self.number += 1
        home = Profile(self.folder / f"profile{self.number}")
        store = home.open()
        server = self._signed_in(store)
        cycle = Cycle(store, server, ServerClock(), lambda news: None, lambda: False)
        start = time.perf_counter()
        cycle.pull_all()
        taken = time.perf_counter() - start
        self.rows, self.path = count_rows(store), home.database
        self.waited_s.append(server.waited_s)
        self.whole_s.append(taken)
        if len(self.indexed) < QUICK_ROUNDS:
            start = time.perf_counter()
            documents = index.drain(store, lambda: False)
            self.indexed.append(documents / (time.perf_counter() - start))
        store.close()
        return self.rows / taken

    def forget(self) -> None:
        """Count from here on."""
        for kept in (self.waited_s, self.whole_s, self.indexed):
            kept.clear()

    def _signed_in(self, store: Store) -> Stopwatch:
        server, answer = self.running.signed_in(LOGIN)
        with store.transaction():
            profile.put(store, "client_id", answer.client_id)
        return Stopwatch(self.running.url, server.token)

    def shares(self) -> dict[str, float]:
        whole = Samples(tuple(self.whole_s)).median
        return {
            "rows": float(self.rows),
            "seconds": whole,
            "seconds in which pages were fetched": Samples(tuple(self.waited_s)).median,
        }


def run(quick: bool) -> list[Figure]:
    """Rows per second, and documents per second of indexing."""
    with scratch() as folder:
        url = f"sqlite:///{folder / 'server' / 'desk.db'}"
        make_desk(url)
        note = fill_server(url, quick)
        with served(url, folder) as running:
            syncs = Syncs(running, folder)
            syncs.rate()  # to know the rows; its time is not counted
            parts = list(rows_of(syncs.path))
            syncs.forget()
            by_hand = Inserts(folder, parts)
            ours, limit = by_turns(rounds(quick), syncs.rate, by_hand.rate)
    name = "executemany of the same rows"
    documents = Samples(tuple(syncs.indexed))
    return [
        Figure("pulled and applied", "rows/s", ours, limit, name, note, syncs.shares()),
        Figure("indexed afterwards", "documents/s", documents),
    ]


def count_rows(store: Store) -> int:
    counts = (store.sql(f'SELECT COUNT(*) FROM "{kind}"')[0][0] for kind in ENTITIES)
    return sum(map(int, counts))


def rows_of(path: Path) -> Iterator[Part]:
    """Every row of the tables that travel, in parts of one transaction each."""
    store = Store.open(path, "local")
    for kind in ENTITIES:
        rows = iter(store.sql(f'SELECT * FROM "{kind}" ORDER BY rowid'))
        while part := list(islice(rows, AT_ONCE)):
            yield kind, part
    store.close()


@dataclass
class Inserts:
    """Writes the same rows into new files."""

    folder: Path
    parts: Sequence[Part]
    number: int = 0

    def rate(self) -> float:
        """Rows per second by hand."""
        self.number += 1
        store = Store.open(self.folder / f"by-hand{self.number}.db", "local")
        connection = store.db.connection()
        connection.execute("PRAGMA synchronous = NORMAL")
        start = time.perf_counter()
        for kind, rows in self.parts:
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(insert_sql(kind), rows)
            connection.execute("COMMIT")
        taken = time.perf_counter() - start
        store.close()
        return sum(len(rows) for _, rows in self.parts) / taken
