"""The server's time while this computer's clock is set, or while the computer sleeps."""

from __future__ import annotations

import sys
import time

import pytest

from models.clock import ServerClock, wall_ms

HOUR_MS = 3_600_000
NEAR_MS = 60_000
SERVER_MS = 1_700_000_000_000


def test_setting_this_computers_clock_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = ServerClock()
    clock.heard(SERVER_MS)
    set_ms = wall_ms() + 9 * HOUR_MS
    monkeypatch.setattr("models.clock.wall_ms", lambda: set_ms)
    assert abs(clock.now_ms() - SERVER_MS) < NEAR_MS


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere monotonic time goes on in sleep")
def test_the_hours_that_a_computer_slept_have_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = ServerClock()
    clock.heard(SERVER_MS)
    real = time.clock_gettime

    def slept(of: int) -> float:
        return real(of) + (8 * 3_600 if of == time.CLOCK_BOOTTIME else 0)

    monkeypatch.setattr("time.clock_gettime", slept)
    assert abs(clock.now_ms() - SERVER_MS - 8 * HOUR_MS) < NEAR_MS
