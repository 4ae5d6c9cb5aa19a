"""Names of fields and their values in words, for the open ticket and for conflicts of any row."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from desktop.customer_field_words import own_field_words
from desktop.ticket_words import number_words, priority_words, status_words
from models.classify.asked import read_known
from models.classify.deciding import BY_RULE, MATRIX
from models.commands.records import named_files
from models.commands.routing import SAME_OWNER
from models.queries.conversation import OF_TICKETS
from models.rows import ConflictRow, ConflictValue

OF_MESSAGES = ("withdrawn", "returned", "edited", "written_in_trash")
"""Events whose value is the kind of a message."""

OF_MERGES = ("merged_into", "merged", "unmerged_from", "unmerged")
OF_TIMES = ("time_added", "meeting_held", "time_withdrawn", "time_returned")
LATE_MS = 60_000


def _tr(text: str) -> str:
    return QCoreApplication.translate("TicketWords", text)


def channel_words(channel: str) -> str:
    """A way in by its name."""
    return {
        "email": _tr("e-mail"),
        "phone": _tr("phone"),
        "portal": _tr("portal"),
        "chat": _tr("chat"),
        "telegram": _tr("Telegram"),
        "desk": _tr("desk"),
    }.get(channel, channel)


def moment(at_ms: int) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(at_ms)


def time_words(at_ms: int) -> str:
    """14:05 today, "3 Nov 14:05" this year, "3 Nov 2024" before."""
    at, now, locale = moment(at_ms), QDateTime.currentDateTime(), QLocale()
    if at.date() == now.date():
        return at.toString("HH:mm")
    same_year = at.date().year() == now.date().year()
    return locale.toString(at, "d MMM HH:mm" if same_year else "d MMM yyyy")


def kind_words(kind: str) -> str:
    return {
        "note": _tr("internal note"),
        "reply": _tr("reply to customer"),
        "call": _tr("call"),
    }.get(kind, "")


def release_words(act: str) -> str:
    """What became of a held reply."""
    return {
        "send": _tr("sent anyway"),
        "note": _tr("made an internal note"),
        "drop": _tr("dropped"),
        "held": _tr("held again"),
    }.get(act, act)


def what_words(what: str) -> str:
    """The name of what an event is about, to stand in front of old and new."""
    return {
        "status": _tr("Status"),
        "waiting_for": _tr("Waiting for"),
        "wake_at_ms": _tr("Wakes"),
        "priority": _tr("Priority"),
        "impact": _tr("Impact"),
        "urgency": _tr("Urgency"),
        "queue": _tr("Queue"),
        "category": _tr("Category"),
        "assignee": _tr("Assignee"),
        "requester": _tr("Requester"),
        "company": _tr("Company"),
        "channel": _tr("Channel"),
        "subject": _tr("Subject"),
        "product": _tr("Product"),
        "tier": _tr("Tier"),
        "due_at_ms": _tr("Due"),
        "meeting_link": _tr("Meeting link"),
        "tags": _tr("Tags"),
        "facts": _tr("Facts"),
        "html": _tr("Text"),
        "name": _tr("Name"),
        "title": _tr("Title"),
        "email": _tr("E-mail"),
        "note": _tr("Note"),
        "files": _tr("Files"),
        "phone": _tr("Phone"),
        "other_emails": _tr("More e-mails"),
        "domains": _tr("Domains"),
        "plan": _tr("Plan"),
        "hint": _tr("Hint"),
        "preferred_channel": _tr("Preferred channel"),
        "ask_screenshot": _tr("Ask for a screenshot"),
        "contract": _tr("Contract"),
        "state": _tr("State"),  # of the system that it was imported from
        "group": _tr("Group"),
        "updated": _tr("Updated"),
        "created": _tr("Created"),
        "deleted": _tr("Moved to the trash"),
        "restored": _tr("Restored"),
        "withdrawn": _tr("Message taken back"),
        "returned": _tr("Message brought back"),
        "edited": _tr("Message edited"),
        "released": _tr("Held reply"),
        "written_in_trash": _tr("Written while the ticket was in the trash"),
        "approval_asked": _tr("Approval asked for"),
        "approval_approved": _tr("Approved"),
        "approval_rejected": _tr("Rejected"),
        "approval_taken_back": _tr("Decision taken back"),
        "approval_withdrawn": _tr("Approval asked for no longer"),
        "approval_returned": _tr("Approval asked for again"),
    }.get(what) or _work_words(what)


def customer_field_words(field: str) -> str:
    """The name of a field of a contact, a company or a piece of equipment."""
    return own_field_words(field) or what_words(field.removesuffix("_id"))


def _work_words(what: str) -> str:
    """The same of what hangs on a ticket besides its words."""
    return {
        "split_into": _tr("Split off"),
        "split_from": _tr("Split from"),
        "split_undone": _tr("Split taken back"),
        "merged_into": _tr("Merged into"),
        "merged": _tr("Merged with it:"),
        "unmerged_from": _tr("Taken out again of"),
        "unmerged": _tr("Taken out again:"),
        "watched": _tr("Watched by"),
        "unwatched": _tr("No longer watched by"),
        "linked_duplicate": _tr("Duplicate linked"),
        "linked_original": _tr("Linked as a duplicate of"),
        "linked_parent": _tr("Problem linked"),
        "linked_child": _tr("Incident linked"),
        "linked_related": _tr("Related ticket linked"),
        "unlinked_duplicate": _tr("Link to a duplicate removed"),
        "unlinked_original": _tr("No duplicate any more of"),
        "unlinked_parent": _tr("Link to a problem removed"),
        "unlinked_child": _tr("Link to an incident removed"),
        "unlinked_related": _tr("Link to a related ticket removed"),
        "time_added": _tr("Work time added"),
        "meeting_held": _tr("Meeting"),
        "time_withdrawn": _tr("Work time taken back"),
        "time_returned": _tr("Work time brought back"),
        "checklist_added": _tr("Checklist item added"),
        "checklist_edited": _tr("Checklist item changed"),
        "checklist_done": _tr("Checklist item done"),
        "checklist_reopened": _tr("Checklist item opened again"),
        "checklist_removed": _tr("Checklist item removed"),
        "checklist_returned": _tr("Checklist item brought back"),
    }.get(what, what.replace("_", " ").capitalize())


def value_words(what: str, value: str | None) -> str:
    """An old or new value as a person says it."""
    if value is None:
        return ""
    if what == "status":
        return status_words(value)
    if what == "priority":
        return priority_words(value)
    if what in ("channel", "preferred_channel", "created"):
        return channel_words(value)
    if what.endswith("_at_ms") and value.lstrip("-").isdigit():
        return time_words(int(value))
    if what in OF_MESSAGES:
        return kind_words(value) or value
    if what == "released":
        return release_words(value)
    if what in OF_TICKETS or what in OF_MERGES:
        return number_words(value)
    if what == "facts":
        return "; ".join(f"{key}: {told or '—'}" for key, told in read_known(value).items())
    if what in OF_TIMES:
        return _tr("%1 min").replace("%1", value)
    return value


def why_words(why: str) -> str:
    """Why something changed: what the desk's rules write, in the reader's language."""
    if why.startswith(BY_RULE):
        return _tr("rule “%1”").replace("%1", why.removeprefix(BY_RULE).removesuffix("”"))
    return {
        MATRIX: _tr("impact and urgency"),
        SAME_OWNER: _tr("had this contact last"),
    }.get(why, why)


def came_from_offline(conflict: ConflictRow) -> bool:
    """Whether the late value waited on its author's computer, rather than losing by seconds."""
    written = conflict.written_at_ms
    return written is not None and conflict.mine_at_ms - written >= LATE_MS


def field_words(conflict: ConflictRow) -> str:
    """What a conflict is about: a field's name, with the row's where that says more."""
    if conflict.entity == "approval":
        return _tr("Approval: %1").replace("%1", conflict.title)
    if conflict.entity == "checklist_item":
        return _tr("Checklist item")
    if conflict.entity == "message":
        return _tr("Text of a message")
    if conflict.entity in ("contact", "company", "asset"):
        return customer_field_words(conflict.field)
    return what_words(conflict.field.removesuffix("_id"))


def conflict_value_words(conflict: ConflictRow, value: ConflictValue) -> str:
    """A value of a conflict as a person says it; never empty."""
    if value.name:
        return value.name
    if value.value in (None, ""):
        return _tr("none")
    if conflict.field == "files":
        return ", ".join(file.name for file in named_files(str(value.value))) or _tr("none")
    if conflict.entity == "approval":
        return approval_words(str(value.value))
    return value_words(conflict.field, str(value.value))


def approval_words(state: str) -> str:
    """Where an approval stands."""
    return {
        "asked": _tr("waiting for an answer"),
        "approved": _tr("approved"),
        "rejected": _tr("rejected"),
    }.get(state, state)
