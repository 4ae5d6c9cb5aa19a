"""Calendars and moments that tests of the clock share."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from models.sla.hours import DAYS

ZONE = "Europe/Sofia"


def calendar(zone: str = ZONE, **body: Any) -> dict[str, Any]:
    """Monday to Friday from nine to six, unless ``body`` says something else."""
    office = {day: [["09:00", "18:00"]] for day in DAYS[:5]}
    return {"timezone": zone, "week": office, **body}


def daily(*windows: list[str], zone: str = ZONE, **body: Any) -> dict[str, Any]:
    """The same windows on every day of the week."""
    return calendar(zone, week={day: list(windows) for day in DAYS}, **body)


def at(wall: str, zone: str = ZONE, *, fold: int = 0) -> int:
    """Epoch milliseconds of a time on the wall; ``fold=1`` is the second time it is shown."""
    moment = datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone), fold=fold)
    return round(moment.timestamp() * 1000)
