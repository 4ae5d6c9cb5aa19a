"""A list with what its person pinned above all else, in their own order; page by page."""

from __future__ import annotations

from models.database import Store
from models.queries.inbox import PINS_BAND
from models.queries.lists import list_page
from models.rows import Actor, Clock, PageKey, TicketRow

PINS_ORDER = "own"
AS_THEY_STAND = ("pinned", "reminders")
"""Views of one's own marks: there a pin says nothing more."""


def pins_first(
    store: Store,
    view: str,
    me: Actor,
    clock: Clock,
    *,
    filter: str = "",
    order: str | None = None,
    after: PageKey | None = None,
    limit: int = 100,
    backwards: bool = False,
) -> list[TicketRow]:
    """As ``list_page``; pinned rows have a key of ``PINS_BAND``. Two questions at most."""
    found: list[TicketRow] = []
    for pins in ("without", "alone") if backwards else ("alone", "without"):
        in_part = after is not None and (after.band == PINS_BAND) == (pins == "alone")
        if after is not None and not found and not in_part:
            continue
        found += list_page(
            store,
            view,
            me,
            clock,
            filter=filter,
            order=PINS_ORDER if pins == "alone" else order,
            after=after if in_part else None,
            limit=limit - len(found),
            backwards=backwards,
            pins="alone" if pins == "alone" else "without",
        )
        after = None
        if len(found) == limit:
            break
    return found
