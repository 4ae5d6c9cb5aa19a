"""What was said last on a ticket, as both sides ask for it before something goes out."""

from __future__ import annotations

from models.commands.base import Heard
from models.database import Store


def newest_heard(store: Store, ticket_id: str, kinds: tuple[str, ...], but_by: str) -> Heard | None:
    """The newest message of these kinds that is not held, by anybody but ``but_by``."""
    found = store.sql(
        "SELECT id, at_ms FROM message WHERE ticket_id = ? AND deleted = 0 "
        f"AND kind IN ({', '.join('?' for _ in kinds)}) "
        "AND (delivery IS NULL OR delivery <> 'held') "
        "AND (author_id IS NULL OR author_id <> ?) ORDER BY at_ms DESC, id DESC LIMIT 1",
        (ticket_id, *kinds, but_by),
    )
    return Heard(*found[0]) if found else None
