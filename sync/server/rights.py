"""Which scopes a person holds: computed at each request, never stored."""

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


def may_read_file(store: Store, rights: Rights, sha256: str) -> bool:
    """True when a message of a held scope or shared ticket has these bytes, or an own note.

    A message that only names them does not count: it could be a guess.
    """
    found = store.sql(
        "SELECT scope, ticket_id FROM message_file "
        "WHERE sha256 = ? AND state = 'complete' AND deleted = 0",
        (sha256,),
    )
    if any(rights.holds(scope) for scope, _ in found):
        return True
    if _is_shared(store, rights.actor, [ticket_id for _, ticket_id in found]):
        return True
    text = "SELECT 1 FROM personal_note WHERE scope = ? AND deleted = 0 AND files LIKE ?"
    return bool(store.sql(text, (f"u:{rights.actor.id}", f"%{sha256}%")))


def _is_shared(store: Store, actor: Actor, ticket_ids: list[str]) -> bool:
    if not ticket_ids:
        return False
    marks = ", ".join("?" for _ in ticket_ids)
    text = f"SELECT 1 FROM share WHERE agent_id = ? AND deleted = 0 AND ticket_id IN ({marks})"
    return bool(store.sql(text, (actor.id, *ticket_ids)))


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
