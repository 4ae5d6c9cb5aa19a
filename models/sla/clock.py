"""Counting working time between moments.

A minute is a real one, also in the nights when clocks change. A time on the wall that a change
leaves out means the moment of the change, one that comes twice its first.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from models.sla.hours import AROUND_THE_CLOCK, Hours, read_hours

MINUTE_MS = 60_000
HORIZON = timedelta(days=200 * 366)
LAST_DAY = date(9998, 12, 31)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MS = timedelta(milliseconds=1)
ONE_DAY = timedelta(days=1)

Calendar = Mapping[str, Any] | Hours
"""A calendar's body, or what ``read_hours`` made of it: read once where many are counted."""
Pause = tuple[int, int | None]
"""From when to when, half-open; None: it has not ended."""
Span = tuple[int, int]


def due_at(
    calendar: Calendar, start_at_ms: int, minutes: int, pauses: Sequence[Pause] = ()
) -> int | None:
    """The earliest moment at which ``minutes`` of working time outside ``pauses`` have passed.

    Work that ends with the day is due at closing time, not at the next opening; no minutes are
    due at once, even while closed. None: never, or not within two centuries.
    Raises BadSetting for a calendar that can't be, ValueError for less than no minutes.
    """
    if minutes < 0:
        raise ValueError(f"{minutes} minutes can't be due")
    hours, left = _hours(calendar), minutes * MINUTE_MS
    if not left:
        return start_at_ms
    for begin, end in _worked(hours, start_at_ms, None, pauses):
        if end - begin >= left:
            return begin + left
        left -= end - begin
    return None


def minutes_between(
    calendar: Calendar, start_at_ms: int, end_at_ms: int, pauses: Sequence[Pause] = ()
) -> int:
    """Whole minutes of working time outside ``pauses``; 0 if the end is not after the start.

    Of a stretch of more than two centuries the first two are counted.
    """
    spans = _worked(_hours(calendar), start_at_ms, end_at_ms, pauses)
    return sum(end - begin for begin, end in spans) // MINUTE_MS


def is_open(calendar: Calendar, at_ms: int) -> bool:
    """Whether the desk works at this moment: at opening time yes, at closing time no more."""
    return any(_spans(_hours(calendar), at_ms, at_ms + 1))


def _hours(calendar: Calendar) -> Hours:
    return calendar if isinstance(calendar, Hours) else read_hours(calendar)


def _worked(hours: Hours, begin: int, end: int | None, pauses: Sequence[Pause]) -> Iterator[Span]:
    """The open spans without what lies in pauses, which may be in any order and overlap."""
    endless = [since for since, until in pauses if until is None]
    stop = min([*endless, *([] if end is None else [end])], default=None)
    ended = ((since, until) for since, until in pauses if until is not None)
    waiting = deque(sorted(pause for pause in ended if pause[0] < pause[1]))
    for since, until in _spans(hours, begin, stop):
        while since < until:
            while waiting and waiting[0][1] <= since:
                waiting.popleft()
            paused, resumed = waiting[0] if waiting else (until, until)
            if since < paused:
                yield since, min(paused, until)
            since = resumed if paused < until else until


def _spans(hours: Hours, begin: int, end: int | None) -> Iterator[Span]:
    """The open stretches from ``begin`` to ``end``, in order; without an end to the horizon.

    A day more is looked at: where clocks go back over midnight the date on the wall is that of the
    day before once more, while the window is already the next day's.
    """
    if hours is AROUND_THE_CLOCK:  # one stretch: nearly every ticket without a policy asks for it
        if end is None or begin < end:
            yield begin, begin + HORIZON // MS if end is None else end
        return
    first = _day(hours.zone, begin)
    last = first + min(HORIZON, LAST_DAY - first)
    if end is not None:
        last = min(last, _day(hours.zone, end) + ONE_DAY)
    for day in hours.days(first, last):
        for opens, closes in hours.windows(day):
            since, until = (_moment(hours.zone, day, minute) for minute in (opens, closes))
            since, until = max(since, begin), until if end is None else min(until, end)
            if since < until:
                yield since, until


def _day(zone: ZoneInfo, at_ms: int) -> date:
    """The date on the wall; of moments outside the years 2 to 9997 the nearest within."""
    moment = EPOCH + min(max(at_ms, FIRST_MS), LAST_MS) * MS
    return moment.astimezone(zone).date()


def _moment(zone: ZoneInfo, day: date, minute: int) -> int:
    """When the clock on the wall first shows ``minute`` of ``day``, or is changed past it."""
    wall = datetime(day.year, day.month, day.day) + timedelta(minutes=minute)
    before, after = (_at_ms(wall.replace(tzinfo=zone, fold=fold)) for fold in (0, 1))
    # In a gap the offset of before the change gives the later of the two moments (PEP 495).
    return before if before <= after else _change(zone, after, before)


def _change(zone: ZoneInfo, before: int, after: int) -> int:
    """The first moment after ``before`` that has the offset of ``after``."""
    offset = _offset(zone, after)
    while after - before > 1:
        middle = (before + after) // 2
        if _offset(zone, middle) == offset:
            after = middle
        else:
            before = middle
    return after


def _offset(zone: ZoneInfo, at_ms: int) -> timedelta | None:
    return (EPOCH + at_ms * MS).astimezone(zone).utcoffset()


def _at_ms(moment: datetime) -> int:
    return (moment - EPOCH) // MS


FIRST_MS, LAST_MS = (_at_ms(datetime(year, 6, 1, tzinfo=UTC)) for year in (2, 9997))
