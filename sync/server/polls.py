"""How many long polls a device has open. Only few are of use; the rest are of lost connections."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

MOST = 4


@dataclass(eq=False)
class Poll:
    """``over``: answer now, newer ones of the same device wait."""

    over: bool = False


@dataclass
class Polls:
    """Belongs to one event loop. Nobody is turned away: the oldest poll is answered instead."""

    _open: dict[str, list[Poll]] = field(default_factory=dict)

    @contextmanager
    def waiting(self, device: str) -> Iterator[Poll]:
        """While a poll of this device is open."""
        poll = Poll()
        mine = self._open.setdefault(device, [])
        mine.append(poll)
        for old in mine[:-MOST]:
            old.over = True
        try:
            yield poll
        finally:
            mine.remove(poll)
            if not mine:
                self._open.pop(device, None)
