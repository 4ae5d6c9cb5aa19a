"""A thread that hears at once what the server has to say: by the live stream, else by long polls.

It writes nothing. What it hears goes to the engine's loop, which applies or pulls.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from models import profile
from models.database import Store
from models.errors import DeskError
from sync.engine.cycle import cursors
from sync.engine.retry import Backoff
from sync.engine.stream import Stream
from sync.engine.wire import Server
from sync.protocol import errors, schema
from sync.protocol.live import Bye, Event, Online

log = logging.getLogger("deskside.engine")
LISTEN_S = 25


@dataclass(frozen=True, slots=True)
class Lost:
    """Nobody tells any more who is online."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What ``source`` heard; None: pull, there may be news or trouble."""

    source: object
    event: Event | Lost | None = None


class Listener(threading.Thread):
    """``how`` says how news comes: stream, long_poll, or empty before that is known.

    ``news`` hears every event. After trouble it rests until ``resume`` says that the loop has
    pulled: the loop finds out what is wrong, and how long to wait while the server is away."""

    def __init__(
        self,
        server: Server,
        store: Store,
        news: Callable[[Heard], None],
        open_stream: Callable[[Server], Stream] = Stream,
    ) -> None:
        super().__init__(name="listener", daemon=True)
        self._server = server.for_thread()
        self._store = store
        self._news = news
        self._open_stream = open_stream
        self._stream: Stream | None = None
        self._backoff = Backoff()
        self._may_ask = threading.Event()
        self._hurried = threading.Event()
        self._ended = False
        self._knows_online = False
        self._may_ask_online = True
        self.how = ""

    def resume(self) -> None:
        self._may_ask.set()

    def hurry(self) -> None:
        """The network changed: the line may be dead without anybody having noticed."""
        self._hurried.set()
        stream = self._stream
        if stream is not None:
            stream.cut()

    def end(self) -> None:
        """The thread ends soon; what it still hears is ignored."""
        self._ended = True
        self._may_ask.set()
        self.hurry()

    def run(self) -> None:
        self._may_ask.wait()
        while not self._ended:
            self._hurried.clear()
            streamed = self._follow()
            if streamed:
                self._backoff.worked()
            self._pull_and_rest()
            self._pause(self._backoff.failed(), polls=not streamed)

    def _follow(self) -> bool:
        """Hear the stream to its end; False when not one event came."""
        heard = False
        try:
            self._stream = self._open_stream(self._server)
            for event in self._stream.events():
                if self._ended or isinstance(event, Bye):
                    break
                heard, self.how = True, "stream"
                self._knows_online |= isinstance(event, Online)
                self._news(Heard(self, event))
        except errors.SyncError as error:
            log.info("the live stream ended: %s", error)
        self._stream, self.how = None, ""
        if heard:
            self._lose_online()
        return heard

    def _pull_and_rest(self) -> None:
        self._may_ask.clear()
        if not self._ended:
            self._news(Heard(self))
            self._may_ask.wait()

    def _pause(self, seconds: float, *, polls: bool) -> None:
        """Until the stream is tried again; where there is none, by long polls."""
        until_s = time.monotonic() + seconds
        while not self._ended and (left_s := until_s - time.monotonic()) > 0:
            if not polls:
                self._hurried.wait(left_s)
                return
            self.how = "long_poll"
            self._ask_online()
            if self._has_news(min(LISTEN_S, int(left_s) + 1)):
                self._pull_and_rest()

    def _ask_online(self) -> None:
        """What a stream would tell. A server that is too old for it is not asked again."""
        try:
            online = self._server.online() if self._may_ask_online else None
        except errors.NotThere:
            self._may_ask_online = False
        except errors.SyncError as error:
            log.info("not told who is online: %s", error)
            self._lose_online()
        else:
            if online is not None and online.whole:
                self._knows_online = True
                self._news(Heard(self, online))

    def _lose_online(self) -> None:
        if self._knows_online:
            self._knows_online = False
            self._news(Heard(self, Lost()))

    def _has_news(self, wait_s: int) -> bool:
        """A failed poll counts as news."""
        try:
            client = schema.ClientInfo(profile.get(self._store, "client_id") or "")
            held = cursors(self._store)
            answer = self._server.pull(schema.PullRequest(client, held, limit=1, wait=wait_s))
        except (errors.SyncError, DeskError) as error:
            log.info("the long poll ended: %s", error)
            return True
        changed = any(state.gone or state.expired for state in answer.scopes.values())
        return bool(answer.changes) or changed or answer.scopes.keys() != held.keys()
