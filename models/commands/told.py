"""What a ticket tells of its messages: when somebody acted, spoke and was answered first.

An act that writes over it keeps what stood there, so that taking the act back brings that back;
where nobody kept it, it is found by the messages that are left.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from models.commands.base import Row, Writer
from models.values import check_row, check_text

HELD = "held"  # a delivery; its reason is the id of the message that came first
SPOKEN_KINDS = ("customer", "call")  # the customer's words


class Mark(msgspec.Struct, frozen=True, omit_defaults=True):
    """A moment, and the message that it is of ("": none of the ticket's own)."""

    at_ms: int | None = None
    by: str = ""


class Told(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a ticket told at ``at_ms``; None where nobody kept it."""

    at_ms: int = 0
    customer: Mark | None = None
    first_reply: Mark | None = None
    activity: Mark | None = None


NOTHING = Told()
NAMES = {
    "customer_at_ms": "customer",
    "first_reply_at_ms": "first_reply",
    "activity_at_ms": "activity",
}


def told_by(writer: Writer, ticket: Row) -> Told:
    """To be kept on the author's side alone: he is the one who may take an act back."""
    if writer.decides:
        return NOTHING
    marks = {short: _mark(writer, ticket, name) for name, short in NAMES.items()}
    return Told(at_ms=writer.now_ms, **marks)


def retold(writer: Writer, said: Iterable[Row], told: Told, *names: str) -> Row:
    """These fields as they were, and with what was said since."""
    messages = list(said)
    changes: Row = {}
    for name in names:
        kept = _kept(writer, getattr(told, NAMES[name]))
        since_ms = 0 if kept is None else told.at_ms
        times = [at for at in (kept or ()) if at]
        times += [m["at_ms"] for m in messages if m["at_ms"] > since_ms and _counts(name, m)]
        choose = min if name == "first_reply_at_ms" else max
        changes[name] = choose(times, default=None)
    return changes


def without(writer: Writer, ticket: Row, message: Row, told: Told) -> Row:
    """What changes on a ticket when this message, which stood for some of it, is gone."""
    names = [name for name in NAMES if _stands_for(message, name, ticket[name])]
    if not names:
        return {}
    changes = retold(writer, writer.select("message", ticket_id=ticket["id"]), told, *names)
    if changes.get("activity_at_ms", 0) is None:
        changes["activity_at_ms"] = ticket["created_at_ms"]
    return changes


def with_it(ticket: Row, message: Row) -> Row:
    """What changes on a ticket when this message is there again."""
    changes: Row = {}
    for name in NAMES:
        if _counts(name, message):
            choose = min if name == "first_reply_at_ms" else max
            changes[name] = choose(filter(None, (ticket[name], message["at_ms"])), default=None)
    return changes


def is_held(message: Row) -> bool:
    """Whether a reply waits for its author's second look."""
    return bool(message["delivery"] == HELD)


def _stands_for(message: Row, name: str, told_at_ms: int | None) -> bool:
    if told_at_ms is None or not _counts(name, message):
        return False
    at_ms = message["at_ms"]
    return bool(at_ms <= told_at_ms if name == "first_reply_at_ms" else at_ms >= told_at_ms)


def _counts(name: str, message: Row) -> bool:
    """Whether this message has a say in that field."""
    if name == "customer_at_ms":
        return message["kind"] in SPOKEN_KINDS
    if name == "first_reply_at_ms":
        return message["kind"] == "reply" and not is_held(message)
    return True


def check_told(told: Told) -> None:
    """Raises Refused for what is no moment."""
    for name, short in NAMES.items():
        mark = getattr(told, short)
        if mark is not None and mark.at_ms is not None:
            check_row("ticket", {name: mark.at_ms})
            check_text(mark.by)


def _mark(writer: Writer, ticket: Row, name: str) -> Mark:
    at_ms = ticket[name]
    said = writer.select("message", ticket_id=ticket["id"], at_ms=at_ms) if at_ms else []
    by = next((message["id"] for message in said if _counts(name, message)), "")
    return Mark(at_ms, by)


def _kept(writer: Writer, mark: Mark | None) -> tuple[int | None] | None:
    """None where the messages have to tell."""
    if mark is None or not mark.by:
        return None if mark is None else (mark.at_ms,)
    message = writer.get("message", mark.by)
    return None if message is None or message["deleted"] else (message["at_ms"],)
