"""What a ticket tells of its messages: when somebody acted, spoke and was answered first.

It follows from the messages wherever it can. What they do not explain (an import, a merge) is
kept by the act that writes over it, so that taking the act back brings it back.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from models.commands.base import Row, Writer
from models.values import check_row

HELD = "held"  # a delivery; its reason is the id of the message that came first
SPOKEN_KINDS = ("customer", "call")  # the customer's words


class Told(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a ticket told though none of its messages did."""

    customer_at_ms: int | None = None
    first_reply_at_ms: int | None = None
    activity_at_ms: int | None = None


NOTHING = Told()


def unexplained(writer: Writer, ticket: Row) -> Told:
    """To be kept by the author alone: he is the one who may take an act back."""
    if writer.decides:
        return NOTHING
    found = {}
    for name in Told.__struct_fields__:
        at_ms = ticket[name]
        said = writer.select("message", ticket_id=ticket["id"], at_ms=at_ms) if at_ms else []
        if at_ms and not any(_counts(name, message) for message in said):
            found[name] = at_ms
    return Told(**found)


def retold(said: Iterable[Row], told: Told, *names: str) -> Row:
    """These fields of Told by the messages that a ticket has now, and what they do not explain."""
    messages = list(said)
    changes: Row = {}
    for name in names:
        times = [message["at_ms"] for message in messages if _counts(name, message)]
        times += filter(None, [getattr(told, name)])
        choose = min if name == "first_reply_at_ms" else max
        changes[name] = choose(times, default=None)
    return changes


def without(writer: Writer, ticket: Row, message: Row, told: Told) -> Row:
    """What changes on a ticket when this message, which stood for some of it, is gone."""
    names = [name for name in Told.__struct_fields__ if _stands_for(message, name, ticket[name])]
    if not names:
        return {}
    changes = retold(writer.select("message", ticket_id=ticket["id"]), told, *names)
    if changes.get("activity_at_ms", 0) is None:
        changes["activity_at_ms"] = ticket["created_at_ms"]
    return changes


def with_it(ticket: Row, message: Row) -> Row:
    """What changes on a ticket when this message is there again."""
    changes: Row = {}
    for name in Told.__struct_fields__:
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
    check_row(
        "ticket", {name: at for name, at in msgspec.structs.asdict(told).items() if at is not None}
    )
