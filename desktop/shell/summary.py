"""The numbers around the list, read in one go: sidebar counts, status bar, what is due next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.queries.inbox import inbox_page, oldest_new, view_counts
from models.queries.outbox import OutboxEntry, needs_attention
from models.queries.people import queues
from models.queries.saved_views import SavedView, saved_counts, saved_views
from models.queries.status import sync_status
from models.rows import Actor, Clock, QueueRow, SyncStatus, TicketRow

if TYPE_CHECKING:
    from models.database import Store

LOOKED_AT_ROWS = 50
RUNNING = ("new", "open")


@dataclass(frozen=True, slots=True)
class Summary:
    """``counts`` by view key, ``all`` among them; ``next_due`` is mine and not overdue yet.

    ``troubles`` are the changes that need their person, ``views`` the saved views in their order.
    ``oldest_new_ms`` is when the oldest ticket came that nobody has begun.
    """

    counts: dict[str, int]
    queues: tuple[QueueRow, ...]
    status: SyncStatus
    next_due: TicketRow | None
    troubles: tuple[OutboxEntry, ...] = ()
    views: tuple[SavedView, ...] = ()
    oldest_new_ms: int | None = None


def read_summary(store: Store, me: Actor, clock: Clock) -> Summary:
    """Runs on the reader's threads; all parts are of one moment."""
    with store.snapshot():
        status = sync_status(store)
        views = tuple(saved_views(store, me))
        counts = {
            **view_counts(store, me, clock),
            **saved_counts(store, me, clock, views),
            "all": status.tickets_here,
        }
        mine = inbox_page(store, "my_open", me, clock, order="due", limit=LOOKED_AT_ROWS)
        troubles = tuple(needs_attention(store)) if status.attention else ()
        coming = _next_due(mine, clock.now_ms)
        all_queues = tuple(queues(store, me))
        return Summary(counts, all_queues, status, coming, troubles, views, oldest_new(store))


def _next_due(rows: list[TicketRow], now_ms: int) -> TicketRow | None:
    coming = (
        row
        for row in rows
        if row.status in RUNNING and row.due_at_ms is not None and row.due_at_ms >= now_ms
    )
    return next(coming, None)
