"""Open conflicts with readable values, for the bar on a ticket and the card."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from models import records
from models.database import Store
from models.queries.directory import category_names
from models.rows import ConflictRow, ConflictValue, MergedTags

Row = dict[str, Any]
OPEN = """SELECT c.id, c.ticket_id, t.number, t.alias, c.entity, c.ent, c.field, c.base, c.theirs,
 c.mine, c.theirs_id, c.theirs_name, c.theirs_at_ms, c.mine_id, c.mine_name, c.mine_at_ms,
 c.written_at_ms
 FROM conflict c LEFT JOIN ticket t ON t.id = c.ticket_id
 WHERE c.deleted = 0 AND c.state = 'open' AND {which} ORDER BY c.mine_at_ms, c.id"""
TAG_EVENTS = """SELECT who_id, new FROM event
 WHERE deleted = 0 AND ticket_id = ? AND what = 'tags' AND at_ms >= ?"""
POINTS_TO = {
    "queue_id": "queue",
    "assignee_id": "agent",
    "agent_id": "agent",
    "owner_id": "agent",
    "category_id": "category",
    "parent_id": "category",
    "requester_id": "contact",
    "company_id": "company",
}
TITLES = ("name", "title", "what", "text", "key")


def of_ticket(store: Store, ticket_id: str, language: str = "en") -> list[ConflictRow]:
    """Those of a ticket and of its messages and approvals, in the order in which they came."""
    return _rows(store, "c.ticket_id = ?", [ticket_id], language)


def of_person(store: Store, agent_id: str, language: str = "en") -> list[ConflictRow]:
    """Those in which this agent wrote one of the two values, on a ticket or elsewhere."""
    return _rows(store, "(c.mine_id = ? OR c.theirs_id = ?)", [agent_id, agent_id], language)


def conflict(store: Store, id: str, language: str = "en") -> list[ConflictRow]:
    """The one with this id; empty when it is settled or not here."""
    return _rows(store, "c.id = ?", [id], language)


def merged_tags(store: Store, conflicts: Sequence[ConflictRow]) -> MergedTags | None:
    """The ticket's tags, if both people changed them as well since the first of the two acted."""
    first = next((row for row in conflicts if row.entity == "ticket"), None)
    if first is None:
        return None
    since = min(at for at in (first.theirs_at_ms, first.mine_at_ms, first.written_at_ms) if at)
    events = store.sql(TAG_EVENTS, (first.ent, since))
    if not {first.mine_id, first.theirs_id} <= {who for who, _ in events}:
        return None
    tags = tuple(json.loads((records.get(store, "ticket", first.ent) or {}).get("tags") or "[]"))
    added = {tag for _, new in events for tag in (new or "").split(", ")}
    return MergedTags(tags, frozenset(added & set(tags)))


def _rows(store: Store, which: str, given: list[str], language: str) -> list[ConflictRow]:
    """Rows that are gone have nothing to choose any more and are left out."""
    names = _Names(store, language)
    made = [_row(store, names, *row) for row in store.sql(OPEN.format(which=which), given)]
    return [row for row in made if row is not None]


def _row(
    store: Store,
    names: _Names,
    id: str,
    ticket_id: str | None,
    number: int | None,
    alias: str | None,
    entity: str,
    ent: str,
    field: str,
    base: str,
    theirs: str,
    mine: str,
    *authors: Any,
) -> ConflictRow | None:
    row = records.get(store, entity, ent)
    if row is None or row["deleted"] or field not in row:
        return None
    before, there, late = (names.value(field, json.loads(text)) for text in (base, theirs, mine))
    title = next((str(row[name]) for name in TITLES if row.get(name)), "")
    return ConflictRow(
        id,
        ticket_id,
        str(number) if number is not None else alias or "",
        entity,
        ent,
        "" if entity in ("ticket", "message") else title,
        field,
        before,
        there,
        late,
        names.value(field, row[field]),
        *authors,
    )


class _Names:
    """Names of the rows that values point to; the categories are read when they are needed."""

    def __init__(self, store: Store, language: str) -> None:
        self._store, self._language = store, language
        self._categories: dict[str, str] | None = None

    def value(self, field: str, value: Any) -> ConflictValue:
        kind = POINTS_TO.get(field)
        named = kind is not None and isinstance(value, str)
        return ConflictValue(value, self._name(kind or "", value) if named else "")

    def _name(self, kind: str, id: str) -> str:
        if kind != "category":
            return str((records.get(self._store, kind, id) or {}).get("name") or "")
        if self._categories is None:
            self._categories = category_names(self._store, self._language)
        return self._categories.get(id, "")
