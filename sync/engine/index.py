"""Keeps the full-text table up to date in idle times."""

from __future__ import annotations

from collections.abc import Callable

from models.database import Store


def drain(store: Store, stop: Callable[[], bool]) -> None:
    """Index what waits, in short transactions, until done or told to stop."""
