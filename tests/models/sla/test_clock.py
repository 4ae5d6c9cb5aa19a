"""Due times and working minutes around everything that is odd about time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from models.errors import BadSetting
from models.sla import AROUND_THE_CLOCK, due_at, is_open, minutes_between, read_hours
from tests.models.sla.calendars import at, calendar, daily

OFFICE = calendar(holidays={"2026-03-03": "Liberation Day"})
NEVER = daily()
NIGHT = daily(["00:00", "06:00"], ["22:00", "24:00"])
ALWAYS = daily(["00:00", "24:00"])
HOUR = 60


def test_what_is_left_in_the_evening_goes_on_at_the_next_opening() -> None:
    assert due_at(OFFICE, at("2026-03-02 17:30"), HOUR) == at("2026-03-04 09:30")


def test_work_that_ends_with_the_day_is_due_at_closing_time() -> None:
    assert due_at(OFFICE, at("2026-03-02 17:00"), HOUR) == at("2026-03-02 18:00")


def test_what_comes_at_closing_time_waits_for_the_opening() -> None:
    assert due_at(OFFICE, at("2026-03-05 18:00"), 1) == at("2026-03-06 09:01")


@pytest.mark.parametrize("wall", ["2026-03-02 12:00", "2026-03-07 03:00", "2026-03-02 18:00"])
def test_no_minutes_are_due_at_once(wall: str) -> None:
    assert due_at(OFFICE, at(wall), 0) == at(wall)
    assert due_at(NEVER, at(wall), 0) == at(wall)


def test_seconds_are_kept() -> None:
    start = at("2026-03-02 17:59:30") + 250

    assert due_at(OFFICE, start, 1) == at("2026-03-04 09:00:30") + 250


def test_less_than_no_minutes_are_refused() -> None:
    with pytest.raises(ValueError, match="-1 minutes"):
        due_at(OFFICE, at("2026-03-02 12:00"), -1)


def test_whole_minutes_are_counted() -> None:
    start = at("2026-03-02 09:00")

    assert minutes_between(OFFICE, start, start + 119_999) == 1
    assert minutes_between(OFFICE, start, start + 120_000) == 2
    assert minutes_between(OFFICE, start, start) == 0
    assert minutes_between(OFFICE, start + 120_000, start) == 0


def test_broken_seconds_of_several_days_make_minutes_together() -> None:
    begin, end = at("2026-03-05 17:59:30"), at("2026-03-06 09:00:30")

    assert minutes_between(OFFICE, begin, end) == 1


def test_a_lunch_break_does_not_count() -> None:
    lunch = daily(["08:30", "12:30"], ["13:00", "17:30"])

    assert due_at(lunch, at("2026-03-02 12:00"), HOUR) == at("2026-03-02 13:30")
    assert minutes_between(lunch, at("2026-03-02 12:00"), at("2026-03-02 14:00")) == 90


def test_open_is_half_open() -> None:
    opening, closing = at("2026-03-02 09:00"), at("2026-03-02 18:00")

    assert is_open(OFFICE, opening)
    assert not is_open(OFFICE, opening - 1)
    assert is_open(OFFICE, closing - 1)
    assert not is_open(OFFICE, closing)
    assert not is_open(OFFICE, at("2026-03-03 12:00"))


def test_a_night_goes_over_midnight() -> None:
    assert due_at(NIGHT, at("2026-03-02 23:00"), 2 * HOUR) == at("2026-03-03 01:00")
    assert due_at(NIGHT, at("2026-03-02 23:00"), HOUR) == at("2026-03-03 00:00")
    assert is_open(NIGHT, at("2026-03-03 00:00"))


def test_a_leap_day_counts() -> None:
    begin, end = at("2028-02-28 17:00"), at("2028-03-01 10:00")

    assert minutes_between(calendar(), begin, end) == (1 + 9 + 1) * HOUR
    assert due_at(calendar(), begin, 10 * HOUR) == at("2028-02-29 18:00")


def test_the_night_of_the_spring_change_is_an_hour_shorter() -> None:
    begin = at("2026-03-28 22:00")

    assert minutes_between(NIGHT, begin, at("2026-03-29 06:00")) == 7 * HOUR
    assert due_at(NIGHT, begin, 7 * HOUR) == at("2026-03-29 06:00")
    assert due_at(ALWAYS, at("2026-03-29 00:00"), 24 * HOUR) == at("2026-03-30 01:00")


def test_the_night_of_the_autumn_change_is_an_hour_longer() -> None:
    begin = at("2026-10-24 22:00")

    assert minutes_between(NIGHT, begin, at("2026-10-25 06:00")) == 9 * HOUR
    assert due_at(ALWAYS, at("2026-10-25 00:00"), 24 * HOUR) == at("2026-10-25 23:00")


def test_a_time_that_is_left_out_means_the_moment_of_the_change() -> None:
    early = daily(["03:30", "08:00"])
    change = at("2026-03-29 04:00")  # 03:00 to 04:00 is not there

    assert not is_open(early, change - 1)
    assert is_open(early, change)
    assert minutes_between(early, change - HOUR, at("2026-03-29 12:00")) == 4 * HOUR


def test_a_window_that_is_left_out_whole_does_not_open() -> None:
    short = daily(["03:15", "03:45"])

    assert minutes_between(short, at("2026-03-29 00:00"), at("2026-03-30 00:00")) == 0
    assert due_at(short, at("2026-03-28 03:45"), 30) == at("2026-03-30 03:45")


def test_a_time_that_comes_twice_means_its_first() -> None:
    early = daily(["03:30", "08:00"])  # 03:00 to 04:00 comes twice
    late = daily(["00:00", "03:30"])
    day = (at("2026-10-25 00:00"), at("2026-10-26 00:00"))

    assert minutes_between(early, *day) == 5 * HOUR + 30
    assert minutes_between(late, *day) == 3 * HOUR + 30
    assert not is_open(late, at("2026-10-25 03:15", fold=1))
    assert is_open(early, at("2026-10-25 03:15", fold=1))


def test_a_midnight_that_is_not_there_opens_with_the_change() -> None:
    cairo = daily(["00:00", "06:00"], zone="Africa/Cairo")
    change = at("2026-04-24 01:00", "Africa/Cairo")

    assert is_open(cairo, change)
    assert not is_open(cairo, change - 1)
    assert minutes_between(cairo, change - 1, at("2026-04-24 12:00", "Africa/Cairo")) == 5 * HOUR


@pytest.mark.parametrize(
    ("zone", "day", "minutes"),
    [
        ("America/Havana", "2023-11-05", 25 * HOUR),  # 00:00 to 01:00 comes twice
        ("America/St_Johns", "2006-10-29", 25 * HOUR),  # at 00:01 back to the day before
        ("Australia/Lord_Howe", "2026-04-05", 24 * HOUR + 30),
        ("Pacific/Apia", "2011-12-30", 0),  # a day that never was
        ("Pacific/Kwajalein", "1993-08-21", 0),
    ],
)
def test_whole_days_follow_each_other_without_a_gap(zone: str, day: str, minutes: int) -> None:
    always = daily(["00:00", "24:00"], zone=zone)
    noon = at(f"{day} 12:00", zone)
    around = (noon - 48 * HOUR * 60_000, noon + 48 * HOUR * 60_000)

    assert minutes_between(always, *around) == 96 * HOUR
    only = calendar(zone, week={}, special_days={day: [["00:00", "24:00"]]})
    assert minutes_between(only, *around) == minutes


def test_the_evening_that_comes_twice_over_midnight_is_open() -> None:
    zone = "America/St_Johns"
    always = daily(["00:00", "24:00"], zone=zone)
    second = at("2006-10-28 23:30", zone, fold=1)  # at 00:01 clocks went back to 23:01

    assert is_open(always, second)
    assert minutes_between(always, at("2006-10-28 12:00", zone), second) == 12 * HOUR + 30


def test_a_calendar_that_never_opens_has_no_due_time() -> None:
    assert due_at(NEVER, at("2026-03-02 12:00"), 1) is None
    assert not is_open(NEVER, at("2026-03-02 12:00"))
    assert minutes_between(NEVER, 0, at("2026-03-02 12:00")) == 0


def test_days_that_are_over_do_not_open_again() -> None:
    once = daily(special_days={"2026-03-02": [["09:00", "10:00"]]})

    assert due_at(once, at("2026-03-02 09:30"), 30) == at("2026-03-02 10:00")
    assert due_at(once, at("2026-03-02 09:30"), 31) is None


def test_a_special_day_far_away_is_found() -> None:
    far = daily(special_days={"2199-12-31": [["09:00", "10:00"]]})

    assert due_at(far, at("2026-03-02 12:00"), 1) == at("2199-12-31 09:01")


def test_what_takes_longer_than_two_centuries_is_never() -> None:
    seldom = calendar(week={"wed": [["12:00", "12:01"]]})

    assert due_at(seldom, at("2026-03-02 12:00"), 1_000) == at("2045-04-26 12:01")
    assert due_at(seldom, at("2026-03-02 12:00"), 1_000_000) is None


@pytest.mark.parametrize("at_ms", [-(10**17), 10**17])
def test_moments_out_of_all_years_end(at_ms: int) -> None:
    assert due_at(OFFICE, at_ms, 10**9) is None
    assert not is_open(OFFICE, at_ms)


def test_pauses_do_not_count() -> None:
    pauses = [(at("2026-03-02 10:00"), at("2026-03-02 15:00"))]

    assert due_at(OFFICE, at("2026-03-02 09:30"), HOUR, pauses) == at("2026-03-02 15:30")
    assert minutes_between(OFFICE, at("2026-03-02 09:00"), at("2026-03-02 16:00"), pauses) == 120


def test_what_is_done_when_a_pause_begins_is_due_there() -> None:
    pauses = [(at("2026-03-02 10:00"), at("2026-03-02 15:00"))]

    assert due_at(OFFICE, at("2026-03-02 09:00"), HOUR, pauses) == at("2026-03-02 10:00")


def test_pauses_may_overlap_and_stand_in_any_order() -> None:
    walls = [("12:00", "13:00"), ("10:00", "11:00"), ("10:15", "10:30"), ("10:30", "12:30")]
    pauses = [(at(f"2026-03-02 {begin}"), at(f"2026-03-02 {end}")) for begin, end in walls]

    assert due_at(OFFICE, at("2026-03-02 09:00"), 2 * HOUR, pauses) == at("2026-03-02 14:00")


def test_a_pause_over_nights_and_one_that_ends_before_it_begins() -> None:
    pauses = [
        (at("2026-03-02 17:00"), at("2026-03-05 10:00")),
        (at("2026-03-05 12:00"), at("2026-03-05 11:00")),
    ]

    assert due_at(OFFICE, at("2026-03-02 16:00"), 4 * HOUR, pauses) == at("2026-03-05 13:00")


def test_while_a_pause_has_not_ended_nothing_becomes_due() -> None:
    start, pause = at("2026-03-02 09:00"), at("2026-03-02 11:00")

    assert due_at(OFFICE, start, 2 * HOUR, [(pause, None)]) == pause
    assert due_at(OFFICE, start, 2 * HOUR + 1, [(pause, None)]) is None
    assert minutes_between(OFFICE, start, at("2026-03-05 09:00"), [(pause, None)]) == 2 * HOUR


def test_wall_clock_minutes() -> None:
    assert due_at(AROUND_THE_CLOCK, at("2026-03-06 17:00"), 72 * HOUR) == at("2026-03-09 17:00")


def test_hours_that_were_read_count_like_their_body() -> None:
    start = at("2026-03-02 17:30")

    assert due_at(read_hours(OFFICE), start, HOUR) == due_at(OFFICE, start, HOUR)


COUNTS: list[Callable[[dict[str, Any]], object]] = [
    lambda body: due_at(body, 0, 1),
    lambda body: minutes_between(body, 0, 1),
    lambda body: is_open(body, 0),
]


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("body", [{}, {"timezone": "UTC", "week": {"mon": [["9", "18"]]}}])
def test_a_broken_calendar_is_an_error(
    count: Callable[[dict[str, Any]], object], body: dict[str, Any]
) -> None:
    with pytest.raises(BadSetting):
        count(body)
