"""Everything out again: ``export --json`` as NDJSON, ``export settings`` as TOML."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec
import tomli_w

from models import records
from models.clock import wall_ms
from models.database import Store
from sync.protocol import schema
from sync.protocol.kinds import KINDS

Row = dict[str, Any]
PAGE = 200
VERSION = 1


def export_json(store: Store, out: BinaryIO) -> int:
    """Write a line ``{"kind": …, "row": {…}}`` for every row of the store; how many rows.

    The first line tells what this is. All of it is one view of the store, soft-deleted rows
    included (``deleted`` 1), passwords and sessions not. Columns that hold JSON stay JSON text.
    Bytes of files are not part of it: ``sha256`` names them in the folder of files.
    """
    encode = msgspec.json.Encoder().encode
    head = {"product": schema.PRODUCT, "export": VERSION, "schema": schema.SCHEMA}
    out.write(encode({"kind": "export", "row": {**head, "at_ms": wall_ms()}}) + b"\n")
    count = 0
    with store.snapshot():
        for kind in KINDS:
            for rows in _pages(store, kind):
                out.write(b"".join(encode({"kind": kind, "row": row}) + b"\n" for row in rows))
                count += len(rows)
    out.flush()
    return count


def _pages(store: Store, kind: str) -> Iterator[list[Row]]:
    """All rows of a kind by id, some hundreds at a time."""
    columns = records.columns(kind)
    names = ", ".join(f'"{name}"' for name in columns)
    text = f'SELECT {names} FROM "{kind}" WHERE id > ? ORDER BY id LIMIT {PAGE}'
    last = ""
    while found := store.sql(text, (last,)):
        yield [dict(zip(columns, row, strict=True)) for row in found]
        last = found[-1][columns.index("id")]


def export_settings(store: Store) -> str:
    """The settings in the form that ``import settings`` reads, sorted by key."""
    with store.snapshot():
        whole = {
            "calendars": _section(store, "calendar"),
            "sla_policies": _section(store, "sla_policy", "calendar"),
            "categories": _categories(store),
            "macros": _section(store, "macro", "name"),
            "rules": _section(store, "rule", "position"),
        }
    return tomli_w.dumps(_without_nulls({name: part for name, part in whole.items() if part}))


def _section(store: Store, kind: str, *columns: str) -> Row:
    """Key to body, with the columns that stand beside it in the table."""
    rows = records.select(store, kind, {})
    return {
        row["key"]: {**{name: row[name] for name in columns}, **json.loads(row["body"] or "{}")}
        for row in sorted(rows, key=lambda row: str(row["key"]))
    }


def _categories(store: Store) -> Row:
    rows = records.select(store, "category", {})
    keys = {row["id"]: row["key"] for row in rows}
    return {
        row["key"]: {
            "parent": keys.get(row["parent_id"]),
            "names": json.loads(row["names"] or "{}"),
            "required": json.loads(row["required"] or "[]"),
            "hint": row["hint"],
            "position": row["position"],
            "preferred_channel": row["preferred_channel"],
            "ask_screenshot": bool(row["ask_screenshot"]),
        }
        for row in sorted(rows, key=lambda row: str(row["key"]))
    }


def _without_nulls(value: Any) -> Any:
    """TOML has no null: what is null is left out."""
    if isinstance(value, dict):
        return {name: _without_nulls(part) for name, part in value.items() if part is not None}
    if isinstance(value, list):
        return [_without_nulls(part) for part in value if part is not None]
    return value
