"""The outbox as its page shows it: what needs its person, what is on its way, what went today."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from models import profile
from models.commands import AddItem, AddTime, Command, CreateTicket, EditItem, Put, decode
from models.commands.messages import AddMessage
from models.database import Store
from models.errors import Refused
from models.queries.status import (
    HELD_REPLY,
    OPEN_CONFLICT,
    QUIET,
    STUCK,
    STUCK_UPLOAD,
    WAITING,
    sync_status,
)
from models.richtext import to_plain

Group = Literal["attention", "moving", "sent"]
AT_MOST = 200
PREVIEW_LETTERS = 600
NUMBER = "COALESCE(CAST(t.number AS TEXT), t.alias, '')"
SENT = (
    "o.state = 'settled' AND o.settled_at_ms >= ? AND o.kind <> 'mark_read' "
    f"AND o.kind NOT IN {QUIET}"
)
MOVING_UPLOAD = "f.direction = 'up' AND f.state IN ('waiting', 'paused')"


class OutboxEntry(Struct, frozen=True, kw_only=True):
    """One line of the page. It names the command, so it can't stand in ``models.rows``.

    ``key`` stays the same while the state changes. ``state`` is refused, held, reply (held by the
    server), conflict, failed, queued, sending, waiting, paused or sent. A change has ``mid`` and,
    when it can be read, ``command``; a file ``sha256``; a conflict what it is about, and the rest
    its text as ``preview``.
    """

    key: str
    group: Group
    state: str
    at_ms: int
    mid: int | None = None
    command: Command | None = None
    ticket_id: str | None = None
    number: str = ""
    subject: str = ""
    reason: str = ""
    code: str = ""
    preview: str = ""
    sha256: str = ""
    name: str = ""
    size_bytes: int = 0
    entity: str = ""
    ent: str = ""

    @property
    def conflict_id(self) -> str:
        """Of a conflict, to show its card; else empty."""
        return self.key.removeprefix("x:") if self.state == "conflict" else ""

    @property
    def has_text(self) -> bool:
        """Whether its text can be written anew before it goes out."""
        return isinstance(self.command, AddMessage)


class OutboxLines(Struct, frozen=True):
    """Entries in the order of the page, at most AT_MOST a group; ``counts`` are of them all."""

    entries: tuple[OutboxEntry, ...]
    counts: dict[Group, int]


def outbox_lines(store: Store, day_start_ms: int) -> OutboxLines:
    """Everything of one moment; what was sent since ``day_start_ms``, newest first."""
    with store.snapshot():
        entries = (
            *needs_attention(store),
            *_changes(store, "moving", WAITING, "ASC"),
            *_files(store, "moving"),
            *_sent(store, day_start_ms),
        )
        return OutboxLines(entries, _counts(store, day_start_ms))


def needs_attention(store: Store) -> list[OutboxEntry]:
    """What asks for a decision of this profile's person, the newest of each kind first."""
    stuck = _changes(store, "attention", STUCK, "DESC")
    return stuck + _held_replies(store) + _conflicts(store) + _files(store, "attention")


def _counts(store: Store, day_start_ms: int) -> dict[Group, int]:
    now = sync_status(store)
    files, sent = store.sql(
        f"SELECT (SELECT COUNT(*) FROM file_transfer f WHERE {MOVING_UPLOAD}), "
        f"(SELECT COUNT(*) FROM outbox o WHERE {SENT})",
        (day_start_ms,),
    )[0]
    return {"attention": now.attention, "moving": now.waiting + files, "sent": sent}


def _changes(
    store: Store, group: Group, states: tuple[str, ...], direction: str
) -> list[OutboxEntry]:
    marks = ", ".join("?" for _ in states)
    where = f"o.state IN ({marks}) AND o.kind NOT IN {QUIET} ORDER BY o.mid {direction}"
    return [_change(row, group) for row in _rows(store, where, states)]


def _sent(store: Store, day_start_ms: int) -> list[OutboxEntry]:
    where = f"{SENT} ORDER BY o.settled_at_ms DESC, o.mid DESC"
    return [_change(row, "sent") for row in _rows(store, where, (day_start_ms,))]


def _rows(store: Store, where: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    return store.sql(
        "SELECT o.mid, o.payload, o.state, o.at_ms, o.settled_at_ms, o.ticket_id, "
        f"{NUMBER}, COALESCE(t.subject, ''), o.reason, o.code "
        f"FROM outbox o LEFT JOIN ticket t ON t.id = o.ticket_id WHERE {where} LIMIT {AT_MOST}",
        values,
    )


def _change(row: tuple[Any, ...], group: Group) -> OutboxEntry:
    mid, payload, state, at_ms, settled_at_ms, ticket_id, number, subject, reason, code = row
    command = _readable(payload)
    if isinstance(command, CreateTicket) and not subject:
        subject = str(command.set.get("subject") or "")
    return OutboxEntry(
        key=f"c:{mid}",
        group=group,
        state="sent" if group == "sent" else state,
        at_ms=settled_at_ms if group == "sent" else at_ms,
        mid=mid,
        command=command,
        ticket_id=ticket_id,
        number=number,
        subject=subject,
        reason=(reason or "") if group != "sent" else "",
        code=code or "",
        preview=_preview(command),
    )


def _readable(payload: str) -> Command | None:
    """A change of a newer program can't be read; it is shown all the same."""
    try:
        return decode(payload)
    except Refused:
        return None


def _preview(command: Command | None) -> str:
    match command:
        case AddMessage():
            return _plain(command.html)
        case CreateTicket(message=first) if first is not None:
            return _plain(first.html)
        case AddItem() | EditItem():
            return command.text
        case AddTime():
            return command.note
        case Put():
            words = (str(command.set.get("title") or ""), _plain(command.set.get("html") or ""))
            return " ".join(filter(None, words))
    return ""


def _plain(html: str) -> str:
    """The beginning of a text; what lies far behind is not even cleaned."""
    return to_plain(html[: 8 * PREVIEW_LETTERS])[:PREVIEW_LETTERS].strip()


def _held_replies(store: Store) -> list[OutboxEntry]:
    found = store.sql(
        f"SELECT m.id, m.at_ms, m.html, m.ticket_id, {NUMBER}, COALESCE(t.subject, '') "
        f"FROM message m LEFT JOIN ticket t ON t.id = m.ticket_id WHERE {HELD_REPLY} "
        f"ORDER BY m.at_ms DESC, m.id LIMIT {AT_MOST}",
        (profile.get(store, "agent_id"),),
    )
    return [
        OutboxEntry(
            key=f"m:{id}",
            group="attention",
            state="reply",
            at_ms=at_ms,
            ticket_id=ticket_id,
            number=number,
            subject=subject,
            preview=_plain(html),
        )
        for id, at_ms, html, ticket_id, number, subject in found
    ]


def _conflicts(store: Store) -> list[OutboxEntry]:
    found = store.sql(
        "SELECT x.id, x.mine_at_ms, x.ticket_id, x.entity, x.ent, x.field, x.theirs_name, "
        f"{NUMBER}, COALESCE(t.subject, '') "
        f"FROM conflict x LEFT JOIN ticket t ON t.id = x.ticket_id WHERE {OPEN_CONFLICT} "
        f"ORDER BY x.mine_at_ms DESC, x.id LIMIT {AT_MOST}",
        (profile.get(store, "agent_id"),),
    )
    return [
        OutboxEntry(
            key=f"x:{id}",
            group="attention",
            state="conflict",
            at_ms=at_ms,
            ticket_id=ticket_id,
            number=number,
            subject=subject,
            entity=entity,
            ent=ent,
            name=field,
            preview=theirs_name,
        )
        for id, at_ms, ticket_id, entity, ent, field, theirs_name, number, subject in found
    ]


def _files(store: Store, group: Group) -> list[OutboxEntry]:
    """Uploads, as one of the messages names them; those of notes have no ticket."""
    found = store.sql(
        "SELECT f.sha256, f.state, f.size_bytes, f.reason, COALESCE(mf.name, ''), "
        f"COALESCE(m.at_ms, 0), mf.ticket_id, {NUMBER}, COALESCE(t.subject, '') "
        "FROM file_transfer f "
        "LEFT JOIN message_file mf ON mf.id = (SELECT MIN(one.id) FROM message_file one "
        "WHERE one.sha256 = f.sha256 AND one.deleted = 0) "
        "LEFT JOIN message m ON m.id = mf.message_id "
        "LEFT JOIN ticket t ON t.id = mf.ticket_id "
        f"WHERE {MOVING_UPLOAD if group == 'moving' else STUCK_UPLOAD} "
        f"ORDER BY f.rowid LIMIT {AT_MOST}"
    )
    return [
        OutboxEntry(
            key=f"f:{sha256}",
            group=group,
            state=state,
            at_ms=at_ms,
            ticket_id=ticket_id,
            number=number,
            subject=subject,
            reason=reason or "",
            code="upload" if reason else "",
            sha256=sha256,
            name=name,
            size_bytes=size_bytes,
        )
        for sha256, state, size_bytes, reason, name, at_ms, ticket_id, number, subject in found
    ]
