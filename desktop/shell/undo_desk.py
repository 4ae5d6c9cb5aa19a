"""Tells what was done, undone and done again, and what could not be."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Slot

from desktop.actions.undo import UndoStack
from desktop.inbox.list_pane import ListPane
from desktop.shell.ticket_acts import TicketActs
from desktop.shell.undo_bar import UndoBar
from desktop.shell.undo_words import kept_words
from models.perform import Performed
from models.traces import ChangedSince
from models.undoing import Kept


class Front(Protocol):
    """The window that somebody works in."""

    undo_bar: UndoBar


class UndoDesk(QObject):
    """``show_message`` is the window's, for what needs more than a word."""

    def __init__(
        self,
        undo: UndoStack,
        acts: TicketActs,
        front: Callable[[], Front],
        list_pane: ListPane,
        show_message: Callable[..., None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._undo, self._front, self._list = undo, front, list_pane
        self._show_message = show_message
        acts.done.connect(self._on_done)
        undo.undone.connect(self._on_undone)
        undo.redone.connect(self._on_redone)
        undo.kept.connect(self._on_kept)

    @Slot(str, bool)
    def _on_done(self, words: str, undoable: bool) -> None:
        self._front().undo_bar.show_done(words, undoable=undoable)

    @Slot(object)
    def _on_undone(self, performed: Performed) -> None:
        if performed.command.ticket:
            self._list.bring_back(performed.command.ticket)
        self._front().undo_bar.show_done(self.tr("Undone"), undoable=False)

    @Slot(object)
    def _on_redone(self, performed: Performed) -> None:
        self._list.refresh()
        self._front().undo_bar.show_done(self.tr("Done again"), undoable=True)

    @Slot(object, int)
    def _on_kept(self, kept: Kept, number: int) -> None:
        """Who insists has read what stands there now."""
        can_insist = isinstance(kept.error, ChangedSince)
        offer = self.tr("Undo anyway") if can_insist else ""
        insist = partial(self._undo.insist, kept.step)
        self._show_message("warn", kept_words(kept, number), offer, insist)
