"""Who is at work: whose sessions were heard lately, here and by the other processes.

Only in memory, like who has a ticket open: see ``presence``. ``roster`` tells it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sync.server.notices import Sign

QUIET_S = 90.0
"""After this silence somebody is gone, whatever a stream seems to be: an engine asks each minute,
and a line that was cut without a word looks open for a quarter of an hour."""
LEFT_S = 15.0
"""Whose last stream ended: longer than an engine needs to come again."""


@dataclass(slots=True)
class _Session:
    agent_id: str
    until_s: float
    streams: int = 0


class Online:
    """What this process heard by session, and what others told of agents. All times monotonic."""

    def __init__(
        self,
        quiet_s: float = QUIET_S,
        left_s: float = LEFT_S,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._quiet_s, self._left_s, self._now_s = quiet_s, left_s, now_s
        self._sessions: dict[str, _Session] = {}
        self._elsewhere: dict[tuple[str, str], float] = {}

    def __bool__(self) -> bool:
        """Whether there is anybody who could fall silent."""
        return bool(self._sessions or self._elsewhere)

    def heard(self, session: str, agent_id: str) -> bool:
        """A request came; True when nobody knew of this session, or it had fallen silent."""
        now_s = self._now_s()
        known = self._sessions.setdefault(session, _Session(agent_id, now_s))
        is_new = known.until_s <= now_s
        known.until_s = now_s + self._quiet_s
        return is_new

    def opened(self, session: str, agent_id: str) -> None:
        """A stream began."""
        self.heard(session, agent_id)
        self._sessions[session].streams += 1

    def closed(self, session: str) -> None:
        """A stream ended; nothing for a session that has ended already."""
        known = self._sessions.get(session)
        if known is None:
            return
        known.streams -= 1
        if known.streams <= 0:
            known.until_s = min(known.until_s, self._now_s() + self._left_s)

    def ended(self, sessions: Iterable[str]) -> None:
        """These are gone at once: signed out, or revoked."""
        for session in sessions:
            self._sessions.pop(session, None)

    def told(self, by: str, signs: Iterable[Sign]) -> None:
        """What another process says of its own people."""
        until_s = self._now_s() + self._quiet_s
        for sign in signs:
            if sign.here:
                self._elsewhere[by, sign.agent_id] = until_s
            else:
                self._elsewhere.pop((by, sign.agent_id), None)

    def sessions(self) -> set[str]:
        return set(self._sessions)

    def own(self) -> set[str]:
        """The agents that this process heard."""
        now_s = self._now_s()
        return {each.agent_id for each in self._sessions.values() if each.until_s > now_s}

    def everybody(self) -> set[str]:
        """The agents that any process heard; those of a process that died are forgotten too."""
        now_s = self._now_s()
        elsewhere = self._elsewhere.items()
        return self.own() | {agent for (_, agent), until_s in elsewhere if until_s > now_s}

    def expire(self) -> None:
        """Forget who fell silent. A session with an open stream may still be heard again."""
        now_s = self._now_s()
        for session, known in list(self._sessions.items()):
            if known.until_s <= now_s and known.streams <= 0:
                del self._sessions[session]
        for key, until_s in list(self._elsewhere.items()):
            if until_s <= now_s:
                del self._elsewhere[key]
