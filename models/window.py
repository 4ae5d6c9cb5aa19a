"""Which work a computer keeps: open tickets, recent ones, and what its person has to do with.

Everything by default. ``keep_days`` of a profile makes it a window: done tickets that nobody
touched for longer stay on the server, and come when somebody opens them. Whether a ticket is old
is told by the row alone, so that server and client agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models import profile
from models.clock import wall_ms
from models.database import Store

DAY_MS = 86_400_000
KEEP_DAYS = (30, 90, 365)
"""What can be chosen; besides everything, which is 0."""
IS_OLD = "{t}.status = 'done' AND {t}.activity_at_ms < ? AND {t}.created_at_ms < ?"
KEEP = "keep_days"
WIDER = "keep_wider"
"""The key that stands as long as more is to be kept than was read."""


def is_old(ticket: Mapping[str, Any], floor_ms: int) -> bool:
    """``IS_OLD`` of a row."""
    newest = max(ticket.get("activity_at_ms") or 0, ticket.get("created_at_ms") or 0)
    return ticket.get("status") == "done" and newest < floor_ms


def keep_days(store: Store) -> int:
    """What this profile keeps; 0: everything."""
    return profile.number(store, KEEP) or 0


def set_keep_days(store: Store, days: int) -> None:
    """What is to be kept from now on; when that is more, the next pull reads it anew."""
    with store.transaction():
        before = keep_days(store)
        profile.put(store, KEEP, str(days) if days else None)
        if before and (not days or days > before):
            profile.put(store, WIDER, "1")


def server_now_ms(store: Store) -> int:
    """The server's time by the offset that was saved."""
    return wall_ms() + (profile.number(store, "clock_offset_ms") or 0)


def floor_ms(store: Store, now_ms: int) -> int:
    """Done tickets that nobody touched since then need not be here; 0 when all are kept."""
    days = keep_days(store)
    return now_ms - days * DAY_MS if days else 0


def is_partial(store: Store) -> bool:
    """Whether there may be tickets that are not here."""
    return bool(store.sql("SELECT 1 FROM scope_cursor WHERE floor_ms > 0 LIMIT 1"))
