"""What comes of tickets that lie outside of this computer's window.

A scope's ``floor_ms`` says that done tickets older than that may be missing here. A ticket that
comes and was made before it may have messages that this computer never got: it is a stub until
somebody opens it. One that was made later is new, and all of it comes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from models import window
from models.database import Store
from sync.protocol import schema
from sync.protocol.kinds import KINDS

TOUCH = (
    "INSERT INTO old_ticket (ticket_id, children_complete, at_ms) VALUES (?, ?, ?) "
    "ON CONFLICT (ticket_id) DO UPDATE SET at_ms = excluded.at_ms, "
    "children_complete = {complete}"
)
IS_STUB = TOUCH.format(complete="0")
IS_WHOLE = TOUCH.format(complete="1")
STAYS = TOUCH.format(complete="children_complete")


def note_arrivals(store: Store, lines: Sequence[schema.Line]) -> None:
    """Before these lines are written: which of their tickets are here in part only."""
    floors = dict(store.sql("SELECT scope, floor_ms FROM scope_cursor WHERE floor_ms > 0"))
    puts = [line for line in lines if line.op == "put" and line.row and line.scope in floors]
    if not puts:
        return
    tickets = {line.id: line for line in puts if line.kind == "ticket"}
    children = [line.row for line in puts if line.row and _is_child(line.kind)]
    owners = {row["ticket_id"] for row in children if row["ticket_id"]}  # a note may clash, too
    here = _here(store, owners | tickets.keys())
    stubs, kept, fresh = owners - here - tickets.keys(), set[str](), set[str]()
    for id, line in tickets.items():
        row, floor = line.row or {}, floors[line.scope]
        if id in here:
            kept |= {id} if window.is_old(row, floor) else set()
        elif (row.get("created_at_ms") or 0) < floor:
            stubs.add(id)
        else:
            fresh.add(id)
    now_ms = window.server_now_ms(store)
    store.many(IS_STUB, [(id, 0, now_ms) for id in stubs])
    store.many(STAYS, [(id, 1, now_ms) for id in kept])
    store.many("DELETE FROM old_ticket WHERE ticket_id = ?", [(id,) for id in fresh])


def note_whole(store: Store, tickets: Iterable[str]) -> None:
    """Everything of these tickets is here now."""
    now_ms = window.server_now_ms(store)
    store.many(IS_WHOLE, [(id, 1, now_ms) for id in tickets])


def _is_child(kind: str) -> bool:
    return kind in KINDS and KINDS[kind].parent is not None


def _here(store: Store, ids: Iterable[str]) -> set[str]:
    among, named = store.among(ids)
    return {id for (id,) in store.sql(f"SELECT id FROM ticket WHERE id {among}", (named,))}
