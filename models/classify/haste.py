"""Whether a due time is far below what tickets of a category take."""

from __future__ import annotations

FAR_BELOW = 2
"""So many times shorter than the median."""


def is_hasty(begin_at_ms: int, due_at_ms: int, median_ms: int | None) -> bool:
    """Whether less than a half of the usual time lies between the two; never without a median."""
    return median_ms is not None and (due_at_ms - begin_at_ms) * FAR_BELOW < median_ms
