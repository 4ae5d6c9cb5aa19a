"""Who else is online, as far as the server tells; in memory alone."""

from __future__ import annotations

from collections.abc import Callable

from sync.protocol import link, live


class Colleagues:
    """Belongs to the engine's thread. The desktop is told of changes alone."""

    def __init__(self, tell: Callable[[link.Line], None]) -> None:
        self._tell = tell
        self._people: set[str] | None = None
        self._said = link.Online()

    def hear(self, online: live.Online, me: str | None) -> None:
        """Who came and left means nothing before the whole was heard."""
        if online.whole:
            self._people = set(online.here)
        elif self._people is None:
            return
        else:
            self._people = self._people.difference(online.left).union(online.here)
        self._say(link.Online(people=tuple(sorted(self._people - {me})), more=online.more))

    def forget(self) -> None:
        """Nobody tells us any more."""
        self._people = None
        self._say(link.Online())

    def _say(self, online: link.Online) -> None:
        if online != self._said:
            self._said = online
            self._tell(online)
