"""Priority out of impact and urgency."""

from __future__ import annotations

from collections.abc import Mapping

from models.rows import Priority

Matrix = Mapping[str, Mapping[str, str]]
"""Impact to urgency to priority, in small letters."""
BY_IMPACT: dict[str, dict[str, Priority]] = {
    "high": {"high": "urgent", "medium": "high", "low": "normal"},
    "medium": {"high": "high", "medium": "normal", "low": "low"},
    "low": {"high": "normal", "medium": "low", "low": "low"},
}
"""What counts on a desk that has no matrix of its own."""


def priority_of(matrix: Matrix, impact: str | None, urgency: str | None) -> str | None:
    """None where one of them is not known, or the matrix says nothing about the two."""
    row = matrix.get((impact or "").strip().casefold(), {})
    return row.get((urgency or "").strip().casefold())
