"""The server's time as this computer knows it.

While a program runs: the last server time plus the time since then, on a clock that nobody sets
and that goes on while the computer sleeps. After a restart the saved offset to this computer's
clock is used until the server is heard again.
"""

from __future__ import annotations

import datetime
import sys
import time
from dataclasses import dataclass, field

from models.rows import Clock


@dataclass
class ServerClock:
    """Estimates the server's time; until the server is heard, by the offset that was saved."""

    offset_ms: int = 0
    _heard: tuple[int, float] | None = field(default=None, repr=False)

    def heard(self, server_ms: int) -> None:
        """The server said its time just now."""
        self._heard = (server_ms, running_s())
        self.offset_ms = server_ms - wall_ms()

    def now_ms(self) -> int:
        if self._heard is None:
            return wall_ms() + self.offset_ms
        server_ms, at = self._heard
        return server_ms + int((running_s() - at) * 1000)


def running_s() -> float:
    """Seconds that go on whatever the wall clock says; on Linux ``time.monotonic`` stands still
    while the computer sleeps (clock_gettime(2), CLOCK_BOOTTIME)."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


def wall_ms() -> int:
    """This computer's clock in UTC epoch milliseconds."""
    return time.time_ns() // 1_000_000


def clock_at(now_ms: int) -> Clock:
    """The moment with the local midnight before it."""
    local = datetime.datetime.fromtimestamp(now_ms / 1000).astimezone()
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    return Clock(now_ms, int(midnight.timestamp() * 1000))


def day_start_ms(day: datetime.date) -> int:
    """The local midnight with which a day begins."""
    midnight = datetime.datetime.combine(day, datetime.time()).astimezone()
    return int(midnight.timestamp() * 1000)


def day_at(at_ms: int) -> datetime.date:
    """The local day of a moment."""
    return datetime.datetime.fromtimestamp(at_ms / 1000).astimezone().date()
