"""The engine on a computer whose clock is wrong: run as a module in the engine's place.

``DESKSIDE_TEST_CLOCK`` names a file with the milliseconds by which it is off. The file is read at
every look at the clock, so that a test lets the clock jump; monotonic time goes on as it did, as
it does on a computer that slept.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

CLOCK = "DESKSIDE_TEST_CLOCK"
MODULE = "tests.helpers.shifted_engine"


def shift(file: Path) -> None:
    """Every clock of this process that tells the time of day, before anybody has taken it."""
    true_ns = time.time_ns

    def time_ns() -> int:
        return true_ns() + int(file.read_text() or 0) * 1_000_000

    time.time_ns = time_ns
    time.time = lambda: time_ns() / 1e9


if __name__ == "__main__":
    shift(Path(os.environ[CLOCK]))
    from sync.engine.__main__ import main

    sys.exit(main())
