"""The rows of a note, written by the database's own driver: the limit that ``comments`` names.

What a push of one note leaves behind: the message, the ticket's time, two change lines, the
outcome, the device's number, the position and its mark; one transaction, the positions taken last.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
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
DEVICE = "UPDATE client SET last_mid = last_mid + 1, chain = ?, seen_at_ms = ? WHERE id = ?"


class RawNotes:
    """Writers over one store, each with a connection and a device of its own."""

    def __init__(
        self, connect: Connect, begin: str, mark: str, writers: int, tickets: list[str]
    ) -> None:
        self._connect, self._begin, self._mark = connect, begin, mark
        self._writers, self._tickets = writers, tickets
        self._devices: list[tuple[Any, str]] = []

    def close(self) -> None:
        for connection, _ in self._devices:
            connection.close()

    def rate(self, seconds: float) -> float:
        """Notes per second of all writers together."""
        while len(self._devices) < self._writers:
            self._devices.append((self._connect(), self._new_device()))
        counts = [0] * self._writers
        end = time.perf_counter() + seconds

        def work(place: int) -> None:
            while time.perf_counter() < end:
                self._write(*self._devices[place], counts[place])
                counts[place] += 1

        start = time.perf_counter()
        threads = [threading.Thread(target=work, args=(n,)) for n in range(self._writers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return sum(counts) / (time.perf_counter() - start)

    def _new_device(self) -> str:
        connection, id = self._connect(), new_id()
        self._run(
            connection.cursor(), "INSERT INTO client VALUES (?, ?, '', 0, '', 0, 0)", (id, id)
        )
        connection.close()
        return id

    def _write(self, connection: Any, device: str, turn: int) -> None:
        cursor = connection.cursor()
        now_ms, note = wall_ms(), new_id()
        ticket = self._tickets[turn % len(self._tickets)]
        row = {"id": note, "scope": "q:1", "ticket_id": ticket, "kind": "note", "html": HTML}
        cursor.execute(self._begin)
        self._run(cursor, insert_sql("message"), values("message", {**row, "at_ms": now_ms}))
        touch = "UPDATE ticket SET activity_at_ms = ?, rev = rev + 1 WHERE id = ?"
        self._run(cursor, touch, (now_ms, ticket))
        self._run(cursor, SEEN, (device, now_ms * 1_000 + turn, "", note, "{}", now_ms))
        self._run(cursor, DEVICE, (note, now_ms, device))
        head = "UPDATE stream_head SET seq = seq + 1 WHERE stream = 'main' RETURNING seq"
        self._run(cursor, head, ())
        seq = cursor.fetchone()[0]
        for kind, id in (("message", note), ("ticket", ticket)):
            self._run(cursor, CHANGE, (kind, id, "q:1", seq, "put", 1, None))
        nonce = secrets.token_hex(8)
        self._run(cursor, "INSERT INTO seq_mark VALUES (?, ?, ?)", (seq, nonce, now_ms))
        cursor.execute("COMMIT")

    def _run(self, cursor: Any, text: str, params: tuple[Any, ...]) -> None:
        cursor.execute(text.replace("?", self._mark), params)


def sqlite_notes(url: str, tickets: list[str]) -> RawNotes:
    """One writer: on SQLite more of them only wait for each other."""

    def connect() -> Any:
        path = url.removeprefix("sqlite:///")
        connection = pysqlite3.connect(
            path, isolation_level=None, timeout=30, check_same_thread=False
        )
        connection.execute("PRAGMA synchronous = FULL")
        return connection

    return RawNotes(connect, "BEGIN IMMEDIATE", "?", 1, tickets)


def postgres_notes(url: str, tickets: list[str]) -> RawNotes:
    return RawNotes(
        lambda: psycopg.connect(url, autocommit=True), "BEGIN", "%s", CONNECTIONS, tickets
    )
