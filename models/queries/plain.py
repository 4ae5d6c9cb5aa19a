"""Tickets as plain values, in the form that ``deskside show --json`` and ``list --json`` print."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from models.database import Store
from models.errors import NotFound
from models.queries import conversation
from models.richtext import to_plain
from models.rows import FileRow

Value = dict[str, Any]
CHUNK = 500
TICKETS = """SELECT t.id, t.number, t.alias, t.source, t.subject, t.status, t.waiting_for,
 t.priority, q.name, c.key, a.login, r.name, r.email, k.name, t.tags, t.created_at_ms,
 t.due_at_ms, t.source_id
 FROM ticket t
 LEFT JOIN queue q ON q.id = t.queue_id
 LEFT JOIN category c ON c.id = t.category_id
 LEFT JOIN agent a ON a.id = t.assignee_id
 LEFT JOIN contact r0 ON r0.id = t.requester_id
 LEFT JOIN contact r ON r.id = COALESCE(r0.merged_into, r0.id)
 LEFT JOIN company k0 ON k0.id = t.company_id
 LEFT JOIN company k ON k.id = COALESCE(k0.merged_into, k0.id)
 WHERE t.id IN ({marks})"""
MESSAGES = """SELECT id, kind, author_name, at_ms, html, source_text FROM message
 WHERE deleted = 0 AND ticket_id = ? ORDER BY at_ms, id"""


def ticket_values(store: Store, ids: Sequence[str]) -> Iterator[Value]:
    """One value a ticket, in the order of ``ids``, read in chunks."""
    for start in range(0, len(ids), CHUNK):
        chunk = ids[start : start + CHUNK]
        marks = ", ".join("?" for _ in chunk)
        found = {row[0]: row for row in store.sql(TICKETS.format(marks=marks), chunk)}
        yield from (_ticket(found[id]) for id in chunk if id in found)


def ticket_value(store: Store, id: str) -> Value:
    """One ticket with its messages and events. Raises NotFound when it is not in this store."""
    value = next(ticket_values(store, [id]), None)
    if value is None:
        raise NotFound("This ticket is not on this computer.")
    files = conversation.files_of(store, id)
    value["messages"] = [_message(row, files.get(row[0], [])) for row in store.sql(MESSAGES, (id,))]
    value["events"] = [
        {
            "at_ms": event.at_ms,
            "who": event.who_name,
            "what": event.what,
            "old": event.old,
            "new": event.new,
        }
        for event in conversation.events(store, id)
    ]
    return value


def _ticket(row: tuple[Any, ...]) -> Value:
    name, email = row[11] or "", row[12] or ""
    requester = f"{name} <{email}>" if name and email else name or email or None
    return {
        "id": row[0],
        "number": str(row[1]) if row[1] is not None else row[2],
        "alias": row[2],
        "source": row[3],
        "subject": row[4],
        "status": row[5],
        "waiting_for": row[6],
        "priority": row[7],
        "queue": row[8],
        "category": row[9],
        "assignee": row[10],
        "requester": requester,
        "company": row[13],
        "tags": json.loads(row[14] or "[]"),
        "created_at_ms": row[15],
        "due_at_ms": row[16],
        "source_id": row[17],
    }


def _message(row: tuple[Any, ...], files: Sequence[FileRow]) -> Value:
    return {
        "id": row[0],
        "kind": row[1],
        "author": row[2],
        "at_ms": row[3],
        "text": to_plain(row[4]),
        "html": row[4],
        "source": row[5],
        "files": [
            {
                "name": file.name,
                "sha256": file.sha256,
                "size_bytes": file.size_bytes,
                "media_type": file.media_type,
                "state": file.state,
            }
            for file in files
        ],
    }
