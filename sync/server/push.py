"""Taking a client's changes: exactly once, in its order, with an answer for each (2.3, 2.5).

The hash chain over all payloads tells a client whose disk was rolled back or copied: it would
use numbers again for other changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from models import commands
from models.database import Store
from models.records import Question
from models.rows import Actor
from models.values import is_text
from sync.protocol import schema
from sync.server import bulk, sessions
from sync.server.ages import require_push
from sync.server.changes import (
    NOT_APPLIED,
    Change,
    ClientState,
    Take,
    apply_all,
    apply_each,
    note_seen,
    read_change,
    rows_after,
)
from sync.server.marks import NEWEST, Mark, mark_of, may_be_ours
from sync.server.promising import count_promises
from sync.server.protest import FORKED, REWOUND, Protest, revoked_device
from sync.server.rights import Rights, hold_file
from sync.server.sessions import Caller
from sync.server.write_path import WritePath
from sync.server.writer import ServerWriter


@dataclass(frozen=True, slots=True)
class Ask:
    """One request to be answered, and whose it is: as known already, or its Authorization."""

    request: schema.PushRequest
    who: Rights | str


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one request inside a transaction that is not yet committed."""

    ack: schema.Ack
    outcomes: list[schema.Outcome]
    rows: list[schema.Line]


Result = schema.PushAnswer | Exception


def push(path: WritePath, rights: Rights, request: schema.PushRequest) -> schema.PushAnswer:
    """Apply a batch. Raises Protest when the client and this store don't share a past."""
    result = push_together(path, [Ask(request, rights)])[0]
    if isinstance(result, Exception):
        raise result
    return result


def push_together(path: WritePath, asks: list[Ask]) -> list[Result]:
    """Apply the batches of several clients in one transaction; an answer or error for each.

    Waiting requests share one commit that way. At first all is tried without savepoints, for
    nearly always all of it is applied; when anything is not, it begins again with them. A
    request that is refused as a whole takes nothing of the others with it; when the transaction
    itself fails, each is tried alone.
    """
    for take in (apply_all, apply_each):
        try:
            return path.retried(lambda take=take: _together(path, asks, take))  # type: ignore[misc]
        except Exception as error:
            if take is apply_all and isinstance(error, NOT_APPLIED):
                continue
            if len(asks) == 1:
                return [error]
            break
    return [result for ask in asks for result in push_together(path, [ask])]


def _together(path: WritePath, asks: list[Ask], take: Take) -> list[Result]:
    with path.store.transaction():
        writer = ServerWriter(path.store, path.now_ms(), step=-1, gathers=True)
        opened = _opened(writer, asks)
        batches = [each for each in opened if isinstance(each, Batch)]
        keys = [key for batch in batches for key in batch.reads()]
        locks = clients_locked(writer.store, [batch.client_id for batch in batches])
        found = writer.prefetch(keys, [locks, NEWEST])
        clients, head = clients_of(found[0]), mark_of(found[1])
        taken = [
            _attempted(writer, clients, batch, head, take) if isinstance(batch, Batch) else batch
            for batch in opened
        ]
        with path.store.unwaited():
            _note_clients(writer, clients)
            writer.step = max(writer.step, 0)
            path.finish(writer)
    return [
        schema.PushAnswer(head.epoch, each.ack, each.outcomes, each.rows, writer.now_ms)
        if isinstance(each, Taken)
        else each
        for each in taken
    ]


@dataclass(frozen=True, slots=True)
class Batch:
    """A request that was understood, and who sent it."""

    rights: Rights
    client_id: str
    base: schema.Base
    changes: list[Change]
    cursor: str = ""

    def reads(self) -> Iterator[tuple[str, str]]:
        for change in self.changes:
            if isinstance(change.command, commands.Command):
                yield from change.command.reads()


def _opened(writer: ServerWriter, asks: list[Ask]) -> list[Batch | Exception]:
    tokens = {ask.who for ask in asks if isinstance(ask.who, str)}
    known = sessions.callers(writer.store, tokens, writer.now_ms) if tokens else {}
    opened: list[Batch | Exception] = []
    for ask in asks:
        who = known[ask.who] if isinstance(ask.who, str) else ask.who
        try:
            opened.append(_read(ask.request, who.rights if isinstance(who, Caller) else who))
        except Protest as error:
            opened.append(error)
    return opened


def _read(request: schema.PushRequest, rights: Rights | Protest) -> Batch:
    if isinstance(rights, Protest):
        raise rights
    if not is_text(request.client.id):
        raise Protest(422, "malformed", "That is not the name of a device.")
    require_push(request.client)
    if len(request.muts) > schema.PUSH_LIMIT:
        raise Protest(413, "too_large", f"At most {schema.PUSH_LIMIT} changes at once.")
    changes = [read_change(bytes(raw)) for raw in request.muts]
    return Batch(rights, request.client.id, request.base, changes, request.cursor)


def _attempted(
    writer: ServerWriter, clients: dict[str, ClientState], batch: Batch, head: Mark, take: Take
) -> Taken | Exception:
    """The request's outcomes and rows; nothing of it stays when it is refused as a whole."""
    others, writer.pending.lines = writer.pending.lines, {}
    writer.rights, writer.client_id = batch.rights, batch.client_id
    try:
        client = _known(clients, batch)
        check_base(writer.store, client, batch.base)
        if not may_be_ours(writer.store, batch.cursor, head):
            raise Protest(409, "rewound", REWOUND)
    except Protest as error:
        writer.pending.lines = others
        return error
    try:
        outcomes = take(writer, client, batch.changes)
        count_promises(writer)
        return Taken(schema.Ack(client.last_mid, client.chain), outcomes, rows_after(writer))
    except Protest as error:
        if take is apply_all:
            raise
        return error
    finally:
        writer.pending.lines = {**others, **writer.pending.lines}


def _known(clients: dict[str, ClientState], batch: Batch) -> ClientState:
    client = clients.get(batch.client_id)
    if client is None or client.agent_id != batch.rights.actor.id:
        raise Protest(409, "client_forked", "This device is not known here.")
    if client.revoked:
        raise revoked_device(client.id)
    return client


def clients_locked(store: Store, ids: Iterable[str]) -> Question:
    """How to ask for the rows of these clients, locked until the end of the transaction."""
    lock = "" if store.is_sqlite else " FOR UPDATE"
    among, wanted = store.among(sorted(set(ids)))
    text = f"SELECT id, agent_id, revoked, last_mid, chain FROM client WHERE id {among}"
    return f"{text} ORDER BY id{lock}", (wanted,)


def clients_of(found: Iterable[tuple[Any, ...]]) -> dict[str, ClientState]:
    return {
        id: ClientState(id, agent_id, bool(revoked), int(last_mid), chain)
        for id, agent_id, revoked, last_mid, chain in found
    }


def _note_clients(writer: ServerWriter, clients: dict[str, ClientState]) -> None:
    """Write down how far each client has come."""
    note_seen(writer.store, clients.values())
    states = [(each.last_mid, each.chain, writer.now_ms, each.id) for each in clients.values()]
    bulk.update(writer.store, "client", ("last_mid", "chain", "seen_at_ms"), states)


def check_base(store: Store, client: ClientState, base: schema.Base) -> None:
    """The client's last settled change must be one of ours, with the same chain."""
    if base.mid > client.last_mid:
        raise Protest(409, "rewound", REWOUND, last_mid=client.last_mid)
    if base.mid == client.last_mid:
        known = client.chain
    elif base.mid == 0:
        known = ""
    else:
        found = store.sql(
            "SELECT chain FROM mutation_seen WHERE client_id = ? AND mid = ?",
            (client.id, base.mid),
        )
        known = found[0][0] if found else base.chain
    if known != base.chain:
        raise Protest(409, "client_forked", FORKED)


def complete_file(path: WritePath, sender: Actor, sha256: str, size_bytes: int) -> None:
    """Somebody sent the bytes of a file: everybody who sees it in their messages learns so."""

    def step(writer: ServerWriter) -> None:
        writer.store.sql(
            "INSERT INTO blob (sha256, size_bytes, state, at_ms) VALUES (?, ?, 'complete', ?) "
            "ON CONFLICT (sha256) DO NOTHING",
            (sha256, size_bytes, writer.now_ms),
        )
        for id in hold_file(writer.store, sha256, sender.id):
            writer.update("message_file", id, {"state": "complete"})

    path.run(step)
