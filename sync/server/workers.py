"""Several processes on one socket: they share nothing but the store.

The parent starts them, starts one again that dies, and ends them all at SIGTERM. A worker whose
parent is gone ends by itself.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import tempfile
import threading
from collections.abc import Callable
from contextlib import ExitStack
from multiprocessing import connection
from multiprocessing.context import SpawnProcess
from multiprocessing.synchronize import Semaphore
from types import FrameType

from models.errors import StoreDamaged

STOP_S = 9
RESTART_S = 1.0
METRICS = "PROMETHEUS_MULTIPROC_DIR"
log = logging.getLogger("deskside.workers")
Work = Callable[[Callable[[], None]], None]


class Workers:
    """``work`` runs in each process and calls what it is given once it accepts."""

    def __init__(self, work: Work, count: int) -> None:
        self._work = work
        self._count = count
        self._context = multiprocessing.get_context("spawn")
        self._ready = self._context.Semaphore(0)
        self._running: list[SpawnProcess] = []
        self._stopping = threading.Event()

    def run(self, announce: Callable[[], None]) -> None:
        """Until SIGTERM or Ctrl+C. Raises StoreDamaged when the workers don't come up."""
        with ExitStack() as stack:
            os.environ[METRICS] = stack.enter_context(tempfile.TemporaryDirectory())
            stack.callback(os.environ.pop, METRICS, None)
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, self._on_signal)
            stack.callback(self._end)
            self._running = [self._started() for _ in range(self._count)]
            self._wait_until_ready()
            if not self._stopping.is_set():
                announce()
            self._watch()

    def _started(self) -> SpawnProcess:
        process = self._context.Process(target=_run, args=(self._work, self._ready), daemon=True)
        process.start()
        return process

    def _wait_until_ready(self) -> None:
        for _ in range(self._count):
            while not self._ready.acquire(timeout=0.2):
                if self._stopping.is_set():
                    return
                if not all(process.is_alive() for process in self._running):
                    raise StoreDamaged("a process of this server ended while starting (see above)")

    def _watch(self) -> None:
        """Start again what died, at most one a second."""
        while not self._stopping.is_set():
            connection.wait([process.sentinel for process in self._running])
            for index, process in enumerate(self._running):
                if process.is_alive() or self._stopping.wait(RESTART_S):
                    continue
                log.error(
                    "process %s ended with %s, starting another", process.pid, process.exitcode
                )
                self._running[index] = self._started()

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self._stopping.set()
        self._terminate()

    def _terminate(self) -> None:
        for process in self._running:
            if process.is_alive():
                process.terminate()

    def _end(self) -> None:
        self._terminate()
        for process in self._running:
            process.join(STOP_S)
            if process.is_alive():
                process.kill()


def _run(work: Work, ready: Semaphore) -> None:
    """In the new process."""
    threading.Thread(target=_follow_parent, daemon=True).start()
    work(lambda: ready.release())


def _follow_parent() -> None:
    """End as at SIGTERM when the parent is gone."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        signal.raise_signal(signal.SIGTERM)
