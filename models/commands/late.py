"""Changes that come late: what their author had not seen is noticed and kept (protocol 0.5, 2.6).

The late value is applied and the other one kept in a conflict record, which both authors are
pointed to. Only the server notices: it alone knows who wrote which field when.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Self

import msgspec

from models.commands.base import Command, FieldTouch, Row, Writer
from models.errors import Refused
from models.ids import derived_id
from models.merge.fields import FieldConflict, Origin, merge_fields
from models.merge.text import merge_text
from models.richtext import sanitize

NOBODY = FieldTouch(0, "", "", 0)
LOST_PAST = -1


class Late(Command, frozen=True, kw_only=True):
    """An act on fields that somebody else may write meanwhile.

    ``base_rev`` is the revision that its author saw, ``base`` the values of the fields then.
    ``LOST_PAST``: that revision was of a store that was put back since.
    Without ``base_rev`` nothing is known: the last arrival wins and nobody is told.
    """

    base_rev: int | None = None
    base: dict[str, Any] = msgspec.field(default_factory=dict)

    def seeing(self, row: Row | None, fields: Iterable[str]) -> Self:
        """The same act, based on this row."""
        if row is None:
            return self
        base = {field: row[field] for field in fields if field in row}
        return msgspec.structs.replace(self, base_rev=row["rev"], base=base)

    def clashes(self, writer: Writer, kind: str, row: Row, wanted: Row) -> list[FieldConflict]:
        """Which of the wanted values meet others that the author had not seen."""
        if self.base_rev is None or row["rev"] == self.base_rev:
            return []
        if self.base_rev == LOST_PAST or row["rev"] < self.base_rev:
            return list(self._lost(row, wanted))
        touches = {name: each[:2] for name, each in writer.touches(kind, row["id"]).items()}
        origin = Origin(writer.client_id, self.base_rev)
        return list(merge_fields(origin, wanted, self.base, row, touches).conflicts)

    def _lost(self, row: Row, wanted: Row) -> Iterator[FieldConflict]:
        """After the server was put back, revisions say nothing: the values themselves do."""
        for field, value in wanted.items():
            if field in self.base and row[field] not in (self.base[field], value):
                yield FieldConflict(field, self.base[field], row[field], value)


def keep_clashes(
    writer: Writer,
    command: Command,
    kind: str,
    row: Row,
    clashes: Iterable[FieldConflict],
    *,
    applied: bool = True,
) -> None:
    """One record for each clash on this row, a pointer for both authors, and word to the late one.

    ``row`` gives the scope that the record lives in.
    """
    touches: dict[str, FieldTouch] | None = None
    for clash in clashes:
        touches = writer.touches(kind, row["id"]) if touches is None else touches
        theirs = touches.get(clash.field, NOBODY)
        author = writer.get("agent", theirs.agent_id) if theirs.agent_id else None
        id = command.side_id(f"conflict.{kind}.{clash.field}")
        if writer.get("conflict", id):
            continue  # sent again by a copy of the file: it was told
        record = {
            "id": id,
            "scope": row["scope"],
            "ticket_id": row["id"] if kind == "ticket" else row.get("ticket_id"),
            "entity": kind,
            "ent": row["id"],
            "field": clash.field,
            "base": as_json(clash.base),
            "theirs": as_json(clash.theirs),
            "mine": as_json(clash.mine),
            "applied": int(applied),
            "theirs_id": theirs.agent_id or None,
            "theirs_name": author["name"] if author else "",
            "theirs_at_ms": theirs.at_ms or None,
            "mine_id": writer.actor.id,
            "mine_name": writer.actor.name,
            "mine_at_ms": writer.now_ms,
            "written_at_ms": command.at_client_ms or None,
            "state": "open",
        }
        writer.insert("conflict", record)
        for agent_id in sorted({writer.actor.id, theirs.agent_id} - {""}):
            _point(writer, record, agent_id)
        writer.report("conflict")


def _point(writer: Writer, record: Row, agent_id: str) -> None:
    writer.insert(
        "notification",
        {
            "id": derived_id(record["id"], f"for.{agent_id}"),
            "scope": f"u:{agent_id}",
            "ticket_id": record["ticket_id"],
            "kind": "conflict",
            "at_ms": writer.now_ms,
        },
    )


def late_text(
    writer: Writer, command: Command, kind: str, row: Row, base: str | None, mine: str
) -> str | None:
    """What becomes of a text whose author started from ``base`` (None: from what is there).

    Changes far enough from each other merge. Otherwise what is there stays, the late text is
    kept whole in a conflict record, and the answer is None.
    """
    theirs = row["html"]
    if base is None or theirs in (base, mine) or sanitize(base) == theirs:
        return mine
    merged = merge_text(sanitize(base), mine, theirs).html
    if merged is None:
        clash = FieldConflict("html", sanitize(base), theirs, mine)
        keep_clashes(writer, command, kind, row, [clash], applied=False)
        return None
    writer.report("merged")
    return merged


def as_json(value: Any) -> str:
    """A value as a conflict record keeps it."""
    return json.dumps(value, ensure_ascii=False)


def check_base(base: dict[str, Any]) -> None:
    """Raises Refused for what no record can keep."""
    try:
        as_json(base).encode()
    except (ValueError, RecursionError, UnicodeEncodeError) as error:
        raise Refused("invalid", "What this change is based on can't be read.") from error
