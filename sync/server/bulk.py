"""Writing many rows at once, the way that is fastest on each kind of store.

SQLite takes a prepared statement for any number of rows (740,000 rows/s). On PostgreSQL that is
a message for each row: from some dozens of rows on, COPY and arrays are faster (measured on
imports; statements with hundreds of VALUES are not, psycopg parses each of them in Python).
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

import peewee

from models import records
from models.database import Store

MANY = 50
CHANGE_TYPES = ("text", "text", "text", "bigint", "text", "integer", "text")
INSERT_CHANGE = "INSERT INTO change (kind, ent, scope, seq, op, rev, parent) "
ON_CHANGE = (
    " ON CONFLICT (kind, ent, scope) DO UPDATE SET seq = excluded.seq, op = excluded.op, "
    "rev = excluded.rev, parent = excluded.parent"
)
UPSERT_CHANGE = f"{INSERT_CHANGE}VALUES (?, ?, ?, ?, ?, ?, ?){ON_CHANGE}"
UPSERT_CHANGES = (
    f"{INSERT_CHANGE}SELECT * FROM unnest({', '.join(f'?::{name}[]' for name in CHANGE_TYPES)})"
    f"{ON_CHANGE}"
)
Values = Sequence[Any]
peewees_errors = peewee.ExceptionWrapper(peewee.EXCEPTIONS)  # type: ignore[attr-defined]


def insert(store: Store, kind: str, rows: Sequence[Values]) -> None:
    """New rows of a kind; the values are in the order of its columns.

    An event that is here already is passed over, but only among fewer than ``MANY`` rows:
    imports alone write more, and theirs are new.
    """
    if store.is_sqlite or len(rows) < MANY:
        store.many(insert_sql(kind), rows)
        return
    names = ", ".join(f'"{name}"' for name in records.columns(kind))
    cursor = store.db.connection().cursor()
    words = f'COPY "{kind}" ({names}) FROM STDIN'
    with store.errors(), peewees_errors, cursor.copy(words) as copy:
        for row in rows:
            copy.write_row(row)


def upsert_changes(store: Store, lines: Sequence[Values]) -> None:
    """Change lines (kind, ent, scope, seq, op, rev, parent); no two of one row and scope."""
    if store.is_sqlite or len(lines) < MANY:
        store.many(UPSERT_CHANGE, lines)
        return
    store.sql(UPSERT_CHANGES, [list(column) for column in zip(*lines, strict=True)])


@functools.cache
def insert_sql(kind: str) -> str:
    names = ", ".join(f'"{name}"' for name in records.columns(kind))
    marks = ", ".join("?" for _ in records.columns(kind))
    # An act that is sent again under another number leaves its one line of history.
    again = " ON CONFLICT (id) DO NOTHING" if kind == "event" else ""
    return f'INSERT INTO "{kind}" ({names}) VALUES ({marks}){again}'
