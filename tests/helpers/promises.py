"""A calendar and policies for desks in tests; ``put`` is how the desk takes a row."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

MONDAY = round(datetime(2026, 9, 21, 9, tzinfo=UTC).timestamp() * 1000)
"""Nine in the morning in UTC, when the office opens."""
MINUTE = 60_000
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")
OFFICE = {"timezone": "UTC", "week": {day: [["09:00", "18:00"]] for day in WEEKDAYS}}
NORMAL: dict[str, Any] = {"first_response": 60, "update": 120, "solution": 480}
URGENT: dict[str, Any] = {**NORMAL, "first_response": 15, "priority": "urgent"}


def make_promises(put: Callable[..., Any], **more: dict[str, Any]) -> None:
    """The office's hours, and policies for normal and urgent work; ``more`` are others."""
    put("calendar", id="calendar-office", key="office", body=json.dumps(OFFICE))
    for key, body in {"normal": NORMAL, "urgent": URGENT, **more}.items():
        about = {"key": key, "calendar": "office", "body": json.dumps(body)}
        put("sla_policy", id=f"policy-{key}", **about)
