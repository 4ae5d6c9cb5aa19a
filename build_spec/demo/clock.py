"""Working time, in minutes relative to the moment the demo is made.

The maker supposes that this moment is a Wednesday, 12:30: with it nights, weekends and the
morning peak fall where an office has them. Minute 0 is now, negative minutes are the past.
"""

from __future__ import annotations

from random import Random

DAY = 24 * 60
NOW_IN_WEEK = 2 * DAY + 12 * 60 + 30
OPENS = 8 * 60 + 30
CLOSES = 18 * 60
HOUR_WEIGHTS = {8: 6, 9: 16, 10: 17, 11: 13, 12: 8, 13: 9, 14: 13, 15: 11, 16: 8, 17: 4}


def is_open(minute: int) -> bool:
    """True on Monday to Friday, 08:30 to 18:00."""
    in_week = (minute + NOW_IN_WEEK) % (7 * DAY)
    return in_week < 5 * DAY and OPENS <= in_week % DAY < CLOSES


def add_work(start: int, work_minutes: int) -> int:
    """The minute at which ``work_minutes`` of working time have passed since ``start``."""
    minute = start
    left = work_minutes
    while left > 0 or not is_open(minute):
        step = 1 if is_open(minute) else _to_opening(minute)
        left -= step if is_open(minute) else 0
        minute += step
    return minute


def _to_opening(minute: int) -> int:
    """Minutes until the next half past eight in the morning."""
    in_day = (minute + NOW_IN_WEEK) % DAY
    return (OPENS - in_day - 1) % DAY + 1


def created_between(rng: Random, first: int, last: int) -> int:
    """A moment at which people write: office hours mostly, one in twenty at night."""
    while True:
        minute = rng.randint(first, last)
        in_week = (minute + NOW_IN_WEEK) % (7 * DAY)
        weight = HOUR_WEIGHTS.get(in_week % DAY // 60, 0.4) if in_week < 5 * DAY else 0.5
        if rng.random() * 17 < weight:
            return minute
