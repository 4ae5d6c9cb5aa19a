"""The rows of notes, written by the database's own driver: a limit of ``comments``, ``queued``.

What a push of notes leaves behind: each message, its ticket's time, two change lines and an
outcome; the device's number, the position and its mark; one transaction, the positions taken last.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

import psycopg
import pysqlite3.dbapi2 as pysqlite3

from models.clock import wall_ms
from models.ids import new_id
from tests.bench.local_file import insert_sql, values

Connect = Callable[[], Any]
CONNECTIONS = 8
HTML = "<p>Called back, the printer on the second floor works again after a restart.</p>"
CHANGE = (
    "INSERT INTO change (kind, ent, scope, seq, op, rev, parent) VALUES (?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (kind, ent, scope) DO UPDATE SET seq = excluded.seq, rev = excluded.rev"
)
SEEN = "INSERT INTO mutation_seen VALUES (?, ?, ?, ?, ?, ?)"
TOUCH = "UPDATE ticket SET activity_at_ms = ?, rev = rev + 1 WHERE id = ?"
DEVICE = "UPDATE client SET last_mid = last_mid + ?, chain = ?, seen_at_ms = ? WHERE id = ?"
HEAD = "UPDATE stream_head SET seq = seq + ? WHERE stream = 'main' RETURNING seq"


class RawNotes:
    """Writers over one store, each with a connection and a device of its own.

    Each of them commits ``batch`` notes at a time.
    """

    def __init__(
        self, connect: Connect, begin: str, mark: str, writers: int, tickets: list[str], batch: int
    ) -> None:
        self._connect, self._begin, self._mark = connect, begin, mark
        self._writers, self._tickets, self._batch = writers, tickets, batch
        self._devices: list[tuple[Any, str]] = []
        self._written = [0] * writers

    def close(self) -> None:
        for connection, _ in self._devices:
            connection.close()

    def rate(self, seconds: float) -> float:
        """Notes per second of all writers together."""
        while len(self._devices) < self._writers:
            self._devices.append((self._connect(), self._new_device()))
        before = sum(self._written)
        end = time.perf_counter() + seconds

        def work(place: int) -> None:
            while time.perf_counter() < end:
                self._write(*self._devices[place], self._written[place])
                self._written[place] += self._batch

        start = time.perf_counter()
        threads = [threading.Thread(target=work, args=(n,)) for n in range(self._writers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return (sum(self._written) - before) / (time.perf_counter() - start)

    def _new_device(self) -> str:
        connection, id = self._connect(), new_id()
        self._run(
            connection.cursor(), "INSERT INTO client VALUES (?, ?, '', 0, '', 0, 0)", [(id, id)]
        )
        connection.close()
        return id

    def _write(self, connection: Any, device: str, written: int) -> None:
        cursor = connection.cursor()
        now_ms = wall_ms()
        notes = [(new_id(), ticket) for ticket in self._tickets_from(written)]
        rows = [_message(id, ticket, now_ms) for id, ticket in notes]
        taken = enumerate(notes, written + 1)
        seen = [(device, mid, "", id, "{}", now_ms) for mid, (id, _) in taken]
        cursor.execute(self._begin)
        self._run(cursor, insert_sql("message"), rows)
        self._run(cursor, TOUCH, [(now_ms, ticket) for _, ticket in notes])
        self._run(cursor, SEEN, seen)
        self._run(cursor, DEVICE, [(len(notes), notes[-1][0], now_ms, device)])
        self._run(cursor, HEAD, [(len(notes),)])
        seq = cursor.fetchone()[0]
        both = (key for id, ticket in notes for key in (("message", id), ("ticket", ticket)))
        self._run(cursor, CHANGE, [(*key, "q:1", seq, "put", 1, None) for key in both])
        mark = (seq, secrets.token_hex(8), now_ms)
        self._run(cursor, "INSERT INTO seq_mark VALUES (?, ?, ?)", [mark])
        cursor.execute("COMMIT")

    def _tickets_from(self, first: int) -> list[str]:
        count = len(self._tickets)
        return [self._tickets[place % count] for place in range(first, first + self._batch)]

    def _run(self, cursor: Any, text: str, rows: Sequence[tuple[Any, ...]]) -> None:
        words = text.replace("?", self._mark)
        if len(rows) == 1:
            cursor.execute(words, rows[0])
        else:
            cursor.executemany(words, rows)


def _message(id: str, ticket: str, now_ms: int) -> tuple[Any, ...]:
    row = {"id": id, "scope": "q:1", "ticket_id": ticket, "kind": "note", "html": HTML}
    return values("message", {**row, "at_ms": now_ms})


def sqlite_notes(url: str, tickets: list[str], batch: int = 1) -> RawNotes:
    """One writer: on SQLite more of them only wait for each other."""

    def connect() -> Any:
        path = url.removeprefix("sqlite:///")
        connection = pysqlite3.connect(
            path, isolation_level=None, timeout=30, check_same_thread=False
        )
        connection.execute("PRAGMA synchronous = FULL")
        return connection

    return RawNotes(connect, "BEGIN IMMEDIATE", "?", 1, tickets, batch)


def postgres_notes(
    url: str, tickets: list[str], batch: int = 1, writers: int = CONNECTIONS
) -> RawNotes:
    def connect() -> Any:
        return psycopg.connect(url, autocommit=True)

    return RawNotes(connect, "BEGIN", "%s", writers, tickets, batch)
