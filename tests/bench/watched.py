"""Seeing what a store is asked in this process: statements, and how long the head row is held."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, cast

from models.database import Store

TAKES_HEAD = "UPDATE stream_head"


class Watch:
    """Counts what goes through the connection of this thread, BEGIN and COMMIT too.

    Rows of one ``executemany`` or COPY count as one statement.
    """

    def __init__(self, store: Store) -> None:
        self.statements = 0
        self.took_head_ns = 0
        db = cast(Any, store.db)
        cursor, connection = db.cursor, db.connection
        db.cursor = lambda *how: _Cursor(cursor(*how), self)
        db.connection = lambda: _Connection(connection(), self)

    def count(self, act: Callable[[], object]) -> float:
        """How many statements a call takes."""
        self.statements = 0
        act()
        return float(self.statements)

    def head_ms(self, act: Callable[[], object]) -> float:
        """How long a call that ends with its COMMIT had the head row for itself."""
        act()
        return (time.perf_counter_ns() - self.took_head_ns) / 1e6

    def heard(self, text: str) -> None:
        self.statements += 1
        if TAKES_HEAD in text:
            self.took_head_ns = time.perf_counter_ns()


class _Connection:
    def __init__(self, real: Any, watch: Watch) -> None:
        self._real, self._watch = real, watch

    def cursor(self, *how: Any) -> _Cursor:
        return _Cursor(self._real.cursor(*how), self._watch)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


class _Cursor:
    def __init__(self, real: Any, watch: Watch) -> None:
        self._real, self._watch = real, watch

    def execute(self, text: str, *rest: Any) -> Any:
        self._watch.heard(text)
        return self._real.execute(text, *rest)

    def executemany(self, text: str, *rest: Any) -> Any:
        self._watch.heard(text)
        return self._real.executemany(text, *rest)

    def copy(self, text: str, *rest: Any) -> Any:
        self._watch.heard(text)
        return self._real.copy(text, *rest)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)
