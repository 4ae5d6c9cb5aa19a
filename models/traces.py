"""What an act left in rows, so that whoever takes it back sees whether it still stands there."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import msgspec

from models import records
from models.classify.asked import read_known
from models.commands import Command
from models.database import Store
from models.errors import Refused
from models.looking import Change, LookingWriter
from models.rows import Actor

Row = dict[str, Any]
Traces = dict[str, Row]
WATCHED: dict[str, tuple[str, ...]] = {
    "ticket": tuple(
        (
            "subject status waiting_for wake_at_ms priority impact urgency product queue_id "
            "category_id assignee_id requester_id company_id channel tier due_at_ms merged_into "
            "meeting_link facts deleted"
        ).split()
    ),
    "message": ("html", "kind", "ticket_id", "deleted"),
    "checklist_item": ("text", "done", "deleted"),
    "approval": ("state", "deleted"),
    "time_entry": ("deleted",),
    "conflict": ("state", "choice"),
}
"""What somebody else may have decided since; the rest of these rows follows from something else.
Tags and links are sets: to take one's own away hides nobody else's."""
OTHERS = ("event", "notification", "mention", "message_version", "message_file", "link")
GIVEN_LATER = ("due_at_ms",)
"""What the server may add to a row by itself."""
FACTS = "facts"
LONG, DIGEST = 200, "sha256:"


class ChangedSince(Refused):
    """Somebody else changed what was to be taken back; ``now`` is what stands there.

    ``kind`` and ``field`` name the column, ``who`` its newest author ("" where nobody can tell).
    Where it holds an id, ``now`` is the name.
    """

    def __init__(self, change: Change, number: str, who: str, now: str) -> None:
        self.kind, self.field = change.kind, change.field
        self.number, self.who, self.now = number, who, now
        super().__init__("changed", "This was changed meanwhile, so it was not undone.")


def traces_of(store: Store, mid: int) -> str:
    """What the change ``mid`` wrote here, as JSON; to be kept until it is taken back."""
    found: Traces = {}
    effects = store.sql(
        "SELECT kind, ent, op, data FROM pending_effect WHERE mid = ? ORDER BY id", (mid,)
    )
    for kind, id, op, data in effects:
        if kind not in OTHERS and op in ("insert", "set"):
            left = found.setdefault(f"{kind}:{id}", {})
            written = msgspec.json.decode(data)
            left |= {name: _kept(name, written[name]) for name in _watched(kind, written)}
    return msgspec.json.encode({key: left for key, left in found.items() if left}).decode()


def check_unchanged(store: Store, inverse: Command, traces: str, actor: Actor, now_ms: int) -> None:
    """Raises ChangedSince when ``inverse`` would write over what is not the act's any more.

    Raises Refused as the inverse itself does.
    """
    looking = LookingWriter(store, actor, now_ms)
    looking.do(inverse)
    left: Traces = msgspec.json.decode(traces)
    for change in looking.changes:
        for overwritten in _overwrites(store, change, left.get(f"{change.kind}:{change.id}", {})):
            raise _told(store, overwritten)


def _overwrites(store: Store, change: Change, left: Row) -> list[Change]:
    """Taking a whole row away writes over everything in it; of facts each stands by itself."""
    if change.field == FACTS and FACTS in left:
        return _other_facts(change, left[FACTS])
    if change.field in left and _kept(change.field, change.was) != left[change.field]:
        return [change]
    if change.field != "deleted" or not change.becomes:
        return []
    row = records.get(store, change.kind, change.id) or {}
    return [
        Change(change.kind, change.id, name, row[name], None)
        for name in left.keys() & row.keys() - set(GIVEN_LATER)
        if _kept(name, row[name]) != left[name]
    ]


def _other_facts(change: Change, left: str) -> list[Change]:
    """Those that would be changed back and are not as the act left them."""
    told = {} if left.startswith(DIGEST) else read_known(left)
    was, becomes = read_known(change.was), read_known(change.becomes)
    keys = [key for key in was.keys() | becomes.keys() if was.get(key) != becomes.get(key)]
    others = {key: was.get(key, "") for key in keys if was.get(key) != told.get(key)}
    return [change._replace(was=json.dumps(others, ensure_ascii=False))] if others else []


def _watched(kind: str, written: Row) -> list[str]:
    names = WATCHED.get(kind)
    housekeeping = ("id", "scope", "rev")
    return [name for name in written if (name in names if names else name not in housekeeping)]


def _kept(name: str, value: Any) -> Any:
    """Long texts by their digest; facts whole, since they are compared one by one."""
    if name != FACTS and isinstance(value, str) and len(value) > LONG:
        return DIGEST + hashlib.sha256(value.encode()).hexdigest()
    return value


def _told(store: Store, change: Change) -> ChangedSince:
    row = records.get(store, change.kind, change.id) or {}
    ticket_id = change.id if change.kind == "ticket" else str(row.get("ticket_id") or "")
    ticket = records.get(store, "ticket", ticket_id) or {}
    what = "edited" if change.field == "html" else change.field.removesuffix("_id")
    lines = store.sql(
        "SELECT who_name, new, old FROM event WHERE ticket_id = ? AND what = ? "
        "ORDER BY at_ms DESC, id DESC LIMIT 50",
        (ticket_id, what),
    )
    if change.field == FACTS:
        keys = read_known(change.was).keys()
        lines = [line for line in lines if any(keys & read_known(text or "") for text in line[1:])]
    who, named, _ = lines[0] if lines else ("", None, None)
    now = named if change.field.endswith("_id") else change.was
    number = str(ticket.get("number") or ticket.get("alias") or "")
    return ChangedSince(change, number, who, "" if now is None else str(now))
