"""Filters in words: their names, their values, and what is wrong with one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.field_words import channel_words, what_words
from desktop.ticket_words import priority_words, status_words
from models.errors import BadFilter, DeskError


def _tr(text: str) -> str:
    return QCoreApplication.translate("FilterWords", text)


def name_words(name: str) -> str:
    """What a filter is called, e.g. "Queue"."""
    known = {
        "waiting": what_words("waiting_for"),
        "due": what_words("due_at_ms"),
        "tag": _tr("Tag"),
        "plan": _tr("Plan"),
        "has": _tr("Has"),
        "is": _tr("Is"),
        "pinned": _tr("Pinned by me"),
        "colour": _tr("My colour"),
        "reminder": _tr("My reminder"),
        "older": _tr("Older than"),
        "newer": _tr("Newer than"),
        "idle": _tr("Nothing done for"),
        "created": _tr("Created"),
        "updated": _tr("Updated"),
        "solved": _tr("Solved"),
    }
    return known.get(name) or what_words(name)


def value_words(name: str, value: str) -> str:
    """A value as people say it; names of the directory stand as they are."""
    if name == "status":
        return status_words(value)
    if name == "priority":
        return priority_words(value)
    if name == "channel":
        return channel_words(value)
    if name == "waiting":
        return status_words("waiting", value)
    if name in ("pinned", "colour", "reminder"):
        return own_words(value)
    return _choice_words().get(value, value)


def own_words(value: str) -> str:
    """A value of what only its person sees: yes, no, a colour, when a reminder is due."""
    return {
        "yes": _tr("yes"),
        "no": _tr("no"),
        "red": _tr("red"),
        "amber": _tr("amber"),
        "green": _tr("green"),
        "blue": _tr("blue"),
        "violet": _tr("violet"),
        "due": _tr("due now"),
        "today": _tr("due today or earlier"),
    }.get(value, value)


def trouble_words(error: DeskError) -> str:
    """A sentence that names the word which can't be understood."""
    if not isinstance(error, BadFilter):
        return _tr("This view is no longer there.")
    words = {
        "unknown": _tr("There is no filter “{0}”. Put it in quotes to search for these words."),
        "missing": _tr("“{0}” has no value yet."),
        "choice": _tr("“{0}” can't be: the values are {1}."),
        "span": _tr("“{0}” can't be: write a length of time such as 30m, 2h, 3d or 1w."),
        "moment": _tr(
            "“{0}” can't be: write a day or a length of time, as in >2026-11-01, today, <2h."
        ),
        "long": _tr("“{0}” is too long for a filter."),
    }
    return words[error.code].format(error.word, ", ".join(error.choices))


def _choice_words() -> dict[str, str]:
    return {
        "none": _tr("none"),
        "me": _tr("me"),
        "screenshot": _tr("a screenshot"),
        "attachment": _tr("an attachment"),
        "note": _tr("an internal note"),
        "draft": _tr("a draft of mine"),
        "due": _tr("a promised time"),
        "unread": _tr("unread"),
        "overdue": _tr("overdue"),
        "at-risk": _tr("at risk"),
        "open": _tr("not done"),
        "done": _tr("done"),
        "postponed": _tr("postponed, not awake yet"),
        "mentioned": _tr("with a mention of me"),
        "first-time": _tr("from a first-time contact"),
        "1d": _tr("a day"),
        "3d": _tr("three days"),
        "1w": _tr("a week"),
        "4w": _tr("four weeks"),
        "today": _tr("today"),
        "yesterday": _tr("yesterday"),
        "<2h": _tr("in less than two hours"),
        "<1d": _tr("in less than a day"),
        ">1d": _tr("in more than a day"),
        "<1w": _tr("less than a week ago"),
        ">1w": _tr("more than a week ago"),
    }
