"""A thread with one connection to the local file, used by the reader and the writer.

Python threads rather than a Qt pool: each closes its own connection when it is told to end,
which SQLite wants done by the thread that opened it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue

from models.database import Store

OpenStore = Callable[[], Store]
Job = Callable[[OpenStore], None]
Jobs = SimpleQueue[Job | None]


class StoreThread(threading.Thread):
    """Runs jobs of a queue, shared or its own, one after another until it finds None there.

    A job gets a function that opens this thread's store the first time; whatever that raises is
    the job's to catch, like everything else: a job never raises.
    """

    def __init__(self, name: str, database: Path, jobs: Jobs) -> None:
        super().__init__(name=name, daemon=True)
        self._database = database
        self._jobs = jobs
        self._store: Store | None = None

    def run(self) -> None:
        while (job := self._jobs.get()) is not None:
            job(self._opened)
        if self._store is not None:
            self._store.close()

    def _opened(self) -> Store:
        if self._store is None:
            self._store = Store.open(self._database, "local", migrate=False)
        return self._store
