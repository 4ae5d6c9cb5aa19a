"""What the undo bar says about a command: one short sentence each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from models.commands import (
    AddCall,
    AddItem,
    AddNote,
    AddReply,
    AddTime,
    AskApproval,
    Command,
    CreateTicket,
    Decide,
    Delete,
    DeleteTicket,
    DraftDrop,
    DraftPut,
    EditItem,
    EditMessage,
    HoldReply,
    Link,
    MergeRecords,
    MergeTickets,
    MoveItem,
    Noop,
    Put,
    Release,
    RemoveItem,
    ResolveConflict,
    RestoreTicket,
    ReturnApproval,
    ReturnItem,
    ReturnMessage,
    ReturnTime,
    SetFacts,
    SetTicket,
    Split,
    Tags,
    Take,
    TickItem,
    Transfer,
    Unlink,
    UnmergeRecord,
    UnmergeTicket,
    Unsplit,
    Unwatch,
    Watch,
    WithdrawApproval,
    WithdrawMessage,
    WithdrawTime,
)
from models.commands.times import MEETING
from models.own import OWN
from models.queries.columns import KEY as COLUMNS_PREFIX
from models.queries.next_ticket import SKIPS_KEY
from models.queries.saved_views import PLACES_KEY
from models.taste import PREFIX as RULE_PREFIX


def _tr(text: str) -> str:
    return QCoreApplication.translate("CommandWords", text)


def command_words(command: Command) -> str:
    """What was done, e.g. "Marked done"; empty for what needs no word (a read mark)."""
    words = _WORDS.get(type(command))
    return words(command) if words else ""


def _set_ticket(command: SetTicket) -> str:
    changes = command.set
    if "status" in changes:
        return _status(changes["status"])
    for field, sentence in _field_words().items():
        if field in changes:
            return sentence
    return _tr("Ticket changed")


def _status(status: str) -> str:
    return {
        "done": _tr("Marked done"),
        "postponed": _tr("Postponed"),
        "waiting": _tr("Set to waiting"),
        "open": _tr("Set to in work"),
        "new": _tr("Set to not started"),
    }.get(status, _tr("Status changed"))


def _field_words() -> dict[str, str]:
    return {
        "wake_at_ms": _tr("Postponed"),
        "priority": _tr("Priority changed"),
        "assignee_id": _tr("Assignee changed"),
        "category_id": _tr("Category changed"),
        "subject": _tr("Subject changed"),
        "requester_id": _tr("Requester changed"),
        "due_at_ms": _tr("Due time changed"),
        "tier": _tr("Support line changed"),
        "meeting_link": _tr("Meeting link changed"),
    }


def _record(command: Put | Delete) -> str:
    if command.entity == "preference":
        return _preference(command)
    deleted = isinstance(command, Delete)
    changed, gone = {
        "personal_note": ("", _tr("Note deleted")),
        "view": (_tr("View saved"), _tr("View deleted")),
        "contact": (_tr("Contact changed"), _tr("Contact deleted")),
        "company": (_tr("Company changed"), _tr("Company deleted")),
        "asset": (_tr("Equipment changed"), _tr("Equipment removed")),
        "category": (_tr("Category settings changed"), ""),
        "reminder": (_tr("Call-back promised"), _tr("Reminder dealt with")),
        "pin": (_tr("Pinned"), _tr("No longer pinned")),
        "own_place": (_tr("Moved in your own order"), _tr("Moved in your own order")),
        "highlight": (_tr("Colour given"), _tr("Colour removed")),
    }.get(command.entity, ("", ""))
    if isinstance(command, Put) and command.set.get("what") == OWN:
        return _tr("Reminder set")
    return gone if deleted else changed


def _merge(command: MergeRecords) -> str:
    people = command.entity == "contact"
    return _tr("Contacts merged") if people else _tr("Companies merged")


def _preference(command: Put | Delete) -> str:
    """Most settings say nothing; these are acts of their own. Highlight rules alone are deleted."""
    if isinstance(command, Delete):
        return _tr("Highlight rule removed")
    key = command.set.get("key") or ""
    if key.startswith(RULE_PREFIX):
        return _tr("Highlight rule saved")
    if key.startswith(COLUMNS_PREFIX):
        return _tr("Facts in the rows changed")
    return {SKIPS_KEY: _tr("Ticket skipped"), PLACES_KEY: _tr("View moved")}.get(key, "")


def _release(command: Release) -> str:
    return {
        "send": _tr("Held reply released"),
        "note": _tr("Held reply made a note"),
        "drop": _tr("Held reply dropped"),
    }.get(command.act, "")


def _decide(command: Decide) -> str:
    return {
        "approved": _tr("Approved"),
        "rejected": _tr("Rejected"),
    }.get(command.state, _tr("Decision taken back"))


def _resolve(command: ResolveConflict) -> str:
    reopened = command.choice == "open"
    return _tr("Conflict opened again") if reopened else _tr("Conflict settled")


def _add_time(command: AddTime) -> str:
    return _tr("Meeting ended") if command.entry_kind == MEETING else _tr("Work time added")


def _tick(command: TickItem) -> str:
    return _tr("Checklist item done") if command.done else _tr("Checklist item opened again")


_WORDS: dict[type[Command], Callable[[Any], str]] = {
    SetTicket: _set_ticket,
    CreateTicket: lambda command: _tr("Ticket created"),
    DeleteTicket: lambda command: _tr("Moved to the trash"),
    RestoreTicket: lambda command: _tr("Ticket restored"),
    Take: lambda command: _tr("Taken by you"),
    Transfer: lambda command: _tr("Transferred"),
    Tags: lambda command: _tr("Tags changed"),
    SetFacts: lambda command: _tr("Facts told"),
    AddNote: lambda command: _tr("Internal note added"),
    AddReply: lambda command: _tr("Reply kept"),
    AddCall: lambda command: _tr("Call logged"),
    WithdrawMessage: lambda command: _tr("Message withdrawn"),
    ReturnMessage: lambda command: _tr("Message returned"),
    EditMessage: lambda command: _tr("Message edited"),
    Release: _release,
    HoldReply: lambda command: _tr("Reply held again"),
    ResolveConflict: _resolve,
    AskApproval: lambda command: _tr("Approval asked for"),
    WithdrawApproval: lambda command: _tr("Approval asked for no longer"),
    ReturnApproval: lambda command: _tr("Approval asked for again"),
    MergeTickets: lambda command: _tr("Tickets merged"),
    UnmergeTicket: lambda command: _tr("Merge taken back"),
    Decide: _decide,
    DraftPut: lambda command: "",
    DraftDrop: lambda command: _tr("Draft discarded"),
    Link: lambda command: _tr("Tickets linked"),
    Unlink: lambda command: _tr("Link removed"),
    Watch: lambda command: _tr("Ticket watched"),
    Unwatch: lambda command: _tr("Ticket no longer watched"),
    Split: lambda command: _tr("Ticket split"),
    Unsplit: lambda command: _tr("Split taken back"),
    AddTime: _add_time,
    WithdrawTime: lambda command: _tr("Work time taken back"),
    ReturnTime: lambda command: _tr("Work time brought back"),
    AddItem: lambda command: _tr("Checklist item added"),
    EditItem: lambda command: _tr("Checklist item changed"),
    TickItem: _tick,
    MoveItem: lambda command: _tr("Checklist item moved"),
    RemoveItem: lambda command: _tr("Checklist item removed"),
    ReturnItem: lambda command: _tr("Checklist item brought back"),
    MergeRecords: _merge,
    UnmergeRecord: lambda command: _tr("Separated again"),
    Noop: lambda command: "",
    Put: _record,
    Delete: _record,
}
