"""The live stream (``GET /v1/live``, server-sent events) and who looks at which ticket.

Events: ``head`` names scopes that moved, with their changes where these are few; ``presence`` says
who has a ticket open, ``online`` who is at work; ``bye``: this process ends, come again. Lines
that begin with a colon only show that the line is alive. See html.spec.whatwg.org, 9.2, for the
form.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from sync.protocol.schema import Line, ShortText

MOST_LINES = 20
MOST_BYTES = 32 << 10
BUFFER_LIMIT_BYTES = 4 << 20
RENEW_S = 10.0
"""How often an engine says again that a ticket is open."""
PRESENCE_S = 30.0
"""After this silence somebody has left."""

MOST_ONLINE = 1_000
"""So many people are named; of others only the number is told."""

PresenceState = Literal["viewing", "typing", "gone"]


class Delta(msgspec.Struct, frozen=True, omit_defaults=True):
    """One scope: with ``prev`` its changes up to ``cur``, without it only that it moved."""

    scope: str
    cur: str
    prev: str | None = None
    changes: list[Line] = []


class Head(msgspec.Struct, frozen=True):
    """What moved, applied as a whole or not at all. No scopes: pull, to see what is missing."""

    scopes: list[Delta]


class PresenceRequest(msgspec.Struct, frozen=True):
    """``POST /v1/presence``; answered by ``Present``."""

    ticket: ShortText
    state: PresenceState


class Person(msgspec.Struct, frozen=True):
    """Somebody who has a ticket open; ``state`` is viewing or typing."""

    agent_id: str
    name: str
    state: str


class Present(msgspec.Struct, frozen=True):
    """Everybody who has the ticket open, oneself as well."""

    ticket: str
    people: list[Person]


class Online(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who is at work, by the ids of agents, oneself as well.

    ``whole``: exactly those ``here``. Else who came and who ``left`` since the event before. So
    many ``more`` are at work and not named.
    """

    here: list[str] = []
    left: list[str] = []
    whole: bool = False
    more: int = 0


class Bye(msgspec.Struct, frozen=True):
    """The server process ends."""


Event = Head | Present | Online | Bye


def frame(event: str, data: bytes) -> bytes:
    """One event as it goes over the wire; ``data`` holds no line end."""
    return b"event: %s\ndata: %s\n\n" % (event.encode(), data)


class Parser:
    """Turns bytes into events. Raises msgspec.MsgspecError for what is none of ours."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, part: bytes) -> list[Event]:
        """The events that are complete now; those of a newer server are passed over."""
        *blocks, self._rest = (self._rest + part).split(b"\n\n")
        if len(self._rest) > BUFFER_LIMIT_BYTES:
            raise msgspec.ValidationError("An event without an end.")
        events = (_event(block) for block in blocks)
        return [event for event in events if event is not None]


def _event(block: bytes) -> Event | None:
    fields = dict(line.split(b": ", 1) for line in block.split(b"\n") if b": " in line[1:])
    kind: type[Event] | None = KINDS.get(fields.get(b"event", b""))
    return msgspec.json.decode(fields.get(b"data", b"{}"), type=kind) if kind else None


KINDS: dict[bytes, type[Event]] = {
    b"head": Head,
    b"presence": Present,
    b"online": Online,
    b"bye": Bye,
}
