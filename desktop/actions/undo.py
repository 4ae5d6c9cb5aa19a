"""Undo and redo: the steps of this person on this computer, newest first.

The file keeps them (``models/undoing.py``); here stands what the window has to know at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop.work.writer import CommandWriter
from models import undoing
from models.commands import Command
from models.perform import Performed


@dataclass(slots=True)
class Step:
    """What goes together; ``command`` is its newest act."""

    id: str
    command: Command | None
    mids: set[int] = field(default_factory=set)


class UndoStack(QObject):
    """Knows what the writer performed; ``undo`` takes the newest step back, ``redo`` does it again.

    Signals: ``pushed(Performed)`` for an act that can be undone, ``undone(Performed)`` with the
    last inverse of a step as it was performed, ``redone(Performed)`` alike; ``kept(Kept, int)``
    with the first act of a step that could not be taken back and how many there are;
    ``refused(Exception)`` when the file could not be written.
    """

    pushed = Signal(object)
    undone = Signal(object)
    redone = Signal(object)
    kept = Signal(object, int)
    refused = Signal(object)

    def __init__(self, writer: CommandWriter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = writer
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._turned: set[str] = set()
        self._kept: list[undoing.Kept] = []
        writer.performed.connect(self.push)

    def can_undo(self) -> bool:
        return bool(self._done)

    def can_redo(self) -> bool:
        return bool(self._undone)

    def newest(self) -> Command | None:
        """The command that ``undo`` would take back."""
        return self._done[-1].command if self._done else None

    @Slot(object)
    def show_remembered(self, steps: undoing.Steps) -> None:
        """What an earlier window left; what was done in this one meanwhile comes after it."""
        here = {step.id for step in self._done}
        known = [Step(one.id, one.newest, set(one.mids)) for one in steps.undo]
        self._done = [step for step in known if step.id not in here] + self._done
        if not here:
            self._undone = [Step(one.id, one.newest, set(one.mids)) for one in steps.redo]

    @Slot(object)
    def push(self, performed: Performed) -> None:
        """Remember an act, unless there is nothing to undo or it was an undo itself."""
        uid = performed.command.uid
        if uid in self._turned:
            self._turned.discard(uid)
        elif undoing.can_undo(performed):
            self._undone.clear()
            _add(self._done, performed.group or uid, performed)
            del self._done[: -undoing.STEPS_KEPT]
            self.pushed.emit(performed)

    def forget(self, mids: Iterable[int]) -> None:
        """These acts were taken back in the outbox: there is nothing to undo any more."""
        gone = set(mids)
        self._writer.write(lambda store: undoing.forget(store, gone))
        for step in self._done:
            step.mids -= gone
        self._done = [step for step in self._done if step.mids]

    @Slot()
    def undo(self) -> bool:
        """Take back the newest step; False if there is none."""
        return bool(self._done) and self._turn("undo", self._done.pop().id)

    @Slot()
    def redo(self) -> bool:
        """Do again what was taken back last; False if there is nothing."""
        return bool(self._undone) and self._turn("redo", self._undone.pop().id)

    def insist(self, step: str) -> None:
        """Take back what was kept of a step, whatever stands there now."""
        self._turn("kept", step)

    def _turn(self, side: undoing.Side, step: str) -> bool:
        act = partial(undoing.turn, side=side, step=step, insist=side == "kept")
        self._writer.run(act, partial(self._on_turned, side), self.refused.emit)
        return True

    def _on_turned(self, side: undoing.Side, turned: undoing.Turned | None) -> None:
        """Called before the writer tells of what was performed."""
        if turned is None:
            return
        self._turned |= {act.command.uid for act in turned.performed}
        other = self._done if side == "redo" else self._undone
        for act in filter(undoing.can_undo, turned.performed):
            _add(other, turned.step, act)
        self._kept += turned.kept
        if turned.more:
            self._turn(side, turned.step)
            return
        kept, self._kept = self._kept, []
        if turned.performed:
            (self.redone if side == "redo" else self.undone).emit(turned.performed[-1])
        if kept:
            self.kept.emit(kept[0], len(kept))


def _add(steps: list[Step], id: str, performed: Performed) -> None:
    """The step may stand there: of several acts, or read before the window was told of it."""
    step = next((known for known in reversed(steps) if known.id == id), None)
    if step is None:
        step = Step(id, None)
        steps.append(step)
    step.command = performed.command
    step.mids.add(performed.mid)
