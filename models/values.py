"""What the columns of a travelling row can hold; the same on SQLite and on PostgreSQL.

SQLite would take anything, PostgreSQL would break off the whole batch: so every value that comes
from outside is held against its column first.
"""

from __future__ import annotations

import functools
import json
import re
from typing import Any

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


@functools.cache
def _fields(kind: str) -> dict[str, peewee.Field]:
    return {field.column_name: field for field in ENTITIES[kind]._meta.sorted_fields}


def check_row(kind: str, given: Row) -> None:
    """Raises Refused for a column that the kind does not have, or a value that it can't hold."""
    fields = _fields(kind)
    for name, value in given.items():
        if name not in fields:
            raise Refused("invalid", f"A {kind.replace('_', ' ')} has no field {name}.")
        if not _fits(fields[name], value):
            raise Refused("invalid", f"{name} can't be “{str(value)[:40]}”.")
        if (kind, name) in JSON_COLUMNS and value:
            _check_json(name, value, JSON_COLUMNS[kind, name])


def check_text(text: str) -> None:
    """Raises Refused for characters that no store and no wire can carry."""
    if not is_text(text):
        raise Refused("invalid", "This text has characters in it that can't be kept.")


def is_text(value: Any) -> bool:
    """Valid Unicode without NUL (PostgreSQL has no place for it)."""
    return isinstance(value, str) and not UNKEEPABLE.search(value)


def _fits(field: peewee.Field, value: Any) -> bool:
    if value is None:
        return bool(field.null)
    if isinstance(field, peewee.TextField):
        return is_text(value)
    bits = 63 if isinstance(field, peewee.BigIntegerField) else 31
    return type(value) is int and -(1 << bits) <= value < 1 << bits


def _check_json(name: str, text: str, kind: type) -> None:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused("invalid", f"{name} is not valid JSON.") from error
    if not isinstance(value, kind):
        raise Refused("invalid", f"{name} is not a JSON {kind.__name__}.")
