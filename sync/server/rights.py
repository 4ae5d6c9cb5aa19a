"""Which scopes a person holds: computed at each request, never stored (protocol 0.1)."""

from __future__ import annotations

from dataclasses import dataclass

from models.database import Store
from models.rows import Actor


@dataclass(frozen=True, slots=True)
class Rights:
    """``everything`` is for the store's own programs (imports, admin tools)."""

    actor: Actor
    scopes: frozenset[str]
    everything: bool = False

    def holds(self, scope: str) -> bool:
        return self.everything or scope in self.scopes


SYSTEM = Rights(Actor("system", "system", "Deskside", "admin"), frozenset(), everything=True)


def rights_of(store: Store, agent_id: str) -> Rights | None:
    """The rights of an active agent, or None when there is no such agent (any more)."""
    found = store.sql(
        "SELECT id, login, name, role FROM agent WHERE id = ? AND deleted = 0 AND active = 1",
        (agent_id,),
    )
    if not found:
        return None
    actor = Actor(*found[0])
    queues = (
        "SELECT id FROM queue"
        if actor.role == "admin"
        else "SELECT queue_id FROM queue_member WHERE deleted = 0 AND agent_id = ?"
    )
    params = () if actor.role == "admin" else (agent_id,)
    held = frozenset(f"q:{row[0]}" for row in store.sql(queues, params))
    return Rights(actor, held | {"ws", "kb", f"u:{agent_id}"})
