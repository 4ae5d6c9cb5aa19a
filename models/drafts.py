"""Saving what is being typed: at once, on this computer, synchronous=FULL.

A draft is keyed by ticket and kind and is independent of any ticket row, so that merge, transfer
or a purge never takes it away. The journal keeps earlier versions.
"""

from __future__ import annotations

from models import profile
from models.database import Store
from models.ids import stable_id
from models.local import DraftJournal
from models.personal import Draft

JOURNAL_VERSIONS = 200
JOURNAL_STEP_MS = 30_000


def save_draft(store: Store, ticket_id: str, kind: str, html: str, now_ms: int) -> None:
    """Keep the text of a reply, note or memo that is being written."""
    device = profile.get(store, "client_id") or ""
    row = {
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
    update = {Draft.html: html, Draft.updated_at_ms: now_ms, Draft.deleted: 0}
    insert = Draft.insert(row).on_conflict(conflict_target=[Draft.id], update=update)
    with store.transaction():
        begun = store.value(Draft.select(Draft.id).where(Draft.id == row["id"])) is None
        store.run(insert)
        _journal(store, ticket_id, kind, html, now_ms, begun)


def drop_draft(store: Store, ticket_id: str, kind: str) -> None:
    """The text was sent or thrown away; the journal still has it."""
    gone = Draft.delete().where((Draft.ticket_id == ticket_id) & (Draft.kind == kind))
    with store.transaction():
        store.run(gone)


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
