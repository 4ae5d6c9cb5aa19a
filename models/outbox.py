"""What a person may do with changes of his own that are on their way or were refused.

Every function is one transaction on the local file and raises Refused with a sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import msgspec

from models.commands import Command, CreateTicket, Split, decode, encode
from models.commands.messages import AddMessage
from models.commands.records import Noop
from models.database import Store
from models.errors import Refused
from models.overlay import refold, release
from models.perform import LocalWriter, Performed, perform
from models.rows import Actor

ENDED = ("refused", "held")


class Withdrawn(NamedTuple):
    """What was taken back, oldest first: performed again in this order, all of it is back."""

    mids: tuple[int, ...]
    commands: tuple[Command, ...]


def withdraw(store: Store, mid: int) -> Withdrawn:
    """Take a change back: nothing of it stays here, and nothing is sent but its number.

    A new ticket takes what waits on it with it.
    """
    with store.transaction():
        state = _state(store, mid)
        if state == "sending":
            raise Refused("invalid", "This change is being sent just now. Undo it instead.")
        mids = _waiting_on(store, mid) if state == "queued" else [mid]
        commands = [command for each in mids if (command := _command(store, each))]
        send_nothing(store, mids)
        return Withdrawn(tuple(mids), tuple(commands))


def send_nothing(store: Store, mids: list[int]) -> None:
    """Nothing of these changes stays here, and nothing but their numbers is sent."""
    nothing = encode(Noop()).decode()
    store.many(
        "UPDATE outbox SET payload = ?, kind = 'noop', inverse = NULL, ticket_id = NULL "
        "WHERE mid = ? AND state = 'queued'",
        [(nothing, mid) for mid in mids],
    )
    store.many(
        "UPDATE outbox SET state = 'withdrawn' WHERE mid = ? AND state IN ('refused', 'held')",
        [(mid,) for mid in mids],
    )
    refold(store, release(store, mids))


def _waiting_on(store: Store, mid: int) -> list[int]:
    """This change, and those of a ticket that it makes and that nobody has seen yet.

    Raises Refused when one may have left.
    """
    found = store.sql(
        "SELECT mid, kind, ticket_id, state FROM outbox WHERE mid >= ? "
        "AND state IN ('queued', 'sending') ORDER BY mid",
        (mid,),
    )
    mids, made = [], set()
    for each, kind, ticket_id, state in found:
        if each != mid and ticket_id not in made:
            continue
        if state == "sending":
            raise Refused("invalid", "This change is being sent just now. Undo it instead.")
        mids.append(each)
        command = _command(store, each) if kind in ("create_ticket", "split") else None
        if isinstance(command, CreateTicket | Split):
            made.add(command.id)
    return mids


def retry(store: Store, mid: int, actor: Actor, now_ms: int) -> Performed:
    """Do a refused or held change once more, on what its author sees now."""
    return _again(store, mid, actor, now_ms, lambda command: command)


def rewrite(store: Store, mid: int, html: str, actor: Actor, now_ms: int) -> Performed:
    """Do a note, reply or call once more with another text; one that waits is taken back first."""

    def changed(command: Command) -> Command:
        if not isinstance(command, AddMessage):
            raise Refused("invalid", "This change has no text of its own.")
        return msgspec.structs.replace(command, html=html)

    return _again(store, mid, actor, now_ms, changed)


def replace(store: Store, mid: int, command: Command, actor: Actor, now_ms: int) -> Performed:
    """Send another command in place of one that is queued, under its number."""
    with store.transaction():
        refold(store, release(store, [mid]))
        writer = LocalWriter(store, actor, now_ms)
        command, inverse = writer.do(command)
        undoes = encode(inverse).decode() if inverse else None
        store.sql(
            "UPDATE outbox SET kind = ?, payload = ?, inverse = ?, at_ms = ? WHERE mid = ?",
            (command.kind, encode(command).decode(), undoes, now_ms, mid),
        )
        writer.note_effects(mid)
    return Performed(mid, command, inverse, tuple(writer.touched))


def text_of(store: Store, mid: int) -> str | None:
    """The HTML that a change carries, or None."""
    command = _command(store, mid)
    return command.html if isinstance(command, AddMessage) else None


def _command(store: Store, mid: int) -> Command | None:
    """What is to be sent; None when there is nothing, or a newer program wrote it."""
    found = store.sql("SELECT payload FROM outbox WHERE mid = ?", (mid,))
    try:
        return decode(found[0][0]) if found else None
    except Refused:
        return None


def _again(
    store: Store, mid: int, actor: Actor, now_ms: int, changed: Callable[[Command], Command]
) -> Performed:
    with store.transaction():
        state = _state(store, mid)
        if state not in (*ENDED, "queued"):
            raise Refused("invalid", "This change is being sent just now.")
        payload = store.sql("SELECT payload FROM outbox WHERE mid = ?", (mid,))[0][0]
        command = changed(decode(payload))
        send_nothing(store, [mid])
        return perform(store, command, actor, now_ms)


def _state(store: Store, mid: int) -> str:
    found = store.sql("SELECT state FROM outbox WHERE mid = ?", (mid,))
    if not found or found[0][0] in ("settled", "withdrawn"):
        raise Refused("gone", "This change is not waiting any more.")
    return str(found[0][0])
