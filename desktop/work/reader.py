"""Questions to the local file, off the UI thread.

Screens ask, two threads look, and the answer comes back on the UI thread.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.work.collector import Collector
from desktop.work.delivery import Call, Delivery, listens
from desktop.work.store_thread import Jobs, OpenStore, StoreThread
from models.database import Store

T = TypeVar("T")
THREADS = 2
END_TIMEOUT_S = 5


class Reader(QObject):
    """Answers questions about the local file.

    Signals: ``failed(Exception)`` when a question raised.
    """

    failed = Signal(object)

    def __init__(self, database: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: Jobs = SimpleQueue()
        self._newest: dict[str, int] = {}
        self._open: set[str] = set()
        self._delivery = Delivery(self)
        self._collector = Collector(self)
        self._threads = [StoreThread(f"reader-{n}", database, self._jobs) for n in range(THREADS)]
        for thread in self._threads:
            thread.start()

    def ask(self, key: str, question: Callable[[Store], T], answer: Callable[[T], None]) -> None:
        """Put ``question`` and have ``answer`` called on the UI thread with what it returns.

        A newer question with the same ``key`` makes an older one void: its answer never comes.
        Nor does the answer to a widget that is gone.
        """
        turn = self._newest.get(key, 0) + 1
        self._newest[key] = turn
        self._open.add(key)

        def job(open_store: OpenStore) -> None:
            if self._newest.get(key) == turn:
                settled = self._settle(open_store, question, answer)
                self._delivery.send(lambda: self._tell(key, turn, settled))

        self._jobs.put(job)

    @property
    def is_at_rest(self) -> bool:
        """Whether everything that was asked has been told."""
        return not self._open

    def close(self) -> None:
        """End the threads; waits for what they are doing, at most 5 s each. No answer follows."""
        self._newest.clear()
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join(END_TIMEOUT_S)
        self._collector.stop()

    def _settle(
        self, open_store: OpenStore, question: Callable[[Store], T], answer: Callable[[T], None]
    ) -> Call:
        """Run the question on this thread; what comes back is to be called on the UI thread."""
        try:
            result = question(open_store())
        except Exception as error:  # the edge of the thread: told to the window, never lost
            trouble = error
            return lambda: self.failed.emit(trouble)
        return lambda: answer(result) if listens(answer) else None

    def _tell(self, key: str, turn: int, settled: Call) -> None:
        if self._newest.get(key) == turn:
            self._open.discard(key)
            settled()
