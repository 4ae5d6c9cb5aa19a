"""The devices that people signed in from, and signing them out for good.

A revoked device keeps its sessions: they are how it hears that it is revoked.
"""

from __future__ import annotations

from models.database import Store
from models.ids import new_id
from models.values import is_text
from sync.protocol import schema
from sync.server.protest import Protest
from sync.server.sessions import Caller


def devices(store: Store, login: str | None = None) -> list[schema.DeviceInfo]:
    """Those with a session, though it may have ended, and not revoked; those seen last first."""
    whose = "" if login is None else "AND a.login = ?"
    params = [] if login is None else [login.strip().casefold()]
    found = store.sql(
        "SELECT c.id, c.device, a.login, a.name, "
        "MAX(s.seen_at_ms), c.seen_at_ms FROM client c JOIN agent a ON a.id = c.agent_id "
        f"JOIN session s ON s.client_id = c.id WHERE c.revoked = 0 {whose} "
        "GROUP BY c.id, c.device, a.login, a.name, c.seen_at_ms",
        params,
    )
    listed = [
        schema.DeviceInfo(id, device, login, name, max(int(session_ms), int(seen_ms)))
        for id, device, login, name, session_ms, seen_ms in found
    ]
    return sorted(listed, key=lambda device: (-device.seen_at_ms, device.id))


def own_devices(store: Store, who: Caller, login: str | None) -> schema.DeviceList:
    """One's own; an admin may name anybody. Raises Protest (403) for others who do."""
    actor = who.rights.actor
    wanted = actor.login if login is None or not is_text(login) else login
    if wanted.casefold() != actor.login and actor.role != "admin":
        raise Protest(403, "forbidden", "Only an administrator may see devices of others.")
    return schema.DeviceList(who.client_id, devices(store, wanted))


def revoke_as(store: Store, who: Caller, id: str, now_ms: int) -> None:
    """Sign a device out: one's own, or as an admin anybody's. Raises Protest (404) else."""
    actor = who.rights.actor
    whose = None if actor.role == "admin" else actor.id
    if not revoke(store, id, now_ms, whose=whose, by=actor.id):
        raise Protest(404, "not_found", "There is no such device.")


def revoke(
    store: Store, id: str, now_ms: int, *, whose: str | None = None, by: str | None = None
) -> bool:
    """False when there is no such device (of ``whose``). It stays known to those who audit."""
    if not is_text(id):
        return False
    mine, params = ("", (id,)) if whose is None else ("AND agent_id = ?", (id, whose))
    with store.transaction():
        found = store.sql(
            f"UPDATE client SET revoked = 1 WHERE id = ? {mine} RETURNING device", params
        )
        if found:
            store.sql(
                "INSERT INTO audit (id, at_ms, agent_id, act, detail) "
                "VALUES (?, ?, ?, 'device_revoked', ?)",
                (new_id(), now_ms, by, id),
            )
    return bool(found)
