"""Writing many rows at once, the way that is fastest on each kind of store.

SQLite takes a prepared statement for any number of rows (740,000 rows/s). On PostgreSQL that is
a message for each row: there all rows go as one JSON text in one statement (decision 8).
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

import msgspec

from models import records
from models.database import Store

Values = Sequence[Any]
Names = tuple[str, ...]
CHANGE = ("kind", "ent", "scope", "seq", "op", "rev", "parent")
ON_CHANGE = (
    " ON CONFLICT (kind, ent, scope) DO UPDATE SET seq = excluded.seq, op = excluded.op, "
    "rev = excluded.rev, parent = excluded.parent"
)
COMMIT_CHANGES = (
    "WITH head AS (UPDATE stream_head SET seq = seq + ? WHERE stream = ? RETURNING seq), "
    "mark AS (INSERT INTO seq_mark (seq, nonce, at_ms) SELECT seq, ?, ? FROM head) "
    "INSERT INTO change (kind, ent, scope, seq, op, rev, parent) "
    "SELECT line.kind, line.ent, line.scope, head.seq - ? + line.seq, line.op, "
    "COALESCE(known.rev, line.rev), line.parent "
    "FROM head, json_populate_recordset(NULL::change, ?::json) AS line "
    "LEFT JOIN event AS known ON line.kind = 'event' AND known.id = line.ent" + ON_CHANGE
)


def insert(store: Store, kind: str, rows: Sequence[Values]) -> None:
    """New rows of a kind; the values are in the order of its columns.

    An event that is here already is passed over: an act that is sent again under another number
    leaves its one line of history.
    """
    again = " ON CONFLICT (id) DO NOTHING" if kind == "event" else ""
    into(store, kind, records.columns(kind), rows, again)


def into(store: Store, table: str, names: Names, rows: Sequence[Values], again: str = "") -> None:
    """New rows of any table; ``again`` is what becomes of those that are there already."""
    if store.is_sqlite:
        store.many(_insert_each(table, names, again), rows)
    elif rows:
        store.sql(_insert_all(table, names, again), (_as_json(names, rows),))


def update(store: Store, table: str, names: Names, rows: Sequence[Values]) -> None:
    """Write these columns; each row has their values and then its id, no two the same."""
    if store.is_sqlite:
        store.many(_update_each(table, names), rows)
    elif rows:
        store.sql(_update_all(table, names), (_as_json((*names, "id"), rows),))


def give_order(
    store: Store, stream: str, steps: int, mark: tuple[str, int], lines: Sequence[Values]
) -> None:
    """The last words of a transaction: positions for its steps, its mark and its change lines.

    The lines are CHANGE with the step (from 0) in the place of ``seq``, no two of one row and
    scope; ``mark`` is a nonce and a time. One statement, where that can be: whoever writes next
    waits for this transaction from here on. An event that was passed over has its own revision.
    """
    if not store.is_sqlite:
        told = _as_json(CHANGE, lines)
        store.sql(COMMIT_CHANGES, (steps, stream, *mark, steps - 1, told))
        return
    advance = "UPDATE stream_head SET seq = seq + ? WHERE stream = ? RETURNING seq"
    head = int(store.sql(advance, (steps, stream))[0][0])
    first = head - steps + 1
    among, named = store.among(line[1] for line in lines if line[0] == "event")
    revs = dict(store.sql(f"SELECT id, rev FROM event WHERE id {among}", (named,)))
    placed = [
        (*line[:3], first + line[3], line[4], revs.get(line[1], line[5]), line[6]) for line in lines
    ]
    into(store, "change", CHANGE, placed, ON_CHANGE)
    store.sql("INSERT INTO seq_mark (seq, nonce, at_ms) VALUES (?, ?, ?)", (head, *mark))


def _as_json(names: Names, rows: Sequence[Values]) -> str:
    return msgspec.json.encode([dict(zip(names, row, strict=True)) for row in rows]).decode()


@functools.cache
def _insert_each(table: str, names: Names, again: str) -> str:
    marks = ", ".join("?" for _ in names)
    return f'INSERT INTO "{table}" ({_quoted(names)}) VALUES ({marks}){again}'


@functools.cache
def _insert_all(table: str, names: Names, again: str) -> str:
    rows = f'json_populate_recordset(NULL::"{table}", ?::json)'
    return f'INSERT INTO "{table}" ({_quoted(names)}) SELECT {_quoted(names)} FROM {rows}{again}'


@functools.cache
def _update_each(table: str, names: Names) -> str:
    sets = ", ".join(f'"{name}" = ?' for name in names)
    return f'UPDATE "{table}" SET {sets} WHERE id = ?'


@functools.cache
def _update_all(table: str, names: Names) -> str:
    sets = ", ".join(f'"{name}" = new."{name}"' for name in names)
    rows = f'json_populate_recordset(NULL::"{table}", ?::json)'
    return f'UPDATE "{table}" AS old SET {sets} FROM {rows} AS new WHERE old.id = new.id'


def _quoted(names: Names) -> str:
    return ", ".join(f'"{name}"' for name in names)
