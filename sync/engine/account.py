"""Who this profile belongs to, and its session with the server."""

from __future__ import annotations

import logging
import platform
from dataclasses import dataclass
from pathlib import Path

from models import profile, wiping
from models.database import Store
from models.errors import DeskError
from models.profile import Profile
from sync.engine import recovery, secrets
from sync.engine.wire import Server, clean_address
from sync.protocol import errors, link, schema

log = logging.getLogger("deskside.engine")


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
    """A server with the token that the keyring holds, or None; None also without encryption."""
    address, client_id = profile.get(store, "server"), profile.get(store, "client_id")
    token = secrets.recall(client_id) if client_id else None
    if not address or not token:
        return None
    try:
        return Server(address, token)
    except (errors.Insecure, errors.NotDeskside) as error:
        log.warning("the profile's address is not used: %s", error)
        return None


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


def is_revoked(store: Store, server: Server, error: errors.SyncError) -> bool:
    """Whether the profile's own server means this very device; nobody else is believed."""
    if not isinstance(error, errors.Revoked):
        return False
    ours = (profile.get(store, "server"), profile.get(store, "client_id"))
    return ours == (server.address, error.device)


def wipe(kept: Profile, store: Store, parent: Path | None = None) -> Path | None:
    """Forget the token, then everything else; see ``models.wiping``."""
    client_id = profile.get(store, "client_id")
    if client_id:
        secrets.forget(client_id)
    return wiping.wipe(kept, store, parent)


def told_wiped(kept: Profile, store: Store, folder: str) -> link.Wiped | link.Failed | None:
    """The same, as it is told to the desktop; None for a profile that is not to be wiped."""
    if not wiping.is_marked(store):
        return None
    try:
        saved = wipe(kept, store, Path(folder) if folder else None)
    except DeskError as error:
        return link.Failed(code="wipe", sentence=str(error))
    return link.Wiped(folder=str(saved or ""))


def told_devices(server: Server | None, revoked: str | None = None) -> link.Devices | link.Failed:
    """One's devices, without the one that is to be signed out; or why not."""
    if server is None:
        return link.Failed(code="sign_in", sentence="Please sign in first.")
    try:
        if revoked is not None:
            server.revoke_device(revoked)
        found = server.devices()
    except errors.SyncError as error:
        return link.Failed(code=error.code, sentence=error.sentence)
    return link.Devices(current=found.current, devices=tuple(found.devices))


def told_password(
    server: Server | None, change: link.ChangePassword
) -> link.PasswordChanged | link.Failed:
    """The password is another one now, or why not."""
    if server is None:
        return link.Failed(code="sign_in", sentence="Please sign in first.")
    try:
        server.change_password(schema.PasswordRequest(change.old, change.new))
    except errors.SyncError as error:
        return link.Failed(code=error.code, sentence=error.sentence)
    return link.PasswordChanged()


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
