"""Tells the streams of one process who is at work, and the other processes whom it has.

Agents are rows of the directory, which everybody holds whole: so everybody hears of everybody.
What changes within a moment goes together, and the more streams there are, the longer the moment:
a process sends about a hundred of these events a second, however many people come and go.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Collection

import msgspec

from sync.protocol import live as wire
from sync.server.notices import Notice, Notices, Sign
from sync.server.online import Online
from sync.server.reader import Reader

LOOK_S = 5.0
RENEW_S = 30.0
"""How often a process says whom it has: three times before the others forget it."""
EVENTS_PER_S = 100


class Roster:
    """Belongs to one event loop. What was told is what ``whole`` gives, and deltas follow it."""

    def __init__(
        self, online: Online, readers: Collection[Reader], notices: Notices, gather_s: float
    ) -> None:
        self.online = online
        self._readers, self._notices, self._gather_s = readers, notices, gather_s
        self._changed = asyncio.Event()
        self._announced: set[str] = set()
        self._renew_at_s = 0.0
        self._told: set[str] = set()
        self._more = 0
        self._whole_frame = b""

    def heard(self, session: str, agent_id: str) -> None:
        """Somebody asked for something."""
        if self.online.heard(session, agent_id):
            self._changed.set()

    def opened(self, reader: Reader) -> None:
        """A stream begins with everybody."""
        self.online.opened(reader.session, reader.agent_id)
        self._welcome(reader)
        self._changed.set()

    def closed(self, reader: Reader) -> None:
        self.online.closed(reader.session)

    def ended(self, sessions: Collection[str]) -> None:
        """Signed out or revoked."""
        if sessions:
            self.online.ended(sessions)
            self._changed.set()

    def noticed(self, notice: Notice) -> None:
        """What another process says."""
        if notice.hello:
            self._renew_at_s = 0.0
        self.online.told(notice.by, notice.signs)
        if notice.hello or notice.signs:
            self._changed.set()

    def whole(self) -> wire.Online:
        """Everybody, as far as it was told."""
        return wire.Online(sorted(self._told), whole=True, more=self._more)

    async def run(self) -> None:
        while True:
            with contextlib.suppress(TimeoutError):
                waits_s = LOOK_S if self.online or self._told else None
                await asyncio.wait_for(self._changed.wait(), waits_s)
            self._changed.clear()
            self.online.expire()
            self._announce()
            await asyncio.sleep(max(self._gather_s, len(self._readers) / EVENTS_PER_S))
            self._tell()

    def _announce(self) -> None:
        """To the other processes: who came and left here, and now and then everybody."""
        own, now_s = self.online.own(), time.monotonic()
        signs = [Sign(id, False) for id in sorted(self._announced - own)]
        if now_s >= self._renew_at_s:
            self._announced, self._renew_at_s = set(), now_s + RENEW_S
        signs += [Sign(id, True) for id in sorted(own - self._announced)]
        self._announced = own
        if signs:
            self._notices.say(signs=signs)

    def _tell(self) -> None:
        delta = self._delta()
        for reader in self._readers:
            if not reader.knows_online:
                self._welcome(reader)
            elif delta:
                reader.put(delta)

    def _delta(self) -> bytes:
        """What changed since it was told, as an event; empty for nothing."""
        now = self.online.everybody()
        left = self._told - now
        kept = self._told - left
        came = sorted(now - kept)[: wire.MOST_ONLINE - len(kept)]
        more = len(now) - len(kept) - len(came)
        if not (came or left) and more == self._more:
            return b""
        self._told, self._more, self._whole_frame = kept.union(came), more, b""
        return _frame(wire.Online(came, sorted(left), more=more))

    def _welcome(self, reader: Reader) -> None:
        self._whole_frame = self._whole_frame or _frame(self.whole())
        reader.knows_online = True
        reader.put(self._whole_frame)


def _frame(online: wire.Online) -> bytes:
    return wire.frame("online", msgspec.json.encode(online))
