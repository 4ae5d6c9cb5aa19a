"""Going on after the server or this computer was put back to an earlier state (2.13).

Nothing that was typed is thrown away. Numbers of changes only ever rise within a profile, also
when its client changes, so that a row of the outbox is sent again under its own number.
"""

from __future__ import annotations

import logging
import platform
from collections.abc import Callable
from typing import TypeVar

import msgspec

from models import profile
from models.commands import decode, encode
from models.commands.late import LOST_PAST, Late
from models.database import Store
from models.errors import Refused
from models.shared_drafts import become_another_device
from sync.engine import apply, secrets
from sync.engine.wire import Server
from sync.protocol import errors, schema

log = logging.getLogger("deskside.engine")
RECOVERIES = 3
T = TypeVar("T")


def recovering(store: Store, server: Server, act: Callable[[], T]) -> T:
    """Do ``act``; when it finds that somebody was put back, go on from there and do it again.

    A server that says so again and again has the last word.
    """
    for _ in range(RECOVERIES):
        try:
            return act()
        except errors.Forked:
            after_fork(store, server)
        except errors.Rewound:
            after_rewind(store, server)
    return act()


def next_mid(store: Store) -> int:
    """The number of the first change that is not settled, or of the next one to be made."""
    waiting = store.sql("SELECT MIN(mid) FROM outbox WHERE state IN ('queued', 'sending')")
    return int(waiting[0][0] or (profile.number(store, "last_mid") or 0) + 1)


def use_client(store: Store, client_id: str) -> None:
    """What waits is sent by this client from now on; inside a transaction of the caller.

    What had ended behind it goes along as nothing but its number.
    """
    first = next_mid(store)
    store.sql(
        "UPDATE outbox SET client_id = ?, chain = '', "
        "state = CASE state WHEN 'sending' THEN 'queued' ELSE state END WHERE mid >= ?",
        (client_id, first),
    )
    profile.put(store, "client_id", client_id)
    profile.put(store, "acked_mid", str(first - 1))
    profile.put(store, "acked_chain", "")


def after_fork(store: Store, server: Server) -> None:
    """The file was copied or put back: another one has used its numbers. Become a new client.

    What the other one sent comes with the next pull, what waits here goes out as ours. Where the
    other one's changes stand in the place of settled ones, the server was put back before.
    """
    known = _known(store, server)
    first = next_mid(store)
    if _first_lost(store, known) < first:
        _send_again(store, server, known, copied=True)
        return
    old = profile.get(store, "client_id")
    client_id = _renewed(server, first)
    with store.transaction():
        use_client(store, client_id)
        become_another_device(store)
    _forget_token(old)
    log.warning("this profile goes on as another client")


def after_rewind(store: Store, server: Server) -> None:
    """The server was put back: send again what it has lost, and read everything anew."""
    _send_again(store, server, _known(store, server))


def _send_again(
    store: Store, server: Server, known: schema.KnownAnswer, *, copied: bool = False
) -> None:
    old = profile.get(store, "client_id") or ""
    first = _first_lost(store, known)
    # Only the present client may go on where the server knows it to be; its chain goes on, too.
    ack = known.clients.get(old)
    same = ack is not None and ack.mid == first - 1
    client_id = old if same else _renewed(server, first)
    with store.transaction():
        store.sql(
            "UPDATE outbox SET state = 'queued', outcome = NULL, settled_at_ms = NULL "
            "WHERE mid >= ? AND state IN ('settled', 'sending')",
            (first,),
        )
        store.sql("UPDATE outbox SET client_id = ?, chain = '' WHERE mid >= ?", (client_id, first))
        _unbase(store, first)
        profile.put(store, "client_id", client_id)
        profile.put(store, "acked_mid", str(first - 1))
        profile.put(store, "acked_chain", ack.chain if same and ack else "")
        profile.put(store, "epoch", str(known.epoch))
        if copied:
            become_another_device(store)
        apply.forget_all(store)
    if client_id != old:
        _forget_token(old)
    log.warning("the server was put back; everything from change %d on is sent again", first)


def _unbase(store: Store, first: int) -> None:
    """Revisions of the lost past mean nothing any more: the values that were seen decide."""
    kept = store.sql("SELECT mid, payload FROM outbox WHERE mid >= ?", (first,))
    changed = []
    for mid, payload in kept:
        try:
            command = decode(payload)
        except Refused:
            continue
        if isinstance(command, Late) and command.base_rev is not None:
            unbased = msgspec.structs.replace(command, base_rev=LOST_PAST)
            changed.append((encode(unbased).decode(), mid))
    store.many("UPDATE outbox SET payload = ? WHERE mid = ?", changed)


def _ever_had(store: Store) -> list[str]:
    """Every client id of this profile of which changes are kept, and the present one."""
    kept = {row[0] for row in store.sql("SELECT DISTINCT client_id FROM outbox")}
    return sorted(kept | {profile.get(store, "client_id") or ""} - {""})


def _known(store: Store, server: Server) -> schema.KnownAnswer:
    """What the server has of every client that this profile ever was."""
    ids = _ever_had(store)
    newest = {id: found[0] for id in ids if (found := _newest_settled(store, id))}
    return server.known_clients(schema.KnownRequest(ids, newest))


def _newest_settled(store: Store, client_id: str) -> tuple[int, str] | None:
    """The last kept change of a client that the server has answered, and the chain after it."""
    found = store.sql(
        "SELECT mid, chain FROM outbox WHERE client_id = ? AND mid <= ? AND chain <> '' "
        "ORDER BY mid DESC LIMIT 1",
        (client_id, profile.number(store, "acked_mid") or 0),
    )
    return (int(found[0][0]), str(found[0][1])) if found else None


def _first_lost(store: Store, known: schema.KnownAnswer) -> int:
    """The oldest change that the server does not have any more, or the first that waits."""
    first = next_mid(store)
    for client_id in _ever_had(store):
        ack = known.clients.get(client_id)
        settled = ack.mid if ack is not None and _agrees(store, client_id, ack, known) else 0
        found = store.sql(
            "SELECT MIN(mid) FROM outbox WHERE client_id = ? AND mid > ?", (client_id, settled)
        )
        if found[0][0] is not None:
            first = min(first, int(found[0][0]))
    return first


def _agrees(store: Store, client_id: str, ack: schema.Ack, known: schema.KnownAnswer) -> bool:
    """Whether what the server has of a client is what was sent from here.

    A copy of this file may have gone on as the same client: then its last change tells nothing,
    but the one after which we stopped does. What is not kept any more was settled long ago.
    """
    newest = _newest_settled(store, client_id)
    if newest is not None and ack.mid > newest[0]:
        return known.chains.get(client_id, newest[1]) == newest[1]
    found = store.sql(
        "SELECT chain FROM outbox WHERE client_id = ? AND mid = ?", (client_id, ack.mid)
    )
    return not found or found[0][0] in ("", ack.chain)


def _renewed(server: Server, first: int) -> str:
    """A new client for this session; the keyring has its token before the file names it."""
    client_id = server.renew_client(schema.ClientRequest(first, platform.node()[:200]))
    secrets.remember(client_id, server.token)
    return client_id


def _forget_token(client_id: str | None) -> None:
    if client_id:
        secrets.forget(client_id)
