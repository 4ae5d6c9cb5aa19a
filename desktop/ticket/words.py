"""Words of an open ticket: states, times, and what a line of history says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from desktop.code_words import words_for_code
from desktop.ticket_words import priority_words, status_words
from desktop.widgets.tone import Tone
from models.queries.inbox import AT_RISK_MS
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
        return _tr("failed: %1").replace("%1", words_for_code("", file.upload_reason))
    if file.upload == "paused":
        return _tr("paused")
    if file.upload and percent is not None:
        return _tr("uploading %1 %").replace("%1", str(percent), 1)
    return _tr("waiting to be uploaded") if file.upload else ""


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


def by_channel_words(channel: str) -> str:
    """How a message came, e.g. "by e-mail"; empty for what was written here."""
    return {
        "email": _tr("by e-mail"),
        "phone": _tr("by phone"),
        "portal": _tr("by the portal"),
        "chat": _tr("by chat"),
        "telegram": _tr("by Telegram"),
    }.get(channel, "")


def moment(at_ms: int) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(at_ms)


def time_words(at_ms: int) -> str:
    """14:05 today, "3 Nov 14:05" this year, "3 Nov 2024" before."""
    at, now, locale = moment(at_ms), QDateTime.currentDateTime(), QLocale()
    if at.date() == now.date():
        return at.toString("HH:mm")
    same_year = at.date().year() == now.date().year()
    return locale.toString(at, "d MMM HH:mm" if same_year else "d MMM yyyy")


def full_time_words(at_ms: int) -> str:
    return QLocale().toString(moment(at_ms), "d MMMM yyyy HH:mm:ss")


def duration_words(length_ms: int) -> str:
    """14 min, 2 h 10 min, 3 d 4 h."""
    minutes = max(0, length_ms) // 60_000
    hours, days = minutes // 60, minutes // 1_440
    if days:
        text, parts = _tr("%1 d %2 h"), (days, hours % 24)
    elif hours:
        text, parts = _tr("%1 h %2 min"), (hours, minutes % 60)
    else:
        text, parts = _tr("%1 min"), (minutes, 0)
    return text.replace("%1", str(parts[0])).replace("%2", str(parts[1]))


def due_words(header: TicketHeader, now_ms: int) -> tuple[str, Tone, str]:
    """Text, tone and icon of the due pill; no text when nothing is due."""
    if header.due_at_ms is None or header.status == "done":
        return "", Tone.NEUTRAL, ""
    left_ms = header.due_at_ms - now_ms
    if left_ms < 0:
        text = _tr("%1 overdue").replace("%1", duration_words(-left_ms))
        return text, Tone.OVERDUE, "warning-triangle"
    text = _tr("answer in %1").replace("%1", duration_words(left_ms))
    return (text, Tone.RISK, "timer") if left_ms <= AT_RISK_MS else (text, Tone.GOOD, "timer")


def sent_time_words(message: MessageRow) -> str:
    """When it arrived, and when it was written if that was clearly earlier."""
    at = time_words(message.at_ms)
    written = message.written_at_ms
    if written is None or message.at_ms - written <= WRITTEN_EARLIER_MS:
        return at
    return _tr("%1 · written %2").replace("%1", at).replace("%2", time_words(written))


def delivery_words(message: MessageRow) -> str:
    """What became of a public reply; empty for anything else."""
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


def kind_words(kind: str) -> str:
    return {
        "note": _tr("internal note"),
        "reply": _tr("reply to customer"),
        "call": _tr("call"),
    }.get(kind, "")


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
        "tags": _tr("Tags"),
        "state": _tr("State"),  # of the system that it was imported from
        "group": _tr("Group"),
        "updated": _tr("Updated"),
        "created": _tr("Created"),
        "deleted": _tr("Moved to the trash"),
        "restored": _tr("Restored"),
        "withdrawn": _tr("Message taken back"),
        "returned": _tr("Message brought back"),
    }.get(what, what.replace("_", " ").capitalize())


def value_words(what: str, value: str | None) -> str:
    """An old or new value as a person says it."""
    if value is None:
        return ""
    if what == "status":
        return status_words(value)
    if what == "priority":
        return priority_words(value)
    if what in ("channel", "created"):
        return channel_words(value)
    if what.endswith("_at_ms") and value.lstrip("-").isdigit():
        return time_words(int(value))
    if what in ("withdrawn", "returned"):
        return kind_words(value)
    return value


def event_words(event: EventRow) -> str:
    """One event in a few words, e.g. "Routed to Network (rule “VPN words”)", "Priority High"."""
    return f"{_event_words(event)} ({event.why})" if event.why else _event_words(event)


def _event_words(event: EventRow) -> str:
    new, old = value_words(event.what, event.new), value_words(event.what, event.old)
    if event.what == "tags":
        signs = [f"+{new}" if new else "", f"−{old}" if old else ""]
        return f"{what_words('tags')} {' '.join(filter(None, signs))}"
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
    }
    if new:
        words |= {
            "status": _tr("Marked %1"),
            "queue": _tr("Routed to %1"),
            "assignee": _tr("Assigned to %1"),
            "wake_at_ms": _tr("Postponed until %1"),
            "due_at_ms": _tr("Due %1"),
        }
    return words.get(what, "").replace("%1", new)
