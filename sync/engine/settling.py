"""What the outcomes of a push make of the changes that were sent."""

from __future__ import annotations

import json
from collections.abc import Sequence

from models.commands import decode
from models.commands.messages import AddMessage, FileRef
from models.commands.records import Put
from models.commands.tickets import CreateTicket
from models.database import Store
from models.errors import Refused
from models.local import FileTransfer
from sync.protocol import schema

HELD_ON_SERVER = ("add_reply", "release")


def settle(store: Store, outcomes: Sequence[schema.Outcome], now_ms: int) -> list[int]:
    """Note each outcome, inside the transaction that writes the rows; those that are settled.

    What was ended before stays as it is.
    """
    marks = ", ".join("?" for _ in outcomes)
    found = store.sql(
        f"SELECT mid, kind, payload FROM outbox WHERE mid IN ({marks})",
        [outcome.mid for outcome in outcomes],
    )
    sent = {mid: (kind, payload) for mid, kind, payload in found}
    alike: dict[tuple[str | None, ...], list[int]] = {}
    settled = []
    for each in outcomes:
        kind, payload = sent.get(each.mid, (None, ""))
        state = _settled_state(kind, each)
        code = each.code or None
        alike.setdefault((state, each.s, each.sentence or code, code), []).append(each.mid)
        if state == "settled":
            settled.append(each.mid)
            _queue_files(store, payload)
    for noted, mids in alike.items():
        marks = ", ".join("?" for _ in mids)
        store.sql(
            "UPDATE outbox SET state = ?, outcome = ?, reason = ?, code = ?, settled_at_ms = ? "
            f"WHERE mid IN ({marks}) AND state IN ('queued', 'sending')",
            (*noted, now_ms, *mids),
        )
    return settled


def _settled_state(kind: str | None, outcome: schema.Outcome) -> str:
    """What an outcome makes of its outbox row: settled, refused, or held for a decision.

    ``kind`` is that of the change, None when it is not here any more. A held reply is a message
    of its own by now; it carries its state itself.
    """
    if outcome.s == "rejected":
        return "refused"
    if outcome.s == "held" and kind is not None and kind not in HELD_ON_SERVER:
        return "held"
    return "settled"


def _queue_files(store: Store, payload: str) -> None:
    """The text is there; now the bytes that it names may follow."""
    for file in _named_files(payload) if '"files"' in payload else ():
        key = f"up:{file.sha256}"
        row = {"key": key, "direction": "up", "sha256": file.sha256, "state": "waiting"}
        insert = FileTransfer.insert(**row, size_bytes=file.size_bytes)
        again = {"state": "waiting", "tries": 0, "reason": None}
        store.run(insert.on_conflict(conflict_target=[FileTransfer.key], update=again))


def _named_files(payload: str) -> Sequence[FileRef]:
    try:
        command = decode(payload)
    except Refused:
        return ()
    if isinstance(command, AddMessage):
        return command.files
    if isinstance(command, CreateTicket) and command.message:
        return command.message.files
    if isinstance(command, Put) and command.entity == "personal_note":
        listed = json.loads(command.set.get("files") or "[]")
        return [FileRef(**file) for file in listed]
    return ()
