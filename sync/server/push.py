"""Taking a client's changes: exactly once, in its order, with an answer for each (2.3, 2.5).

The hash chain over all payloads tells a client whose disk was rolled back or copied: it would
use numbers again for other changes.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec
import peewee

from models import commands
from models.database import Store
from models.errors import Refused
from models.ids import new_id
from models.rows import Actor
from sync.protocol import schema
from sync.protocol.kinds import HOUSEKEEPING
from sync.server.rights import Rights
from sync.server.write_path import ServerWriter, WritePath

REWOUND = "The server's store is not the one that this computer knew. What you wrote is kept here."
FORKED = "This computer's file was copied or put back. What you wrote is kept here."
log = logging.getLogger("deskside.server")
# What a payload that slipped through the checks can raise; no change may stop those behind it.
FAULTS = (
    peewee.DataError,
    peewee.IntegrityError,
    peewee.ProgrammingError,
    ArithmeticError,
    LookupError,
    TypeError,
    ValueError,
)


class Protest(Exception):
    """The whole request is refused: ``code`` with what the client needs."""

    def __init__(self, status: int, code: str, detail: str = "", **extra: int) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.detail = detail
        self.extra = extra


Apply = Callable[[ServerWriter, int, bytes], schema.Outcome]


@dataclass
class ClientState:
    """How far the changes of a client are settled."""

    id: str
    last_mid: int
    chain: str
    seen: list[tuple[object, ...]] = field(default_factory=list)


def push(path: WritePath, rights: Rights, request: schema.PushRequest) -> schema.PushAnswer:
    """Apply a batch. Raises Protest when the client and this store don't share a past."""
    if len(request.muts) > schema.PUSH_LIMIT:
        raise Protest(413, "too_large", f"At most {schema.PUSH_LIMIT} changes at once.")
    return path.retried(lambda: _push(path, rights, request))


def _push(path: WritePath, rights: Rights, request: schema.PushRequest) -> schema.PushAnswer:
    store = path.store
    with store.transaction():
        writer = ServerWriter(store, path.now_ms(), rights, step=-1)
        client = lock_client(store, rights.actor, request.client.id)
        check_base(store, client, request.base)
        outcomes = _take(writer, client, [bytes(raw) for raw in request.muts])
        note_seen(store, client)
        store.sql(
            "UPDATE client SET last_mid = ?, chain = ?, seen_at_ms = ? WHERE id = ?",
            (client.last_mid, client.chain, writer.now_ms, client.id),
        )
        rows = rows_after(writer)
        writer.step = max(writer.step, 0)
        path.finish(writer)
    return schema.PushAnswer(
        epoch=epoch(store),
        ack=schema.Ack(client.last_mid, client.chain),
        out=outcomes,
        rows=rows,
        server_time_ms=writer.now_ms,
    )


def lock_client(store: Store, actor: Actor, client_id: str) -> ClientState:
    """The client's row, locked until the end of the transaction."""
    lock = "" if store.is_sqlite else " FOR UPDATE"
    found = store.sql(
        f"SELECT agent_id, last_mid, chain, revoked FROM client WHERE id = ?{lock}", (client_id,)
    )
    if not found or found[0][0] != actor.id:
        raise Protest(409, "client_forked", "This device is not known here.")
    if found[0][3]:
        raise Protest(403, "revoked", "This device was signed out by an administrator.")
    return ClientState(client_id, int(found[0][1]), found[0][2])


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


def _take(writer: ServerWriter, client: ClientState, payloads: list[bytes]) -> list[schema.Outcome]:
    """A batch under one savepoint; when any change of it fails, again with one for each."""
    step, last_mid, chain = writer.step, client.last_mid, client.chain
    try:
        with writer.attempt():
            return [_one(writer, client, payload, _trusted) for payload in payloads]
    except (Refused, peewee.IntegrityError, *FAULTS):
        writer.step, client.last_mid, client.chain = step, last_mid, chain
        client.seen.clear()
    return [_one(writer, client, payload, _applied) for payload in payloads]


def _one(writer: ServerWriter, client: ClientState, payload: bytes, apply: Apply) -> schema.Outcome:
    try:
        head = msgspec.json.decode(payload, type=schema.MutationHead)
    except msgspec.MsgspecError as error:
        raise Protest(422, "malformed", "A change without a number.") from error
    sha = hashlib.sha256(payload).hexdigest()
    if head.mid <= client.last_mid:
        note_seen(writer.store, client)
        return _repeated(writer.store, client, head.mid, sha)
    if head.mid != client.last_mid + 1:
        raise Protest(409, "mid_gap", expected=client.last_mid + 1)
    outcome = apply(writer, head.mid, payload)
    client.last_mid = head.mid
    client.chain = schema.chain_after(client.chain, payload)
    client.seen.append(
        (client.id, head.mid, sha, client.chain, encode_outcome(outcome), writer.now_ms)
    )
    return outcome


def note_seen(store: Store, client: ClientState) -> None:
    """Write down what was taken from the client, with the outcomes to be repeated."""
    store.many(
        "INSERT INTO mutation_seen (client_id, mid, payload_sha, chain, outcome, at_ms) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        client.seen,
    )
    client.seen.clear()


def encode_outcome(outcome: schema.Outcome) -> str:
    return msgspec.json.encode(outcome).decode()


def _repeated(store: Store, client: ClientState, mid: int, sha: str) -> schema.Outcome:
    """A change that was taken already: its stored outcome, whatever became of its rows."""
    found = store.sql(
        "SELECT payload_sha, outcome FROM mutation_seen WHERE client_id = ? AND mid = ?",
        (client.id, mid),
    )
    if not found:
        return schema.Outcome(mid, "duplicate")
    if found[0][0] != sha:
        raise Protest(409, "client_forked", FORKED)
    stored = msgspec.json.decode(found[0][1], type=schema.Outcome)
    return stored if stored.s == "rejected" else msgspec.structs.replace(stored, s="duplicate")


def _applied(writer: ServerWriter, mid: int, payload: bytes) -> schema.Outcome:
    writer.step += 1
    try:
        try:
            command = _do(writer, payload)
        except peewee.IntegrityError:  # another device made the same row just now: now it is there
            command = _do(writer, payload)
    except Refused as refusal:
        return _rejected(writer, mid, payload, refusal)
    except FAULTS as error:
        log.exception("a change of %s can't be applied", writer.actor.login, exc_info=error)
        unusable = Refused("invalid", "The server can't apply this change.")
        return _rejected(writer, mid, payload, unusable)
    return _outcome(writer, mid, command)


def _trusted(writer: ServerWriter, mid: int, payload: bytes) -> schema.Outcome:
    """Without a savepoint of its own: whatever is raised takes the whole batch back."""
    writer.step += 1
    return _outcome(writer, mid, _act(writer, payload))


def _outcome(writer: ServerWriter, mid: int, command: commands.Command) -> schema.Outcome:
    number = None
    if isinstance(command, commands.CreateTicket):
        row = writer.get("ticket", command.id)
        number = row["number"] if row else None
    return schema.Outcome(mid, "applied", number=number)


def _do(writer: ServerWriter, payload: bytes) -> commands.Command:
    """Decode, check and apply; whatever is raised, the writer is as it was before."""
    with writer.attempt():
        return _act(writer, payload)


def _act(writer: ServerWriter, payload: bytes) -> commands.Command:
    if len(payload) > schema.MUTATION_LIMIT_BYTES:
        raise Refused("too_large", "This change is larger than 5 MB.")
    command = commands.decode(payload)
    command.check(writer)
    command.apply(writer)
    return command


def _rejected(writer: ServerWriter, mid: int, payload: bytes, refusal: Refused) -> schema.Outcome:
    _keep_undelivered(writer, payload, refusal)
    return schema.Outcome(mid, "rejected", code=refusal.code, sentence=refusal.sentence)


def _keep_undelivered(writer: ServerWriter, payload: bytes, refusal: Refused) -> None:
    """Text that the store refused stays with its author; a copy stays here."""
    writer.store.sql(
        "INSERT INTO undelivered (id, agent_id, payload, reason, at_ms) VALUES (?, ?, ?, ?, ?)",
        (
            new_id(),
            writer.actor.id,
            payload.decode("utf-8", "replace").replace("\x00", "\ufffd"),
            refusal.code,
            writer.now_ms,
        ),
    )


def rows_after(writer: ServerWriter) -> list[schema.Line]:
    """The state of every touched row that this person may see; puts before outs."""
    found: list[schema.Line] = []
    touched = sorted(writer.lines.items(), key=lambda item: item[1].op != "put")
    for (kind, id, scope), line in touched:
        if not writer.rights.holds(scope):
            continue
        row = writer.get(kind, id) if line.op == "put" else None
        data = _wire(row) if row else None
        found.append(schema.Line(0, line.op, kind, id, scope, line.rev, data))
    return found


def _wire(row: dict[str, object]) -> dict[str, object]:
    """A row as it travels: its scope and what its kind names."""
    kept = {name: value for name, value in row.items() if name not in HOUSEKEEPING}
    return {**kept, "scope": row["scope"], "deleted": row["deleted"]}


def epoch(store: Store) -> int:
    """How often this store was restored, plus one."""
    return int(store.sql("SELECT value FROM meta WHERE key = 'epoch'")[0][0])


def complete_file(path: WritePath, sha256: str, size_bytes: int) -> None:
    """The bytes of a file came: everybody who sees a message that names it learns so."""

    def step(writer: ServerWriter) -> None:
        writer.store.sql(
            "INSERT INTO blob (sha256, size_bytes, state, at_ms) VALUES (?, ?, 'complete', ?) "
            "ON CONFLICT (sha256) DO NOTHING",
            (sha256, size_bytes, writer.now_ms),
        )
        for row in writer.select("message_file", sha256=sha256):
            if row["state"] != "complete":
                writer.update("message_file", row["id"], {"state": "complete"})

    path.run(step)
