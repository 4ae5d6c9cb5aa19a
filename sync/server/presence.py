"""Who has which ticket open: in this process's memory, for half a minute, never in the store."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from sync.protocol.live import PRESENCE_S, Person
from sync.server.notices import Sighting


class Presence:
    """What was told last by each device about each ticket. Locks nothing and nobody."""

    def __init__(self, now_s: Callable[[], float] = time.monotonic) -> None:
        self._now_s = now_s
        self._known: dict[str, dict[tuple[str, str], tuple[Sighting, float]]] = {}

    def __len__(self) -> int:
        """How many tickets somebody has open."""
        return len(self._known)

    def note(self, seen: Sighting) -> bool:
        """True when this changed who is there, or what somebody does."""
        before = self.people(seen.ticket)
        there = self._known.setdefault(seen.ticket, {})
        key = (seen.agent_id, seen.client)
        if seen.state == "gone":
            there.pop(key, None)
        else:
            there[key] = (seen, self._now_s() + PRESENCE_S)
        if not there:
            del self._known[seen.ticket]
        return self.people(seen.ticket) != before

    def people(self, ticket: str) -> list[Person]:
        """Everybody once, by name; typing on any device is typing."""
        found: dict[str, Person] = {}
        for seen in self._alive(ticket):
            if seen.agent_id not in found or seen.state == "typing":
                found[seen.agent_id] = Person(seen.agent_id, seen.name, seen.state)
        return sorted(found.values(), key=lambda person: (person.name, person.agent_id))

    def may_hear(self, ticket: str, agent_id: str, scopes: Iterable[str]) -> bool:
        """Those who have the ticket open themselves, as long as it is still theirs to see."""
        mine = (seen for seen in self._alive(ticket) if seen.agent_id == agent_id)
        return any(seen.shared or seen.scope in scopes for seen in mine)

    def expire(self) -> list[str]:
        """Forget who fell silent; the tickets that this changed."""
        now_s, changed = self._now_s(), []
        for ticket, there in list(self._known.items()):
            late = [key for key, (_, until_s) in there.items() if until_s <= now_s]
            for key in late:
                del there[key]
            if late:
                changed.append(ticket)
            if not there:
                del self._known[ticket]
        return changed

    def _alive(self, ticket: str) -> list[Sighting]:
        now_s = self._now_s()
        there = self._known.get(ticket, {}).values()
        return [seen for seen, until_s in there if until_s > now_s]
