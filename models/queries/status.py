"""What is on its way: numbers for the status bar, and the changes themselves."""

from __future__ import annotations

from models import profile
from models.database import Store
from models.rows import OutboxRow, SyncStatus

WAITING = ("queued", "sending")
STUCK = ("refused", "held")
QUIET = "('noop', 'draft_put')"
"""Kinds of changes that nobody waits for: one taken back is only told, a draft stays here too."""
HELD_REPLY = "m.delivery = 'held' AND m.author_id = ? AND m.deleted = 0"
OPEN_CONFLICT = "x.state = 'open' AND x.mine_id = ? AND x.deleted = 0"
STUCK_UPLOAD = "f.direction = 'up' AND f.state = 'failed'"


def sync_status(store: Store) -> SyncStatus:
    """Counts and times as they stand in the local file.

    ``attention`` counts whatever asks for a decision of this profile's person.
    """
    counts = dict(
        store.sql(f"SELECT state, COUNT(*) FROM outbox WHERE kind NOT IN {QUIET} GROUP BY state")
    )
    me = profile.get(store, "agent_id")
    here, replies, conflicts, uploads = store.sql(
        "SELECT (SELECT COUNT(*) FROM ticket WHERE deleted = 0), "
        f"(SELECT COUNT(*) FROM message m WHERE {HELD_REPLY}), "
        f"(SELECT COUNT(*) FROM conflict x WHERE {OPEN_CONFLICT}), "
        f"(SELECT COUNT(*) FROM file_transfer f WHERE {STUCK_UPLOAD})",
        (me, me),
    )[0]
    stuck = sum(counts.get(state, 0) for state in STUCK)
    return SyncStatus(
        synced_at_ms=profile.number(store, "synced_at_ms"),
        waiting=sum(counts.get(state, 0) for state in WAITING),
        attention=stuck + replies + conflicts + uploads,
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
