"""Words of an open ticket: states, times, and what a line of history says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.code_words import words_for_code
from desktop.field_words import OF_MERGES, moment, time_words, value_words, what_words, why_words
from desktop.promise_words import (
    TONE_ICONS,
    coming_words,
    due_tone,
    duration_words,
    late_words,
    nearness,
)
from desktop.ticket_words import status_words
from desktop.widgets.tone import Tone
from models.queries.conversation import OF_TICKETS
from models.rows import EventRow, FileRow, MessageRow, TicketHeader

WRITTEN_EARLIER_MS = 2 * 60_000


def _tr(text: str) -> str:
    return QCoreApplication.translate("TicketWords", text)


def status_until_words(status: str, waiting_for: str | None, wake_at_ms: int | None) -> str:
    """The state with the moment at which it ends, e.g. "postponed until 14:00"."""
    if status == "postponed" and wake_at_ms:
        return _tr("postponed until %1").replace("%1", time_words(wake_at_ms))
    return status_words(status, waiting_for)


def upload_words(file: FileRow, percent: int | None = None) -> str:
    """How a file gets up from this computer; empty for any other."""
    if file.upload == "failed":
        return _tr("failed: %1").replace("%1", words_for_code("upload", file.upload_reason))
    if file.upload == "paused":
        return _tr("paused")
    if file.upload and percent is not None:
        return _tr("uploading %1 %").replace("%1", str(percent), 1)
    return _tr("waiting to be uploaded") if file.upload else ""


def by_channel_words(channel: str) -> str:
    """How a message came, e.g. "by e-mail"; empty for what was written here."""
    return {
        "email": _tr("by e-mail"),
        "phone": _tr("by phone"),
        "portal": _tr("by the portal"),
        "chat": _tr("by chat"),
        "telegram": _tr("by Telegram"),
    }.get(channel, "")


def full_time_words(at_ms: int) -> str:
    return QLocale().toString(moment(at_ms), "d MMMM yyyy HH:mm:ss")


def due_words(header: TicketHeader, now_ms: int) -> tuple[str, Tone, str]:
    """Text, tone and icon of the due pill; no text when nothing is due.

    What a person set is told while somebody else is waited for, too.
    """
    by_hand = header.due_what is None and header.status != "done"
    tone = nearness(header, now_ms) if by_hand else due_tone(header, now_ms)
    if tone is None or header.due_at_ms is None:
        return "", Tone.NEUTRAL, ""
    left_ms = header.due_at_ms - now_ms
    if tone is Tone.OVERDUE:
        return late_words(header.due_what, duration_words(-left_ms)), tone, TONE_ICONS[tone]
    return coming_words(header.due_what, duration_words(left_ms)), tone, "timer"


def sent_time_words(message: MessageRow) -> str:
    """When it arrived, and when it was written if that was clearly earlier."""
    at = time_words(message.at_ms)
    written = message.written_at_ms
    if written is None or message.at_ms - written <= WRITTEN_EARLIER_MS:
        return at
    return _tr("%1 · written %2").replace("%1", at).replace("%2", time_words(written))


def edited_words(message: MessageRow) -> str:
    """That it was changed, and when; empty for what was not."""
    at_ms = message.edited_at_ms
    return _tr("edited %1").replace("%1", time_words(at_ms)) if at_ms else ""


def held_words(message: MessageRow, me_id: str) -> str:
    """Why a reply waits for its author; empty for any other message."""
    if message.delivery != "held":
        return ""
    mine = message.author_id == me_id
    if message.held_for_at_ms is None:
        words = _tr("Held: something was said here meanwhile") if mine else _tr("held by %3")
    elif not mine:
        words = _tr("held by %3: %1 wrote at %2")
    elif message.written_at_ms and message.at_ms - message.written_at_ms > WRITTEN_EARLIER_MS:
        words = _tr("Held: %1 wrote at %2, while you were offline")
    else:
        words = _tr("Held: %1 wrote at %2, before your reply arrived")
    at = time_words(message.held_for_at_ms) if message.held_for_at_ms else ""
    named = words.replace("%2", at).replace("%3", message.author_name)
    return named.replace("%1", message.held_for)


def delivery_words(message: MessageRow) -> str:
    """What became of a public reply that is not held; empty for anything else."""
    if message.delivery == "kept":
        if message.delivery_reason in (None, "no_mail_channel"):
            return _tr("kept here: no mail channel is set up")
        return _tr("kept here: %1").replace("%1", message.delivery_reason or "")
    words = {
        "queued": _tr("will be mailed"),
        "sent": _tr("mailed"),
        "refused": _tr("not mailed: refused"),
        "bounced": _tr("came back undelivered"),
    }.get(message.delivery or "", "")
    return f"{words}: {message.delivery_reason}" if words and message.delivery_reason else words


def shortened_words() -> str:
    return _tr("a long message, shown in part: press here for all of it")


def unsent_words() -> str:
    return _tr("waits on this computer")


def event_words(event: EventRow) -> str:
    """One event in a few words, e.g. "Routed to Network (rule “VPN words”)", "Priority High"."""
    return f"{_event_words(event)} ({why_words(event.why)})" if event.why else _event_words(event)


def _event_words(event: EventRow) -> str:
    new, old = value_words(event.what, event.new), value_words(event.what, event.old)
    if event.what == "tags":
        signs = [f"+{new}" if new else "", f"−{old}" if old else ""]
        return f"{what_words('tags')} {' '.join(filter(None, signs))}"
    if event.what in OF_TICKETS or event.what.startswith(("time_", "meeting_held", "checklist_")):
        return ": ".join(filter(None, (what_words(event.what), new)))
    if event.what in OF_MERGES:
        return f"{what_words(event.what)} {new or old}"
    if sentence := _sentence(event.what, new):
        return sentence
    if new:
        return f"{what_words(event.what)} {new}"
    return _tr("%1 cleared").replace("%1", what_words(event.what))


def _sentence(what: str, new: str) -> str:
    """The whole sentence that some events have instead of name and value."""
    words = {
        "created": _tr("Created, %1"),
        "deleted": _tr("Moved to the trash"),
        "restored": _tr("Restored"),
        "withdrawn": _tr("Message taken back"),
        "returned": _tr("Message brought back"),
        "edited": _tr("Message edited"),
        "written_in_trash": _tr("Written while the ticket was in the trash"),
        "approval_taken_back": _tr("Decision taken back: %1"),
    }
    if new:
        words |= {
            "released": _tr("Held reply %1"),
            "approval_asked": _tr("Approval asked for: %1"),
            "approval_approved": _tr("Approved: %1"),
            "approval_rejected": _tr("Rejected: %1"),
            "status": _tr("Marked %1"),
            "queue": _tr("Routed to %1"),
            "assignee": _tr("Assigned to %1"),
            "wake_at_ms": _tr("Postponed until %1"),
            "due_at_ms": _tr("Due %1"),
        }
    return words.get(what, "").replace("%1", new)


def recipient_words(header: TicketHeader) -> str:
    """Whom a reply is for: the address, or the name while it is not known."""
    return header.requester_email or header.requester_name
