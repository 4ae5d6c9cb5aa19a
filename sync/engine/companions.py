"""What runs beside the engine's rounds while somebody is signed in: a thread each for the server's
live stream, for files, and for who looks at which ticket.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from models.database import Store
from models.errors import DeskError
from models.profile import Profile
from sync.engine import transfers
from sync.engine.colleagues import Colleagues
from sync.engine.courier import Courier
from sync.engine.listener import Heard, Listener
from sync.engine.presence import Relay
from sync.engine.wire import Server
from sync.protocol import link

LEAVE_S = 1.0


@dataclass
class Companions:
    """Belongs to the engine's thread. ``overhear`` and ``knock`` are called on theirs."""

    profile: Profile
    store: Store
    tell: Callable[[link.Line], None]
    overhear: Callable[[Heard], None]
    knock: Callable[[], None]
    trusts_stream: bool = False
    """Whether changes from the stream follow what was pulled."""
    _looks_at: link.Presence | None = None
    _listener: Listener | None = None
    _courier: Courier | None = None
    _relay: Relay | None = None

    def __post_init__(self) -> None:
        self.colleagues = Colleagues(self.tell)

    @property
    def how(self) -> str:
        """How the server's news come, in the words of the listener."""
        return self._listener.how if self._listener else ""

    def use(self, server: Server | None) -> Relay | None:
        """End those of the session before; the one that still says goodbye."""
        before = self._relay
        self.stop_listening()
        for each in (self._courier, self._relay):
            if each is not None:
                each.end()
        self._courier = self._relay = None
        if server is not None:
            self._courier = Courier(self.profile, self.store, server, self.tell, self.knock)
            self._courier.start()
        return before

    def leave(self) -> None:
        """End them all, and let others know that nobody looks from here any more."""
        relay = self.use(None)
        if relay is not None:
            relay.join(LEAVE_S)

    def stop_listening(self) -> None:
        if self._listener is not None:
            self._listener.end()
        self._listener, self.trusts_stream = None, False
        self.colleagues.forget()

    def synced(self, server: Server) -> None:
        """After a round that went well: the stream may be followed, files may move."""
        self.trusts_stream = True
        if self._listener is None:
            self._listener = Listener(server, self.store, self.overhear)
            self._listener.start()
        self._listener.resume()
        self.wake()
        if self._relay is None:
            self._relay = Relay(server, self.overhear)
            self._relay.start()
            if self._looks_at is not None:
                self.look_at(self._looks_at)

    def hurry(self) -> None:
        """The network changed: don't wait for what was waited for."""
        if self._listener is not None:
            self._listener.hurry()

    def said(self, heard: Heard) -> bool:
        """Whether it comes from this session, and not from one that has ended."""
        return heard.source in (self._listener, self._relay)

    def wake(self) -> None:
        """There may be files to move."""
        if self._courier is not None:
            self._courier.wake()

    @contextmanager
    def text_first(self) -> Iterator[None]:
        """Files rest meanwhile."""
        courier = self._courier
        if courier is None:
            yield
            return
        courier.rest()
        try:
            yield
        finally:
            courier.go_on()

    def fetch(self, sha256: str) -> None:
        """It comes when its turn is; without a session there is nobody to ask."""
        if self._courier is None:
            return
        try:
            transfers.wanted_now(self.store, sha256)
        except DeskError as error:
            self.tell(link.Failed(code="file", sentence=str(error)))
        else:
            self._courier.wake(now=True)

    def pause(self, sha256: str, paused: bool) -> None:
        """A file rests until its person says otherwise."""
        try:
            changed = transfers.set_paused(self.store, sha256, paused)
        except DeskError as error:
            self.tell(link.Failed(code="file", sentence=str(error)))
            return
        for direction in changed:
            state = "paused" if paused else "waiting"
            self.tell(link.FileProgress(sha256=sha256, direction=direction, state=state))
        if self._courier is not None and not paused:
            self._courier.wake(now=True)

    def look_at(self, message: link.Presence) -> None:
        """Somebody opens, types in, or leaves a ticket here."""
        self._looks_at = None if message.state == "gone" else message
        if self._relay is not None:
            self._relay.say(message.ticket, message.state)

    def see_nobody(self) -> None:
        """While offline nobody knows who else is online, or has the ticket open."""
        if self.how != "stream":  # else it is heard when that ends, or goes on
            self.colleagues.forget()
        if self._looks_at is not None:
            self.tell(link.Present(ticket=self._looks_at.ticket))
