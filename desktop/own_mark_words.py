"""The words of what a person keeps for themselves."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.moments import moment_words
from models.own import Marks


def _tr(text: str) -> str:
    return QCoreApplication.translate("OwnMarks", text)


def colour_words(colour: str) -> str:
    """A colour as a menu names it; one that only a newer program knows as it is."""
    return {
        "red": _tr("Red"),
        "amber": _tr("Amber"),
        "green": _tr("Green"),
        "blue": _tr("Blue"),
        "violet": _tr("Violet"),
    }.get(colour, colour)


def reminder_words(marks: Marks, now_ms: int) -> str:
    """When it is told, and what about."""
    if marks.remind_at_ms is None:
        return ""
    due = marks.remind_at_ms <= now_ms
    words = _tr("Reminder, due since {0}") if due else _tr("Reminder {0}")
    when = words.format(moment_words(marks.remind_at_ms, now_ms))
    return " · ".join(filter(None, (when, " ".join(marks.words.split()))))
