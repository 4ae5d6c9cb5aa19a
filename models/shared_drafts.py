"""What one's other devices hear of the drafts that are typed here, and what is heard of theirs.

Each device writes one row of ``draft`` for a ticket and kind and never into that of another one.
Telling compares what is typed with what was told, so that it may be called at any moment; a
telling that still waits is replaced, so that no stretch of typing fills the outbox.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import msgspec

from models import outbox, profile, records
from models.commands import DraftPut
from models.commands.drafts import DEVICE_LETTERS, SHARED, DraftPlace
from models.database import Store
from models.drafts import draft_files
from models.errors import Refused
from models.ids import new_id, stable_id
from models.perform import Performed, perform
from models.queries.notes import drafts
from models.richtext import sanitize
from models.rows import Actor, SiblingDraft

log = logging.getLogger(__name__)
DEVICE_KEY = "draft_device"


def share_drafts(store: Store, actor: Actor, now_ms: int, device: str) -> list[Performed]:
    """Queue what one's other devices do not know yet; ``device`` is this computer's name."""
    known = {row["id"]: row for row in records.select(store, "draft", {"scope": f"u:{actor.id}"})}
    found = list(_untold(store, known, device[:DEVICE_LETTERS], now_ms))
    if not found:
        return []
    with store.transaction():
        profile.put(store, DEVICE_KEY, _device(store))
        told = (_tell(store, command, actor, now_ms) for command in found)
        return [performed for performed in told if performed]


def sibling_drafts(store: Store, me: Actor, ticket_id: str) -> tuple[SiblingDraft, ...]:
    """What this person's other devices have for a ticket, newest first."""
    own = {_id(store, ticket_id, kind) for kind in SHARED}
    rows = records.select(store, "draft", {"scope": f"u:{me.id}", "ticket_id": ticket_id})
    found = [_sibling(row) for row in rows if row["id"] not in own]
    filled = [each for each in found if each.html or each.files]
    return tuple(sorted(filled, key=lambda each: (-each.updated_at_ms, each.id)))


def become_another_device(store: Store) -> None:
    """After this file turned out to be a copy: what waits belongs to the other one's drafts.

    What is typed here is told anew as this device's own. Inside a transaction of the caller.
    """
    waiting = store.sql("SELECT mid FROM outbox WHERE kind = 'draft_put' AND state = 'queued'")
    outbox.send_nothing(store, [mid for (mid,) in waiting])
    profile.put(store, DEVICE_KEY, new_id())


def _untold(
    store: Store, known: dict[str, dict[str, Any]], device: str, now_ms: int
) -> Iterator[DraftPut]:
    """What is typed and not known so, then what is known and not typed any more."""
    typed = {_id(store, row.ticket_id, row.kind): row for row in drafts(store)}
    for id, row in typed.items():
        if row.kind not in SHARED:
            continue
        place = DraftPlace(device, len(draft_files(store, row.ticket_id, row.kind)))
        told = known.get(id) or records.get(store, "draft", id)
        html, files = (told["html"], _files(told)) if told else ("", 0)
        if place.files != files or (row.html != html and sanitize(row.html) != html):
            yield _put(id, row.ticket_id, row.kind, place, row.updated_at_ms, row.html)
    for id, told in known.items():
        if id not in typed and id == _id(store, told["ticket_id"], told["kind"]):
            yield _put(id, told["ticket_id"], told["kind"], DraftPlace(device), now_ms)


def _put(
    id: str, ticket_id: str, kind: str, place: DraftPlace, at_ms: int, html: str = ""
) -> DraftPut:
    return DraftPut(
        id=id, ticket_id=ticket_id, of=kind, html=html, place=place, updated_at_ms=at_ms
    )


def _tell(store: Store, command: DraftPut, actor: Actor, now_ms: int) -> Performed | None:
    """None for what can't travel, as it is too large: it stays here, and sending it says why."""
    try:
        return _queued(store, command, actor, now_ms)
    except Refused as refusal:
        log.info("a draft is not told to other devices: %s", refusal.sentence)
        return None


def _queued(store: Store, command: DraftPut, actor: Actor, now_ms: int) -> Performed:
    waiting = store.sql(
        "SELECT mid FROM outbox WHERE kind = 'draft_put' AND state = 'queued' "
        "AND payload ->> 'id' = ?",
        (command.id,),
    )
    if waiting:
        return outbox.replace(store, waiting[-1][0], command, actor, now_ms)
    return perform(store, command, actor, now_ms)


def _device(store: Store) -> str:
    """What tells this device apart; it stays when the client becomes another one."""
    return profile.get(store, DEVICE_KEY) or profile.get(store, "client_id") or ""


def _id(store: Store, ticket_id: str, kind: str) -> str:
    return stable_id(f"draft/{ticket_id}/{kind}/{_device(store)}")


def _sibling(row: dict[str, Any]) -> SiblingDraft:
    return SiblingDraft(
        id=row["id"],
        ticket_id=row["ticket_id"],
        kind=row["kind"],
        html=row["html"],
        device=_place(row).name,
        files=_files(row),
        updated_at_ms=row["updated_at_ms"],
    )


def _files(row: dict[str, Any]) -> int:
    return _place(row).files


def _place(row: dict[str, Any]) -> DraftPlace:
    """Anybody may have put a row of their own that is none of ours."""
    try:
        return msgspec.json.decode(row["device"], type=DraftPlace)
    except msgspec.MsgspecError:
        return DraftPlace("")
