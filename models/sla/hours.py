"""When the desk works: the body of a calendar, checked, as windows of each day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from models.errors import BadSetting

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")  # as date.weekday() counts
CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d|24:00", re.ASCII)
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
NIGHT = "a night is two windows: until 24:00, and from 00:00 of the next day"

Windows = tuple[tuple[int, int], ...]
"""Half-open, in minutes after midnight by the clock on the wall, in order."""


@dataclass(frozen=True, eq=False)
class Hours:
    """A calendar that was read: seven days from Monday on, and the days that differ."""

    zone: ZoneInfo
    week: tuple[Windows, ...]
    special: Mapping[date, Windows]

    def windows(self, day: date) -> Windows:
        return self.special.get(day, self.week[day.weekday()])

    def days(self, first: date, last: date) -> Iterator[date]:
        """The days from ``first`` to ``last`` that can have windows; few if the week has none."""
        if any(self.week):
            yield from map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))
        else:
            yield from (day for day in sorted(self.special) if first <= day <= last)


def read_hours(body: Mapping[str, Any]) -> Hours:
    """What a calendar's body says in ``timezone``, ``week``, ``holidays`` and ``special_days``.

    A holiday has no windows; a special day has its own, whatever weekday or holiday it is.
    Other names are left alone. Raises BadSetting with a sentence for what can't be.
    """
    zone, week = _zone(body.get("timezone")), _table(body, "week")
    if not week.keys() <= set(DAYS):
        raise BadSetting(f"week: a day is one of {' '.join(DAYS)}")
    special = _table(body, "special_days")
    holidays: dict[date, Windows] = {_day(day): () for day in _table(body, "holidays")}
    own = {_day(day): _windows(f"special_days.{day}", special[day]) for day in special}
    regular = tuple(_windows(f"week.{day}", week.get(day, [])) for day in DAYS)
    return Hours(zone, regular, holidays | own)


def _zone(name: object) -> ZoneInfo:
    try:
        return ZoneInfo(name if isinstance(name, str) else "")
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        shown = "" if name is None else name
        raise BadSetting(f"timezone: there is no zone “{shown}”") from error


def _table(body: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = body.get(name, {})
    if not isinstance(value, Mapping):
        raise BadSetting(f"{name}: expected a table")
    return value


def _day(text: str) -> date:
    try:
        if DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass  # such as 2026-02-30
    raise BadSetting(f"“{text}” is no day such as 2026-03-09")


def _windows(where: str, value: object) -> Windows:
    """The windows of one day, put in order. ``where`` begins the sentence of what is wrong."""
    if not isinstance(value, list | tuple):
        raise BadSetting(f'{where}: hours are written as [["09:00", "18:00"]]')
    windows = sorted(_window(where, window) for window in value)
    for (_, end), (begin, _) in pairwise(windows):
        if begin < end:
            raise BadSetting(f"{where}: two windows overlap at {_shown(begin)}")
    return tuple(windows)


def _window(where: str, value: object) -> tuple[int, int]:
    times = value if isinstance(value, list | tuple) else ()
    if len(times) != 2 or not all(isinstance(t, str) and CLOCK.fullmatch(t) for t in times):
        raise BadSetting(f'{where}: hours are written as [["09:00", "18:00"]]')
    begin, end = (int(text[:2]) * 60 + int(text[3:]) for text in times)
    if begin >= end:
        raise BadSetting(f"{where}: {times[0]} is not before {times[1]}; {NIGHT}")
    return begin, end


def _shown(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


AROUND_THE_CLOCK = Hours(ZoneInfo("UTC"), (((0, 24 * 60),),) * 7, {})
"""Every minute counts: wall-clock time."""
