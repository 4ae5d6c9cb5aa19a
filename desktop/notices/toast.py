"""One notice as the system shows it, and what a person can do on it."""

from __future__ import annotations

from dataclasses import dataclass

OPEN, TAKE, REPLY, DONE, POSTPONE = "default", "take", "reply", "done", "postpone"
"""Acts by the names under which they go over the bus; the first is a click on the toast."""


@dataclass(frozen=True)
class Toast:
    """``key`` names what it is about; ``thread``: a newer one of the same takes its place."""

    key: str
    title: str
    body: str
    acts: tuple[tuple[str, str], ...] = ()
    thread: str = ""
