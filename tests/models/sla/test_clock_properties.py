"""What holds for every calendar: there and back, in order, in parts."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from models.sla import due_at, is_open, minutes_between
from models.sla.hours import DAYS
from tests.models.sla.calendars import at

MINUTE = 60_000
ZONES = (
    "UTC Europe/Sofia Europe/Moscow America/Havana Africa/Cairo Australia/Lord_Howe Asia/Kathmandu"
).split()
BEGIN, END = (datetime(year, 1, 1, tzinfo=UTC) for year in (2024, 2029))


@st.composite
def windows(draw: st.DrawFn) -> list[list[str]]:
    """Up to three windows on quarters of an hour that do not overlap."""
    quarters = sorted(draw(st.sets(st.integers(0, 96), max_size=6)))
    walls = [f"{quarter // 4:02}:{quarter % 4 * 15:02}" for quarter in quarters]
    return [list(pair) for pair in zip(walls[::2], walls[1::2], strict=False)]


@st.composite
def calendars(draw: st.DrawFn) -> dict[str, Any]:
    week = {day: draw(windows()) for day in DAYS}
    week[draw(st.sampled_from(DAYS))] = [["08:00", "12:00"]]  # it opens at some time
    days = st.dates(BEGIN.date(), END.date()).map(str)
    special = draw(st.dictionaries(days, windows(), max_size=3))
    zone = draw(st.sampled_from(ZONES))
    return {"timezone": zone, "week": week, "special_days": special}


def near_changes() -> st.SearchStrategy[int]:
    """Moments of five years, many of them near to a change of clocks."""
    changes = [at("2026-03-29 04:00"), at("2026-10-25 04:00"), at("2026-04-24 00:00")]
    near = st.builds(int.__add__, st.sampled_from(changes), st.integers(-(2 * 10**8), 2 * 10**8))
    first, last = (round(moment.timestamp() * 1000) for moment in (BEGIN, END))
    return st.one_of(near, st.integers(first, last))


MOMENTS = near_changes()
MINUTES = st.integers(1, 6_000)
PAUSES = st.lists(
    st.tuples(MOMENTS, st.integers(0, 10**8)).map(lambda pair: (pair[0], sum(pair))), max_size=3
)


@given(calendars(), MOMENTS, MINUTES, PAUSES)
def test_due_and_between_are_inverse(
    body: dict[str, Any], start: int, minutes: int, pauses: list[tuple[int, int]]
) -> None:
    due = due_at(body, start, minutes, pauses)

    assert due is not None
    assert minutes_between(body, start, due, pauses) == minutes
    assert minutes_between(body, start, due - 1, pauses) == minutes - 1
    assert is_open(body, due - 1)
    assert not any(begin <= due - 1 < end for begin, end in pauses)


@given(calendars(), MOMENTS, st.integers(0, 10**8), MINUTES, MINUTES)
def test_later_and_more_are_never_due_earlier(
    body: dict[str, Any], start: int, later: int, minutes: int, more: int
) -> None:
    due, after = due_at(body, start, minutes), due_at(body, start + later, minutes + more)

    assert due is not None
    assert after is not None
    assert start < due < after


@given(calendars(), MOMENTS, MINUTES, MINUTES)
def test_minutes_can_be_done_in_parts(
    body: dict[str, Any], start: int, first: int, second: int
) -> None:
    half = due_at(body, start, first)

    assert half is not None
    assert due_at(body, half, second) == due_at(body, start, first + second)


@given(calendars(), st.tuples(MOMENTS, MOMENTS, MOMENTS).map(sorted))
def test_stretches_add_up(body: dict[str, Any], moments: list[int]) -> None:
    begin, middle, end = (moment // MINUTE * MINUTE for moment in moments)
    parts = minutes_between(body, begin, middle) + minutes_between(body, middle, end)

    assert parts == minutes_between(body, begin, end)


@given(calendars(), MOMENTS)
def test_a_minute_counts_when_it_is_open(body: dict[str, Any], moment: int) -> None:
    minute = moment // MINUTE * MINUTE

    assert minutes_between(body, minute, minute + MINUTE) == is_open(body, minute)
