"""Noticing that an answer takes long, while the request goes on."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE_S = 3.0


class Patience:
    """``late`` is called on a thread of its own, once for each request that takes too long.

    It is over before the request returns, so that what is said then is the last word.
    """

    def __init__(self, late: Callable[[], None], seconds: float = PATIENCE_S) -> None:
        self._late = late
        self._seconds = seconds

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Around one request."""
        answered = threading.Event()
        timer = threading.Thread(target=self._watch, args=(answered,), name="patience", daemon=True)
        timer.start()
        try:
            yield
        finally:
            answered.set()
            timer.join()

    def _watch(self, answered: threading.Event) -> None:
        if not answered.wait(self._seconds):
            self._late()
