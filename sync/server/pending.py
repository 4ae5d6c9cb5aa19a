"""What a transaction has changed so far and not written yet, and the rows that it knows.

Rows of a batch are written together, a statement for each kind instead of one for each row:
on PostgreSQL that saves a round trip for every row.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from models import records
from models.commands.base import FieldTouch
from models.database import Store
from models.rebuild import changed, step_text
from sync.server import bulk

Row = dict[str, Any]
Key = tuple[str, str]
TOUCH = ("kind", "ent", "field", "rev", "client_id", "agent_id", "at_ms")
ON_TOUCH = (
    " ON CONFLICT (kind, ent, field) DO UPDATE SET rev = excluded.rev, "
    "client_id = excluded.client_id, agent_id = excluded.agent_id, at_ms = excluded.at_ms"
)


@dataclass(frozen=True, slots=True)
class Touched:
    """One change line to be written: which row, seen from which scope, by which step."""

    step: int
    op: str
    rev: int
    parent: str | None


@dataclass
class Pending:
    """``known``: rows that nobody else can change before the transaction ends, None for absent.

    ``fresh`` rows are to be inserted, of ``changed`` ones these columns are to be written,
    ``touches`` tell who wrote which field, ``untold`` what was changed of tickets and has no line
    of history yet.
    """

    lines: dict[tuple[str, str, str], Touched] = field(default_factory=dict)
    known: dict[Key, Row | None] = field(default_factory=dict)
    shared: dict[str, list[str]] = field(default_factory=dict)
    fresh: dict[Key, Row] = field(default_factory=dict)
    changed: dict[Key, Row] = field(default_factory=dict)
    touches: dict[Key, dict[str, FieldTouch]] = field(default_factory=dict)
    untold: dict[str, Row] = field(default_factory=dict)

    def copy(self) -> Pending:
        """As it stands now, to come back to; rows are replaced and never changed in place."""
        return Pending(
            dict(self.lines),
            dict(self.known),
            dict(self.shared),
            dict(self.fresh),
            dict(self.changed),
            dict(self.touches),
            dict(self.untold),
        )

    def note_ticket(self, before: Row | None, after: Row) -> None:
        """The next line of history keeps what became of a ticket."""
        fields = changed(before, after)
        if fields:
            self.untold[after["id"]] = {**self.untold.get(after["id"], {}), **fields}

    def told(self, event: Row) -> Row:
        """A new line of history, with all that its ticket has not been told of."""
        fields = self.untold.pop(event["ticket_id"], None)
        ticket = self.known.get(("ticket", event["ticket_id"]))
        if not fields:
            return event
        return {**event, "changed": step_text(fields, ticket["rev"] if ticket else 1)}

    def insert(self, kind: str, row: Row) -> None:
        key = (kind, row["id"])
        self.fresh[key] = self.known[key] = row

    def update(self, kind: str, after: Row, changes: Row) -> None:
        key = (kind, after["id"])
        self.known[key] = after
        if key in self.fresh:
            self.fresh[key] = after
        else:
            self.changed[key] = {**self.changed.get(key, {}), **changes}

    def concerns(self, kinds: Iterable[str]) -> bool:
        """Whether any row of these kinds waits to be written."""
        waiting = {kind for kind, _ in (*self.fresh, *self.changed)}
        return not waiting.isdisjoint(kinds)

    def write(self, store: Store) -> None:
        """Write what waits."""
        if self.fresh or self.changed:
            self._write_rows(store)
        if self.touches:
            touches = [
                (*key, name, *touch)
                for key, fields in self.touches.items()
                for name, touch in fields.items()
            ]
            self.touches = {}
            bulk.into(store, "field_touch", TOUCH, touches, ON_TOUCH)

    def _write_rows(self, store: Store) -> None:
        inserts: dict[str, list[tuple[Any, ...]]] = {}
        for (kind, _), row in self.fresh.items():
            inserts.setdefault(kind, []).append(records.values(kind, row))
        updates: dict[tuple[str, tuple[str, ...]], list[tuple[Any, ...]]] = {}
        for (kind, id), changes in self.changed.items():
            updates.setdefault((kind, tuple(changes)), []).append((*changes.values(), id))
        self.fresh, self.changed = {}, {}
        for kind, rows in inserts.items():
            bulk.insert(store, kind, rows)
        for (kind, names), rows in updates.items():
            bulk.update(store, kind, names, rows)
