"""The clock that one person lets run while they work on a ticket.

Its start stands in the local file, so that it outlives the program, also one that was killed. The
work time that it becomes is written in the transaction that ends it: it is never counted twice.
"""

from __future__ import annotations

import msgspec

from models import window_state
from models.commands import AddTime
from models.commands.times import MEETING, MINUTES_LIMIT
from models.database import Store
from models.errors import Refused
from models.perform import NotDone, Performed, perform
from models.rows import Actor

KEY = "work_timer"
MINUTE_MS = 60_000


class Running(msgspec.Struct, frozen=True):
    """On which ticket, since when, and whether it is a meeting."""

    ticket_id: str
    started_at_ms: int
    kind: str = ""


def running(store: Store) -> Running | None:
    """The clock that runs, if one does."""
    kept = window_state.load(store, KEY)
    return msgspec.json.decode(kept, type=Running) if kept else None


def toggle(store: Store, ticket_id: str, actor: Actor, now_ms: int) -> list[Performed | NotDone]:
    """Start it on this ticket, or stop it there; one that ran elsewhere ends first.

    Gives back what became of the time of one that ended: its ticket may be gone by then.
    """
    with store.transaction():
        before = running(store)
        done = end(store, actor, now_ms)
        if before is None or before.ticket_id != ticket_id:
            _start(store, Running(ticket_id, now_ms))
    return done


def start_meeting(
    store: Store, ticket_id: str, actor: Actor, now_ms: int
) -> list[Performed | NotDone]:
    """Let it run as a meeting on this ticket; what ran ends first, but for this same meeting."""
    with store.transaction():
        before = running(store)
        if before and (before.ticket_id, before.kind) == (ticket_id, MEETING):
            return []
        done = end(store, actor, now_ms)
        _start(store, Running(ticket_id, now_ms, MEETING))
    return done


def end(store: Store, actor: Actor, now_ms: int) -> list[Performed | NotDone]:
    """Stop it, wherever it runs; what became of its time."""
    with store.transaction():
        before = running(store)
        return [_end(store, before, actor, now_ms)] if before else []


def _start(store: Store, clock: Running) -> None:
    window_state.save(store, KEY, msgspec.json.encode(clock).decode())


def minutes_of(before: Running, now_ms: int) -> int:
    """Whole minutes, as few and as many as a work time can have."""
    minutes = round((now_ms - before.started_at_ms) / MINUTE_MS)
    return min(max(1, minutes), MINUTES_LIMIT)


def _end(store: Store, before: Running, actor: Actor, now_ms: int) -> Performed | NotDone:
    window_state.save(store, KEY, "")
    minutes = minutes_of(before, now_ms)
    started = before.started_at_ms
    add = AddTime(
        ticket_id=before.ticket_id, minutes=minutes, started_at_ms=started, entry_kind=before.kind
    )
    try:
        return perform(store, add, actor, now_ms)
    except Refused as error:
        return NotDone(before.ticket_id, error)
