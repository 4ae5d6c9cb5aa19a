"""What happened lately that its person may want to hear of; ``models.notices`` decides."""

from __future__ import annotations

import re
from collections.abc import Mapping

from models.database import Store
from models.notices import Happening
from models.queries.inbox import AT_RISK
from models.rows import Actor

DAY_MS = 24 * 3_600_000
BACK_MS = 2 * DAY_MS
"""How far back is looked: what was passed is remembered for longer."""
REMINDER_BACK_MS = 12 * DAY_MS
"""What somebody wanted to be reminded of is told after their holidays as well."""
_NAMED = re.compile(r":(me|name|own|since|long|now)\b")
_TICKET = "t.id, t.queue_id, COALESCE(CAST(t.number AS TEXT), t.alias), t.subject"
_MY_QUEUE = """t.queue_id IN (SELECT queue_id FROM queue_member
 WHERE agent_id = :me AND deleted = 0)"""
_LIVE = "t.deleted = 0 AND t.status <> 'done'"
_MINE = """(t.assignee_id = :me OR t.id IN
 (SELECT ticket_id FROM watcher WHERE agent_id = :me AND deleted = 0))"""
_NOBODYS = """t.assignee_id IS NULL AND (SELECT e.who_id FROM event e WHERE e.ticket_id = t.id
 AND e.what = 'status' AND e.new = 'postponed' AND e.deleted = 0
 ORDER BY e.at_ms DESC, e.id DESC LIMIT 1) = :me"""
_REMINDER = """SELECT 'reminder:' || r.id || ':' || r.at_ms, r.at_ms, NULL, '', r.words,
 r.ticket_id, t.queue_id, COALESCE(CAST(t.number AS TEXT), t.alias, ''), COALESCE(t.subject, '')
 FROM reminder r LEFT JOIN ticket t ON t.id = r.ticket_id AND t.deleted = 0
 WHERE r.deleted = 0 AND r.scope = :own"""
_QUESTIONS = {
    "mention": f"""SELECT 'mention:' || m.id, m.at_ms, x.author_id, x.author_name, '', {_TICKET}
 FROM mention m JOIN message x ON x.id = m.message_id JOIN ticket t ON t.id = m.ticket_id
 WHERE m.agent_id = :me AND m.deleted = 0 AND x.deleted = 0 AND {_LIVE}
 AND m.at_ms BETWEEN :since AND :now""",
    "replied": f"""SELECT 'message:' || m.id, m.at_ms, m.author_id, m.author_name, '', {_TICKET}
 FROM ticket t JOIN message m ON m.ticket_id = t.id
 WHERE {_LIVE} AND t.activity_at_ms >= :since AND {_MINE}
 AND m.kind IN ('customer', 'call') AND m.deleted = 0 AND m.at_ms > t.created_at_ms
 AND m.at_ms BETWEEN :since AND :now""",
    "assigned": f"""SELECT 'event:' || e.id, e.at_ms, e.who_id, e.who_name, '', {_TICKET}
 FROM ticket t JOIN event e ON e.ticket_id = t.id
 WHERE {_LIVE} AND t.assignee_id = :me AND e.deleted = 0 AND e.at_ms BETWEEN :since AND :now
 AND ((e.what = 'assignee' AND e.new = :name) OR e.what = 'created')""",
    "new": f"""SELECT 'event:' || e.id, e.at_ms, e.who_id, COALESCE(c.name, ''), '', {_TICKET}
 FROM ticket t JOIN event e ON e.ticket_id = t.id
 LEFT JOIN contact c0 ON c0.id = t.requester_id
 LEFT JOIN contact c ON c.id = COALESCE(c0.merged_into, c0.id)
 WHERE {_LIVE} AND t.assignee_id IS NULL AND {_MY_QUEUE} AND e.what IN ('created', 'queue')
 AND e.deleted = 0 AND e.at_ms BETWEEN :since AND :now""",
    "woke": f"""SELECT 'woke:' || t.id || ':' || t.wake_at_ms, t.wake_at_ms, NULL, '', '', {_TICKET}
 FROM ticket t WHERE t.deleted = 0 AND t.status = 'postponed'
 AND t.wake_at_ms BETWEEN :since AND :now AND ({_MINE} OR {_NOBODYS})""",
    "at_risk": f"""SELECT 'risk:' || t.id || ':' || t.due_at_ms, {AT_RISK},
 NULL, '', '', {_TICKET} FROM ticket t
 WHERE t.deleted = 0 AND t.status IN ('new', 'open') AND t.assignee_id = :me
 AND t.status <> 'done' AND t.due_at_ms IS NOT NULL AND {AT_RISK} BETWEEN :since AND :now""",
    "call_back": f"{_REMINDER} AND r.what = '' AND r.at_ms BETWEEN :since AND :now",
    "reminder": f"{_REMINDER} AND r.what <> '' AND r.at_ms BETWEEN :long AND :now",
}


def happenings(
    store: Store, me: Actor, now_ms: int, since_ms: int | None = None
) -> list[Happening]:
    """Everything since then, else of the last two days, whosever act it was; one's own are told
    apart later."""
    given = {
        "me": me.id,
        "name": me.name,
        "own": f"u:{me.id}",
        "since": now_ms - BACK_MS if since_ms is None else since_ms,
        "long": now_ms - REMINDER_BACK_MS if since_ms is None else since_ms,
        "now": now_ms,
    }
    return [
        _happening(kind, row)
        for kind, text in _QUESTIONS.items()
        for row in store.sql(*_bound(text, given))
    ]


def _bound(text: str, given: Mapping[str, object]) -> tuple[str, list[object]]:
    """The names in a question as places, and what goes there."""
    return _NAMED.sub("?", text), [given[name] for name in _NAMED.findall(text)]


def _happening(kind: str, row: tuple[object, ...]) -> Happening:
    key, at_ms, by_id, who, words, ticket_id, queue_id, number, subject = row
    assert isinstance(at_ms, int)
    ids = [None if id is None else str(id) for id in (by_id, ticket_id, queue_id)]
    return Happening(
        key=str(key),
        kind=kind,
        at_ms=at_ms,
        by_id=ids[0],
        ticket_id=ids[1],
        queue_id=ids[2],
        number=str(number or ""),
        subject=str(subject or ""),
        who=str(who or ""),
        words=str(words or ""),
    )
