"""What the palette does besides finding: every action, every place, what a ticket can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from desktop.actions.registry import Action, ActionRegistry
from desktop.palette.command_match import Command
from desktop.shell.navigation import Navigation
from desktop.shell.navigation_model import NavEntry, NavigationModel
from desktop.ticket.property_menus import change
from desktop.ticket_words import STATUS_ICONS, priority_words, status_words
from models.commands import Command as Change
from models.commands import Transfer
from models.rows import PRIORITIES, WAITING_FOR, QueueRow, TicketHeader

LEFT_OUT = {"palette", "keys", "search_here", "leave_search", "next_row", "previous_row"} | {
    "zoom_in_too"
}
"""They lead through lists, or here, or are there twice."""
Submit = Callable[[Change], object]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Palette", text)


def actions_for_ticket(actions: ActionRegistry) -> list[Command]:
    """What can be done with the open ticket now; nothing while none is open."""
    return _actions(actions, lambda action: action.scope != "window")


def actions_anywhere(actions: ActionRegistry) -> list[Command]:
    return _actions(actions, lambda action: action.scope == "window")


def places(navigation: Navigation, taken: Iterable[Command]) -> list[Command]:
    """Views, queues and pages; those that an action of ``taken`` leads to are left out."""
    known = {command.text for command in taken}
    views = _entries(navigation.views.entries, navigation.view_chosen.emit)
    pages = _entries(navigation.pages.entries, navigation.page_chosen.emit)
    return [command for command in (*views, *pages) if command.text not in known]


def property_changes(
    header: TicketHeader, queues: Sequence[QueueRow], submit: Submit
) -> list[Command]:
    """What the menus of the ticket's head offer, but for what it is already."""
    made: list[tuple[str, str, str, Change]] = []
    for queue in queues:
        if queue.id != header.queue_id:
            words = _tr("Transfer to “{0}”").format(queue.name)
            to_queue = Transfer(id=header.id, queue_id=queue.id)
            made.append((f"queue.{queue.id}", words, "transfer", to_queue))
    for priority in reversed(PRIORITIES):
        if priority != header.priority:
            words = _tr("Priority: {0}").format(priority_words(priority))
            icon = "chevron-up" if priority in ("urgent", "high") else "minus"
            made.append((f"priority.{priority}", words, icon, change(header, priority=priority)))
    for status, waiting_for in (("open", None), *(("waiting", whom) for whom in WAITING_FOR)):
        if (status, waiting_for) != (header.status, header.waiting_for):
            words = _tr("State: {0}").format(status_words(status, waiting_for))
            to_status = change(header, status=status, waiting_for=waiting_for)
            key = f"status.{status}.{waiting_for or ''}"
            made.append((key, words, STATUS_ICONS[status], to_status))
    return [Command(key, words, icon, partial(submit, act)) for key, words, icon, act in made]


def _actions(actions: ActionRegistry, wanted: Callable[[Action], bool]) -> list[Command]:
    return [
        Command(
            action.id,
            action.text,
            action.icon,
            partial(actions.trigger, action.id),
            action.keys_text(),
            action.id.replace("_", " "),
        )
        for action in actions.all()
        if action.id not in LEFT_OUT and wanted(action) and action.enabled_when()
    ]


def _entries(model: NavigationModel, show: Callable[[str], object]) -> list[Command]:
    entries = (model.entry_at(n) for n in range(model.rowCount()))
    return [_place(entry, show) for entry in entries if entry is not None and entry.key]


def _place(entry: NavEntry, show: Callable[[str], object]) -> Command:
    also = entry.key.replace("_", " ").replace("queue:", "")
    return Command(f"go.{entry.key}", entry.text, entry.icon, partial(show, entry.key), also=also)
