"""What must hold in a local file at every commit, and between one look and the next."""

from __future__ import annotations

import json
from collections.abc import Set
from dataclasses import dataclass, field
from typing import Any

from models import records
from models.database import Store
from models.merge.fold import Effect, fold
from models.tables import ENTITIES
from sync.protocol import cursor
from sync.protocol.kinds import KINDS
from tests.soak.broken import Broken, hold

Row = dict[str, Any]
Key = tuple[str, str]
CHILDREN = tuple(kind.name for kind in KINDS.values() if kind.parent and kind.name != "share")
TRAVELLING = tuple(sorted(ENTITIES))

OWN = (
    "SELECT json_extract(payload, '$.id'), ticket_id FROM outbox "
    "WHERE kind IN ('add_note', 'add_reply') AND state IN ('queued', 'sending', 'settled')"
)
STUBS = "SELECT ticket_id FROM old_ticket WHERE children_complete = 0"


@dataclass
class Snapshot:
    """One consistent view of a local file."""

    rows: dict[Key, Row]
    shadows: dict[Key, Row | None]
    effects: dict[Key, list[Effect]]
    cursors: dict[str, str | None]
    shared: set[Key]
    own: list[tuple[str, str]]
    """Messages, and their tickets, that were written here and not refused."""
    stubs: set[str]
    """Tickets that are known to be here in part only."""


def snapshot(store: Store) -> Snapshot:
    with store.snapshot():
        effects: dict[Key, list[Effect]] = {}
        for kind, id, op, data in store.sql(
            "SELECT kind, ent, op, data FROM pending_effect ORDER BY id"
        ):
            effects.setdefault((kind, id), []).append(Effect(op, json.loads(data)))
        return Snapshot(
            rows={(kind, row["id"]): row for kind in TRAVELLING for row in _all(store, kind)},
            shadows={
                (kind, id): json.loads(row) if row else None
                for kind, id, row in store.sql("SELECT kind, ent, row FROM shadow")
            },
            effects=effects,
            cursors=dict(store.sql("SELECT scope, cursor FROM scope_cursor")),
            shared=set(store.sql("SELECT kind, ent FROM shared_hold")),
            own=store.sql(OWN),
            stubs={id for (id,) in store.sql(STUBS)},
        )


def _all(store: Store, kind: str) -> list[Row]:
    names = records.columns(kind)
    quoted = ", ".join(f'"{name}"' for name in names)
    found = store.sql(f'SELECT {quoted} FROM "{kind}"')
    return [dict(zip(names, row, strict=True)) for row in found]


@dataclass
class Seen:
    """What earlier looks at one local file found.

    Scopes in ``unsteady`` were taken away and given anew: there a cursor begins again, and pages
    bring children before tickets that changed later, or were put into the trash.
    """

    revs: dict[Key, int] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    tickets: set[str] = field(default_factory=set)
    unsteady: set[str] = field(default_factory=set)
    rereads: bool = False
    """The server was put back: until everything was read anew, earlier looks say nothing."""

    def look(self, store: Store, name: str, wandered: Set[str] = frozenset()) -> None:
        """Raises Broken. ``wandered``: messages that may be on another ticket by now."""
        now = snapshot(store)
        try:
            overlay(now)
            no_leak(now)
            if not self.rereads:
                self._no_orphan(now)
                self._own_stays(now, wandered)
                self._forward(now)
        except Broken as broken:
            raise Broken(broken.invariant, f"{name}: {broken}") from broken

    def _no_orphan(self, now: Snapshot) -> None:
        """I14: when a ticket goes, its children go with it."""
        for (kind, id), row in now.rows.items():
            if kind not in CHILDREN or (kind, id) in now.shadows or (kind, id) in now.shared:
                continue
            ticket_id = row["ticket_id"]
            if ticket_id in now.stubs:
                continue
            if ("ticket", ticket_id) not in now.rows and row["scope"] not in self.unsteady:
                outlived = ticket_id in self.tickets
                hold("I14", not outlived, f"{kind} {id} outlived its ticket {ticket_id}")
        self.tickets |= {id for kind, id in now.rows if kind == "ticket"}

    def _own_stays(self, now: Snapshot, wandered: Set[str]) -> None:
        """I8: what somebody wrote here is seen here, also between its answer and its row."""
        for id, ticket_id in now.own:
            ticket = now.rows.get(("ticket", ticket_id))
            if ticket is None or ticket["scope"] in self.unsteady or id in wandered:
                continue
            if ticket_id in now.stubs:
                continue
            hold("I8", ("message", id) in now.rows, f"message {id} is out of sight")

    def _forward(self, now: Snapshot) -> None:
        for key, row in now.rows.items():
            known = now.shadows.get(key) if key in now.shadows else row
            if known is None:
                continue
            before = self.revs.get(key, 0)
            hold("I6", known["rev"] >= before, f"{key} went from {before} to {known['rev']}")
            self.revs[key] = known["rev"]
            if key[0] == "ticket" and known["number"]:
                number = self.numbers.setdefault(key[1], known["number"])
                hold("I19", number == known["number"], f"{number} became {known['number']}")
        for scope, text in now.cursors.items():
            found = cursor.decode(text) if text else None
            if found is None or scope in self.unsteady:
                continue
            before = self.places.get(scope, 0)
            hold("I6", found.seq >= before, f"{scope} went from {before} back to {found.seq}")
            self.places[scope] = found.seq


def overlay(now: Snapshot) -> None:
    """I7: visible = fold(server state, what waits)."""
    hold("I7", now.effects.keys() == now.shadows.keys(), "effects and shadows differ")
    for key, base in now.shadows.items():
        folded = fold(base, now.effects[key])
        visible = records.complete(key[0], folded) if folded is not None else None
        hold("I7", now.rows.get(key) == visible, f"{key} is {now.rows.get(key)}, not {visible}")


def no_leak(now: Snapshot) -> None:
    """I4: rows of scopes that are not held came by a share, or wait to be sent."""
    for key, row in now.rows.items():
        if key not in now.shadows and key not in now.shared:
            hold("I4", row["scope"] in now.cursors, f"{key} of {row['scope']} is still here")
