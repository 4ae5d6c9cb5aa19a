"""The words, tones and icons of a ticket row. Pure: the delegate paints what stands here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.moments import MINUTE_MS, moment_words, recent_words
from desktop.promise_words import TONE_ICONS, coming_words, due_tone, late_words
from desktop.ticket_words import STATUS_ICONS, number_words, status_words, subject_words
from desktop.widgets.tone import Tone
from models.rows import TicketRow

DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class PillWords:
    """A pill: what it says, in which tone, with which icon."""

    text: str
    tone: Tone = Tone.NEUTRAL
    icon: str = ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("TicketRow", text)


def second_line(row: TicketRow) -> str:
    """``#10482 · Northwind — Peter Hale``, without the parts that are not known."""
    people = " — ".join(part for part in (row.company_name, row.requester_name) if part)
    return " · ".join(part for part in (number_words(row.number), people) if part)


def span_words(span_ms: int) -> str:
    """A length of time, rounded down: ``14 min``, ``3 h 05 min``, ``2 d 4 h``."""
    minutes = span_ms // MINUTE_MS
    hours, days = minutes // 60, minutes // 1440
    if days:
        rest = hours - days * 24
        return (_tr("{0} d {1} h") if rest else _tr("{0} d")).format(days, rest)
    if hours:
        rest = minutes - hours * 60
        return (_tr("{0} h {1} min") if rest else _tr("{0} h")).format(hours, f"{rest:02}")
    return _tr("{0} min").format(minutes)


def due_pill(row: TicketRow, now_ms: int) -> PillWords | None:
    """What is to be done, and how long is left; None when nobody has to do anything now."""
    tone = due_tone(row, now_ms)
    if tone is None or row.due_at_ms is None:
        return None
    left = row.due_at_ms - now_ms
    if tone is Tone.OVERDUE:
        words = _late_words(row.due_what, -left)
    elif row.due_what:
        words = coming_words(row.due_what, span_words(left))
    else:
        words = _tr("{0} left").format(span_words(left)) if tone is Tone.RISK else span_words(left)
    return PillWords(words, tone, TONE_ICONS[tone])


def _late_words(what: str | None, late_ms: int) -> str:
    if not what:
        return _overdue_words(late_ms)
    hours, minutes = divmod(late_ms // MINUTE_MS, 60)
    days = _tr("{0} d").format(late_ms // DAY_MS)
    return late_words(what, days if late_ms >= DAY_MS else f"{hours}:{minutes:02}")


def _overdue_words(late_ms: int) -> str:
    if late_ms >= DAY_MS:
        return _tr("−{0} d overdue").format(late_ms // DAY_MS)
    if late_ms < MINUTE_MS:
        return _tr("overdue")
    hours, minutes = divmod(late_ms // MINUTE_MS, 60)
    return _tr("−{0} overdue").format(f"{hours}:{minutes:02}")


def band_words(band: str) -> str:
    """The heading above the first row of a band."""
    return {
        "pinned": _tr("Pinned · only you see this"),
        "others": _tr("Others"),
        "postponed": _tr("Postponed"),
    }[band]


def reminder_pill(row: TicketRow, now_ms: int) -> PillWords | None:
    """When its person wants to hear of it."""
    at_ms = row.remind_at_ms
    if at_ms is None:
        return None
    if at_ms <= now_ms:
        return PillWords(_tr("reminder due"), Tone.RISK, "bell")
    return PillWords(moment_words(at_ms, now_ms), Tone.NEUTRAL, "bell")


def _reminder_spoken(row: TicketRow, now_ms: int) -> str:
    pill = reminder_pill(row, now_ms)
    if pill is None or pill.tone is Tone.RISK:
        return pill.text if pill else ""
    return _tr("reminder {0}").format(pill.text)


def held_pill(row: TicketRow) -> PillWords | None:
    """That a reply waits for its author."""
    return PillWords(_tr("reply held"), Tone.RISK, "pause") if row.held else None


def status_pill(row: TicketRow, now_ms: int) -> PillWords:
    """The state by icon and word."""
    if row.status == "postponed" and row.wake_at_ms is not None:
        return _postponed_pill(row.wake_at_ms, now_ms)
    words = status_words(row.status, row.waiting_for)
    return PillWords(words, Tone.NEUTRAL, STATUS_ICONS.get(row.status, ""))


def pills(row: TicketRow, now_ms: int, columns: Sequence[str]) -> list[PillWords]:
    """What a row tells by marks: a held reply and one's reminder always, the rest as its view
    says."""
    found = (
        held_pill(row),
        due_pill(row, now_ms) if not columns or "due" in columns else None,
        status_pill(row, now_ms) if not columns or "status" in columns else None,
        reminder_pill(row, now_ms),
    )
    return [pill for pill in found if pill is not None]


def _postponed_pill(wake_at_ms: int, now_ms: int) -> PillWords:
    if wake_at_ms <= now_ms:
        since = recent_words(wake_at_ms, now_ms // MINUTE_MS)
        return PillWords(_tr("back since {0}").format(since), Tone.RISK, STATUS_ICONS["postponed"])
    words = _tr("postponed until {0}").format(moment_words(wake_at_ms, now_ms))
    return PillWords(words, Tone.NEUTRAL, STATUS_ICONS["postponed"])


def spoken(row: TicketRow, now_ms: int) -> str:
    """The whole row for a screen reader, what matters most first."""
    due, held = due_pill(row, now_ms), held_pill(row)
    parts = (
        _tr("unread") if row.unread else "",
        subject_words(row.subject),
        second_line(row),
        due.text if due else "",
        held.text if held else "",
        status_pill(row, now_ms).text,
        _priority_spoken(row.priority),
        _tr("pinned") if row.pinned else "",
        own_colour_words(row.colour),
        _reminder_spoken(row, now_ms),
        _tr("not sent yet") if row.unsent else "",
        _tr("a change needs your attention") if row.stuck else "",
        recent_words(row.activity_at_ms, now_ms // MINUTE_MS),
        _tr("assigned to {0}").format(row.assignee_name) if row.assignee_name else "",
        ", ".join(row.tags),
    )
    return ", ".join(part for part in parts if part)


def own_colour_words(colour: str) -> str:
    """The colour that its person gave it; nothing for none."""
    return {
        "red": _tr("my colour: red"),
        "amber": _tr("my colour: amber"),
        "green": _tr("my colour: green"),
        "blue": _tr("my colour: blue"),
        "violet": _tr("my colour: violet"),
    }.get(colour, "")


def selected_spoken(words: str) -> str:
    """The row of a selected ticket."""
    return _tr("selected, {0}").format(words)


def _priority_spoken(priority: str) -> str:
    return {"urgent": _tr("urgent"), "high": _tr("high priority")}.get(priority, "")
