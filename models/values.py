"""What the columns of a travelling row can hold; the same on SQLite and on PostgreSQL.

SQLite would take anything, PostgreSQL would break off the whole batch: so every value that comes
from outside is held against its column first.
"""

from __future__ import annotations

import functools
import json
import re
from typing import Any, NamedTuple

import peewee

from models.errors import Refused
from models.tables import ENTITIES

Row = dict[str, Any]
UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")
JSON_COLUMNS: dict[tuple[str, str], type] = {
    ("ticket", "tags"): list,
    ("ticket", "facts"): dict,
    ("company", "domains"): list,
    ("contact", "other_emails"): list,
    ("category", "names"): dict,
    ("category", "required"): list,
    ("personal_note", "files"): list,
}


class Column(NamedTuple):
    """What a column holds: words, or whole numbers of so many bits; ``empty``: nothing, too."""

    bits: int
    empty: bool
    json: type | None


@functools.cache
def _columns(kind: str) -> dict[str, Column]:
    return {
        field.column_name: Column(
            _bits(field), bool(field.null), JSON_COLUMNS.get((kind, field.column_name))
        )
        for field in ENTITIES[kind]._meta.sorted_fields
    }


def _bits(field: peewee.Field) -> int:
    """0 for words."""
    if isinstance(field, peewee.TextField):
        return 0
    return 63 if isinstance(field, peewee.BigIntegerField) else 31


def check_row(kind: str, given: Row) -> None:
    """Raises Refused for a column that the kind does not have, or a value that it can't hold."""
    columns = _columns(kind)
    for name, value in given.items():
        column = columns.get(name)
        if column is None:
            raise Refused("invalid", f"A {kind.replace('_', ' ')} has no field {name}.")
        if not _fits(column, value):
            raise Refused("invalid", f"{name} can't be “{str(value)[:40]}”.")
        if column.json and value:
            _check_json(name, value, column.json)


def check_text(text: str) -> None:
    """Raises Refused for characters that no store and no wire can carry."""
    if not is_text(text):
        raise Refused("invalid", "This text has characters in it that can't be kept.")


def is_text(value: Any) -> bool:
    """Valid Unicode without NUL (PostgreSQL has no place for it)."""
    if not isinstance(value, str):
        return False
    return "\x00" not in value if value.isascii() else not UNKEEPABLE.search(value)


def _fits(column: Column, value: Any) -> bool:
    if value is None:
        return column.empty
    if not column.bits:
        return is_text(value)
    return type(value) is int and -(1 << column.bits) <= value < 1 << column.bits


def _check_json(name: str, text: str, kind: type) -> None:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused("invalid", f"{name} is not valid JSON.") from error
    if not isinstance(value, kind):
        raise Refused("invalid", f"{name} is not a JSON {kind.__name__}.")
