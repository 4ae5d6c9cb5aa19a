"""Settings that follow their owner between devices."""

from __future__ import annotations

from models.commands import Put
from models.database import Store
from models.ids import stable_id
from models.rows import Actor


def preference_id(me: Actor, key: str) -> str:
    """The row of a setting, the same on all devices of a person."""
    return stable_id(f"preference:{me.id}:{key}")


def preference(store: Store, me: Actor, key: str) -> str | None:
    """The JSON text of a setting, or None."""
    id = preference_id(me, key)
    found = store.sql("SELECT value FROM preference WHERE deleted = 0 AND id = ?", (id,))
    return str(found[0][0]) if found else None


def put_preference(me: Actor, key: str, value: str) -> Put:
    """The command that keeps a setting."""
    return Put(entity="preference", id=preference_id(me, key), set={"key": key, "value": value})
