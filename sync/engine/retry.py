"""How long to wait before trying again: full jitter, 1 to 60 seconds."""

from __future__ import annotations

import random

LEAST_S = 1.0
MOST_S = 60.0


class Backoff:
    """Each failure doubles the span from which the next wait is drawn."""

    def __init__(self) -> None:
        self._failures = 0

    def failed(self, at_least_s: float = 0.0) -> float:
        """Seconds to wait now."""
        span = min(MOST_S, LEAST_S * 2**self._failures)
        self._failures = min(self._failures + 1, 10)
        return max(at_least_s, random.uniform(LEAST_S / 2, span))

    def worked(self) -> None:
        self._failures = 0
