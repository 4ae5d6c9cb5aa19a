"""Live push: the open streams of this process, and the one look at the store for all of them.

A commit of this process wakes it at once, one of another process by a notice; a poll finds what
both missed. Each look reads what was committed since the last one (``news``) and hands every
reader the parts of the scopes that it holds at that very moment.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

import msgspec

from models.clock import wall_ms
from models.database import Store
from sync.protocol import live as wire
from sync.server import sessions
from sync.server.marks import Mark, newest_mark
from sync.server.news import News, read_news
from sync.server.notices import Notice, Notices, Sighting
from sync.server.online import LEFT_S, QUIET_S, Online
from sync.server.presence import Presence
from sync.server.protest import Protest
from sync.server.reader import BYE, Reader
from sync.server.rights import may_see_ticket
from sync.server.roster import Roster

log = logging.getLogger("deskside.live")
T = TypeVar("T")
STEP_S = 0.02


@dataclass(frozen=True, slots=True)
class Limits:
    """How many streams one process holds open, and how often it does things by itself."""

    streams: int = 2_000
    device_streams: int = 4
    """Of one device: it needs one, but where its old line is half dead it opens another."""
    beat_s: float = 25.0
    poll_s: float = 1.0
    blind_poll_s: float = 0.2
    """Where LISTEN is not to be had."""
    sessions_s: float = 5.0
    quiet_s: float = QUIET_S
    left_s: float = LEFT_S
    gather_s: float = 0.5
    """What happens within it to who is at work goes together."""


class Work(Protocol):
    """Runs a piece of database work in its thread."""

    def __call__(self, act: Callable[[], T]) -> Awaitable[T]: ...


class Live:
    """Belongs to one event loop. ``news`` tells this process what others have committed."""

    def __init__(
        self, store: Store, work: Work, news: Callable[[], None], limits: Limits | None = None
    ) -> None:
        self.limits = limits or Limits()
        self.presence = Presence()
        self._store, self._work, self._news = store, work, news
        self._notices = Notices(store, work, self._on_notice)
        self._readers: set[Reader] = set()
        online = Online(self.limits.quiet_s, self.limits.left_s)
        self.roster = Roster(online, self._readers, self._notices, self.limits.gather_s)
        self._seen: Mark | None = None
        self._looking = asyncio.Lock()
        self._wake, self._ended_somewhere = asyncio.Event(), asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._draining = False

    async def start(self) -> None:
        self._notices.start()
        loop = asyncio.get_running_loop()
        self._tasks = [
            loop.create_task(act()) for act in (self._follow, self._keep, self.roster.run)
        ]

    async def stop(self) -> None:
        self._notices.stop()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def drain(self) -> None:
        """This process is about to end: everybody is sent elsewhere."""
        self._draining = True
        for reader in self._readers:
            reader.put(BYE)
            reader.end()

    # what others tell it

    def committed(self) -> None:
        """This process has just written."""
        self._wake.set()
        self._notices.say(news=True)

    def sessions_ended(self) -> None:
        """Somebody signed out or changed a password here."""
        self._notices.say(sessions=True)
        self._ended_somewhere.set()

    def heard(self, authorization: str, who: sessions.Caller) -> None:
        """Somebody who is signed in asked for something."""
        self.roster.heard(sessions.session_of(authorization), who.rights.actor.id)

    async def open(self, authorization: str) -> Reader:
        """A stream for this caller. Raises Protest: 503 when there are too many of them.

        None that is open is ended for it: those who come again and again would end each other's.
        """
        async with self._looking:
            if self._draining or len(self._readers) >= self.limits.streams:
                raise Protest(503, "busy", "Too many live streams; use the long poll.")
            mark, who = await self._work(lambda: self._admit(authorization))
            same = sum(reader.client_id == who.client_id for reader in self._readers)
            if same >= self.limits.device_streams:
                raise Protest(503, "busy", "Too many live streams of this device.")
            if not self._readers or self._seen is None:
                self._seen = mark
                self._wake.set()  # from now on it polls
            rights = who.rights
            session = sessions.session_of(authorization)
            reader = Reader(
                rights.actor.id, session, rights.scopes, self.limits.beat_s, who.client_id
            )
            self._readers.add(reader)
            self.roster.opened(reader)
        return reader

    def _admit(self, authorization: str) -> tuple[Mark, sessions.Caller]:
        """The mark is read first: rights that change after it are seen by the next look."""
        return newest_mark(self._store), sessions.caller(self._store, authorization, wall_ms())

    def leave(self, reader: Reader) -> None:
        self._readers.discard(reader)
        self.roster.closed(reader)

    async def sighted(self, authorization: str, told: wire.PresenceRequest) -> wire.Present:
        """Somebody opened a ticket, types or left. Raises Protest when it is not theirs to see."""
        seen = await self._work(lambda: self._sighting(authorization, told))
        self._notices.say(seen=[seen])
        self._note(seen)
        return wire.Present(seen.ticket, self.presence.people(seen.ticket))

    def _sighting(self, authorization: str, told: wire.PresenceRequest) -> Sighting:
        who = sessions.caller(self._store, authorization, wall_ms())
        place = may_see_ticket(self._store, who.rights, told.ticket)
        if place is None:
            raise Protest(404, "not_found", "There is no such ticket.")
        actor = who.rights.actor
        return Sighting(told.ticket, *place, actor.id, actor.name, who.client_id, told.state)

    def _on_notice(self, notice: Notice) -> None:
        if notice.news:
            self._wake.set()
            self._news()
        for seen in notice.seen:
            self._note(seen)
        self.roster.noticed(notice)
        if notice.sessions:
            self._ended_somewhere.set()

    # following the store

    async def _follow(self) -> None:
        while True:
            waits_s = self.limits.poll_s if self._notices.works else self.limits.blind_poll_s
            asleep = not (self._readers or self.presence)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), None if asleep else waits_s)
            self._wake.clear()
            try:
                await self._look()
            except Exception:  # the store is away for a moment; the next look reads the same
                log.exception("can't see what was committed")
            self._tell_presence(self.presence.expire())
            await asyncio.sleep(STEP_S)

    async def _look(self) -> None:
        async with self._looking:
            if not self._readers or self._seen is None:
                return
            seen = self._seen
            scopes = frozenset().union(*(reader.scopes for reader in self._readers))
            agents = {reader.agent_id for reader in self._readers}
            news = await self._work(lambda: read_news(self._store, seen, scopes, agents))
            if news is not None:
                self._seen = news.head
                self._spread(news)

    def _spread(self, news: News) -> None:
        if news.torn:
            log.error("the store was put back to an older state: every stream ends")
            self._cut(self._readers)
            return
        if news.scopes is not None:
            self._regrant(news.scopes)
        frames: dict[frozenset[str], bytes] = {}
        moved = frozenset(news.parts)
        for reader in self._readers:
            if news.flood:
                reader.only_pull()
            elif mine := reader.scopes & moved:
                if mine not in frames:
                    frames[mine] = head_frame(news.parts[scope] for scope in sorted(mine))
                reader.put(frames[mine])

    def _regrant(self, scopes: dict[str, frozenset[str]]) -> None:
        """Rights come before rows: what waits of a scope that was taken away is not sent."""
        for reader in list(self._readers):
            now = scopes.get(reader.agent_id)
            if now is None:
                self._cut([reader])
            elif now != reader.scopes:
                reader.scopes = now
                reader.only_pull()

    async def _keep(self) -> None:
        """Sessions also end where nobody tells this process."""
        while True:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._ended_somewhere.wait(), self.limits.sessions_s)
            self._ended_somewhere.clear()
            try:
                await self._check_sessions()
            except Exception:  # the store is away for a moment
                log.exception("can't read the sessions")

    async def _check_sessions(self) -> None:
        known = {reader.session for reader in self._readers} | self.roster.online.sessions()
        if known:
            ended = known - await self._work(lambda: sessions.alive(self._store, known))
            self._cut([each for each in self._readers if each.session in ended])
            self.roster.ended(ended)

    def _cut(self, readers: Iterable[Reader]) -> None:
        cut = list(readers)
        for reader in cut:
            reader.cut()
            self._readers.discard(reader)
        self.roster.ended({reader.session for reader in cut})

    # presence

    def _note(self, seen: Sighting) -> None:
        if not self.presence:
            self._wake.set()  # from now on it looks who fell silent
        if self.presence.note(seen):
            self._tell_presence([seen.ticket])

    def _tell_presence(self, tickets: Iterable[str]) -> None:
        for ticket in tickets:
            people = self.presence.people(ticket)
            there = {person.agent_id for person in people}
            data = wire.frame("presence", msgspec.json.encode(wire.Present(ticket, people)))
            for reader in (each for each in self._readers if each.agent_id in there):
                if self.presence.may_hear(ticket, reader.agent_id, reader.scopes):
                    reader.put(data)


def head_frame(parts: Iterable[bytes]) -> bytes:
    """The parts of one reader's scopes as one event."""
    return wire.frame("head", b'{"scopes":[%s]}' % b",".join(parts))


class StreamAnswer:
    """A reader's stream as an ASGI application; it ends with the connection."""

    def __init__(self, live: Live, reader: Reader) -> None:
        self._live, self._reader = live, reader

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        watching = asyncio.get_running_loop().create_task(self._until_gone(receive))
        headers = [(b"content-type", b"text/event-stream"), (b"cache-control", b"no-store")]
        headers.append((b"x-accel-buffering", b"no"))  # nginx keeps answers back otherwise
        try:
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            async for part in self._reader.parts():
                await send({"type": "http.response.body", "body": part, "more_body": True})
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            self._live.leave(self._reader)
            watching.cancel()

    async def _until_gone(self, receive: Any) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        self._reader.end()
