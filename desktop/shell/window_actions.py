"""The table of what the window can do: ids, words, icons and keys, with what they call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from desktop.actions.registry import Action

Run = Callable[[], object]
Ask = Callable[[], bool]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


@dataclass(frozen=True, slots=True)
class WindowCalls:
    """What the actions call; None leaves the action out, because it is not built."""

    search: Run
    undo: Run
    sync_now: Run
    shortcuts: Run
    next_row: Run
    previous_row: Run
    done: Run
    take: Run
    leave_search: Run
    new_ticket: Run | None = None
    log_call: Run | None = None
    settings: Run | None = None
    outbox: Run | None = None
    customers: Run | None = None
    sync_details: Run | None = None
    postpone: Run | None = None
    transfer: Run | None = None
    category: Run | None = None
    specialist: Run | None = None
    due: Run | None = None
    reply: Run | None = None
    note: Run | None = None
    palette: Run | None = None
    zoom: Callable[[int], object] | None = None


def window_actions(calls: WindowCalls, can_undo: Ask, has_row: Ask) -> list[Action]:
    """Every action that can be done in this window, in the order of the shortcuts card."""
    known = _anywhere(calls, can_undo) + _on_row(calls, has_row) + _in_list(calls)
    known += _of_text_size(calls.zoom)
    return [action for action in known if action is not None]


def _anywhere(calls: WindowCalls, can_undo: Ask) -> list[Action | None]:
    return [
        _action("new_ticket", _tr("New ticket"), "plus", "Ctrl+N", calls.new_ticket),
        _action("log_call", _tr("Log a call"), "phone", "Ctrl+L", calls.log_call),
        _action("palette", _tr("Find anything"), "search", "Ctrl+K", calls.palette),
        _action("search", _tr("Search the ticket list"), "search", "Ctrl+F", calls.search),
        Action("undo", _tr("Undo"), "undo", "Ctrl+Z", "window", calls.undo, can_undo),
        _action("sync_now", _tr("Sync now"), "refresh", "F5", calls.sync_now),
        _action("outbox", _tr("Outbox"), "upload", "Ctrl+Shift+O", calls.outbox),
        _action("customers", _tr("Customers"), "people", "Ctrl+Shift+U", calls.customers),
        _action("sync_details", _tr("Sync details"), "info-circle", "Shift+F5", calls.sync_details),
        _action("settings", _tr("Settings"), "gear", "Ctrl+,", calls.settings),
        _action("shortcuts", _tr("Keyboard shortcuts"), "info-circle", "F1", calls.shortcuts),
    ]


def _of_text_size(zoom: Callable[[int], object] | None) -> list[Action | None]:
    """The second key for larger text is the first one without Shift."""
    if zoom is None:
        return []
    larger, smaller, usual = _tr("Larger text"), _tr("Smaller text"), _tr("Usual text size")
    return [
        _action("zoom_in", larger, "plus", "Ctrl++", partial(zoom, 1)),
        _action("zoom_in_too", larger, "plus", "Ctrl+=", partial(zoom, 1)),
        _action("zoom_out", smaller, "minus", "Ctrl+-", partial(zoom, -1)),
        _action("zoom_usual", usual, "undo", "Ctrl+0", partial(zoom, 0)),
    ]


def _on_row(calls: WindowCalls, has_row: Ask) -> list[Action | None]:
    rows = [
        ("done", _tr("Done"), "check", "D", calls.done),
        ("postpone", _tr("Postpone"), "clock", "Z", calls.postpone),
        ("transfer", _tr("Transfer"), "transfer", "T", calls.transfer),
        ("take", _tr("Take"), "hand", "A", calls.take),
        ("category", _tr("Category"), "tag", "C", calls.category),
        ("specialist", _tr("Needs a specialist, or no more"), "star", "S", calls.specialist),
        ("due", _tr("Due time"), "timer", "U", calls.due),
        ("reply", _tr("Reply"), "send", "R", calls.reply),
        ("note", _tr("Internal note"), "lock", "N", calls.note),
    ]
    return [
        Action(id, text, icon, key, "list", run, has_row) if run else None
        for id, text, icon, key, run in rows
    ]


def _in_list(calls: WindowCalls) -> list[Action | None]:
    search = _tr("Search the ticket list")
    return [
        Action("search_here", search, "search", "/", "list", calls.search),
        Action("next_row", _tr("Next ticket"), "chevron-down", "J", "list", calls.next_row),
        Action(
            "previous_row", _tr("Previous ticket"), "chevron-up", "K", "list", calls.previous_row
        ),
        Action("leave_search", _tr("Leave the search"), "close", "Esc", "list", calls.leave_search),
        Action("keys", _tr("Keyboard shortcuts"), "info-circle", "?", "list", calls.shortcuts),
    ]


def _action(id: str, text: str, icon: str, key: str, run: Run | None) -> Action | None:
    return Action(id, text, icon, key, "window", run) if run else None
