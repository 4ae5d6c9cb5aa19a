"""What a ticket has to do with other tickets, and what a merge would do to two of them."""

from __future__ import annotations

from msgspec import Struct

from models.database import Store
from models.queries.conversation import whole_ticket
from models.queries.work import links_of
from models.rows import LinkRow

INTO, PART = "into", "part"
"""Roles of a merge, beside those of a link: what this went into, and what went into this."""
_SHOWN = "o.id, COALESCE(CAST(o.number AS TEXT), o.alias), o.subject, o.status"
_INTO = f"""SELECT t.id, '{INTO}', {_SHOWN} FROM ticket t JOIN ticket o ON o.id = t.merged_into
 WHERE t.id = ? AND o.deleted = 0"""
_PARTS = f"""SELECT o.merged_into, '{PART}', {_SHOWN} FROM ticket o
 WHERE o.merged_into = ? AND o.deleted = 0 ORDER BY o.id"""
_WATCHERS = """SELECT w.agent_id, a.name FROM watcher w JOIN agent a ON a.id = w.agent_id
 WHERE w.deleted = 0 AND w.ticket_id = ? ORDER BY a.name"""
_SIDE = """SELECT t.id, COALESCE(CAST(t.number AS TEXT), t.alias), t.subject, t.status, q.name,
 t.requester_id, COALESCE(c.name, ''), t.assignee_id, COALESCE(a.name, ''), t.merged_into
 FROM ticket t LEFT JOIN queue q ON q.id = t.queue_id
 LEFT JOIN contact c0 ON c0.id = t.requester_id
 LEFT JOIN contact c ON c.id = COALESCE(c0.merged_into, c0.id)
 LEFT JOIN agent a ON a.id = t.assignee_id"""
_SIDES = f"{_SIDE} WHERE t.deleted = 0 AND t.id IN (?, ?)"
_INCIDENTS = f"""{_SIDE} JOIN link l ON l.other_id = t.id AND l.kind = 'child' AND l.deleted = 0
 WHERE t.deleted = 0 AND t.merged_into IS NULL AND l.ticket_id {{among}} ORDER BY t.id"""


class TicketRelations(Struct, frozen=True):
    """``links`` have the roles of a link, and ``INTO`` or ``PART``; ``watchers`` are (id, name).

    ``handovers`` and ``reopenings`` say how often it went from hand to hand and back again,
    ``tier`` which support line it is with.
    """

    ticket_id: str
    links: tuple[LinkRow, ...] = ()
    watchers: tuple[tuple[str, str], ...] = ()
    handovers: int = 0
    reopenings: int = 0
    tier: int = 1


class Side(Struct, frozen=True):
    """A ticket that has, or is about to have, something to do with another one."""

    id: str
    number: str
    subject: str
    status: str
    queue_name: str
    requester_id: str | None
    requester_name: str
    assignee_id: str | None
    assignee_name: str
    merged_into: str | None


class Preview(Struct, frozen=True):
    """``this`` is what is done something with, ``other`` was chosen; what goes along in a merge."""

    this: Side
    other: Side
    messages: int
    files: int

    @property
    def new_watcher(self) -> bool:
        """Whether whoever has ``this`` would lose sight of it in a merge."""
        return self.this.assignee_id not in (None, self.other.assignee_id)


def relations(store: Store, ticket_id: str) -> TicketRelations:
    """Everything of the kind that this file knows; of tickets that are not here, nothing."""
    merged = (*store.sql(_INTO, (ticket_id,)), *store.sql(_PARTS, (ticket_id,)))
    links = (*(LinkRow(*row) for row in merged), *links_of(store, ticket_id))
    watchers = tuple(store.sql(_WATCHERS, (ticket_id,)))
    counts = "SELECT handover_count, reopen_count, tier FROM ticket WHERE id = ?"
    found = store.sql(counts, (ticket_id,))
    return TicketRelations(ticket_id, links, watchers, *(found[0] if found else ()))


def incidents(store: Store, ticket_id: str) -> list[Side]:
    """The incidents of a problem, and of what was merged into it, each once."""
    among, named = store.among(whole_ticket(store, ticket_id))
    found = store.sql(_INCIDENTS.format(among=among), (named,))
    return list({row[0]: Side(*row) for row in found}.values())


def preview(store: Store, this_id: str, other_id: str) -> Preview | None:
    """None when one of the two is not here (any more)."""
    sides = {row[0]: Side(*row) for row in store.sql(_SIDES, (this_id, other_id))}
    if this_id not in sides or other_id not in sides:
        return None
    whole = whole_ticket(store, this_id)
    counts = [_count(store, table, whole) for table in ("message", "message_file")]
    return Preview(sides[this_id], sides[other_id], *counts)


def _count(store: Store, table: str, ticket_ids: list[str]) -> int:
    among, named = store.among(ticket_ids)
    text = f"SELECT COUNT(*) FROM {table} WHERE deleted = 0 AND ticket_id {among}"
    return int(store.sql(text, (named,))[0][0])
