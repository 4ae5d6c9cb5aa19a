"""Moments to which a ticket is usually postponed, counted from now in local time."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Literal

Moment = Literal["hour", "afternoon", "tomorrow", "monday"]

MORNING, AFTERNOON = time(9), time(14)
_AFTERNOON_LEAD = timedelta(minutes=45)
_MONDAY = 0


@dataclass(frozen=True)
class Choice:
    """A named moment; ``at`` is local time with its zone."""

    moment: Moment
    at: datetime


def choices(now: datetime) -> list[Choice]:
    """What can be chosen at ``now`` (aware, local), soonest first.

    "This afternoon" (14:00) is offered while it is clearly ahead; the next Monday is left out on
    a Sunday, where it is tomorrow.
    """
    offered = [Choice("hour", (now + timedelta(hours=1)).replace(second=0, microsecond=0))]
    afternoon = _at(now, AFTERNOON)
    if now + _AFTERNOON_LEAD <= afternoon:
        offered.append(Choice("afternoon", afternoon))
    tomorrow = _at(now + timedelta(days=1), MORNING)
    offered.append(Choice("tomorrow", tomorrow))
    monday = _at(now + timedelta(days=(_MONDAY - now.weekday()) % 7 or 7), MORNING)
    if monday != tomorrow:
        offered.append(Choice("monday", monday))
    return sorted(offered, key=lambda choice: choice.at)


def _at(day: datetime, clock: time) -> datetime:
    """That day at that wall-clock time, with the offset which holds then (summer time)."""
    return datetime.combine(day.date(), clock).astimezone()
