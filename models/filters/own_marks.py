"""What a person alone sees of tickets, as conditions: pins, colours and reminders."""

from __future__ import annotations

from typing import Any

from models.clock import day_at, day_start_ms
from models.filters.moments import DAY
from models.rows import Actor, Clock


def own_mark(table: str, value: str, me: Actor, clock: Clock) -> tuple[str, list[Any]]:
    """``yes`` and ``no``: whether there is one; else a colour, or by when a reminder is due."""
    sign = "NOT IN" if value == "no" else "IN"
    more, params = _closer(value, clock)
    where = (
        f"t.id {sign} (SELECT ticket_id FROM {table} WHERE deleted = 0 AND scope = ? "
        f"AND ticket_id IS NOT NULL{more})"
    )
    return where, [f"u:{me.id}", *params]


def _closer(value: str, clock: Clock) -> tuple[str, list[Any]]:
    if value in ("yes", "no"):
        return "", []
    if value == "due":
        return " AND at_ms <= ?", [clock.now_ms]
    if value == "today":
        return " AND at_ms < ?", [day_start_ms(day_at(clock.now_ms) + DAY)]
    return " AND colour = ?", [value]
