"""What a line of the outbox says: what was done, how it stands and why."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.actions.words import command_words
from desktop.code_words import words_for_code
from desktop.customer_field_words import own_field_words
from desktop.ticket_words import number_words, subject_words
from desktop.widgets.tone import Tone
from models.commands import (
    AddNote,
    AddReply,
    AskApproval,
    Command,
    Decide,
    Delete,
    DraftPut,
    EditMessage,
    MarkRead,
    Put,
    Release,
    ResolveConflict,
)
from models.queries.outbox import OutboxEntry


def _tr(text: str) -> str:
    return QCoreApplication.translate("OutboxWords", text)


@dataclass(frozen=True, slots=True)
class StateWords:
    """A state by word, colour and icon."""

    text: str
    tone: Tone
    icon: str


def title(entry: OutboxEntry) -> str:
    """What was done, in a few words."""
    if entry.state == "conflict":
        return _tr("Two people changed: {0}").format(field_words(entry.name))
    if entry.state == "reply":
        return _tr("Reply to the requester")
    if entry.sha256:
        return entry.name or _tr("File")
    command = entry.command
    if command is None:
        return _tr("Change of a newer Deskside")
    return _own_words(command) or command_words(command) or _tr("Change")


def _own_words(command: Command) -> str:
    """What the undo bar has no word for, or another one: there it is done, here it is a thing."""
    match command:
        case AddReply():
            return _tr("Reply to the requester")
        case AddNote():
            return _tr("Internal note")
        case EditMessage():
            return _tr("Message changed")
        case Release():
            return _tr("Held reply decided")
        case ResolveConflict():
            return _tr("Conflict settled")
        case AskApproval():
            return _tr("Approval asked for")
        case Decide():
            return _tr("Approval decided")
        case MarkRead():
            return _tr("Marked as read")
        case DraftPut():
            return _tr("Draft")
        case Put() | Delete():
            return _record_words(command)
    return ""


def _record_words(command: Put | Delete) -> str:
    words = {
        "draft": _tr("Draft"),
        "personal_note": _tr("My notes"),
        "article": _tr("Article"),
        "contact": _tr("Contact"),
        "company": _tr("Company"),
        "asset": _tr("Equipment"),
        "preference": _tr("Setting"),
        "reminder": _tr("Reminder"),
        "pin": _tr("Pin"),
        "own_place": _tr("Own order"),
        "highlight": _tr("My colour"),
    }.get(command.entity, "")
    if words and isinstance(command, Delete):
        return _tr("{0}: deleted").format(words)
    return words


def field_words(field: str) -> str:
    """The name of a field that two people changed."""
    return (
        {
            "status": _tr("status"),
            "priority": _tr("priority"),
            "assignee_id": _tr("assignee"),
            "queue_id": _tr("queue"),
            "category_id": _tr("category"),
            "subject": _tr("subject"),
            "requester_id": _tr("requester"),
            "due_at_ms": _tr("due time"),
            "wake_at_ms": _tr("time to come back"),
            "html": _tr("text"),
            "text": _tr("text"),
            "title": _tr("title"),
            "name": _tr("name"),
        }.get(field)
        or own_field_words(field).lower()
        or _tr("a field")
    )


def state_words(entry: OutboxEntry, percent: int | None = None) -> StateWords:
    """``percent`` of a file that goes up just now."""
    if entry.state == "waiting" and percent is not None:
        return StateWords(_tr("{0} % uploaded").format(percent), Tone.ACCENT, "upload")
    return {
        "refused": StateWords(_tr("refused"), Tone.OVERDUE, "alert-circle"),
        "held": StateWords(_tr("held"), Tone.RISK, "pause"),
        "reply": StateWords(_tr("held"), Tone.RISK, "pause"),
        "conflict": StateWords(_tr("conflict"), Tone.RISK, "merge"),
        "failed": StateWords(_tr("not uploaded"), Tone.OVERDUE, "alert-circle"),
        "queued": StateWords(_tr("waits"), Tone.NEUTRAL, "clock"),
        "sending": StateWords(_tr("being sent"), Tone.ACCENT, "upload"),
        "waiting": StateWords(_tr("waits to be uploaded"), Tone.NEUTRAL, "clock"),
        "paused": StateWords(_tr("paused"), Tone.NEUTRAL, "pause"),
    }.get(entry.state, StateWords(_tr("sent"), Tone.GOOD, "check"))


def where(entry: OutboxEntry) -> str:
    """``#10482 · VPN drops``; empty for what belongs to no ticket."""
    if not entry.ticket_id:
        return ""
    return " · ".join(filter(None, (number_words(entry.number), subject_words(entry.subject))))


def reason(entry: OutboxEntry) -> str:
    """Why it stands here, a sentence in the reader's language; empty when all is well."""
    if entry.state == "reply":
        return _tr("Something was said here meanwhile. Read it, then decide about your reply.")
    if entry.state == "conflict":
        return _tr("{0} had changed this, and you had not seen it yet.").format(entry.preview)
    return words_for_code(entry.code, entry.reason) if entry.reason else ""


def preview(entry: OutboxEntry) -> str:
    """The beginning of what was written."""
    return "" if entry.state == "conflict" else entry.preview


def spoken(entry: OutboxEntry, percent: int | None, when: str) -> str:
    """The whole line for a screen reader, the state first."""
    parts = (
        state_words(entry, percent).text,
        title(entry),
        where(entry),
        reason(entry),
        preview(entry),
        when,
    )
    return ", ".join(part for part in parts if part)
