"""The history of contacts, companies and equipment: who changed what, from what to what."""

from __future__ import annotations

from models.commands.base import Command, Row, Writer

RECORDED = ("company", "contact", "asset")
POINTS_TO = {"company_id": "company", "contact_id": "contact"}


def note_changes(
    writer: Writer, command: Command, entity: str, before: Row | None, after: Row
) -> None:
    """A line for each field that has another value now; one line for a row that is new.

    Rows of kinds without a history are passed over. ``after`` needs the id and what was written.
    """
    if entity not in RECORDED:
        return
    if before is None:
        note_record(writer, command, entity, after["id"], "created", None, _called(after))
        return
    for field in sorted(after.keys() & before.keys() - {"id", "scope", "rev", "deleted"}):
        if before[field] != after[field]:
            old, new = (_words(writer, field, row[field]) for row in (before, after))
            note_record(writer, command, entity, before["id"], field, old, new)


def note_record(
    writer: Writer,
    command: Command,
    entity: str,
    ent: str,
    what: str,
    old: str | None = None,
    new: str | None = None,
) -> None:
    """One line, with the same id on both sides; a copy of the act adds none."""
    id = command.side_id(f"record.{ent}.{what}")
    if writer.get("record_event", id) is not None:
        return
    line = {"id": id, "scope": "ws", "entity": entity, "ent": ent, "at_ms": writer.now_ms}
    who = {"who_id": writer.actor.id, "who_name": writer.actor.name}
    writer.insert("record_event", {**line, **who, "what": what, "old": old, "new": new})


def _words(writer: Writer, field: str, value: object) -> str | None:
    """A value as the history keeps it: rows that it points to by their name."""
    if value in (None, ""):
        return None
    if field in POINTS_TO:
        return _called(writer.get(POINTS_TO[field], str(value)) or {})
    return str(value)


def _called(row: Row) -> str | None:
    return row.get("name") or row.get("email") or None
