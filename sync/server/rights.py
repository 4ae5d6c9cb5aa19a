"""Which scopes a person holds, computed at each request, and whose bytes files are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

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
    """True for whoever sent the bytes, and when a message that one sees has them.

    Naming a file proves nothing, it could be a guess: what a message names is complete only
    once its writer might read the bytes or sent them.
    """
    held = "SELECT 1 FROM blob_holder WHERE sha256 = ? AND agent_id = ?"
    if store.sql(held, (sha256, rights.actor.id)):
        return True
    found = store.sql(
        "SELECT scope, ticket_id FROM message_file "
        "WHERE sha256 = ? AND state = 'complete' AND deleted = 0",
        (sha256,),
    )
    if any(rights.holds(scope) for scope, _ in found):
        return True
    return _is_shared(store, rights.actor, [ticket_id for _, ticket_id in found])


def should_send_file(store: Store, rights: Rights, sha256: str) -> bool:
    """True when one may not read the bytes, or named them at a time when one might not."""
    claimed = "SELECT 1 FROM file_claim WHERE sha256 = ? AND agent_id = ?"
    return bool(store.sql(claimed, (sha256, rights.actor.id))) or not may_read_file(
        store, rights, sha256
    )


def claim_file(store: Store, id: str, sha256: str, agent_id: str) -> None:
    """Note who named the file of this ``message_file`` without being allowed to read it."""
    store.sql(
        "INSERT INTO file_claim (id, sha256, agent_id) VALUES (?, ?, ?)", (id, sha256, agent_id)
    )


def hold_file(store: Store, sha256: str, agent_id: str) -> list[str]:
    """Somebody has the bytes. The ids of ``message_file`` that they named before, by id."""
    store.sql(
        "INSERT INTO blob_holder (sha256, agent_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
        (sha256, agent_id),
    )
    claimed = "DELETE FROM file_claim WHERE sha256 = ? AND agent_id = ? RETURNING id"
    return sorted(row[0] for row in store.sql(claimed, (sha256, agent_id)))


def _is_shared(store: Store, actor: Actor, ticket_ids: list[str]) -> bool:
    if not ticket_ids:
        return False
    marks = ", ".join("?" for _ in ticket_ids)
    text = f"SELECT 1 FROM share WHERE agent_id = ? AND deleted = 0 AND ticket_id IN ({marks})"
    return bool(store.sql(text, (actor.id, *ticket_ids)))


def may_see_ticket(store: Store, rights: Rights, ticket_id: str) -> tuple[str, bool] | None:
    """The ticket's scope, and whether it is seen by a share alone; None: not at all."""
    found = store.sql("SELECT scope FROM ticket WHERE id = ? AND deleted = 0", (ticket_id,))
    if not found:
        return None
    scope = str(found[0][0])
    if rights.holds(scope):
        return scope, False
    return (scope, True) if _is_shared(store, rights.actor, [ticket_id]) else None


RIGHTS_COLUMNS = "a.id, a.login, a.name, a.role, q.id"
IS_ACTIVE = "a.deleted = 0 AND a.active = 1"
JOIN_QUEUES = (
    "LEFT JOIN queue q ON a.role = 'admin' OR q.id IN (SELECT queue_id FROM queue_member m "
    "WHERE m.agent_id = a.id AND m.deleted = 0)"
)


def rights_of(store: Store, agent_id: str) -> Rights | None:
    """The rights of an active agent, or None when there is no such agent (any more)."""
    return rights_in(
        store.sql(
            f"SELECT {RIGHTS_COLUMNS} FROM agent a {JOIN_QUEUES} WHERE a.id = ? AND {IS_ACTIVE}",
            (agent_id,),
        )
    )


def rights_in(found: Sequence[tuple[Any, ...]]) -> Rights | None:
    """The same from the RIGHTS_COLUMNS of one agent."""
    if not found or found[0][0] is None:
        return None
    actor = Actor(*found[0][:4])
    held = frozenset(f"q:{row[4]}" for row in found if row[4] is not None)
    return Rights(actor, held | {"ws", "kb", f"u:{actor.id}"})


def scopes_of(store: Store, agent_ids: list[str]) -> dict[str, frozenset[str]]:
    """The scopes of many agents in three questions; those who are active no more are left out."""
    wanted = set(agent_ids)
    roles = store.sql("SELECT id, role FROM agent WHERE deleted = 0 AND active = 1")
    held = {id: {"ws", "kb", f"u:{id}"} for id, _ in roles if id in wanted}
    queues = {f"q:{id}" for (id,) in store.sql("SELECT id FROM queue")}
    for id, role in roles:
        if role == "admin" and id in held:
            held[id] |= queues
    for id, queue_id in store.sql("SELECT agent_id, queue_id FROM queue_member WHERE deleted = 0"):
        if id in held:
            held[id].add(f"q:{queue_id}")
    return {id: frozenset(scopes) for id, scopes in held.items()}
