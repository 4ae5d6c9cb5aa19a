"""Lists of tickets: pages of a view, single rows again, and counts for the sidebar.

``now`` and the local midnight come in from outside; a postponed ticket is awake when
``wake_at_ms <= now`` inside the query, no job writes that.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Literal

from models.database import Store
from models.queries import finding
from models.queries.ageing import offered_filter
from models.queries.orders import order_of
from models.rows import Actor, Clock, PageKey, TicketRow

VIEWS = (
    "all my_open mentions unassigned not_started at_risk postponed drafts done_today "
    "level_1 level_2 offered pinned reminders"
).split()
AT_RISK_MS = 60 * 60_000
"""So long before it is due what a person set is at risk; a promise has its own moment."""
AT_RISK = f"COALESCE(t.warn_at_ms, t.due_at_ms - {AT_RISK_MS})"

COLUMNS = """t.id, t.number, t.alias, t.subject, t.status, t.waiting_for, t.priority, t.channel,
 t.queue_id, q.name, c.name, k.name, t.assignee_id, a.name, t.tags, t.due_at_ms, t.wake_at_ms,
 t.activity_at_ms, t.customer_at_ms,
 (SELECT MAX(r.read_at_ms) FROM read_state r
  WHERE r.ticket_id = t.id AND r.deleted = 0 AND r.scope = ?),
 EXISTS (SELECT 1 FROM message h
  WHERE h.ticket_id = t.id AND h.delivery = 'held' AND h.deleted = 0), t.due_what, t.warn_at_ms,
 EXISTS (SELECT 1 FROM pin p WHERE p.ticket_id = t.id AND p.deleted = 0 AND p.scope = ?),
 (SELECT MIN(h.colour) FROM highlight h
  WHERE h.ticket_id = t.id AND h.deleted = 0 AND h.scope = ?),
 (SELECT MIN(r.at_ms) FROM reminder r
  WHERE r.ticket_id = t.id AND r.deleted = 0 AND r.scope = ?)"""
OWN_PARAMS = 4
"""So many places of COLUMNS take the scope of the person."""
OPEN = "t.status <> 'done'"
JOINS = """
 LEFT JOIN queue q ON q.id = t.queue_id
 LEFT JOIN contact c0 ON c0.id = t.requester_id
 LEFT JOIN contact c ON c.id = COALESCE(c0.merged_into, c0.id)
 LEFT JOIN company k0 ON k0.id = t.company_id
 LEFT JOIN company k ON k.id = COALESCE(k0.merged_into, k0.id)
 LEFT JOIN agent a ON a.id = t.assignee_id"""

BAND = (
    "(CASE WHEN t.status = 'postponed' AND (t.wake_at_ms IS NULL OR t.wake_at_ms > {0}) "
    "THEN 1 ELSE 0 END)"
)
PINNED = "t.id IN (SELECT ticket_id FROM pin WHERE deleted = 0 AND scope = ?)"
PINS_BAND = -1
Pins = Literal["mixed", "alone", "without"]
ASLEEP = "(t.status = 'postponed' AND (t.wake_at_ms IS NULL OR t.wake_at_ms > ?))"
VIEW_ORDERS = {
    "done_today": "newest",
    "all": "newest",
    "drafts": "newest",
    "not_started": "oldest_waiting",
    "pinned": "own",
    "reminders": "reminder",
}
BANDED = ("my_open",)
"""Views in which postponed tickets stand at the end, until they wake."""
Condition = tuple[str, list[Any]]


def default_order(view: str) -> str:
    return VIEW_ORDERS.get(view, "due")


def inbox_page(
    store: Store,
    view: str,
    me: Actor,
    clock: Clock,
    *,
    order: str | None = None,
    after: PageKey | None = None,
    limit: int | None = 100,
    search: str = "",
    narrow: Condition | None = None,
    open_only: bool = False,
    backwards: bool = False,
    pins: Pins = "mixed",
) -> list[TicketRow]:
    """Tickets of a view in the given order, at most ``limit`` (None: all of them).

    ``after`` is the key of the last row on screen. With ``backwards`` the last ticket comes
    first, and ``after`` is the key of the first row on screen. ``search`` narrows the view to
    tickets in which every word occurs, ``narrow`` to those for which it holds; with
    ``open_only`` one of both says ``OPEN``. One query for the
    tickets, no lazy loads. Raises KeyError for an unknown view. What its person pinned can be
    asked for alone, as one band, or left out.

    Only the whole list is read along its order's index. The other views find their few rows
    first and sort them: ``+`` keeps SQLite from walking past every ticket that was ever done.
    """
    by = order_of(store, order or default_order(view), me, clock)
    is_whole = view == "all" and not search.strip() and narrow is None and pins != "alone"
    value = by.value if is_whole or by.is_text else f"+{by.value}"
    banded = view in BANDED and pins != "alone"
    band = BAND.format(int(clock.now_ms)) if banded else ""
    where, params = view_condition(store, view, me, clock)
    searched = finding.ticket_filter(store, search) if search.strip() else None
    for also in (searched, narrow, _of_pins(pins, me)):
        if also is not None:
            where, params = f"{where} AND {also[0]}", [*params, *also[1]]
    direction = _turned(by.direction) if backwards else by.direction
    if after is not None:
        beyond, key = _beyond(value, direction, band, after, backwards=backwards)
        where, params = f"{where} AND {beyond}", [*params, *key]
    source = tickets(store, open_only=open_only or view == "not_started")
    bands = f"{band} {'DESC' if backwards else 'ASC'}, " if band else ""
    in_band = band or (PINS_BAND if pins == "alone" else 0)
    text = (
        f"SELECT {COLUMNS}, {value}, {in_band} FROM {source} {JOINS} {by.joins} "
        f"WHERE t.deleted = 0 AND {where} "
        f"ORDER BY {bands}{value} {direction}, t.id {direction}"
    )
    if limit is not None:
        text += f" LIMIT {limit}"
    return _rows(store, store.sql(text, [*_own_params(me), *by.params, *params]))


def _own_params(me: Actor) -> list[str]:
    return [f"u:{me.id}"] * OWN_PARAMS


def _of_pins(pins: Pins, me: Actor) -> Condition | None:
    if pins == "mixed":
        return None
    return PINNED if pins == "alone" else f"NOT {PINNED}", [f"u:{me.id}"]


def tickets(store: Store, *, open_only: bool) -> str:
    """The table ``t``. Where the condition says ``OPEN``, SQLite is told to look at open tickets
    alone: by itself it reads all that were ever done when nothing else narrows them."""
    hint = " INDEXED BY ticket_open_assignee" if open_only and store.is_sqlite else ""
    return f"ticket t{hint}"


def _turned(direction: str) -> str:
    return "DESC" if direction == "ASC" else "ASC"


def _beyond(
    value: str, direction: str, band: str, after: PageKey, *, backwards: bool
) -> tuple[str, list[Any]]:
    """The condition of what comes after a key, and its parameters."""
    sign = ">" if direction == "ASC" else "<"
    within = f"{value} {sign}= ? AND ({value}, t.id) {sign} (?, ?)"
    params = [after.value, after.value, after.id]
    if not band:
        return within, params
    later = f"{band} {'<' if backwards else '>'} ?"
    return f"({later} OR ({band} = ? AND {within}))", [after.band, after.band, *params]


def ticket_rows(store: Store, ids: Sequence[str], me: Actor, clock: Clock) -> list[TicketRow]:
    """The rows of these tickets again, in no order; deleted ones are left out."""
    if not ids:
        return []
    marks = ", ".join("?" for _ in ids)
    text = f"SELECT {COLUMNS}, 0, 0 FROM ticket t {JOINS} WHERE t.deleted = 0 AND t.id IN ({marks})"
    return _rows(store, store.sql(text, [*_own_params(me), *ids]))


def view_condition(store: Store, view: str, me: Actor, clock: Clock) -> tuple[str, list[Any]]:
    """As ``view_filter``, and of the view that the desk's rules decide about."""
    return offered_filter(store) if view == "offered" else view_filter(view, me, clock)


def view_filter(view: str, me: Actor, clock: Clock) -> tuple[str, list[Any]]:
    """The condition of a view over ``t`` and its parameters."""
    awake = f"NOT {ASLEEP}"
    filters: dict[str, tuple[str, list[Any]]] = {
        "all": ("1 = 1", []),
        "my_open": (f"{OPEN} AND t.assignee_id = ?", [me.id]),
        "mentions": (
            f"{OPEN} AND t.id IN (SELECT m.ticket_id FROM mention m WHERE m.agent_id = ? "
            "AND m.deleted = 0)",
            [me.id],
        ),
        "unassigned": (f"{OPEN} AND t.assignee_id IS NULL", []),
        "not_started": (f"{OPEN} AND t.status = 'new'", []),
        "at_risk": (
            f"{OPEN} AND {awake} AND t.status <> 'waiting' AND t.due_at_ms IS NOT NULL "
            f"AND {AT_RISK} <= ?",
            [clock.now_ms, clock.now_ms],
        ),
        "postponed": (ASLEEP, [clock.now_ms]),
        "drafts": (
            "t.id IN (SELECT o.ticket_id FROM own_draft o UNION "
            "SELECT d.ticket_id FROM draft d WHERE d.deleted = 0 AND d.scope = ?)",
            [f"u:{me.id}"],
        ),
        "done_today": (
            "t.status = 'done' AND t.solved_at_ms >= ? AND t.assignee_id = ?",
            [clock.day_start_ms, me.id],
        ),
        "pinned": (PINNED, [f"u:{me.id}"]),
        "reminders": (
            "t.id IN (SELECT ticket_id FROM reminder WHERE deleted = 0 AND scope = ?)",
            [f"u:{me.id}"],
        ),
        "level_1": (f"{OPEN} AND t.tier <= 1", []),
        "level_2": (f"{OPEN} AND t.tier > 1", []),
    }
    if view.startswith("queue:"):
        by_name = "t.queue_id IN (SELECT id FROM queue WHERE name = ? AND deleted = 0)"
        return f"{OPEN} AND {by_name}", [view.removeprefix("queue:")]
    return filters[view]


def view_counts(store: Store, me: Actor, clock: Clock) -> dict[str, int]:
    """How many tickets each view holds: fixed views by their key, queues by ``queue:NAME``."""
    counts: dict[str, int] = {}
    fixed = [view for view in VIEWS if view != "all"]
    parts, params = [], []
    for view in fixed:
        where, given = view_condition(store, view, me, clock)
        source = tickets(store, open_only=view == "not_started")
        parts.append(f"(SELECT COUNT(*) FROM {source} WHERE t.deleted = 0 AND {where})")
        params += given
    found = store.sql("SELECT " + ", ".join(parts), params)[0]
    counts.update(zip(fixed, map(int, found), strict=True))
    queues = store.sql(
        "SELECT name, SUM(tickets) FROM (SELECT q.name, (SELECT COUNT(*) FROM ticket t "
        "WHERE t.queue_id = q.id AND t.deleted = 0 AND t.status <> 'done') AS tickets "
        "FROM queue q WHERE q.deleted = 0) AS counted GROUP BY name"
    )
    counts.update({f"queue:{name}": int(count) for name, count in queues})
    return counts


def oldest_new(store: Store) -> int | None:
    """When the oldest ticket came that nobody has begun; None when all are."""
    source = tickets(store, open_only=True)
    where = f"t.deleted = 0 AND {OPEN} AND t.status = 'new'"
    found = store.sql(f"SELECT MIN(t.created_at_ms) FROM {source} WHERE {where}")
    return None if found[0][0] is None else int(found[0][0])


def _rows(store: Store, found: list[tuple[Any, ...]]) -> list[TicketRow]:
    states = _change_states(store)
    return [_row(row, states.get(row[0], frozenset())) for row in found]


def _change_states(store: Store) -> dict[str, frozenset[str]]:
    """What stands in the outbox about tickets; nothing waits on a server's store."""
    if store.side == "server":
        return {}
    found = store.sql(
        "SELECT ticket_id, state FROM outbox "
        "WHERE state IN ('queued', 'sending', 'held', 'refused') AND ticket_id IS NOT NULL "
        "UNION SELECT m.ticket_id, 'held' FROM message m WHERE m.delivery = 'held' "
        "AND m.deleted = 0 "
        "AND m.author_id = (SELECT value FROM profile WHERE key = 'agent_id')"
    )
    states: dict[str, frozenset[str]] = {}
    for ticket_id, state in found:
        states[ticket_id] = states.get(ticket_id, frozenset()) | {state}
    return states


def _row(row: tuple[Any, ...], changes: frozenset[str]) -> TicketRow:
    (id, number, alias, subject, status, waiting_for, priority, channel, queue_id, queue) = row[:10]
    (contact, company, assignee_id, assignee, tags, due, wake, activity, customer, read) = row[
        10:20
    ]
    return TicketRow(
        id=id,
        number=str(number) if number is not None else alias,
        subject=subject,
        status=status,
        waiting_for=waiting_for,
        priority=priority,
        channel=channel,
        queue_id=queue_id,
        queue_name=queue or "",
        requester_name=contact or "",
        company_name=company or "",
        assignee_id=assignee_id,
        assignee_name=assignee or "",
        tags=tuple(json.loads(tags or "[]")),
        due_at_ms=due,
        wake_at_ms=wake,
        activity_at_ms=activity,
        unread=status != "done" and (customer or 0) > (read or 0),
        unsent=bool(changes & {"queued", "sending"}),
        key=PageKey(row[26], id, row[27]),
        held=bool(row[20]),
        due_what=row[21],
        warn_at_ms=row[22],
        pinned=bool(row[23]),
        colour=row[24] or "",
        remind_at_ms=row[25],
        stuck=bool(changes & {"held", "refused"}),
    )
