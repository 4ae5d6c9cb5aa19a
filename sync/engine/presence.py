"""A thread that tells the server which ticket is open here, and hears who else has it open.

Nothing of it is kept: what can't be told now is told again in ten seconds, or never.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from sync.engine.listener import Heard
from sync.engine.wire import Server
from sync.protocol import errors
from sync.protocol.live import RENEW_S, PresenceRequest, PresenceState

log = logging.getLogger("deskside.engine")


class Relay(threading.Thread):
    """``heard`` gets what the server answers: everybody who has the ticket open."""

    def __init__(
        self, server: Server, heard: Callable[[Heard], None], renew_s: float = RENEW_S
    ) -> None:
        super().__init__(name="presence", daemon=True)
        self._server = server.for_thread()
        self._heard, self._renew_s = heard, renew_s
        self._changed = threading.Condition()
        self._open: dict[str, PresenceState] = {}
        self._untold: set[str] = set()
        self._ended = False

    def say(self, ticket: str, state: PresenceState) -> None:
        """From any thread; of several states of one ticket only the last is told."""
        with self._changed:
            self._open[ticket] = state
            self._untold.add(ticket)
            self._changed.notify()

    def end(self) -> None:
        """Whatever is open is left; the thread ends after saying so, or when it can't."""
        with self._changed:
            self._open = dict.fromkeys(self._open, "gone")
            self._untold |= self._open.keys()
            self._ended = True
            self._changed.notify()

    def run(self) -> None:
        while not self._ended or self._untold:
            for ticket, state in self._next().items():
                self._tell(ticket, state)

    def _next(self) -> dict[str, PresenceState]:
        """What is to be told now: what changed, or after a while all of it again."""
        with self._changed:
            waits_s = self._renew_s if self._open else None
            self._changed.wait_for(lambda: self._untold or self._ended, waits_s)
            told = {each: self._open[each] for each in self._untold or self._open}
            self._untold.clear()
            self._open = {each: state for each, state in self._open.items() if state != "gone"}
            return told

    def _tell(self, ticket: str, state: PresenceState) -> None:
        try:
            present = self._server.presence(PresenceRequest(ticket, state))
        except errors.SyncError as error:
            log.info("the server did not hear who looks at a ticket: %s", error)
        else:
            if state != "gone":
                self._heard(Heard(self, present))
