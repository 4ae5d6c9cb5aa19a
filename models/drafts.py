"""Saving what is being typed: at once, on this computer, synchronous=FULL.

A draft is keyed by ticket and kind and is independent of any ticket row, so that merge, transfer
or a purge never takes it away. The journal keeps earlier versions. Its files have a row of their
own on this computer; a draft lasts as long as it has words or files. What one's other devices
hear of it is in ``shared_drafts``.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from models.commands import FileRef
from models.commands.records import named_files
from models.database import Store
from models.local import DraftFiles, DraftJournal, OwnDraft

JOURNAL_VERSIONS = 200
JOURNAL_STEP_MS = 30_000


def save_draft(store: Store, ticket_id: str, kind: str, html: str, now_ms: int) -> None:
    """Keep the text of a reply, note or memo that is being written."""
    key = draft_key(ticket_id, kind)
    row = _row(ticket_id, kind, html, now_ms)
    update = {OwnDraft.html: html, OwnDraft.updated_at_ms: now_ms}
    insert = OwnDraft.insert(row).on_conflict(conflict_target=[OwnDraft.key], update=update)
    with store.transaction():
        begun = store.value(OwnDraft.select(OwnDraft.key).where(OwnDraft.key == key)) is None
        store.run(insert)
        _journal(store, ticket_id, kind, html, now_ms, begun)


def drop_draft(store: Store, ticket_id: str, kind: str) -> None:
    """The text was sent or thrown away; the journal still has it. Its files stay if it has any."""
    same = OwnDraft.key == draft_key(ticket_id, kind)
    with store.transaction():
        if draft_files(store, ticket_id, kind):
            store.run(OwnDraft.update(html="").where(same))
        else:
            store.run(OwnDraft.delete().where(same))


def save_draft_files(
    store: Store, ticket_id: str, kind: str, files: Sequence[FileRef], now_ms: int
) -> None:
    """Keep which files go with a draft; with none left and no words there is no draft any more."""
    key = draft_key(ticket_id, kind)
    with store.transaction():
        if not files:
            store.run(DraftFiles.delete().where(DraftFiles.key == key))
            store.run(OwnDraft.delete().where((OwnDraft.key == key) & (OwnDraft.html == "")))
            return
        listed = msgspec.json.encode(files).decode()
        kept = DraftFiles.insert(key=key, files=listed)
        store.run(kept.on_conflict(conflict_target=[DraftFiles.key], update={"files": listed}))
        store.run(OwnDraft.insert(_row(ticket_id, kind, "", now_ms)).on_conflict_ignore())


def draft_files(store: Store, ticket_id: str, kind: str) -> tuple[FileRef, ...]:
    """The files of a draft in their order."""
    key = draft_key(ticket_id, kind)
    listed = store.value(DraftFiles.select(DraftFiles.files).where(DraftFiles.key == key))
    return tuple(named_files(listed or ""))


def draft_key(ticket_id: str, kind: str) -> str:
    return f"{ticket_id}:{kind}"


def _row(ticket_id: str, kind: str, html: str, now_ms: int) -> dict[str, object]:
    return {
        "key": draft_key(ticket_id, kind),
        "ticket_id": ticket_id,
        "kind": kind,
        "html": html,
        "updated_at_ms": now_ms,
    }


def _journal(store: Store, ticket_id: str, kind: str, html: str, now_ms: int, begun: bool) -> None:
    """A version each half minute, and one more before much was deleted or a new draft begins."""
    same = (DraftJournal.ticket_id == ticket_id) & (DraftJournal.kind == kind)
    newest = DraftJournal.select().where(same).order_by(DraftJournal.id.desc()).limit(1)
    last = store.row(newest)
    recent = last and now_ms - last["at_ms"] < JOURNAL_STEP_MS
    if last and recent and not begun and len(html) * 2 >= len(last["html"]):
        store.run(DraftJournal.update(html=html).where(DraftJournal.id == last["id"]))
        return
    store.run(DraftJournal.insert(ticket_id=ticket_id, kind=kind, html=html, at_ms=now_ms))
    kept = DraftJournal.select(DraftJournal.id).where(same).order_by(DraftJournal.id.desc())
    old = [row["id"] for row in store.rows(kept.offset(JOURNAL_VERSIONS))]
    if old:
        store.run(DraftJournal.delete().where(DraftJournal.id.in_(old)))
