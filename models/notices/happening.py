"""Something that happened, as a notice tells it."""

from __future__ import annotations

from msgspec import Struct

KINDS = ("mention", "reminder", "call_back", "assigned", "replied", "at_risk", "woke", "new")
"""The weightiest first: of several things with one ticket that one is told."""


class Happening(Struct, frozen=True, kw_only=True):
    """``key`` names this one thing for good; ``by_id`` is whose act it was, None: nobody's.

    ``who`` and ``words`` say more: who wrote, or whom to call and how.
    """

    key: str
    kind: str
    at_ms: int
    ticket_id: str | None = None
    queue_id: str | None = None
    by_id: str | None = None
    number: str = ""
    subject: str = ""
    who: str = ""
    words: str = ""
