"""A ticket as its immutable timeline tells it.

Each line of history keeps, beside its words, what its act wrote into the ticket (``changed``, as
JSON, with the ticket's revision then); the first line, also that of an import, has everything.
The words name rows as they were called then, so only this can be held against the ticket. Lines
that an older program wrote have nothing: then only what was changed since is known.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

Row = dict[str, Any]
FIELDS = tuple(
    (
        "subject status waiting_for wake_at_ms priority impact urgency product queue_id "
        "category_id assignee_id requester_id company_id channel tier tags facts due_at_ms "
        "merged_into deleted"
    ).split()
)
"""What people see of a ticket and decide about; the rest follows from it, or from the clock."""
TOLD_OF = frozenset((*FIELDS, "due_what"))
"""Columns of which one must be written for a ticket to look different in ``seen``."""
_REV = "rev"


def seen(row: Row) -> Row:
    """The fields of a ticket's row. A due time that a promise gave is nobody's decision."""
    fields = {name: row.get(name) for name in FIELDS}
    if row.get("due_what"):
        fields["due_at_ms"] = None
    return fields


def changed(before: Row | None, after: Row) -> Row:
    """What differs between two rows of a ticket (None before: all of it).

    The queue is told whenever a ticket stops being a part: it moved with the whole till then.
    """
    now = seen(after)
    if before is None:
        return now
    old = seen(before)
    apart = old["merged_into"] != now["merged_into"]
    return {
        name: value
        for name, value in now.items()
        if old[name] != value or (apart and name == "queue_id")
    }


def step_text(fields: Row, rev: int) -> str:
    """How a line keeps what was changed; empty for nothing."""
    return json.dumps({_REV: rev, **fields}, ensure_ascii=False) if fields else ""


def rebuild(steps: Iterable[str]) -> Row:
    """The fields that these lines tell of, whatever order they come in."""
    told = [json.loads(step) for step in steps if step]
    fields: Row = {}
    for step in sorted(told, key=lambda step: int(step[_REV])):
        fields |= step
    fields.pop(_REV, None)
    return fields


def differences(row: Row, steps: Iterable[str]) -> Row:
    """The fields in which a row is not what its timeline tells, with what that tells.

    A part of another ticket is in the queue of the whole.
    """
    now = seen(row)
    told = rebuild(steps)
    if row.get("merged_into"):
        told.pop("queue_id", None)
    return {name: value for name, value in told.items() if now.get(name) != value}
