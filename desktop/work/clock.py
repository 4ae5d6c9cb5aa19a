"""The desktop's clock: the server's time as this computer knows it, for screens and questions."""

from __future__ import annotations

from collections.abc import Callable

from models.clock import ServerClock, clock_at
from models.rows import Clock


class DeskClock:
    """Now by the server's clock. ``now_ms`` is replaced in tests only."""

    def __init__(self, now_ms: Callable[[], int] | None = None) -> None:
        self.server = ServerClock()
        self._now_ms = now_ms or self.server.now_ms

    def now_ms(self) -> int:
        return self._now_ms()

    def moment(self) -> Clock:
        """Now and the midnight before it in this computer's time zone."""
        return clock_at(self.now_ms())
