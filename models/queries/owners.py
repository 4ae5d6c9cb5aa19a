"""Who would take a ticket: who had its contact last, who has a skill. For both stores.

Commands ask these through ``Writer.ask``.
"""

from __future__ import annotations

from models.database import Store

_AT_WORK = """FROM agent a
 LEFT JOIN queue_member m ON m.agent_id = a.id AND m.queue_id = ? AND m.deleted = 0
 WHERE a.deleted = 0 AND a.active = 1 AND (a.absent_until_ms IS NULL OR a.absent_until_ms <= ?)"""


def last_owner(store: Store, requester_id: str, since_ms: int) -> str | None:
    """Who has the newest ticket of this contact that somebody has, if it moved since then."""
    found = store.sql(
        "SELECT assignee_id FROM ticket WHERE requester_id = ? AND activity_at_ms >= ? "
        "AND deleted = 0 AND assignee_id IS NOT NULL ORDER BY activity_at_ms DESC, id DESC LIMIT 1",
        (requester_id, since_ms),
    )
    return str(found[0][0]) if found else None


def is_at_work(store: Store, agent_id: str, queue_id: str, now_ms: int) -> bool:
    """Whether somebody has this queue's tickets and is not away."""
    text = f"SELECT 1 {_AT_WORK} AND a.id = ? AND (m.id IS NOT NULL OR a.role = 'admin') LIMIT 1"
    return bool(store.sql(text, (queue_id, now_ms, agent_id)))


def skilled(store: Store, skill: str, queue_id: str, now_ms: int) -> str | None:
    """Who of a queue's people at work has the skill and the fewest open tickets there."""
    people = store.sql(
        f"SELECT DISTINCT a.id, a.skills {_AT_WORK} AND m.id IS NOT NULL", (queue_id, now_ms)
    )
    able = [id for id, skills in people if skill.casefold() in skills_of(skills)]
    if len(able) < 2:
        return able[0] if able else None
    among, wanted = store.among(able)
    load = dict(
        store.sql(
            "SELECT assignee_id, COUNT(*) FROM ticket WHERE queue_id = ? AND status <> 'done' "
            f"AND deleted = 0 AND assignee_id {among} GROUP BY assignee_id",
            (queue_id, wanted),
        )
    )
    return str(min(able, key=lambda id: (load.get(id, 0), id)))


def skills_of(text: str) -> frozenset[str]:
    """The skills of an agent, written with commas between them, in small letters."""
    return frozenset(part.strip().casefold() for part in text.split(",")) - {""}
