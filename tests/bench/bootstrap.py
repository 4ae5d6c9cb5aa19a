"""A snapshot of 100,000 tickets and 500,000 messages into a new profile, and writing meanwhile.

The parts lie on the disk as a server makes them; the engine's own code fetches, checks, unpacks,
reads and writes them. The limit is ``executemany`` of the very same rows, ready in memory, into the
same tables without their indexes, which are made last.
"""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, cast

import msgspec

from models import records
from models.clock import wall_ms
from models.database import Store
from sync.engine import index
from sync.engine.bootstrap import Bootstrap
from sync.engine.wire import FilePart, Server
from sync.protocol import schema
from sync.server.parts import PartWriter
from tests.bench import desk_rows
from tests.bench.desk_rows import Size
from tests.bench.figures import QUICK_ROUNDS, Figure, Samples, by_turns, rounds, timed_ms
from tests.bench.local_file import insert_sql, values
from tests.bench.processes import scratch

KINDS = ("ticket", "message")
AT_ONCE = 2_000
SEARCH_SHARE = 10  # of so many times fewer rows: words take far longer than rows
PAUSE_S = 0.02
LIMIT = "executemany of the same rows, indexes last"
SCOPE = "q:bench"
Values = tuple[Any, ...]
Rows = dict[str, list[Values]]


@dataclass(frozen=True, slots=True)
class Disk:
    """A server without a network: what ``Bootstrap`` asks of ``wire.Server``."""

    folder: Path
    made: schema.Snapshot

    @classmethod
    def of(cls, folder: Path, rows: Rows) -> Disk:
        """With these rows in parts."""
        folder.mkdir()
        writer = PartWriter(folder)
        for kind in KINDS:
            writer.begin(kind)
            writer.add([msgspec.json.encode(row).decode() for row in rows[kind]])
        parts = writer.finish()
        count = sum(part.rows for part in parts)
        name = hashlib.sha256(str(folder).encode()).hexdigest()[:8]
        return cls(folder, schema.Snapshot(SCOPE, name, "cursor", 1, 0, count, parts))

    def snapshot(self, scope: str, at_least: int, days: int = 0) -> schema.Snapshot:
        return self.made

    @contextmanager
    def reading_part(self, scope: str, name: str, number: int, start: int) -> Iterator[FilePart]:
        with (self.folder / str(number)).open("rb") as file:
            file.seek(start)
            yield FilePart(start, 0, iter(lambda: file.read(1 << 16), b""))


@dataclass
class Profiles:
    """Each call fills a new file, one way or the other; rows per second."""

    folder: Path
    rows: Rows
    disk: Disk
    searchable: bool = False
    number: int = 0
    waits_ms: list[float] = field(default_factory=list)

    def ours(self) -> float:
        return self._rate(self._land)

    def by_hand(self) -> float:
        return self._rate(self._insert)

    def while_somebody_writes(self) -> float:
        """The same as ``ours``, with a draft saved every 20 ms over another connection."""
        return self._rate(self._land_beside)

    def _rate(self, act: Callable[[Store], None]) -> float:
        self.number += 1
        path = self.folder / f"{self.number}" / "desk.db"
        store = Store.open(path, "local")
        start = time.perf_counter()
        act(store)
        if self.searchable:
            index.drain(store, lambda: False)
        taken = time.perf_counter() - start
        store.close()
        for file in path.parent.glob("desk.db*"):
            file.unlink()
        return sum(map(len, self.rows.values())) / taken

    def _land(self, store: Store) -> None:
        server = cast(Server, self.disk)
        first = Bootstrap(store, server, lambda news: None, lambda: False, lambda done, all: None)
        first.bring([SCOPE], 0)

    def _land_beside(self, store: Store) -> None:
        ended = threading.Event()
        writer = threading.Thread(target=self._write, args=(store, ended))
        writer.start()
        try:
            self._land(store)
        finally:
            ended.set()
            writer.join()

    def _write(self, store: Store, ended: threading.Event) -> None:
        def write() -> None:
            with store.transaction():
                store.sql("INSERT INTO window_state (key, value) VALUES (?, '')", (str(wall_ms()),))
                store.sql("DELETE FROM window_state")

        while not ended.wait(PAUSE_S):
            self.waits_ms.append(timed_ms(write))
        store.close()

    def _insert(self, store: Store) -> None:
        connection = store.db.connection()
        connection.execute("PRAGMA synchronous = NORMAL")
        with without_indexes(store):
            for kind, rows in self.rows.items():
                for start in range(0, len(rows), AT_ONCE):
                    connection.execute("BEGIN IMMEDIATE")
                    connection.executemany(insert_sql(kind), rows[start : start + AT_ONCE])
                    connection.execute("COMMIT")


@contextmanager
def without_indexes(store: Store) -> Iterator[None]:
    """They are made again at the end."""
    marks = ", ".join("?" for _ in KINDS)
    found = store.sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL "
        f"AND tbl_name IN ({marks})",
        KINDS,
    )
    for name, _ in found:
        store.sql(f"DROP INDEX {name}")
    yield
    for _, text in found:
        store.sql(text)


def run(quick: bool) -> list[Figure]:
    """Rows per second without and with search, and how long a write of the desktop waits."""
    tickets = 10_000 if quick else 100_000
    with scratch() as folder:
        rows = invented(tickets)
        plain = Profiles(folder / "plain", rows, Disk.of(folder / "parts", rows))
        ours, limit = by_turns(rounds(quick), plain.ours, plain.by_hand)
        plain.while_somebody_writes()
        few = {kind: list(islice(all, len(all) // SEARCH_SHARE)) for kind, all in rows.items()}
        found = Profiles(folder / "few", few, Disk.of(folder / "few-parts", few), True)
        searched, search_limit = by_turns(QUICK_ROUNDS, found.ours, found.by_hand)
    waits = Samples(tuple(plain.waits_ms))
    slowest = {"p99": waits.share(0.99), "longest": max(waits.values)}
    note = _note(rows, plain.disk.made.parts)
    return [
        Figure("landed", "rows/s", ours, limit, LIMIT, note),
        Figure("landed and searchable", "rows/s", searched, search_limit, f"{LIMIT}; search alike"),
        Figure("a write meanwhile", "ms", waits, extra=slowest),
    ]


def _note(rows: Rows, parts: Sequence[schema.SnapshotPart]) -> str:
    count, size = sum(map(len, rows.values())), sum(part.bytes for part in parts)
    return f"{count:,} rows in {len(parts)} parts of together {size >> 20} MiB"


def invented(tickets: int) -> Rows:
    """Whole rows by kind, in the order of their ids."""
    size = Size(tickets, 5 * tickets, wall_ms(), events=0)
    found: Rows = {kind: [] for kind in KINDS}
    for ticket in desk_rows.tickets(size, desk_rows.demo_texts()):
        for kind, row in ticket:
            if kind in found:
                found[kind].append(values(kind, {**row, "scope": SCOPE}))
    place = records.columns("ticket").index("id")
    return {kind: sorted(rows, key=lambda row: str(row[place])) for kind, rows in found.items()}
