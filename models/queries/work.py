"""What hangs on a ticket besides its words: linked tickets, work times, its check list.

Of a ticket that others were merged into, theirs as well.
"""

from __future__ import annotations

from models.database import Store
from models.queries.conversation import whole_ticket
from models.rows import ItemRow, LinkRow, TimeRow

LINKS = """SELECT l.ticket_id, l.kind, o.id, COALESCE(CAST(o.number AS TEXT), o.alias),
 o.subject, o.status FROM link l JOIN ticket o ON o.id = l.other_id
 WHERE l.deleted = 0 AND o.deleted = 0 AND l.ticket_id IN ({whole}) ORDER BY l.kind, o.id"""
TIMES = """SELECT id, who_id, who_name, minutes, started_at_ms, note, at_ms, kind FROM time_entry
 WHERE deleted = 0 AND ticket_id IN ({whole}) ORDER BY at_ms, id"""
MINUTES = """SELECT COALESCE(SUM(minutes), 0) FROM time_entry
 WHERE deleted = 0 AND ticket_id IN ({whole})"""
ITEMS = """SELECT i.id, i.text, i.done, COALESCE(a.name, ''), i.done_at_ms FROM checklist_item i
 LEFT JOIN agent a ON a.id = i.done_by
 WHERE i.deleted = 0 AND i.ticket_id IN ({whole}) ORDER BY i.position, i.id"""


def links_of(store: Store, ticket_id: str) -> list[LinkRow]:
    """Linked tickets of which this file has the ticket itself; of the others nothing is told."""
    whole = whole_ticket(store, ticket_id)
    found = store.sql(LINKS.format(whole=_marks(whole)), whole)
    return [row for row in (LinkRow(*values) for values in found) if row.other_id not in whole]


def time_entries(store: Store, ticket_id: str) -> list[TimeRow]:
    """All work times of a ticket, oldest first."""
    whole = whole_ticket(store, ticket_id)
    return [TimeRow(*row) for row in store.sql(TIMES.format(whole=_marks(whole)), whole)]


def meeting_link_of(store: Store, ticket_id: str) -> str:
    """Where the meeting of a ticket is held, "" for none."""
    found = store.sql("SELECT meeting_link FROM ticket WHERE id = ?", (ticket_id,))
    return str(found[0][0]) if found else ""


def minutes_spent(store: Store, ticket_id: str) -> int:
    """How long all people together worked on a ticket."""
    whole = whole_ticket(store, ticket_id)
    return int(store.sql(MINUTES.format(whole=_marks(whole)), whole)[0][0])


def checklist(store: Store, ticket_id: str) -> list[ItemRow]:
    """The check list in its order."""
    whole = whole_ticket(store, ticket_id)
    found = store.sql(ITEMS.format(whole=_marks(whole)), whole)
    return [ItemRow(id, text, bool(done), name, at_ms) for id, text, done, name, at_ms in found]


def _marks(ids: list[str]) -> str:
    return ", ".join("?" for _ in ids)
