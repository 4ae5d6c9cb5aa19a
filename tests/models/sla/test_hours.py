"""What a calendar can say, and the sentence for what it can't."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from models.errors import BadSetting
from models.sla import read_hours
from tests.models.sla.calendars import calendar, daily

NINE_TO_SIX = ((9 * 60, 18 * 60),)


def test_days_have_their_windows() -> None:
    hours = read_hours(calendar(holidays={"2026-03-03": "Liberation Day"}))

    assert hours.windows(date(2026, 3, 2)) == NINE_TO_SIX
    assert hours.windows(date(2026, 3, 3)) == ()
    assert hours.windows(date(2026, 3, 7)) == ()


def test_a_special_day_overrides_week_and_holiday() -> None:
    special = {
        "2026-03-03": [["10:00", "24:00"]],
        "2026-03-04": [],
        "2026-03-07": [["00:00", "01:00"]],
    }
    hours = read_hours(calendar(holidays={"2026-03-03": "x"}, special_days=special))

    assert hours.windows(date(2026, 3, 3)) == ((10 * 60, 24 * 60),)
    assert hours.windows(date(2026, 3, 4)) == ()
    assert hours.windows(date(2026, 3, 7)) == ((0, 60),)


def test_windows_may_stand_in_any_order_and_touch() -> None:
    hours = read_hours(daily(["14:00", "18:00"], ["09:00", "13:00"], ["13:00", "14:00"]))

    assert hours.windows(date(2026, 3, 2)) == ((540, 780), (780, 840), (840, 1080))


def test_a_leap_day_is_a_day() -> None:
    assert read_hours(calendar(holidays={"2028-02-29": "x"})).windows(date(2028, 2, 29)) == ()


def test_without_a_week_only_special_days_are_looked_at() -> None:
    special = {"2026-03-07": [["10:00", "11:00"]], "2026-03-03": [], "2030-01-01": []}
    hours = read_hours(calendar(week={}, special_days=special))
    found = list(hours.days(date(2026, 3, 1), date(2029, 1, 1)))

    assert found == [date(2026, 3, 3), date(2026, 3, 7)]


def test_other_words_are_left_alone() -> None:
    assert read_hours(calendar(note="ours", source="the office")).week[0] == NINE_TO_SIX


BAD: list[tuple[dict[str, Any], str]] = [
    ({"week": {}}, "timezone: there is no zone “”"),
    (calendar("Mars/Base"), "timezone: there is no zone “Mars/Base”"),
    (calendar("../../etc/passwd"), "timezone: there is no zone “../../etc/passwd”"),
    (calendar("Europe"), "timezone: there is no zone “Europe”"),
    ({"timezone": 2}, "timezone: there is no zone “2”"),
    (calendar(week=[]), "week: expected a table"),
    (calendar(week={"monday": []}), "week: a day is one of mon tue wed thu fri sat sun"),
    (calendar(week={"mon": "09:00"}), 'week.mon: hours are written as [["09:00", "18:00"]]'),
    (daily(["9:00", "18:00"]), 'week.mon: hours are written as [["09:00", "18:00"]]'),
    (daily(["09:00", "24:30"]), 'week.mon: hours are written as [["09:00", "18:00"]]'),
    (daily(["0٩:00", "18:00"]), 'week.mon: hours are written as [["09:00", "18:00"]]'),
    (daily(["09:00"]), 'week.mon: hours are written as [["09:00", "18:00"]]'),
    (daily(["09:00", "09:00"]), "week.mon: 09:00 is not before 09:00; a night is two windows"),
    (daily(["22:00", "06:00"]), "week.mon: 22:00 is not before 06:00; a night is two windows"),
    (daily(["09:00", "13:00"], ["12:30", "18:00"]), "week.mon: two windows overlap at 12:30"),
    (calendar(holidays=["2026-03-03"]), "holidays: expected a table"),
    (calendar(holidays={"2026-02-29": "x"}), "“2026-02-29” is no day such as 2026-03-09"),
    (calendar(holidays={"20260303": "x"}), "“20260303” is no day such as 2026-03-09"),
    (calendar(special_days={"easter": []}), "“easter” is no day such as 2026-03-09"),
    (calendar(special_days={"2026-03-07": True}), "special_days.2026-03-07: hours are written"),
]


@pytest.mark.parametrize(("body", "sentence"), BAD)
def test_what_can_not_be_has_a_sentence(body: dict[str, Any], sentence: str) -> None:
    with pytest.raises(BadSetting) as caught:
        read_hours(body)

    assert str(caught.value).startswith(sentence)
