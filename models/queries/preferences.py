"""Settings that follow their owner from device to device."""

from __future__ import annotations

from models.database import Store
from models.ids import stable_id
from models.rows import Actor


def preference_id(me: Actor, key: str) -> str:
    """The one row of a setting: devices that first write it apart from each other meet in it."""
    return stable_id(f"preference/{me.id}/{key}")


def preference(store: Store, me: Actor, key: str) -> str:
    """The value of a setting as JSON, "" where none was chosen."""
    text = "SELECT value FROM preference WHERE id = ? AND deleted = 0"
    found = store.sql(text, (preference_id(me, key),))
    return str(found[0][0]) if found else ""
