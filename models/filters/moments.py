"""Days and spans of a filter as conditions on a column of moments."""

from __future__ import annotations

import datetime
from typing import Any

from models.clock import day_at, day_start_ms
from models.filters.fields import day_of, span_ms, split_moment
from models.rows import Clock

TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
DAY = datetime.timedelta(days=1)


def moment_sql(column: str, value: str, clock: Clock, *, ahead: bool) -> tuple[str, list[Any]]:
    """``<2h`` is less than two hours from now when the moments lie ``ahead``, else less than two
    hours ago; ``>2026-11-01`` is after that day, ``2026-11-01`` on it."""
    if value == "none":
        return f"{column} IS NULL", []
    sign, rest = split_moment(value)
    span = span_ms(rest)
    if span is not None:
        at_ms = clock.now_ms + (span if ahead else -span)
        return f"{column} {sign if ahead else TURNED[sign]} ?", [at_ms]
    day = day_of(rest, day_at(clock.now_ms))
    assert day is not None, "the value was checked when it was read"
    first, after = day_start_ms(day), day_start_ms(day + DAY)
    if not sign:
        return f"({column} >= ? AND {column} < ?)", [first, after]
    return f"{column} {'<' if sign[0] == '<' else '>='} ?", [
        after if sign in ("<=", ">") else first
    ]
