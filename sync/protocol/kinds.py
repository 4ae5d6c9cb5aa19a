"""Every entity that travels: its columns, where it lives, and how two changes of it meet.

One registry for both sides. ``scope`` is workspace (everybody), queue (the ticket's queue),
knowledge, or person (its owner's devices). ``conflict`` names the rule of ``models/merge``:
``fields`` (per field, last arrival wins), ``append`` (rows are only added), ``set`` (elements
that are there or not), ``owner`` (one person's rows; the later write wins). A conflict lives in
the scope of its row.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Scope = Literal["workspace", "queue", "knowledge", "person"]
Conflict = Literal["fields", "append", "set", "owner"]
HOUSEKEEPING = ("id", "scope", "rev", "deleted")
KEPT = {"contact": "requester_id", "company": "company_id"}
"""Kinds whose deleted rows go to everybody all the same, as long as tickets name them there: the
history shows who it was, and they can be brought back."""


@dataclass(frozen=True, slots=True)
class Kind:
    """``columns`` come after id, scope, rev and deleted, in this order."""

    name: str
    scope: Scope
    conflict: Conflict
    columns: tuple[str, ...]
    parent: str | None = None
    """The column that names the ticket of a child row."""


def _kind(name: str, scope: Scope, conflict: Conflict, columns: str) -> Kind:
    names = tuple(columns.split())
    parent = "ticket_id" if scope == "queue" and "ticket_id" in names else None
    return Kind(name, scope, conflict, names, parent)


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        _kind(
            "agent",
            "workspace",
            "fields",
            "login name email role title skills active absent_until_ms",
        ),
        _kind(
            "team",
            "workspace",
            "fields",
            "name members",
        ),
        _kind(
            "queue",
            "workspace",
            "fields",
            "name icon position",
        ),
        _kind(
            "queue_member",
            "workspace",
            "fields",
            "queue_id agent_id",
        ),
        _kind(
            "company",
            "workspace",
            "fields",
            "name short_name latin_name domains by_domain plan note source source_id contract "
            "contract_until merged_into",
        ),
        _kind(
            "contact",
            "workspace",
            "fields",
            "name latin_name nickname patronymic email other_emails login phone title "
            "role language company_id active source source_id note merged_into",
        ),
        _kind(
            "asset",
            "workspace",
            "fields",
            "name serial note contact_id company_id",
        ),
        _kind(
            "record_event",
            "workspace",
            "append",
            "entity ent at_ms who_id who_name what old new",
        ),
        _kind(
            "category",
            "workspace",
            "fields",
            "key parent_id names required hint position preferred_channel ask_screenshot",
        ),
        _kind(
            "tag",
            "workspace",
            "fields",
            "name",
        ),
        _kind(
            "template",
            "workspace",
            "fields",
            "key name language folder html",
        ),
        _kind(
            "macro",
            "workspace",
            "fields",
            "key name body",
        ),
        _kind(
            "calendar",
            "workspace",
            "fields",
            "key body",
        ),
        _kind(
            "sla_policy",
            "workspace",
            "fields",
            "key calendar body",
        ),
        _kind(
            "rule",
            "workspace",
            "fields",
            "key position body",
        ),
        _kind(
            "view",
            "workspace",
            "fields",
            "name icon filter order_by columns owner_id updated_at_ms",
        ),
        _kind(
            "ticket",
            "queue",
            "fields",
            "number alias subject status waiting_for wake_at_ms priority impact urgency "
            "product queue_id category_id assignee_id requester_id company_id channel "
            "language tier tags due_at_ms due_what warn_at_ms measures first_reply_at_ms "
            "solved_at_ms customer_at_ms "
            "activity_at_ms created_at_ms date_guessed reopen_count handover_count "
            "merged_into source source_id source_text meeting_link facts",
        ),
        _kind(
            "message",
            "queue",
            "append",
            "ticket_id kind author_id author_name channel html source_text at_ms "
            "written_at_ms delivery delivery_reason source source_id",
        ),
        _kind(
            "message_version",
            "queue",
            "append",
            "message_id ticket_id n html author_id at_ms",
        ),
        _kind(
            "message_file",
            "queue",
            "append",
            "ticket_id message_id sha256 name media_type size_bytes position state",
        ),
        _kind(
            "event",
            "queue",
            "append",
            "ticket_id at_ms who_id who_name what old new why changed",
        ),
        _kind(
            "mention",
            "queue",
            "append",
            "ticket_id message_id agent_id at_ms",
        ),
        _kind(
            "watcher",
            "queue",
            "append",
            "ticket_id agent_id",
        ),
        _kind(
            "share",
            "queue",
            "append",
            "ticket_id agent_id",
        ),
        _kind(
            "link",
            "queue",
            "set",
            "ticket_id other_id kind",
        ),
        _kind(
            "time_entry",
            "queue",
            "append",
            "ticket_id who_id who_name minutes started_at_ms note at_ms kind",
        ),
        _kind(
            "checklist_item",
            "queue",
            "fields",
            "ticket_id position text done done_by done_at_ms",
        ),
        _kind(
            "approval",
            "queue",
            "fields",
            "ticket_id what state asked_id asked_name of_id at_ms decided_id decided_name "
            "decided_at_ms why",
        ),
        _kind(
            "conflict",
            "queue",
            "append",
            "ticket_id entity ent field base theirs mine applied theirs_id theirs_name "
            "theirs_at_ms mine_id mine_name mine_at_ms written_at_ms state choice resolved_id "
            "resolved_name resolved_at_ms",
        ),
        _kind(
            "article",
            "knowledge",
            "fields",
            "group_key language title category audience html source_text source_format "
            "source source_id updated_at_ms",
        ),
        _kind(
            "article_version",
            "knowledge",
            "append",
            "article_id title html author_id at_ms",
        ),
        _kind(
            "article_use",
            "knowledge",
            "append",
            "article_id ticket_id agent_id act at_ms",
        ),
        _kind(
            "draft",
            "person",
            "owner",
            "ticket_id kind device html updated_at_ms",
        ),
        _kind(
            "personal_note",
            "person",
            "owner",
            "title html files at_ms updated_at_ms ticket_id",
        ),
        _kind(
            "pin",
            "person",
            "owner",
            "ticket_id",
        ),
        _kind(
            "own_place",
            "person",
            "owner",
            "ticket_id rank",
        ),
        _kind(
            "highlight",
            "person",
            "owner",
            "ticket_id colour",
        ),
        _kind(
            "reminder",
            "person",
            "owner",
            "ticket_id at_ms words what",
        ),
        _kind(
            "read_state",
            "person",
            "owner",
            "ticket_id read_at_ms",
        ),
        _kind(
            "notification",
            "person",
            "owner",
            "ticket_id kind at_ms seen",
        ),
        _kind(
            "preference",
            "person",
            "owner",
            "key value",
        ),
    )
}
