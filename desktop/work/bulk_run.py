"""One act on many tickets, in parts: others get their turn in between, and it can be stopped."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.work.writer import CommandWriter
from models.bulk import AT_ONCE, Part, Result, perform_each
from models.commands import Command
from models.database import Store
from models.ids import new_id
from models.rows import Actor


class BulkRun(QObject):
    """Signals: ``progressed(int)`` with how many tickets were looked at; ``finished(list[Result])``
    at the end, when it was stopped, and after ``failed(Exception)``: what was done until then is
    one step to undo."""

    progressed = Signal(int)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        writer: CommandWriter,
        commands: Sequence[tuple[str, Command]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._writer, self._left = writer, list(commands)
        self.step = new_id()
        self._results: list[Result] = []

    def start(self) -> None:
        part, self._left = self._left[:AT_ONCE], self._left[AT_ONCE:]
        act = partial(_perform_part, part, self.step)
        self._writer.run(act, self._on_part, self._on_failed)

    def stop(self) -> None:
        """Leave the rest as it is; what is being done ends first."""
        self._left.clear()

    def _on_part(self, part: Part) -> None:
        self._results += part.results
        self.progressed.emit(len(self._results))
        if self._left:
            self.start()
        else:
            self.finished.emit(self._results)

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)
        self.finished.emit(self._results)


def _perform_part(
    commands: Sequence[tuple[str, Command]], step: str, store: Store, actor: Actor, now_ms: int
) -> Part:
    return perform_each(store, commands, actor, now_ms, step)
