"""One timeline of a customer across all channels, newest first, in pages."""

from __future__ import annotations

from typing import Any

from models.database import Store
from models.queries.customer_rows import CustomerKind, TimelineKey, TimelineRow
from models.queries.customers import whose
from models.richtext import to_plain

PAGE = 50
SNIPPET_LETTERS = 280
NEWEST_MS = (1 << 63) - 1
ENTRIES = """SELECT 'ticket', t.id, t.created_at_ms FROM ticket t
 WHERE t.deleted = 0 AND {whose} AND (t.created_at_ms, t.id) < (?, ?)
 UNION ALL
 SELECT 'message', m.id, m.at_ms FROM ticket t JOIN message m ON m.ticket_id = t.id
 WHERE t.deleted = 0 AND m.deleted = 0 AND {whose} AND (m.at_ms, m.id) < (?, ?)
 ORDER BY 3 DESC, 2 DESC LIMIT ?"""
TICKETS = """SELECT t.id, 'ticket', t.channel, t.created_at_ms, COALESCE(c.name, ''), '', t.id,
 COALESCE(CAST(t.number AS TEXT), t.alias), t.subject FROM ticket t
 LEFT JOIN contact c0 ON c0.id = t.requester_id
 LEFT JOIN contact c ON c.id = COALESCE(c0.merged_into, c0.id) WHERE t.id {among}"""
MESSAGES = """SELECT m.id, m.kind, COALESCE(NULLIF(m.channel, ''), t.channel), m.at_ms,
 m.author_name, m.html, t.id, COALESCE(CAST(t.number AS TEXT), t.alias), t.subject
 FROM message m JOIN ticket t ON t.id = m.ticket_id WHERE m.id {among}"""


def timeline(
    store: Store,
    kind: CustomerKind,
    id: str,
    *,
    after: TimelineKey | None = None,
    limit: int = PAGE,
) -> list[TimelineRow]:
    """At most ``limit`` entries older than ``after``: tickets as they were opened, and messages.

    Texts are read for what is given back alone, as plain text and cut.
    """
    start = (after.at_ms, after.id) if after else (NEWEST_MS, "")
    text = ENTRIES.format(whose=whose(kind))
    found = store.sql(text, (id, id, *start, id, id, *start, limit))
    rows = {**_read(store, TICKETS, found, "ticket"), **_read(store, MESSAGES, found, "message")}
    return [rows[entry] for _, entry, _ in found if entry in rows]


def _read(
    store: Store, text: str, found: list[tuple[Any, ...]], table: str
) -> dict[str, TimelineRow]:
    ids = [id for kind, id, _ in found if kind == table]
    if not ids:
        return {}
    among, named = store.among(ids)
    rows = store.sql(text.format(among=among), (named,))
    made = [[*row[:5], snippet(row[5]), *row[6:]] for row in rows]
    return {row[0]: TimelineRow(*row) for row in made}


def snippet(html: str) -> str:
    """The beginning of a text in one line."""
    return " ".join(to_plain(html).split())[:SNIPPET_LETTERS]
