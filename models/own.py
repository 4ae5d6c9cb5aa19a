"""What a person keeps about a ticket for themselves: the commands that change it.

All of it lives in the scope of its person (``u:<agent>``), so nobody else ever receives it, and the
history of the ticket says nothing of it. One row for each ticket, the same on all devices.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from models.commands import Command, Delete, Put
from models.database import Store
from models.ids import stable_id
from models.own_order import moved
from models.rows import Actor, Clock

OWN = "own"
"""What ``Reminder.what`` says of one that was asked for by "remind me"."""


class Marks(NamedTuple):
    """What its person alone sees of a ticket; ``remind_at_ms`` None: no reminder of their own."""

    pinned: bool = False
    colour: str = ""
    remind_at_ms: int | None = None
    words: str = ""

    @property
    def any(self) -> bool:
        return self.pinned or bool(self.colour) or self.remind_at_ms is not None


def row_id(entity: str, me: Actor, ticket_id: str) -> str:
    return stable_id(f"{entity}:{me.id}:{ticket_id}")


def pin(me: Actor, ticket_id: str, on: bool) -> Command:
    return _kept("pin", me, ticket_id, {} if on else None)


def give_colour(me: Actor, ticket_id: str, colour: str) -> Command:
    """With this colour, or "" none any more."""
    return _kept("highlight", me, ticket_id, {"colour": colour} if colour else None)


def remind(me: Actor, ticket_id: str, at_ms: int, words: str = "") -> Command:
    """At this moment, in place of the one that was set before."""
    return _kept("reminder", me, ticket_id, {"at_ms": at_ms, "words": words, "what": OWN})


def reminded(me: Actor, ticket_id: str) -> Command:
    """The reminder is dealt with."""
    return _kept("reminder", me, ticket_id, None)


def move(me: Actor, order: Sequence[tuple[str, str]], ticket_id: str, to: int) -> list[Command]:
    """One step that brings a ticket to a place in its person's own order.

    ``order`` are (id, key) of a list in that order; see ``own_order``.
    """
    return [
        _kept("own_place", me, each, {"rank": rank})
        for each, rank in moved(order, ticket_id, to).items()
    ]


def marks(store: Store, me: Actor, ticket_id: str) -> Marks:
    """What its person alone sees of this ticket."""
    own = (f"u:{me.id}", ticket_id)
    found = store.sql(
        "SELECT EXISTS (SELECT 1 FROM pin WHERE deleted = 0 AND scope = ? AND ticket_id = ?), "
        "(SELECT MIN(colour) FROM highlight WHERE deleted = 0 AND scope = ? AND ticket_id = ?)",
        own * 2,
    )[0]
    due = store.sql(
        "SELECT at_ms, words FROM reminder WHERE deleted = 0 AND scope = ? AND ticket_id = ? "
        f"AND what = '{OWN}' ORDER BY at_ms, id LIMIT 1",
        own,
    )
    at_ms, words = due[0] if due else (None, "")
    return Marks(bool(found[0]), found[1] or "", at_ms, words)


def next_moment(store: Store, me: Actor, clock: Clock) -> int | None:
    """When the next reminder is due, or the next ticket of theirs wakes."""
    found = store.sql(
        "SELECT MIN(at_ms) FROM (SELECT MIN(at_ms) AS at_ms FROM reminder "
        "WHERE deleted = 0 AND scope = ? AND at_ms > ? UNION ALL "
        "SELECT MIN(wake_at_ms) FROM ticket "
        "WHERE deleted = 0 AND status = 'postponed' AND wake_at_ms > ?) AS coming",
        (f"u:{me.id}", clock.now_ms, clock.now_ms),
    )
    return None if found[0][0] is None else int(found[0][0])


def _kept(entity: str, me: Actor, ticket_id: str, fields: Mapping[str, object] | None) -> Command:
    """Kept with these fields, or None: not any more."""
    id = row_id(entity, me, ticket_id)
    if fields is None:
        return Delete(entity=entity, id=id)
    return Put(entity=entity, id=id, set={"ticket_id": ticket_id, **fields})
