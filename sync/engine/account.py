"""Who this profile belongs to, and its session with the server."""

from __future__ import annotations

import platform
from dataclasses import dataclass

from models import profile
from models.database import Store
from sync.engine import recovery, secrets
from sync.engine.wire import Server, clean_address
from sync.protocol import errors, schema


class OtherPerson(errors.SyncError):
    """Each person has a profile of their own."""

    code = "other_person"


@dataclass(frozen=True, slots=True)
class Signed:
    """A session; ``remembered``: a keyring has its token."""

    server: Server
    agent: schema.AgentInfo
    remembered: bool


def resume(store: Store) -> Server | None:
    """A server with the token that the keyring holds, or None."""
    address, client_id = profile.get(store, "server"), profile.get(store, "client_id")
    token = secrets.recall(client_id) if client_id else None
    return Server(address, token) if address and token else None


def sign_in(store: Store, address: str, login: str, password: str) -> Signed:
    """Sign in and make the profile that person's. Raises a SyncError."""
    address = clean_address(address)
    server = Server(address)
    request = schema.SessionRequest(
        login=login,
        password=password,
        device=platform.node()[:200],
        client_id=profile.get(store, "client_id"),
        next_mid=recovery.next_mid(store),
    )
    answer = server.sign_in(request)
    known = profile.get(store, "agent_id")
    if known and known != answer.agent.id:
        raise OtherPerson(
            f"This profile belongs to {profile.get(store, 'agent_name')}. "
            "Choose another profile for another person."
        )
    _remember(store, address, answer)
    return Signed(server, answer.agent, secrets.remember(answer.client_id, answer.token))


def sign_out(store: Store, server: Server | None) -> None:
    """End the session; the local file stays, with everything that waits in it."""
    client_id = profile.get(store, "client_id")
    if client_id:
        secrets.forget(client_id)
    if server is not None:
        server.sign_out()


def _remember(store: Store, address: str, answer: schema.SessionAnswer) -> None:
    values = {
        "server": address,
        "login": answer.agent.login,
        "agent_id": answer.agent.id,
        "agent_name": answer.agent.name,
        "agent_role": answer.agent.role,
        "client_id": answer.client_id,
        "epoch": str(answer.epoch),
    }
    with store.transaction():
        if profile.get(store, "client_id") not in (None, answer.client_id):
            recovery.use_client(store, answer.client_id)
        for key, value in values.items():
            profile.put(store, key, value)
