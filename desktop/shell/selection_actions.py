"""Selecting several tickets and what is done with them, and redo: ids, words, icons and keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from desktop.actions.registry import Action, KeyNote
from desktop.actions.undo import UndoStack
from desktop.inbox.list_pane import ListPane

ON_SELECTED = (
    "done postpone take bulk_assign bulk_queue bulk_priority bulk_tags bulk_merge"
).split()
"""In the order of the bar at the foot of the list."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


def selection_actions(pane: ListPane, undo: UndoStack) -> list[Action]:
    def has_row() -> bool:
        return bool(pane.view.current_id())

    def selected() -> bool:
        return bool(pane.selection)

    bulk = [
        ("assign", _tr("Assign the selected"), "user", "Shift+A"),
        ("queue", _tr("Queue of the selected"), "inbox", "Shift+Q"),
        ("priority", _tr("Priority of the selected"), "chevron-up", "Shift+P"),
        ("tags", _tr("Tags of the selected"), "tag", "Shift+T"),
        ("merge", _tr("Merge the selected"), "merge", "Shift+M"),
    ]
    select, whole = pane.view.toggle_current, pane.select_all
    return [
        Action("redo", _tr("Redo"), "redo", "Ctrl+Shift+Z", "window", undo.redo, undo.can_redo),
        Action("select", _tr("Select"), "check-circle", "X", "list", select, has_row),
        Action("select_all", _tr("Select all of the view"), "check-list", "Ctrl+A", "list", whole),
        *(
            Action(f"bulk_{act}", text, icon, key, "list", partial(pane.wants_bulk, act), selected)
            for act, text, icon, key in bulk
        ),
    ]


def all_or_one(
    pane: ListPane, is_in_front: Callable[[], bool], act: str, one: Callable[[], object]
) -> Callable[[], None]:
    """An act on all that are selected, or else ``one``, on the shown ticket.

    In another window than the list's it is always about the ticket of that one.
    """

    def run() -> None:
        if not (is_in_front() and pane.wants_bulk(act)):
            one()

    return run


def selection_keys() -> list[KeyNote]:
    """Keys that the list answers by itself."""
    place = QCoreApplication.translate("Actions", "In the ticket list")
    return [
        KeyNote(place, _tr("Select further down"), "Shift+Down"),
        KeyNote(place, _tr("Select further up"), "Shift+Up"),
        KeyNote(place, _tr("Select or not"), "Ctrl+Space"),
        KeyNote(place, _tr("Keep in a tab"), "Ctrl+Enter"),
    ]
