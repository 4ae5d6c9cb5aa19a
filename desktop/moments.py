"""Moments in the words of lists: the clock, the day's name or the date, as far as needed."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QDate, QDateTime, QLocale

MINUTE_MS = 60_000


@lru_cache(maxsize=8192)
def recent_words(at_ms: int, minute_now: int) -> str:
    """The clock today, the day's name in the last week, else the date; now in minutes."""
    at = QDateTime.fromMSecsSinceEpoch(at_ms)
    today = QDateTime.fromMSecsSinceEpoch(minute_now * MINUTE_MS).date()
    days = at.date().daysTo(today)
    if days == 0:
        return at.toString("HH:mm")
    if 0 < days < 7:
        return QLocale().dayName(at.date().dayOfWeek(), QLocale.FormatType.ShortFormat)
    return _date_words(at.date(), today)


def moment_words(at_ms: int, now_ms: int) -> str:
    """A moment to come: ``14:00`` today, ``Mon 09:00`` this week, ``24 Nov`` later."""
    at = QDateTime.fromMSecsSinceEpoch(at_ms)
    days = QDateTime.fromMSecsSinceEpoch(now_ms).date().daysTo(at.date())
    if days == 0:
        return at.toString("HH:mm")
    if 0 < days < 7:
        name = QLocale().dayName(at.date().dayOfWeek(), QLocale.FormatType.ShortFormat)
        return f"{name} {at.toString('HH:mm')}"
    return QLocale().toString(at.date(), "d MMM")


def day_words(at_ms: int) -> str:
    """Day and month, with the year when it is not this one; empty without a time."""
    day = QDateTime.fromMSecsSinceEpoch(at_ms).date()
    return _date_words(day, QDate.currentDate()) if at_ms else ""


def _date_words(day: QDate, today: QDate) -> str:
    return QLocale().toString(day, "d MMM" if day.year() == today.year() else "d MMM yyyy")
