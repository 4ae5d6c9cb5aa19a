"""Saving what is being typed: at once, on this computer, synchronous=FULL.

A draft is keyed by ticket and kind and is independent of any ticket row, so that merge, transfer
or a purge never takes it away. The journal keeps earlier versions. Its files have a row of their
own on this computer; a draft lasts as long as it has words or files.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from models import profile
from models.commands import FileRef
from models.commands.records import named_files
from models.database import Store
from models.ids import stable_id
from models.local import DraftFiles, DraftJournal
from models.personal import Draft

JOURNAL_VERSIONS = 200
JOURNAL_STEP_MS = 30_000


def save_draft(store: Store, ticket_id: str, kind: str, html: str, now_ms: int) -> None:
    """Keep the text of a reply, note or memo that is being written."""
    row = _row(store, ticket_id, kind, html, now_ms)
    update = {Draft.html: html, Draft.updated_at_ms: now_ms, Draft.deleted: 0}
    insert = Draft.insert(row).on_conflict(conflict_target=[Draft.id], update=update)
    with store.transaction():
        begun = store.value(Draft.select(Draft.id).where(Draft.id == row["id"])) is None
        store.run(insert)
        _journal(store, ticket_id, kind, html, now_ms, begun)


def drop_draft(store: Store, ticket_id: str, kind: str) -> None:
    """The text was sent or thrown away; the journal still has it. Its files stay if it has any."""
    same = (Draft.ticket_id == ticket_id) & (Draft.kind == kind)
    with store.transaction():
        if draft_files(store, ticket_id, kind):
            store.run(Draft.update(html="").where(same))
        else:
            store.run(Draft.delete().where(same))


def save_draft_files(
    store: Store, ticket_id: str, kind: str, files: Sequence[FileRef], now_ms: int
) -> None:
    """Keep which files go with a draft; with none left and no words there is no draft any more."""
    key = _files_key(ticket_id, kind)
    same = (Draft.ticket_id == ticket_id) & (Draft.kind == kind)
    with store.transaction():
        if not files:
            store.run(DraftFiles.delete().where(DraftFiles.key == key))
            store.run(Draft.delete().where(same & (Draft.html == "")))
            return
        listed = msgspec.json.encode(files).decode()
        kept = DraftFiles.insert(key=key, files=listed)
        store.run(kept.on_conflict(conflict_target=[DraftFiles.key], update={"files": listed}))
        row = _row(store, ticket_id, kind, "", now_ms)
        store.run(Draft.insert(row).on_conflict_ignore())


def draft_files(store: Store, ticket_id: str, kind: str) -> tuple[FileRef, ...]:
    """The files of a draft in their order."""
    key = _files_key(ticket_id, kind)
    listed = store.value(DraftFiles.select(DraftFiles.files).where(DraftFiles.key == key))
    return tuple(named_files(listed or ""))


def _files_key(ticket_id: str, kind: str) -> str:
    return f"{ticket_id}:{kind}"


def _row(store: Store, ticket_id: str, kind: str, html: str, now_ms: int) -> dict[str, object]:
    device = profile.get(store, "client_id") or ""
    return {
        "id": stable_id(f"draft/{ticket_id}/{kind}/{device}"),
        "scope": f"u:{profile.get(store, 'agent_id') or ''}",
        "ticket_id": ticket_id,
        "kind": kind,
        "device": device,
        "html": html,
        "updated_at_ms": now_ms,
        "deleted": 0,
        "rev": 0,
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
