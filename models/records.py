"""Reading and writing whole rows of any replicated table by the name of its kind."""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from models.database import Store
from models.tables import ENTITIES

Row = dict[str, Any]
Values = tuple[Any, ...]
Question = tuple[str, tuple[Any, ...]]
"""What ``Store.sql`` takes: a text and its parameters."""


@functools.cache
def columns(kind: str) -> tuple[str, ...]:
    """Column names of a kind, ``id`` first, in the table's order."""
    return tuple(field.column_name for field in ENTITIES[kind]._meta.sorted_fields)


@functools.cache
def defaults(kind: str) -> Row:
    """What a new row holds in columns that nobody named."""
    found: Row = {}
    for field in ENTITIES[kind]._meta.sorted_fields:
        found[field.column_name] = field.default if field.default is not None else None
    return found


def complete(kind: str, row: Row) -> Row:
    """``row`` with every column of its kind, defaults where nothing is given; others dropped."""
    known = defaults(kind)
    if row.keys() == known.keys():
        return row  # a line of a server of this version: nothing to add, nothing to drop
    return {name: row.get(name, default) for name, default in known.items()}


def get(store: Store, kind: str, id: str, *, lock: bool = False) -> Row | None:
    """The row, or None. With ``lock`` nobody else changes it until this transaction ends."""
    names = ", ".join(f'"{name}"' for name in columns(kind))
    how = " FOR UPDATE" if lock and not store.is_sqlite else ""
    found = store.sql(f'SELECT {names} FROM "{kind}" WHERE id = ?{how}', (id,))
    return dict(zip(columns(kind), found[0], strict=True)) if found else None


def get_many(store: Store, kind: str, ids: Sequence[str]) -> list[Row]:
    """Those of these rows that are there, ordered by id."""
    return rows_of(kind, store.sql(*question(store, kind, ids)))


def question(store: Store, kind: str, ids: Sequence[str], *, lock: bool = False) -> Question:
    """How to ask for those of these rows that are there, by id; ``lock`` as for ``get``."""
    names = ", ".join(f'"{name}"' for name in columns(kind))
    how = " FOR UPDATE" if lock and not store.is_sqlite else ""
    among, wanted = store.among(ids)
    return f'SELECT {names} FROM "{kind}" WHERE id {among} ORDER BY id{how}', (wanted,)


def rows_of(kind: str, found: Iterable[tuple[Any, ...]]) -> list[Row]:
    """The answer to ``question``, as rows."""
    return [dict(zip(columns(kind), row, strict=True)) for row in found]


def select(store: Store, kind: str, equal: Row) -> list[Row]:
    """Rows not deleted whose columns equal ``equal``, ordered by id."""
    names = ", ".join(f'"{name}"' for name in columns(kind))
    where = "".join(f' AND "{name}" = ?' for name in equal)
    text = f'SELECT {names} FROM "{kind}" WHERE deleted = 0{where} ORDER BY id'
    return [
        dict(zip(columns(kind), row, strict=True)) for row in store.sql(text, tuple(equal.values()))
    ]


def children(store: Store, kind: str, ticket_id: str) -> list[Row]:
    """All rows of a kind that belong to a ticket, deleted ones too, ordered by id."""
    names = ", ".join(f'"{name}"' for name in columns(kind))
    text = f'SELECT {names} FROM "{kind}" WHERE ticket_id = ? ORDER BY id'
    return [dict(zip(columns(kind), row, strict=True)) for row in store.sql(text, (ticket_id,))]


@functools.cache
def upsert_sql(kind: str, guard_rev: bool) -> str:
    """Insert or replace by id; with ``guard_rev`` only by a revision that is not older."""
    names = columns(kind)
    quoted = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" for _ in names)
    sets = ", ".join(f'"{name}" = excluded."{name}"' for name in names if name != "id")
    guard = f' WHERE "{kind}".rev <= excluded.rev' if guard_rev else ""
    return (
        f'INSERT INTO "{kind}" ({quoted}) VALUES ({marks}) '
        f"ON CONFLICT (id) DO UPDATE SET {sets}{guard}"
    )


def values(kind: str, row: Row) -> Values:
    """The row's values in the order of ``columns``."""
    return _picked(kind)(row)


@functools.cache
def _picked(kind: str) -> Callable[[Row], Values]:
    return operator.itemgetter(*columns(kind))


def put(store: Store, kind: str, row: Row) -> None:
    store.sql(upsert_sql(kind, guard_rev=False), values(kind, row))


def put_many(store: Store, kind: str, rows: Iterable[Row], *, guard_rev: bool) -> set[str]:
    """Insert rows, or write into those that are there what differs; with ``guard_rev`` only by a
    revision that is not older, the last of several of one row.

    Gives those that are new or differ in more than their revision. Only the columns that differ
    are named to the database: it writes every index of a named column anew, whatever its value.
    """
    wanted = _newest(kind, rows, guard_rev)
    here = {row[0]: row for row in store.sql(*question(store, kind, list(wanted)))}
    fresh = [row for id, row in wanted.items() if id not in here]
    store.many(upsert_sql(kind, guard_rev), fresh)
    told = wanted.keys() - here.keys()
    names, rev = columns(kind), columns(kind).index("rev")
    updates: dict[tuple[str, ...], list[Values]] = {}
    for id, old in here.items():
        new = wanted[id]
        if new == old or (guard_rev and old[rev] > new[rev]):
            continue
        differ = [at for at, value in enumerate(new) if value != old[at]]
        written = (*(new[at] for at in differ), id)
        updates.setdefault(tuple(names[at] for at in differ), []).append(written)
        if differ != [rev]:
            told.add(id)
    for changed, each in updates.items():
        store.many(update_sql(kind, changed), each)
    return told


def _newest(kind: str, rows: Iterable[Row], guard_rev: bool) -> dict[str, Values]:
    newest: dict[str, Row] = {}
    for row in rows:
        known = newest.get(row["id"])
        if known is None or not guard_rev or known["rev"] <= row["rev"]:
            newest[row["id"]] = row
    return {id: values(kind, row) for id, row in newest.items()}


def update(store: Store, kind: str, id: str, changes: Row) -> None:
    """Write some columns of one row."""
    store.sql(update_sql(kind, tuple(changes)), (*changes.values(), id))


@functools.lru_cache(maxsize=500)
def update_sql(kind: str, names: tuple[str, ...]) -> str:
    """Write these columns of one row, whose id comes last."""
    sets = ", ".join(f'"{name}" = ?' for name in names)
    return f'UPDATE "{kind}" SET {sets} WHERE id = ?'


def remove(store: Store, kind: str, ids: Sequence[str]) -> None:
    """Take rows out of this file for good (local files only)."""
    marks = ", ".join("?" for _ in ids)
    store.sql(f'DELETE FROM "{kind}" WHERE id IN ({marks})', tuple(ids))
