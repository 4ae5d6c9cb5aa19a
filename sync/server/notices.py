"""What the processes of one PostgreSQL store tell each other, over LISTEN and NOTIFY.

Only a hint, sent after the commit and in a transaction of its own: NOTIFY inside a transaction
that writes makes all writers wait for each other. Whatever is lost here is found by the poll.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import threading
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

import msgspec

from models.database import Store

log = logging.getLogger("deskside.live")
T = TypeVar("T")
CHANNEL = "deskside_live"
NOTIFY = "SELECT set_config('synchronous_commit', 'off', true), pg_notify(?, ?)"
"""A hint need not wait for the disk."""
STEP_S = 0.02
RETRY_S = 2.0
PAYLOAD_BYTES = 7_500  # PostgreSQL takes less than 8,000


class Sighting(msgspec.Struct, frozen=True):
    """Somebody has a ticket open on one device. ``shared``: sees it by a share alone."""

    ticket: str
    scope: str
    shared: bool
    agent_id: str
    name: str
    client: str
    state: str


class Sign(msgspec.Struct, frozen=True, array_like=True):
    """Somebody is at work on a process, or no more."""

    agent_id: str
    here: bool


class Notice(msgspec.Struct, frozen=True, omit_defaults=True):
    """``news``: something was committed; ``sessions``: some have ended; ``hello``: who is there?"""

    by: str
    news: bool = False
    sessions: bool = False
    seen: tuple[Sighting, ...] = ()
    signs: tuple[Sign, ...] = ()
    hello: bool = False


class Notices:
    """One process's side of it. ``heard`` is called on the event loop; SQLite has no others."""

    def __init__(
        self,
        store: Store,
        work: Callable[[Callable[[], Any]], Awaitable[Any]],
        heard: Callable[[Notice], None],
    ) -> None:
        self.works = store.is_sqlite
        """An own notice came back; false behind a pooler that swallows LISTEN."""
        self._store, self._work, self._heard = store, work, heard
        self._id = secrets.token_hex(8)
        self._news = self._sessions = self._hello = False
        self._seen: list[Sighting] = []
        self._signs: list[Sign] = []
        self._sending: asyncio.Task[None] | None = None
        self._stopped = threading.Event()

    def start(self) -> None:
        """On the event loop."""
        if not self._store.is_sqlite:
            loop = asyncio.get_running_loop()
            threading.Thread(target=self._listen, args=(loop,), name="listen", daemon=True).start()

    def stop(self) -> None:
        self._stopped.set()

    def say(
        self,
        *,
        news: bool = False,
        sessions: bool = False,
        hello: bool = False,
        seen: Sequence[Sighting] = (),
        signs: Sequence[Sign] = (),
    ) -> None:
        """Tell the others; what is said within 20 ms goes together."""
        if self._store.is_sqlite:
            return
        self._news |= news
        self._sessions |= sessions
        self._hello |= hello
        self._seen += seen
        self._signs += signs
        if self._sending is None:
            self._sending = asyncio.get_running_loop().create_task(self._send())

    async def _send(self) -> None:
        try:
            while True:
                payload = self._next()
                await self._work(
                    lambda text=payload: self._store.sql(  # type: ignore[misc]
                        NOTIFY, (CHANNEL, text)
                    )
                )
                await asyncio.sleep(STEP_S)
                if not self._waits():
                    return
        except Exception as error:  # only a hint: the poll of the others finds what it was about
            log.warning("the other processes were not told: %s", error)
        finally:
            self._sending = None

    def _waits(self) -> bool:
        flags = self._news or self._sessions or self._hello
        return bool(flags or self._seen or self._signs)

    def _next(self) -> str:
        """As much of what waits as fits."""
        notice = Notice(self._id, self._news, self._sessions, hello=self._hello)
        self._news = self._sessions = self._hello = False
        room = PAYLOAD_BYTES - len(msgspec.json.encode(notice)) - len(b',"seen":[],"signs":[]')
        seen, room = _taken(self._seen, room, at_least=1)
        signs, _ = _taken(self._signs, room)
        whole = msgspec.structs.replace(notice, seen=tuple(seen), signs=tuple(signs))
        return msgspec.json.encode(whole).decode()

    def _listen(self, loop: asyncio.AbstractEventLoop) -> None:
        """In a thread of its own: asyncio on Windows can't wait for libpq's socket."""
        import psycopg  # the extra; SQLite does without

        while not self._stopped.is_set():
            try:
                self._follow(psycopg.connect(**self._where(), autocommit=True), loop)
            except psycopg.Error as error:
                log.warning("not listening to the other processes: %s", error)
            self.works = False
            self._stopped.wait(RETRY_S)

    def _where(self) -> dict[str, Any]:
        database: Any = self._store.db
        return {"dbname": database.database, **database.connect_params}

    def _follow(self, connection: Any, loop: asyncio.AbstractEventLoop) -> None:
        with connection:
            connection.execute(f"LISTEN {CHANNEL}")
            _on(loop, self._greet)
            while not self._stopped.is_set():
                for notify in connection.notifies(timeout=1.0):
                    _on(loop, self._take, notify.payload)

    def _greet(self) -> None:
        """It comes back to ourselves; the others say who is with them."""
        self.say(hello=True)

    def _take(self, payload: str) -> None:
        try:
            notice = msgspec.json.decode(payload, type=Notice)
        except msgspec.MsgspecError:
            log.warning("a notice that is none of ours: %r", payload[:200])
            return
        if notice.by == self._id:
            self.works = True
        else:
            self._heard(notice)


def _taken(waiting: list[T], room: int, at_least: int = 0) -> tuple[list[T], int]:
    """The first of these that fit, taken out, and how much room is left."""
    taken: list[T] = []
    while waiting:
        size = len(msgspec.json.encode(waiting[0])) + 1
        if size > room and len(taken) >= at_least:
            break
        room -= size
        taken.append(waiting.pop(0))
    return taken, room


def _on(loop: asyncio.AbstractEventLoop, call: Callable[..., None], *given: object) -> None:
    """Call it on the event loop, unless that has ended."""
    try:
        loop.call_soon_threadsafe(call, *given)
    except RuntimeError:
        log.debug("the event loop has ended")
