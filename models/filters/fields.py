"""The table of what a filter can ask for, and which values each name takes."""

from __future__ import annotations

import datetime
import re
from typing import Literal

from msgspec import Struct

from models.errors import BadFilter
from models.rows import CHANNELS, COLOURS, PRIORITIES, STATUSES, WAITING_FOR

Kind = Literal["choice", "name", "span", "moment"]

SPAN = re.compile(r"([0-9]{1,5})(m|h|d|w)")
MOMENT = re.compile(r"(<=|>=|<|>)?(.+)", re.DOTALL)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
UNIT_MS = {"m": 60_000, "h": 3_600_000, "d": 86_400_000, "w": 7 * 86_400_000}
DAY_WORDS = {"today": 0, "yesterday": -1, "tomorrow": 1}
YEARS = (1971, 2999)


class Field(Struct, frozen=True):
    """One name. ``choices`` are all values of a choice, and special ones of the other kinds."""

    name: str
    kind: Kind
    choices: tuple[str, ...] = ()


FIELDS = {
    field.name: field
    for field in (
        Field("queue", "name"),
        Field("status", "choice", STATUSES),
        Field("priority", "choice", PRIORITIES),
        Field("tier", "choice", ("1", "2")),
        Field("assignee", "name", ("me", "none")),
        Field("waiting", "choice", WAITING_FOR),
        Field("tag", "name"),
        Field("category", "name", ("none",)),
        Field("requester", "name", ("none",)),
        Field("company", "name", ("none",)),
        Field("plan", "name"),
        Field("channel", "choice", CHANNELS),
        Field("subject", "name"),
        Field("has", "choice", ("screenshot", "attachment", "note", "draft", "due")),
        Field(
            "is",
            "choice",
            tuple("unread overdue at-risk open done postponed mentioned first-time".split()),
        ),
        Field("pinned", "choice", ("yes", "no")),
        Field("colour", "choice", (*COLOURS, "yes", "no")),
        Field("reminder", "choice", ("due", "today", "yes", "no")),
        Field("older", "span"),
        Field("newer", "span"),
        Field("idle", "span"),
        Field("due", "moment", ("none",)),
        Field("created", "moment"),
        Field("updated", "moment"),
        Field("solved", "moment", ("none",)),
    )
}

OLD_NAMES = {"highlight": "colour"}
"""What stands in views that were saved when these names were others."""


def check_value(field: Field, typed: str, word: str) -> str:
    """The value as it is kept. Raises BadFilter, which names ``word``, for what can't be one."""
    small = typed.strip().lower()
    if small in field.choices:
        return small
    if field.kind == "choice":
        raise BadFilter("choice", word, field.choices)
    if field.kind == "name":
        if not typed.strip():
            raise BadFilter("missing", word)
        return typed
    if field.kind == "span" and SPAN.fullmatch(small):
        return small
    if field.kind == "moment" and _is_moment(small):
        return small
    raise BadFilter(field.kind, word)


def span_ms(text: str) -> int | None:
    """``2d`` in milliseconds; None for what is no span."""
    found = SPAN.fullmatch(text)
    return int(found[1]) * UNIT_MS[found[2]] if found else None


def day_of(text: str, today: datetime.date) -> datetime.date | None:
    """``2026-11-01`` or ``today``; None for what is no day."""
    if text in DAY_WORDS:
        return today + datetime.timedelta(days=DAY_WORDS[text])
    if not DAY.fullmatch(text):
        return None
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        return None
    return day if YEARS[0] <= day.year <= YEARS[1] else None


def split_moment(value: str) -> tuple[str, str]:
    """``>=2026-11-01`` as its sign ("" for none) and what follows."""
    found = MOMENT.fullmatch(value)
    return (found[1] or "", found[2]) if found else ("", value)


def _is_moment(value: str) -> bool:
    sign, rest = split_moment(value)
    if SPAN.fullmatch(rest):
        return bool(sign)
    return day_of(rest, datetime.date(2026, 1, 1)) is not None
