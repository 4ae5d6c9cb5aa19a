"""Letting go of old work, so that the local file does not grow with the company.

Some tickets at a time, each in a small transaction of its own. What its person has to do with
stays: unsent or held changes, drafts, pins, colours, reminders, open conflicts, their own
tickets, and whatever came back less than the window's time ago.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from models import profile
from models.database import Store
from models.perform import INDEXED, mark_for_search
from models.window import IS_OLD, WIDER
from sync.engine.apply import CHILDREN, News

AT_ONCE = 50
RAISE_FLOORS = (
    "UPDATE scope_cursor SET floor_ms = MAX(floor_ms, ?) WHERE scope LIKE 'q:%' OR scope LIKE 'u:%'"
)
OF_CHILDREN = " ".join(
    f'UNION SELECT ticket_id FROM "{kind}" WHERE id IN (SELECT ent FROM shadow '
    f"WHERE kind = '{kind}')"
    for kind in CHILDREN
)
IN_USE = f"""SELECT ticket_id FROM outbox WHERE state NOT IN ('settled', 'withdrawn')
 UNION SELECT ticket_id FROM own_draft
 UNION SELECT ticket_id FROM draft WHERE deleted = 0
 UNION SELECT substr(key, 1, instr(key, ':') - 1) FROM draft_files
 UNION SELECT ticket_id FROM pin WHERE deleted = 0
 UNION SELECT ticket_id FROM highlight WHERE deleted = 0
 UNION SELECT ticket_id FROM reminder WHERE deleted = 0
 UNION SELECT ticket_id FROM conflict WHERE state = 'open' AND deleted = 0
 UNION SELECT ticket_id FROM message WHERE delivery = 'held'
 UNION SELECT ent FROM shadow WHERE kind = 'ticket'
 UNION SELECT row ->> 'ticket_id' FROM shadow WHERE kind <> 'ticket' AND row IS NOT NULL
 {OF_CHILDREN}"""
OLD = f"""SELECT t.activity_at_ms, t.id FROM ticket t
 WHERE t.deleted = 0 AND {IS_OLD.format(t="t")} AND (t.activity_at_ms, t.id) > (?, ?)
 AND t.assignee_id IS NOT ?
 AND NOT EXISTS (SELECT 1 FROM old_ticket o WHERE o.ticket_id = t.id AND o.at_ms >= ?)
 AND NOT EXISTS (SELECT 1 FROM ticket m WHERE m.id = t.merged_into)
 AND t.id NOT IN (SELECT ticket_id FROM ({IN_USE}) WHERE ticket_id IS NOT NULL)
 ORDER BY t.activity_at_ms, t.id LIMIT ?"""


def evict(store: Store, floor_ms: int, stop: Callable[[], bool]) -> News:
    """Take away what is older; ``stop`` is asked before each step. Not while a scope comes in."""
    news = News()
    place: tuple[int, str] = (-1, "")
    me = profile.get(store, "agent_id")
    while not stop():
        with store.relaxed(), store.transaction():
            found = store.sql(OLD, (floor_ms, floor_ms, *place, me, floor_ms, AT_ONCE))
            if found:
                _take_away(store, [id for _, id in found], floor_ms)
        if not found:
            break
        place = found[-1]
        news.kinds |= {"ticket", *CHILDREN}
        news.many = True
    return news


def widen(store: Store) -> None:
    """Read anew what is here in part, if more is to be kept than before; no clock takes part."""
    if not profile.get(store, WIDER):
        return
    with store.relaxed(), store.transaction():
        store.sql("UPDATE scope_cursor SET cursor = NULL WHERE floor_ms > 0")
        profile.put(store, WIDER, None)


def _take_away(store: Store, ids: Sequence[str], floor_ms: int) -> None:
    store.sql(RAISE_FLOORS, (floor_ms,))
    among, named = store.among(ids)
    for kind in CHILDREN:
        _delete(store, kind, f"ticket_id {among}", named)
    _delete(store, "ticket", f"id {among}", named)
    for table in ("shared_hold", "old_ticket"):
        store.sql(f"DELETE FROM {table} WHERE ticket_id {among}", (named,))


def _delete(store: Store, kind: str, where: str, named: object) -> None:
    gone = store.sql(f'DELETE FROM "{kind}" WHERE {where} RETURNING id', (named,))
    if kind in INDEXED:
        mark_for_search(store, [(kind, id) for (id,) in gone])
