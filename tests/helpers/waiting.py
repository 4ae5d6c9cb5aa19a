"""Waiting for facts, never for time."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
STEP_S = 0.01


def until(fact: Callable[[], T], seconds: float = 10.0, what: str = "") -> T:
    """The first true answer of ``fact``; the test fails when it does not come in time."""
    deadline = time.monotonic() + seconds
    while True:
        answer = fact()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {seconds} s: {what or fact} (last: {answer!r})")
        time.sleep(STEP_S)
