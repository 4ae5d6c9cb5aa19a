"""Undo: the inverse commands of what was done in this window, newest first."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal, Slot

from desktop.work.writer import CommandWriter
from models.commands import Command
from models.perform import Performed

DEPTH = 100


class UndoStack(QObject):
    """Collects what the writer performed; ``undo`` submits the newest inverse.

    Acts of one group are one step. Signals: ``pushed(Performed)`` for an act that can be undone,
    ``undone(Performed)`` with the last inverse of a step as it was performed,
    ``refused(Exception)`` when it could not be.
    """

    pushed = Signal(object)
    undone = Signal(object)
    refused = Signal(object)

    def __init__(self, writer: CommandWriter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = writer
        self._done: list[Performed] = []
        self._undoing: set[str] = set()
        writer.performed.connect(self.push)

    def can_undo(self) -> bool:
        return bool(self._done)

    def newest(self) -> Command | None:
        """The command that ``undo`` would take back."""
        return self._done[-1].command if self._done else None

    @Slot(object)
    def push(self, performed: Performed) -> None:
        """Remember an act, unless there is nothing to undo or it was an undo itself."""
        uid = performed.command.uid
        if uid in self._undoing:
            self._undoing.discard(uid)
        elif performed.inverse is not None and performed.command.undoable:
            self._done = [*self._done[1 - DEPTH :], performed]
            self.pushed.emit(performed)

    def forget(self, mids: Iterable[int]) -> None:
        """These acts were taken back in the outbox: there is nothing to undo any more."""
        gone = set(mids)
        self._done = [performed for performed in self._done if performed.mid not in gone]

    @Slot()
    def undo(self) -> bool:
        """Take back the newest act; False if there is none."""
        inverses = [done.inverse for done in self._newest_step() if done.inverse]
        if not inverses:
            return False
        self._undoing.update(inverse.uid for inverse in inverses)
        self._writer.submit_together(inverses, self._on_undone, self.refused.emit)
        return True

    def _newest_step(self) -> list[Performed]:
        """Taken from the stack, the newest act first."""
        step = [self._done.pop()] if self._done else []
        while self._done and step[0].group and self._done[-1].group == step[0].group:
            step.append(self._done.pop())
        return step

    def _on_undone(self, performed: list[Performed]) -> None:
        self.undone.emit(performed[-1])
