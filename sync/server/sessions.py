"""Signing in and out: Argon2id for passwords, random tokens of which only the hash is kept.

Argon2 runs once per sign-in, never per request; ``sign_ins`` calls the steps in their order.
"""

from __future__ import annotations

import functools
import hashlib
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import argon2

from models.database import Store
from models.ids import new_id
from models.values import is_text
from sync.protocol import schema
from sync.server import ages
from sync.server.marks import epoch as store_epoch
from sync.server.protest import Protest, revoked_device
from sync.server.rights import IS_ACTIVE, JOIN_QUEUES, RIGHTS_COLUMNS, Rights, rights_in, rights_of

HASHER = argon2.PasswordHasher()
SEEN_STEP_MS = 60_000
PASSWORD_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Caller:
    """Who sent this request, and from which device."""

    rights: Rights
    client_id: str


@dataclass(frozen=True, slots=True)
class Credential:
    """An agent's password as a hash; None and "" when nobody has the login."""

    agent_id: str | None
    password_hash: str


@functools.cache
def nobody() -> str:
    """A hash that no password fits. Argon2 takes 64 MiB and 0.1 s: not at every import."""
    return HASHER.hash(secrets.token_hex(16))


def hash_password(password: str) -> str:
    """The Argon2id hash."""
    return HASHER.hash(password)


def begin(
    store: Store, agent_id: str, request: schema.SessionRequest, now_ms: int
) -> schema.SessionAnswer:
    """A new session of somebody whose password was right."""
    rights = rights_of(store, agent_id)
    if rights is None:
        raise wrong_password()
    token = secrets.token_urlsafe(32)
    with store.transaction():
        client_id = _client(store, agent_id, request, now_ms)
        store.sql(
            "INSERT INTO session (token_hash, agent_id, client_id, created_at_ms, seen_at_ms) "
            "VALUES (?, ?, ?, ?, ?)",
            (_token_hash(token), agent_id, client_id, now_ms, now_ms),
        )
        mid, chain = store.sql("SELECT last_mid, chain FROM client WHERE id = ?", (client_id,))[0]
    actor = rights.actor
    return schema.SessionAnswer(
        token=token,
        client_id=client_id,
        epoch=store_epoch(store),
        agent=schema.AgentInfo(actor.id, actor.login, actor.name, actor.role),
        schema=ages.ACCEPTED,
        limits=schema.Limits(),
        server_time_ms=now_ms,
        last_mid=int(mid),
        chain=chain,
    )


def wrong_password() -> Protest:
    """It does not tell which part is wrong."""
    return Protest(401, "wrong_password", "This login and password don't match.")


def caller(store: Store, authorization: str, now_ms: int) -> Caller:
    """Whose token this is.

    Raises Protest: 403 ``revoked`` for a device that was, however its session ended; 401 for no
    token, an unknown one, and one that ended.
    """
    found = callers(store, [authorization], now_ms)[authorization]
    if isinstance(found, Protest):
        raise found
    return found


def callers(
    store: Store, authorizations: Iterable[str], now_ms: int
) -> dict[str, Caller | Protest]:
    """The same for several requests in one question, by their Authorization header."""
    tokens = {each: _token_of(each) for each in authorizations}
    among, names = store.among({_token_hash(token) for token in tokens.values() if token})
    sessions: dict[str, list[tuple[Any, ...]]] = {}
    for row in store.sql(
        "SELECT s.token_hash, s.client_id, c.revoked, s.seen_at_ms, s.expires_at_ms, "
        f"{RIGHTS_COLUMNS} FROM session s JOIN client c ON c.id = s.client_id "
        f"LEFT JOIN agent a ON a.id = s.agent_id AND {IS_ACTIVE} {JOIN_QUEUES} "
        f"WHERE s.token_hash {among}",
        (names,),
    ):
        sessions.setdefault(row[0], []).append(row[1:])
    return {
        each: _called(store, token, sessions.get(_token_hash(token), []), now_ms)
        if token
        else Protest(401, "auth", "Please sign in.")
        for each, token in tokens.items()
    }


def _called(
    store: Store, token: str, found: list[tuple[Any, ...]], now_ms: int
) -> Caller | Protest:
    if not found:
        return _ended()
    client_id, revoked, seen_at_ms, expires_at_ms = found[0][:4]
    if revoked:
        return revoked_device(client_id)
    rights = rights_in([row[4:] for row in found])
    if rights is None or (expires_at_ms is not None and expires_at_ms <= now_ms):
        return _ended()
    if now_ms - seen_at_ms > SEEN_STEP_MS:
        _seen(store, token, now_ms)
    return Caller(rights, client_id)


def _token_of(authorization: str) -> str:
    """ "" for what is no token."""
    kind, _, token = authorization.partition(" ")
    return token if kind.lower() == "bearer" else ""


def _ended() -> Protest:
    return Protest(401, "auth", "This session has ended. Please sign in again.")


def alive(store: Store, names: Iterable[str]) -> set[str]:
    """Those of these sessions (by their hash) that go on; one question for all of them."""
    among, known = store.among(names)
    found = store.sql(
        "SELECT s.token_hash FROM session s JOIN client c ON c.id = s.client_id "
        f"WHERE c.revoked = 0 AND s.expires_at_ms IS NULL AND s.token_hash {among}",
        (known,),
    )
    return {name for (name,) in found}


def session_of(authorization: str) -> str:
    """The name in the store of the session whose token this is."""
    return _token_hash(authorization.partition(" ")[2])


def sign_out(store: Store, authorization: str) -> None:
    """End this session; others of the same person go on."""
    with store.transaction():
        store.sql("DELETE FROM session WHERE token_hash = ?", (session_of(authorization),))


def replace_password(
    store: Store, who: Caller, hashed: str, authorization: str, now_ms: int
) -> None:
    """Every other session of this person ends; their devices can still be told to be revoked."""
    agent_id = who.rights.actor.id
    keep = session_of(authorization)
    with store.transaction():
        set_password_hash(store, agent_id, hashed, now_ms)
        store.sql(
            "UPDATE session SET expires_at_ms = ? WHERE agent_id = ? AND token_hash <> ? "
            "AND expires_at_ms IS NULL",
            (now_ms, agent_id, keep),
        )


def set_password_hash(store: Store, agent_id: str, hashed: str, now_ms: int) -> None:
    """Inside a transaction: make this the password of an agent."""
    store.sql(
        "INSERT INTO credential (agent_id, password_hash, changed_at_ms) VALUES (?, ?, ?) "
        "ON CONFLICT (agent_id) DO UPDATE SET password_hash = excluded.password_hash, "
        "changed_at_ms = excluded.changed_at_ms",
        (agent_id, hashed, now_ms),
    )


def credential(store: Store, login: str) -> Credential:
    """What a password of this login is held against; also for a login that there is not."""
    found = store.sql(
        "SELECT a.id, c.password_hash FROM agent a JOIN credential c ON c.agent_id = a.id "
        "WHERE a.login = ? AND a.deleted = 0 AND a.active = 1",
        (login.strip().casefold(),),
    )
    return Credential(*found[0]) if found else Credential(None, "")


def verified(known: Credential, password: str) -> str | None:
    """The agent's id when the password is right; equally slow for unknown logins."""
    try:
        HASHER.verify(known.password_hash or nobody(), password)
    except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
        return None
    return known.agent_id


def _client(store: Store, agent_id: str, request: schema.SessionRequest, now_ms: int) -> str:
    """The device's own client row again, or a new one."""
    if request.client_id:
        known = store.sql(
            "SELECT id FROM client WHERE id = ? AND agent_id = ? AND revoked = 0",
            (request.client_id, agent_id),
        )
        if known:
            return str(known[0][0])
    return _new_client(store, agent_id, request.device, request.next_mid, now_ms)


def _new_client(store: Store, agent_id: str, device: str, next_mid: int, now_ms: int) -> str:
    id = new_id()
    store.sql(
        "INSERT INTO client (id, agent_id, device, last_mid, chain, revoked, seen_at_ms) "
        "VALUES (?, ?, ?, ?, '', 0, ?)",
        (id, agent_id, device[:200], next_mid - 1, now_ms),
    )
    return id


def renew_client(
    store: Store, who: Caller, request: schema.ClientRequest, authorization: str, now_ms: int
) -> schema.ClientAnswer:
    """A new client for a device whose file was copied or put back; its session goes on."""
    with store.transaction():
        id = _new_client(store, who.rights.actor.id, request.device, request.next_mid, now_ms)
        store.sql(
            "UPDATE session SET client_id = ? WHERE token_hash = ?",
            (id, session_of(authorization)),
        )
    return schema.ClientAnswer(id)


def known_clients(store: Store, who: Caller, request: schema.KnownRequest) -> schema.KnownAnswer:
    """How far one's own clients among these are settled here."""
    wanted = [id for id in request.ids if is_text(id)]
    marks = ", ".join("?" for _ in wanted) or "NULL"
    with store.snapshot():
        found = store.sql(
            f"SELECT id, last_mid, chain FROM client WHERE agent_id = ? AND id IN ({marks})",
            (who.rights.actor.id, *wanted),
        )
        acks = {id: schema.Ack(int(mid), chain) for id, mid, chain in found}
        chains = dict(_chains(store, acks, request.settled))
        return schema.KnownAnswer(store_epoch(store), acks, chains)


def _chains(
    store: Store, acks: dict[str, schema.Ack], settled: dict[str, int]
) -> Iterator[tuple[str, str]]:
    """The chain after the change that is named for each of these clients, where it is kept."""
    for id, mid in settled.items():
        kept = id in acks and store.sql(
            "SELECT chain FROM mutation_seen WHERE client_id = ? AND mid = ?", (id, mid)
        )
        if kept:
            yield id, str(kept[0][0])


def _seen(store: Store, token: str, now_ms: int) -> None:
    with store.transaction():
        store.sql(
            "UPDATE session SET seen_at_ms = ? WHERE token_hash = ?",
            (now_ms, _token_hash(token)),
        )


def _token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
