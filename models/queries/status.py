"""What is on its way: numbers for the status bar, and the changes themselves."""

from __future__ import annotations

from models import profile
from models.database import Store
from models.rows import OutboxRow, SyncStatus

WAITING = ("queued", "sending")


def sync_status(store: Store) -> SyncStatus:
    """Counts and times as they stand in the local file."""
    counts = dict(store.sql("SELECT state, COUNT(*) FROM outbox GROUP BY state"))
    here = store.sql("SELECT COUNT(*) FROM ticket WHERE deleted = 0")[0][0]
    return SyncStatus(
        synced_at_ms=profile.number(store, "synced_at_ms"),
        waiting=sum(counts.get(state, 0) for state in WAITING),
        attention=counts.get("refused", 0) + counts.get("held", 0),
        tickets_here=here,
    )


def outbox(store: Store, *, everything: bool = False) -> list[OutboxRow]:
    """Changes in the order in which they were made; settled ones only with ``everything``."""
    where = "" if everything else "WHERE o.state NOT IN ('settled', 'withdrawn')"
    text = (
        "SELECT o.mid, o.kind, o.state, COALESCE(CAST(t.number AS TEXT), t.alias), o.reason, "
        f"o.at_ms FROM outbox o LEFT JOIN ticket t ON t.id = o.ticket_id {where} ORDER BY o.mid"
    )
    return [OutboxRow(*row) for row in store.sql(text)]
