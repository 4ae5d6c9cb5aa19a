"""What piles up at whom, and what of it is offered to the others."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from models.classify import read_settings
from models.database import Store
from models.records import select
from models.rows import Actor

DAY_MS = 24 * 60 * 60_000
AGES_DAYS = (1, 3, 7)
"""Where one column of the table ends and the next begins."""
CAME = "NULLIF(t.created_at_ms, 0)"
"""None for the few of which nobody knows."""
OPEN = "t.status <> 'done' AND t.deleted = 0 AND t.assignee_id IS NOT NULL"


class Pile(Struct, frozen=True):
    """Somebody's open tickets by age: younger than each of AGES_DAYS, and the rest.

    Those of which nobody knows when they came are in ``total`` alone; ``oldest_at_ms`` is None
    where that is so of all.
    """

    agent_id: str
    name: str
    by_age: tuple[int, ...]
    oldest_at_ms: int | None
    total: int


def piles(store: Store, now_ms: int) -> list[Pile]:
    """Everybody who has open tickets, the largest pile first."""
    begins = [now_ms - days * DAY_MS for days in AGES_DAYS]
    columns, params = [], []
    for newest, oldest in zip((None, *begins), (*begins, None), strict=True):
        above = "" if oldest is None else " AND t.created_at_ms > ?"
        below = "" if newest is None else " AND t.created_at_ms <= ?"
        columns.append(f"SUM(CASE WHEN t.created_at_ms > 0{above}{below} THEN 1 ELSE 0 END)")
        params += [at for at in (oldest, newest) if at is not None]
    found = store.sql(
        f"SELECT a.id, a.name, MIN({CAME}), COUNT(*), {', '.join(columns)} FROM ticket t "
        f"JOIN agent a ON a.id = t.assignee_id WHERE {OPEN} "
        "GROUP BY a.id, a.name ORDER BY COUNT(*) DESC, a.name, a.id",
        params,
    )
    return [
        Pile(id, name, tuple(int(count) for count in counts), oldest_at_ms, int(total))
        for id, name, oldest_at_ms, total, *counts in found
    ]


def offered_filter(store: Store) -> tuple[str, list[Any]]:
    """The condition over ``t`` of tickets that are offered: of everybody who has more open ones
    than the desk's rules allow, the oldest beyond that number, but not what waits or sleeps."""
    above = read_settings(select(store, "rule", {})).offer_above
    if not above:
        return "1 = 0", []
    return (
        "t.id IN (SELECT o.id FROM (SELECT t.id, t.status, ROW_NUMBER() OVER "
        "(PARTITION BY t.assignee_id ORDER BY t.created_at_ms DESC, t.id DESC) AS place "
        f"FROM ticket t WHERE {OPEN}) o WHERE o.place > ? "
        "AND o.status NOT IN ('waiting', 'postponed'))",
        [above],
    )


class Offered(Struct, frozen=True):
    """A ticket that its owner has too many beside; whoever has room may take it over."""

    id: str
    number: str
    subject: str
    owner: str
    created_at_ms: int | None


class Ageing(Struct, frozen=True):
    """``piles`` the largest first; ``offered`` the oldest first, of ``offered_count``."""

    piles: tuple[Pile, ...]
    offered: tuple[Offered, ...]
    offered_count: int


def ageing(store: Store, me: Actor, now_ms: int, limit: int = 5) -> Ageing:
    """What piles up at everybody, and what others than oneself have too much of."""
    condition, params = offered_filter(store)
    text = (
        "SELECT t.id, COALESCE(CAST(t.number AS TEXT), t.alias), t.subject, a.name, "
        f"{CAME} FROM ticket t JOIN agent a ON a.id = t.assignee_id "
        f"WHERE t.assignee_id <> ? AND {condition} ORDER BY t.created_at_ms, t.id"
    )
    found = [Offered(*row) for row in store.sql(text, (me.id, *params))]
    return Ageing(tuple(piles(store, now_ms)), tuple(found[:limit]), len(found))
