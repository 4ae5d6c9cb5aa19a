"""How one ticket stands to what was promised: each promise, what it took, when the clock stood."""

from __future__ import annotations

from msgspec import Struct

from models.database import Store
from models.promises import read_book
from models.promises.counting import histories
from models.queries.conversation import is_whole
from models.sla import (
    TARGETS,
    History,
    Hours,
    Pause,
    Policy,
    Target,
    measures_of,
    minutes_between,
    targets_of,
)
from models.sla.clock import MINUTE_MS
from models.sla.history import DONE


class PromiseRow(Struct, frozen=True):
    """One promise of a ticket. ``what`` is of ``models.sla.TARGETS``; minutes of working time and
    of the clock on the wall that it took, so far where it is ``open``; None: nothing yet."""

    what: str
    minutes: int
    due_at_ms: int | None
    open: bool
    working: int | None
    wall: int | None


class PausedRow(Struct, frozen=True):
    """Since when the clock stands, and by which status."""

    since_ms: int
    status: str
    waiting_for: str | None = None


class PromisesRow(Struct, frozen=True):
    """What was promised about a ticket, by which policy. ``by_hand`` is what a person set."""

    ticket_id: str
    policy: str
    promises: tuple[PromiseRow, ...]
    by_hand_ms: int | None
    paused: PausedRow | None


def promises_of(store: Store, ticket_id: str, now_ms: int) -> PromisesRow | None:
    """None where nothing is promised, or where not all of the ticket is here to count by."""
    found = list(histories(store, [ticket_id])) if is_whole(store, ticket_id) else []
    if not found:
        return None
    ticket, history = found[0]
    book = read_book(store, filter(None, [ticket["company_id"]]))
    policy = book.policy_of(ticket)
    if policy is None:
        return None
    return PromisesRow(
        ticket_id,
        book.names[policy.key],
        tuple(_promises(policy, book.hours_of(policy), history, now_ms)),
        ticket["due_at_ms"] if ticket["due_what"] is None else None,
        _paused(ticket["waiting_for"], history, history.pauses(policy.paused_by), now_ms),
    )


def _promises(policy: Policy, hours: Hours, history: History, now_ms: int) -> list[PromiseRow]:
    """What is open is told with what it took so far."""
    targets, taken = targets_of(policy, hours, history), measures_of(policy, hours, history).taken
    pauses = history.pauses(policy.paused_by)
    found = []
    for name in TARGETS:
        target: Target | None = getattr(targets, name)
        if target is None:
            continue
        since, done = history.open_since(name), taken.get(name)
        working, wall = (done.working, done.wall) if done else (None, None)
        if since is not None:
            working = minutes_between(policy.counted(name, hours), since, now_ms, pauses)
            wall = max(0, now_ms - since) // MINUTE_MS
        is_open = since is not None
        found.append(PromiseRow(name, target.minutes, target.due_at_ms, is_open, working, wall))
    return found


def _paused(
    waiting_for: str | None, history: History, pauses: list[Pause], now_ms: int
) -> PausedRow | None:
    """Since when the clock stands, if it does and the ticket is not done."""
    for begin, end in pauses:
        if begin <= now_ms and (end is None or now_ms < end):
            status = next(told for at_ms, told in reversed(history.statuses) if at_ms <= begin)
            return None if status == DONE else PausedRow(begin, status, waiting_for)
    return None
