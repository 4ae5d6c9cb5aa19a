"""My notes and drafts."""

from __future__ import annotations

import json

from models.database import Store
from models.rows import Actor, DraftRow, FileRow, NoteRow


def personal_notes(store: Store, me: Actor) -> list[NoteRow]:
    """Notes of this person, newest change first."""
    text = (
        "SELECT id, title, html, at_ms, updated_at_ms, files, ticket_id FROM personal_note "
        "WHERE deleted = 0 AND scope = ? ORDER BY updated_at_ms DESC, id DESC"
    )
    unsent = {
        row[0] for row in store.sql("SELECT ent FROM pending_effect WHERE kind = 'personal_note'")
    }
    return [
        NoteRow(
            id=row[0],
            title=row[1],
            html=row[2],
            at_ms=row[3],
            updated_at_ms=row[4],
            files=_files(row[5]),
            unsent=row[0] in unsent,
            ticket_id=row[6],
        )
        for row in store.sql(text, (f"u:{me.id}",))
    ]


def drafts(store: Store) -> list[DraftRow]:
    """What is typed on this computer, newest first."""
    text = "SELECT ticket_id, kind, html, updated_at_ms FROM own_draft ORDER BY updated_at_ms DESC"
    return [DraftRow(*row) for row in store.sql(text)]


def draft(store: Store, ticket_id: str, kind: str) -> DraftRow | None:
    """What is typed on this computer for a ticket, of this kind, or None."""
    text = (
        "SELECT ticket_id, kind, html, updated_at_ms FROM own_draft "
        "WHERE ticket_id = ? AND kind = ?"
    )
    found = store.sql(text, (ticket_id, kind))
    return DraftRow(*found[0]) if found else None


def _files(listed: str) -> tuple[FileRow, ...]:
    return tuple(
        FileRow(
            id=file["id"],
            sha256=file["sha256"],
            name=file["name"],
            media_type=file["media_type"],
            size_bytes=file["size_bytes"],
            state="complete",
        )
        for file in json.loads(listed or "[]")
    )
