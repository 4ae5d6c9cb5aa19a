"""Commands and local writes, off the UI thread and in the order in which they were given."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.work.collector import Collector
from desktop.work.delivery import Delivery, listens
from desktop.work.store_thread import Jobs, OpenStore, StoreThread
from models import window_state
from models.bulk import Part
from models.commands import Command
from models.database import Store
from models.perform import Performed, perform, perform_together
from models.rows import Actor
from models.undoing import Turned, remember

T = TypeVar("T")
FLUSH_TIMEOUT_S = 15
Done = Callable[[Performed], None]
Trouble = Callable[[Exception], None]


class CommandWriter(QObject):
    """The one writer of this window. All signals and callbacks arrive on the UI thread.

    Signals: ``performed(Performed)`` for every command that was applied; ``refused(Exception)``
    for one that was not and whose caller gave no ``refused``, and for a local write that failed.
    """

    performed = Signal(object)
    refused = Signal(object)

    def __init__(
        self, database: Path, actor: Actor, now_ms: Callable[[], int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._actor = actor
        self._now_ms = now_ms
        self._jobs: Jobs = SimpleQueue()
        self._unsaved: dict[str, str] = {}
        self._delivery = Delivery(self)
        self._collector = Collector(self)
        self._thread = StoreThread("writer", database, self._jobs)
        self._thread.start()

    def submit(
        self, command: Command, done: Done | None = None, refused: Trouble | None = None
    ) -> None:
        """Apply ``command`` to the local file and put it into the outbox, as of this moment.

        Exactly one of ``done`` and ``refused`` is called, unless its widget is gone by then.
        """
        self.run(partial(_perform, command), done, refused)

    def submit_together(
        self,
        commands: Sequence[Command],
        done: Callable[[list[Performed]], None] | None = None,
        refused: Trouble | None = None,
    ) -> None:
        """Several commands as one step, all of them or none; otherwise as ``submit``."""
        self.run(partial(_perform_together, tuple(commands)), done, refused)

    def run(
        self,
        act: Callable[[Store, Actor, int], T],
        done: Callable[[T], None] | None = None,
        refused: Trouble | None = None,
    ) -> None:
        """Any other act of this person on the local file, at this moment; as ``submit``.

        It is one transaction. What it performed, one act or a list of them, can be undone from
        then on and is told to everybody as well; what a Part or a Turned performed is told alone.
        """
        now_ms = self._now_ms()

        def job(open_store: OpenStore) -> None:
            try:
                result = _remembered(act, open_store(), self._actor, now_ms)
            except Exception as error:  # the edge of the thread: told to the caller
                self._tell_trouble(refused, error)
            else:
                self._delivery.send(lambda: self._finish(done, result))

        self._jobs.put(job)

    def write(self, act: Callable[[Store], None]) -> None:
        """A local write that is no command, such as a draft."""

        def job(open_store: OpenStore) -> None:
            try:
                act(open_store())
            except Exception as error:  # the edge of the thread: told to the window
                self._tell_trouble(None, error)

        self._jobs.put(job)

    def remember(self, key: str, value: str) -> None:
        """Something of the window for its next start.

        What there was no room for is written with whatever is remembered next: nobody says the
        same again.
        """

        def save(store: Store) -> None:
            self._unsaved[key] = value
            window_state.save_all(store, self._unsaved)
            self._unsaved.clear()

        self.write(save)

    def flush(self) -> bool:
        """Block until everything given so far was tried; False if that takes over 15 s."""
        tried = threading.Event()
        self._jobs.put(lambda open_store: tried.set())
        return tried.wait(FLUSH_TIMEOUT_S)

    def close(self) -> None:
        """Write what is left, then end the thread."""
        self._jobs.put(None)
        self._thread.join(FLUSH_TIMEOUT_S)
        self._collector.stop()

    def _tell_trouble(self, refused: Trouble | None, error: Exception) -> None:
        def tell() -> None:
            if refused is not None and listens(refused):
                refused(error)
            else:
                self.refused.emit(error)

        self._delivery.send(tell)

    def _finish(self, done: Callable[[T], None] | None, result: T) -> None:
        if done is not None and listens(done):
            done(result)
        for performed in _acts_of(result):
            self.performed.emit(performed)


def _remembered(
    act: Callable[[Store, Actor, int], T], store: Store, actor: Actor, now_ms: int
) -> T:
    with store.transaction():
        result = act(store, actor, now_ms)
        if isinstance(result, list | Performed):
            remember(store, _acts_of(result))
    return result


def _acts_of(result: object) -> list[Performed]:
    if isinstance(result, Part | Turned):
        return list(result.performed)
    given = result if isinstance(result, list) else [result]
    return [act for act in given if isinstance(act, Performed)]


def _perform_together(
    commands: Sequence[Command], store: Store, actor: Actor, now_ms: int
) -> list[Performed]:
    return perform_together(store, commands, actor, now_ms)


def _perform(command: Command, store: Store, actor: Actor, now_ms: int) -> Performed:
    return perform(store, command, actor, now_ms)
