"""What was chosen and looked at lately on this computer, newest first."""

from __future__ import annotations

import json
from collections.abc import Callable

MOST_KEPT = 30
KEY = "palette.lately"


class Lately:
    """Keys such as ``ticket:ID`` and ``command:done``; ``keep`` writes them for the next start."""

    def __init__(self, kept: str, keep: Callable[[str, str], None]) -> None:
        self._keep = keep
        self._keys = _read(kept)

    def note(self, key: str) -> None:
        """This one is the newest now."""
        if self._keys[:1] != [key]:
            self._keys = [key, *(each for each in self._keys if each != key)][:MOST_KEPT]
            self._keep(KEY, json.dumps(self._keys))

    def of(self, kind: str) -> list[str]:
        """What follows ``kind:`` in the keys that begin so."""
        start = f"{kind}:"
        return [key.removeprefix(start) for key in self._keys if key.startswith(start)]


def _read(kept: str) -> list[str]:
    """An unreadable value is no reason to stop: the list begins anew."""
    try:
        keys = json.loads(kept or "[]")
    except ValueError:
        return []
    return [key for key in keys if isinstance(key, str)] if isinstance(keys, list) else []
