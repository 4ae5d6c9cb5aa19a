"""What a due time asks for, in words, and how near it is. Pure: pills paint what stands here."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication

from desktop.widgets.tone import Tone
from models.queries.inbox import AT_RISK_MS

RUNNING = ("new", "open")
TONE_ICONS = {Tone.OVERDUE: "warning-triangle", Tone.RISK: "timer", Tone.GOOD: ""}


class Due(Protocol):
    """The part of a row or a header that is looked at."""

    @property
    def status(self) -> str: ...
    @property
    def wake_at_ms(self) -> int | None: ...
    @property
    def due_at_ms(self) -> int | None: ...
    @property
    def due_what(self) -> str | None: ...
    @property
    def warn_at_ms(self) -> int | None: ...


def _tr(text: str) -> str:
    return QCoreApplication.translate("Promises", text)


def is_running(due: Due, now_ms: int) -> bool:
    """Whether the desk is to do something now: not done, not waiting, not asleep."""
    woke = due.status == "postponed" and due.wake_at_ms is not None and due.wake_at_ms <= now_ms
    return due.status in RUNNING or woke


def due_tone(due: Due, now_ms: int) -> Tone | None:
    """How near the due time is; None when nothing is due now.

    A promise that was late when its clock stopped is late still.
    """
    tone = nearness(due, now_ms)
    late = tone is Tone.OVERDUE and due.due_what is not None and due.status != "done"
    return tone if late or is_running(due, now_ms) else None


def nearness(due: Due, now_ms: int) -> Tone | None:
    """How near the due time is, whoever has to act; None without one."""
    if due.due_at_ms is None:
        return None
    if due.due_at_ms < now_ms:
        return Tone.OVERDUE
    warn_at_ms = due.due_at_ms - AT_RISK_MS if due.warn_at_ms is None else due.warn_at_ms
    return Tone.RISK if warn_at_ms <= now_ms else Tone.GOOD


def is_overdue(due: Due, now_ms: int) -> bool:
    return due_tone(due, now_ms) is Tone.OVERDUE


def coming_words(what: str | None, span: str) -> str:
    """What is to be done within ``span``, e.g. "answer in 14 min"."""
    words = {
        "first_response": _tr("answer in {0}"),
        "update": _tr("next answer in {0}"),
        "solution": _tr("solve in {0}"),
    }
    return words.get(what or "", _tr("due in {0}")).format(span)


def late_words(what: str | None, span: str) -> str:
    """What should have been done ``span`` ago, e.g. "answer 0:42 overdue"."""
    words = {
        "first_response": _tr("answer {0} overdue"),
        "update": _tr("next answer {0} overdue"),
        "solution": _tr("solution {0} overdue"),
    }
    return words.get(what or "", _tr("{0} overdue")).format(span)


def target_words(what: str) -> str:
    """The name of a promise."""
    return {
        "first_response": _tr("First answer"),
        "update": _tr("Next answer"),
        "solution": _tr("Solution"),
    }.get(what, what)


def duration_words(length_ms: int) -> str:
    """14 min, 2 h 10 min, 3 d 4 h; no rest that is none."""
    minutes = max(0, length_ms) // 60_000
    hours, days = minutes // 60, minutes // 1_440
    if days:
        parts = (days, hours % 24)
        text = _tr("%1 d %2 h") if parts[1] else _tr("%1 d")
    elif hours:
        parts = (hours, minutes % 60)
        text = _tr("%1 h %2 min") if parts[1] else _tr("%1 h")
    else:
        text, parts = _tr("%1 min"), (minutes, 0)
    return text.replace("%1", str(parts[0])).replace("%2", str(parts[1]))


def age_words(since_ms: int | None, now_ms: int) -> str:
    """How long that is ago; a dash where nobody knows since when."""
    return "—" if since_ms is None else duration_words(now_ms - since_ms)
