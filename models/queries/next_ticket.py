"""Which ticket of a view to work on next, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec
from msgspec import Struct

from models.commands import Put
from models.database import Store
from models.preferences import preference, put_preference
from models.queries.inbox import AT_RISK_MS, JOINS, OPEN, tickets
from models.queries.lists import list_condition
from models.rows import Actor, Clock

SKIPS_KEY = "skips"
MOST_SKIPS, MOST_CANDIDATES = 100, 5_000
WHY_LIMIT = 200
RANKS = {"urgent": 0, "high": 1}

Reason = Literal["overdue", "due_soon", "priority", "woke", "waiting", "oldest"]
REASONS: tuple[Reason, ...] = ("overdue", "due_soon", "priority", "woke", "waiting", "oldest")

CANDIDATES = f"""SELECT t.id, COALESCE(CAST(t.number AS TEXT), t.alias), t.priority,
 COALESCE(k.plan, ''), t.created_at_ms, t.due_at_ms,
 CASE WHEN t.status = 'postponed' THEN t.wake_at_ms END,
 CASE WHEN t.customer_at_ms > COALESCE((SELECT MAX(m.at_ms) FROM message m
  WHERE m.ticket_id = t.id AND m.kind = 'reply' AND m.deleted = 0), 0) THEN t.customer_at_ms END,
 t.warn_at_ms
 FROM {{1}} {JOINS} WHERE t.deleted = 0 AND {OPEN} AND (t.assignee_id IS NULL OR t.assignee_id = ?)
 AND (t.status IN ('new', 'open') OR (t.status = 'postponed' AND t.wake_at_ms <= ?))
 AND {{0}} ORDER BY t.id LIMIT {MOST_CANDIDATES}"""


class Candidate(Struct, frozen=True):
    """A ticket that one may work on now; ``waits_since_ms``: its customer's unanswered word."""

    id: str
    number: str
    priority: str
    plan: str
    created_at_ms: int
    due_at_ms: int | None = None
    woke_at_ms: int | None = None
    waits_since_ms: int | None = None
    warn_at_ms: int | None = None
    """When its promise begins to be at risk; where none says so, an hour before it is due."""

    @property
    def risk_at_ms(self) -> int | None:
        if self.warn_at_ms is not None or self.due_at_ms is None:
            return self.warn_at_ms
        return self.due_at_ms - AT_RISK_MS


class Choice(Struct, frozen=True):
    """The best candidate. ``span_ms`` is how long it is overdue, has left, or has waited."""

    ticket: Candidate
    reason: Reason
    span_ms: int


class Skip(Struct, frozen=True):
    """That a ticket was not taken up, and why."""

    at_ms: int
    why: str


def best(candidates: Iterable[Candidate], now_ms: int) -> Choice | None:
    """Overdue promises first, then what is at risk, urgent and high priority, tickets
    that woke, customers who wait, and the rest; the longest of each. None without candidates.

    Equal ones go by id, so that it never depends on chance.
    """
    judged = [_judged(candidate, now_ms) for candidate in candidates]
    return min(judged, key=lambda pair: pair[0])[1] if judged else None


def _judged(ticket: Candidate, now_ms: int) -> tuple[tuple[int, int, int, str], Choice]:
    """What compares candidates, the smallest the best, and the choice that this one would be."""
    due, rank = ticket.due_at_ms, RANKS.get(ticket.priority, len(RANKS))
    since = ticket.waits_since_ms or ticket.created_at_ms
    reason: Reason
    risk = ticket.risk_at_ms
    if due is not None and risk is not None and min(risk, due) <= now_ms:
        reason, since = ("overdue" if due < now_ms else "due_soon"), due
    elif ticket.priority in RANKS:
        reason = "priority"
    elif ticket.woke_at_ms is not None:
        reason, since = "woke", ticket.woke_at_ms
    else:
        reason = "waiting" if ticket.waits_since_ms else "oldest"
    key = (REASONS.index(reason), rank if reason == "priority" else 0, since, ticket.id)
    return key, Choice(ticket, reason, abs(now_ms - since))


def left_over(
    candidates: Iterable[Candidate], skips: Mapping[str, Skip], clock: Clock
) -> list[Candidate]:
    """Candidates that were not skipped today, or whose customer has written since."""
    return [
        ticket
        for ticket in candidates
        if (skip := skips.get(ticket.id)) is None
        or skip.at_ms < clock.day_start_ms
        or (ticket.waits_since_ms or 0) > skip.at_ms
    ]


def next_choice(store: Store, view: str, filter: str, me: Actor, clock: Clock) -> Choice | None:
    """The best ticket of a list that nobody else has, as ``list_page`` would show it.

    Raises BadFilter and NotFound as that does.
    """
    where, params = list_condition(store, view, filter, me, clock)
    rows = store.sql(
        CANDIDATES.format(where, tickets(store, open_only=True)), (me.id, clock.now_ms, *params)
    )
    return best(
        left_over((Candidate(*row) for row in rows), skips_of(store, me), clock), clock.now_ms
    )


def skips_of(store: Store, me: Actor) -> dict[str, Skip]:
    """What was skipped, by ticket; newest last."""
    try:
        return msgspec.json.decode(preference(store, me, SKIPS_KEY) or "{}", type=dict[str, Skip])
    except msgspec.MsgspecError:
        return {}


def skip(skips: Mapping[str, Skip], me: Actor, ticket_id: str, why: str, now_ms: int) -> Put:
    """The command that remembers one more, and forgets all but the last hundred."""
    others = [(id, each) for id, each in skips.items() if id != ticket_id]
    kept = [*others, (ticket_id, Skip(now_ms, why[:WHY_LIMIT]))][-MOST_SKIPS:]
    return put_preference(me, SKIPS_KEY, msgspec.json.encode(dict(kept)).decode())
