"""The orders of a list of tickets, as SQL over ``t`` and ``k``, its company.

The value of an order is never NULL, and stays as it is while a list is read page by page: what
depends on the moment changes in steps at most. Orders by rank go on by due time within a rank.
"""

from __future__ import annotations

import json
from typing import Any

from msgspec import Struct

from models.database import Store
from models.rows import Actor, Clock

ORDERS = (
    "due",
    "newest",
    "oldest_waiting",
    "priority",
    "sla_risk",
    "easiest",
    "plan",
    "category",
    "first_time",
    "own",
    "reminder",
)
FAR = 9_223_372_036_854_775_000
DAY_MS = 86_400_000
EASE_DAYS = 180
STEP = 1 << 42
"""More than any moment until the year 2109; a rank takes as many steps."""
LAST_RANK = 1_000_000

PRIORITY_RANK = (
    "CASE t.priority WHEN 'urgent' THEN 0 WHEN 'high' THEN 1 WHEN 'normal' THEN 2 ELSE 3 END"
)
DUE_IN_RANK = (
    f"(CASE WHEN t.due_at_ms >= 0 AND t.due_at_ms < {STEP} THEN t.due_at_ms ELSE {STEP - 1} END)"
)
FIRST_TIME = """(t.requester_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ticket o
 WHERE o.requester_id = t.requester_id AND o.deleted = 0 AND o.id <> t.id
 AND (o.created_at_ms, o.id) < (t.created_at_ms, t.id)))"""

# The shortest time that at least half of a category's solved tickets did not exceed.
EASE = """LEFT JOIN (SELECT category_id, MIN(took_ms) AS took_ms FROM (
 SELECT category_id, solved_at_ms - created_at_ms AS took_ms, CUME_DIST() OVER (
  PARTITION BY category_id ORDER BY solved_at_ms - created_at_ms) AS part
 FROM ticket WHERE deleted = 0 AND status = 'done' AND category_id IS NOT NULL
 AND solved_at_ms >= created_at_ms AND solved_at_ms >= ?) AS taken
 WHERE part >= 0.5 GROUP BY category_id) AS ease ON ease.category_id = t.category_id"""
OWN = """LEFT JOIN (SELECT ticket_id, MIN(rank) AS rank FROM own_place
 WHERE deleted = 0 AND scope = ? GROUP BY ticket_id) AS own ON own.ticket_id = t.id"""
REMINDERS = """LEFT JOIN (SELECT ticket_id, MIN(at_ms) AS at_ms FROM reminder
 WHERE deleted = 0 AND scope = ? GROUP BY ticket_id) AS due ON due.ticket_id = t.id"""
CATEGORIES = """LEFT JOIN (SELECT id, ROW_NUMBER() OVER (ORDER BY key, id) AS place
 FROM category WHERE deleted = 0) AS kinds ON kinds.id = t.category_id"""


class Order(Struct, frozen=True):
    """``value`` with its direction; ``joins`` follow those of the list, with ``params``."""

    value: str
    direction: str = "ASC"
    joins: str = ""
    params: tuple[Any, ...] = ()
    is_text: bool = False


PLAIN = {
    "due": Order(f"COALESCE(t.due_at_ms, {FAR})"),
    "newest": Order("t.activity_at_ms", "DESC"),
    "oldest_waiting": Order(f"COALESCE(t.customer_at_ms, {FAR})"),
    "priority": Order(PRIORITY_RANK),
}
"""Those that have an index."""


def order_of(store: Store, name: str, me: Actor, clock: Clock) -> Order:
    """An order by its name; one that only a newer program knows is by due time."""
    if name in PLAIN:
        return PLAIN[name]
    if name == "own":
        return _by_own_places(store, me)
    if name == "reminder":
        return Order(f"COALESCE(due.at_ms, {FAR})", "ASC", REMINDERS, (f"u:{me.id}",))
    if name == "sla_risk":
        return Order(_risk(clock))
    if name == "easiest":
        since_ms = clock.day_start_ms - EASE_DAYS * DAY_MS
        minutes = f"CASE WHEN ease.took_ms < {LAST_RANK * 60_000} THEN ease.took_ms / 60000 END"
        return Order(_ranked(f"COALESCE({minutes}, {LAST_RANK})"), "ASC", EASE, (since_ms,))
    if name == "category":
        return Order(_ranked(f"COALESCE(kinds.place, {LAST_RANK})"), "ASC", CATEGORIES)
    if name == "first_time":
        return Order(_ranked(f"(CASE WHEN {FIRST_TIME} THEN 0 ELSE 1 END)"))
    return _by_plan(plans(store)) if name == "plan" else PLAIN["due"]


def plans(store: Store) -> list[str]:
    """The plans of companies: those with the shortest promise first, then by name."""
    names = store.sql("SELECT DISTINCT plan FROM company WHERE deleted = 0 AND plan <> ''")
    promised: dict[str, int] = {}
    for (body,) in store.sql("SELECT body FROM sla_policy WHERE deleted = 0"):
        told = json.loads(body or "{}")
        asked = told.get("plan", [])
        minutes = [told[name] for name in ("first_response", "solution") if name in told]
        for plan in [asked] if isinstance(asked, str) else asked:
            least = min(minutes, default=LAST_RANK)
            promised[plan.casefold()] = min(least, promised.get(plan.casefold(), LAST_RANK))
    return sorted(
        (name for (name,) in names),
        key=lambda name: (promised.get(name.casefold(), LAST_RANK), name.casefold(), name),
    )


def _by_own_places(store: Store, me: Actor) -> Order:
    """As its person put them; behind those with a rank the others stand by due time."""
    due = f"'~' || CAST({STEP} + {DUE_IN_RANK} AS TEXT) || REPLACE(t.id, '-', '')"
    letters = "" if store.is_sqlite else ' COLLATE "C"'
    value = f"(COALESCE(own.rank, {due}){letters})"
    return Order(value, "ASC", OWN, (f"u:{me.id}",), is_text=True)


def _by_plan(names: list[str]) -> Order:
    if not names:
        return PLAIN["due"]
    rows = ", ".join("(CAST(? AS TEXT), CAST(? AS BIGINT))" for _ in names)
    joins = f"LEFT JOIN (VALUES {rows}) AS plans ON plans.column1 = k.plan"
    params = tuple(part for place, name in enumerate(names) for part in (name, place))
    return Order(_ranked(f"COALESCE(plans.column2, {LAST_RANK})"), "ASC", joins, params)


def _ranked(rank: str) -> str:
    return f"({rank}) * {STEP} + {DUE_IN_RANK}"


def _risk(clock: Clock) -> str:
    """When its promise begins to be at risk, else when three quarters of the time are gone; last
    what nobody has to answer now."""
    runs = (
        f"(t.status IN ('new', 'open') OR (t.status = 'postponed' "
        f"AND t.wake_at_ms <= {int(clock.now_ms)}))"
    )
    quarter = "(t.due_at_ms - t.created_at_ms) / 4"
    known = f"t.due_at_ms IS NOT NULL AND {runs}"
    risk = f"COALESCE(t.warn_at_ms, t.due_at_ms - {quarter})"
    return f"(CASE WHEN {known} THEN {risk} ELSE {FAR} END)"
