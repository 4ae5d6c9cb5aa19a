"""One ticket opened: its head, and what was said and done, oldest first."""

from __future__ import annotations

import json
from typing import Any

from models.database import Store
from models.errors import NotFound
from models.queries import inbox
from models.queries.directory import category_names
from models.rows import (
    Actor,
    Clock,
    ConversationItem,
    EventRow,
    FileRow,
    MessageRow,
    TicketHeader,
    TicketRow,
    VersionRow,
)

HEADER = """SELECT t.id, t.number, t.alias, t.subject, t.status, t.waiting_for, t.wake_at_ms,
 t.priority, t.channel, t.queue_id, q.name, t.category_id, t.assignee_id, a.name,
 COALESCE(c.id, t.requester_id), c.name, c.email, c.phone, c.title,
 COALESCE(k.id, t.company_id), k.name, k.plan, k.note,
 t.tags, t.created_at_ms, t.due_at_ms, t.solved_at_ms, t.rev,
 t.due_what, t.warn_at_ms, t.tier
 FROM ticket t
 LEFT JOIN queue q ON q.id = t.queue_id
 LEFT JOIN agent a ON a.id = t.assignee_id
 LEFT JOIN contact c0 ON c0.id = t.requester_id
 LEFT JOIN contact c ON c.id = COALESCE(c0.merged_into, c0.id)
 LEFT JOIN company k0 ON k0.id = t.company_id
 LEFT JOIN company k ON k.id = COALESCE(k0.merged_into, k0.id)
 WHERE t.deleted = 0 AND t.id = ?"""
HEADER_FIELDS = (
    "id number alias subject status waiting_for wake_at_ms priority channel queue_id queue_name "
    "category_id assignee_id assignee_name requester_id requester_name requester_email "
    "requester_phone requester_title company_id company_name company_plan company_note tags "
    "created_at_ms due_at_ms solved_at_ms rev due_what warn_at_ms tier"
).split()
HEADER_WORDS = (
    "queue_name assignee_name requester_name requester_email requester_phone requester_title "
    "company_name company_plan company_note"
).split()
MESSAGES = """SELECT m.id, m.kind, m.author_id, m.author_name, k.name, m.channel, m.html, m.at_ms,
 m.written_at_ms, m.delivery, m.delivery_reason,
 (SELECT MAX(v.at_ms) FROM message_version v WHERE v.message_id = m.id AND v.deleted = 0),
 h.author_name, h.at_ms
 FROM message m
 LEFT JOIN contact c ON c.id = m.author_id
 LEFT JOIN company k0 ON k0.id = c.company_id
 LEFT JOIN company k ON k.id = COALESCE(k0.merged_into, k0.id)
 LEFT JOIN message h ON m.delivery = 'held' AND h.id = m.delivery_reason
 WHERE m.deleted = 0 AND m.ticket_id IN ({whole}) ORDER BY m.at_ms DESC, m.id DESC LIMIT ?"""
OF_TICKETS = tuple(
    "split_into split_from split_undone linked_duplicate linked_original linked_parent "
    "linked_child linked_related unlinked_duplicate unlinked_original unlinked_parent "
    "unlinked_child unlinked_related".split()
)
"""Events whose value is a ticket: shown by its number, and not at all where one has it not."""
EVENTS = f"""SELECT e.id, e.at_ms, e.who_name, e.what, e.old,
 CASE WHEN e.what IN {OF_TICKETS} THEN COALESCE(CAST(o.number AS TEXT), o.alias) ELSE e.new END,
 e.why FROM event e
 LEFT JOIN ticket o ON e.what IN {OF_TICKETS} AND o.id = e.new AND o.deleted = 0
 WHERE e.deleted = 0 AND e.ticket_id IN ({{whole}}) AND e.at_ms >= ?
 ORDER BY e.at_ms DESC, e.id DESC LIMIT ?"""

VERSIONS = """SELECT v.html, COALESCE(a.name, ''), v.at_ms FROM message_version v
 LEFT JOIN agent a ON a.id = v.author_id
 WHERE v.deleted = 0 AND v.message_id = ? ORDER BY v.n DESC, v.id DESC"""


def ticket_header(store: Store, ticket_id: str, language: str = "en") -> TicketHeader:
    """The head of a ticket. Raises NotFound when it is not in this store (any more)."""
    found = store.sql(HEADER, (ticket_id,))
    if not found:
        raise NotFound("This ticket is not on this computer.")
    fields: dict[str, Any] = dict(zip(HEADER_FIELDS, found[0], strict=True))
    number = fields["number"]
    fields["number"] = str(number) if number is not None else fields["alias"]
    fields["tags"] = tuple(json.loads(fields["tags"] or "[]"))
    names = category_names(store, language)
    fields["category_name"] = names.get(fields["category_id"] or "", "")
    words = {key: fields[key] or "" for key in HEADER_WORDS}
    return TicketHeader(**{**fields, **words})


def find_ticket(store: Store, number: str) -> list[str]:
    """Ids of tickets with this number or alias (an alias may, rarely, name two)."""
    typed = number.strip().lstrip("#")
    if typed.isdecimal() and len(typed) <= 18:
        by_number = "SELECT id FROM ticket WHERE deleted = 0 AND number = ?"
        return [row[0] for row in store.sql(by_number, (int(typed),))]
    by_alias = "SELECT id FROM ticket WHERE deleted = 0 AND (alias = ? OR id = ?)"
    return [row[0] for row in store.sql(by_alias, (typed.upper(), typed.lower()))]


FILES = (
    "SELECT f.message_id, f.id, f.sha256, f.name, f.media_type, f.size_bytes, f.state "
    "FROM message_file f WHERE f.deleted = 0 AND f.ticket_id = ? "
    "ORDER BY f.message_id, f.position"
)
LOCAL_FILES = FILES.replace(
    " FROM message_file f ",
    ", COALESCE(u.state, ''), COALESCE(u.reason, '') FROM message_file f LEFT JOIN file_transfer u "
    "ON f.state = 'pending' AND u.key = 'up:' || f.sha256 AND u.state <> 'done' ",
)


def conversation(store: Store, ticket_id: str, *, limit: int = 200) -> list[ConversationItem]:
    """The newest ``limit`` messages and the events between them, oldest first.

    What was said on tickets that were merged into this one stands among them.
    """
    whole = whole_ticket(store, ticket_id)
    marks = ", ".join("?" for _ in whole)
    messages = store.sql(MESSAGES.format(whole=marks), (*whole, limit))
    start = messages[-1][7] if len(messages) == limit else 0
    files = {key: kept for id in whole for key, kept in files_of(store, id).items()}
    unsent = _unsent_messages(store)
    items: list[ConversationItem] = [
        _message(row, tuple(files.get(row[0], ())), row[0] in unsent) for row in messages
    ]
    lines = store.sql(EVENTS.format(whole=marks), (*whole, start, limit * 5))
    items += [EventRow(*row) for row in lines]
    return sorted(items, key=lambda item: (item.at_ms, item.id))


def whole_ticket(store: Store, ticket_id: str) -> list[str]:
    """The ticket, and all that were merged into it."""
    whole = [ticket_id]
    for id in whole:  # grows while it is walked
        parts = store.sql("SELECT id FROM ticket WHERE merged_into = ? ORDER BY id", (id,))
        whole += [part for (part,) in parts if part not in whole]
    return whole


def is_whole(store: Store, ticket_id: str) -> bool:
    """False when older messages of the ticket, or of what was merged into it, are not here."""
    among, named = store.among(whole_ticket(store, ticket_id))
    text = f"SELECT 1 FROM old_ticket WHERE children_complete = 0 AND ticket_id {among}"
    return store.side == "server" or not store.sql(text, (named,))


def events(store: Store, ticket_id: str) -> list[EventRow]:
    """The whole history, oldest first."""
    found = store.sql(EVENTS.format(whole="?"), (ticket_id, 0, 100_000))
    return [EventRow(*row) for row in reversed(found)]


def versions(store: Store, message_id: str) -> list[VersionRow]:
    """What a message said before, newest first."""
    return [VersionRow(*row) for row in store.sql(VERSIONS, (message_id,))]


def requester_tickets(
    store: Store, contact_id: str, me: Actor, clock: Clock, limit: int = 20
) -> list[TicketRow]:
    """The newest tickets of one requester, and of whoever was merged into them."""
    newest = (
        "SELECT id FROM ticket WHERE deleted = 0 AND requester_id IN "
        "(SELECT id FROM contact WHERE id = ? OR merged_into = ?) "
        "ORDER BY activity_at_ms DESC LIMIT ?"
    )
    ids = [row[0] for row in store.sql(newest, (contact_id, contact_id, limit))]
    rows = {row.id: row for row in inbox.ticket_rows(store, ids, me, clock)}
    return [rows[id] for id in ids if id in rows]


def _message(row: tuple[Any, ...], files: tuple[FileRow, ...], unsent: bool) -> MessageRow:
    edited_at_ms, held_for, held_for_at_ms = row[11:]
    told = (edited_at_ms, held_for or "", held_for_at_ms)
    return MessageRow(*(*row[:4], row[4] or "", *row[5:11], files, unsent, *told))


def files_of(store: Store, ticket_id: str) -> dict[str, list[FileRow]]:
    """Files of a ticket by the message that names them."""
    here = store.side == "local"
    found: dict[str, list[FileRow]] = {}
    for message_id, *rest in store.sql(LOCAL_FILES if here else FILES, (ticket_id,)):
        found.setdefault(message_id, []).append(FileRow(*rest))
    return found


def _unsent_messages(store: Store) -> frozenset[str]:
    if store.side == "server":
        return frozenset()
    text = "SELECT ent FROM pending_effect WHERE kind = 'message' AND op = 'insert'"
    return frozenset(row[0] for row in store.sql(text))
