"""What happened while somebody was away, in four numbers."""

from __future__ import annotations

from msgspec import Struct

from models.database import Store
from models.queries.happenings import happenings
from models.rows import Actor

_OVERDUE = """SELECT COUNT(*) FROM ticket WHERE deleted = 0 AND status IN ('new', 'open')
 AND assignee_id = ? AND due_at_ms > ? AND due_at_ms <= ?"""


class Absence(Struct, frozen=True):
    """Tickets, each once in a number: new in one's queues, answered by the customer, with a
    mention, and fallen due."""

    new: int = 0
    replied: int = 0
    mention: int = 0
    overdue: int = 0

    def is_empty(self) -> bool:
        return not (self.new or self.replied or self.mention or self.overdue)


def absence(store: Store, me: Actor, since_ms: int, now_ms: int) -> Absence:
    """Of what others did, whatever is still to be looked at: done tickets are left out."""
    tickets: dict[str, set[str | None]] = {}
    for each in happenings(store, me, now_ms, since_ms):
        if each.by_id != me.id:
            tickets.setdefault(each.kind, set()).add(each.ticket_id)
    overdue = store.sql(_OVERDUE, (me.id, since_ms, now_ms))[0][0]
    new, replied, mention = (len(tickets.get(kind, ())) for kind in ("new", "replied", "mention"))
    return Absence(new, replied, mention, int(overdue))
