"""What the tabs say of their tickets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from models.queries.inbox import ticket_rows
from models.queries.notes import draft
from models.rows import Actor, Clock

if TYPE_CHECKING:
    from models.database import Store


class TabRow(NamedTuple):
    """``typed``: something was typed for it that is not sent."""

    id: str
    number: str
    subject: str
    unread: bool
    typed: bool


def tab_rows(store: Store, ids: Sequence[str], me: Actor, clock: Clock) -> list[TabRow]:
    """For a reader's thread. Tickets that are not here are left out."""
    rows = ticket_rows(store, list(ids), me, clock)
    return [
        TabRow(row.id, row.number, row.subject, row.unread, _typed(store, row.id)) for row in rows
    ]


def _typed(store: Store, ticket_id: str) -> bool:
    return any(draft(store, ticket_id, kind) is not None for kind in ("reply", "note"))
