"""One client's changes inside a transaction: each exactly once, each with an outcome (2.3, 2.5)."""

from __future__ import annotations

import functools
import hashlib
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import msgspec
import peewee

from models import commands, records
from models.database import Store
from models.errors import Held, Refused
from models.ids import new_id
from sync.protocol import schema
from sync.protocol.kinds import HOUSEKEEPING
from sync.server import bulk
from sync.server.protest import FORKED, Protest
from sync.server.writer import APPLIED, ServerWriter

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
NOT_APPLIED = (Refused, Protest, *FAULTS)
SEEN = ("client_id", "mid", "payload_sha", "chain", "outcome", "at_ms")


@dataclass(frozen=True, slots=True)
class Change:
    """One change as it came: its bytes are what is hashed, kept and compared."""

    mid: int
    payload: bytes
    command: commands.Command | Refused

    @property
    def sha(self) -> str:
        return hashlib.sha256(self.payload).hexdigest()


@dataclass
class ClientState:
    """How far the changes of a client are settled."""

    id: str
    agent_id: str
    revoked: bool
    last_mid: int
    chain: str
    seen: list[tuple[object, ...]] = field(default_factory=list)


Apply = Callable[[ServerWriter, Change], schema.Outcome]
Take = Callable[[ServerWriter, ClientState, list[Change]], list[schema.Outcome]]


def read_change(payload: bytes) -> Change:
    try:
        head = msgspec.json.decode(payload, type=schema.MutationHead)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise Protest(422, "malformed", "A change without a number.") from error
    if head.quarantine:
        refusal = Refused("quarantined", "This change failed again and again; it is kept apart.")
        return Change(head.mid, payload, refusal)
    if len(payload) > schema.MUTATION_LIMIT_BYTES:
        return Change(head.mid, payload, Refused("too_large", "This change is larger than 5 MB."))
    try:
        return Change(head.mid, payload, commands.decode(payload))
    except Refused as refusal:
        return Change(head.mid, payload, refusal)


def apply_all(
    writer: ServerWriter, client: ClientState, changes: list[Change]
) -> list[schema.Outcome]:
    """A batch of which everything is to be applied; raises one of NOT_APPLIED where it can't."""
    return [_one(writer, client, change, _trusted) for change in changes]


def apply_each(
    writer: ServerWriter, client: ClientState, changes: list[Change]
) -> list[schema.Outcome]:
    """A batch under one savepoint; when any change of it fails, again with one for each."""
    before = (writer.step, client.last_mid, client.chain, len(client.seen))
    for apply in (_trusted, _applied):
        try:
            with writer.attempt():
                return [_one(writer, client, change, apply) for change in changes]
        except NOT_APPLIED:
            writer.step, client.last_mid, client.chain, kept = before
            del client.seen[kept:]
            if apply is _applied:
                raise
    raise AssertionError("one of the two ways has ended it")


def _one(writer: ServerWriter, client: ClientState, change: Change, apply: Apply) -> schema.Outcome:
    if change.mid <= client.last_mid:
        return _repeated(writer.store, client, change)
    if change.mid != client.last_mid + 1:
        raise Protest(409, "mid_gap", expected=client.last_mid + 1)
    outcome = apply(writer, change)
    client.last_mid = change.mid
    client.chain = schema.chain_after(client.chain, change.payload)
    kept = encode_outcome(outcome)
    client.seen.append((client.id, change.mid, change.sha, client.chain, kept, writer.now_ms))
    return outcome


def note_seen(store: Store, clients: Iterable[ClientState]) -> None:
    """Write down what was taken from these clients, with the outcomes to be repeated."""
    seen = [row for client in clients for row in client.seen]
    bulk.into(store, "mutation_seen", SEEN, seen)
    for client in clients:
        client.seen.clear()


def encode_outcome(outcome: schema.Outcome) -> str:
    return msgspec.json.encode(outcome).decode()


def _repeated(store: Store, client: ClientState, change: Change) -> schema.Outcome:
    """A change that was taken already: its stored outcome, whatever became of its rows."""
    known = [row for row in client.seen if row[1] == change.mid]
    found = [(row[2], row[4]) for row in known] or store.sql(
        "SELECT payload_sha, outcome FROM mutation_seen WHERE client_id = ? AND mid = ?",
        (client.id, change.mid),
    )
    if not found:
        return schema.Outcome(change.mid, "duplicate", again=True)
    sha, outcome = found[0]
    if sha != change.sha:
        raise Protest(409, "client_forked", FORKED)
    stored = msgspec.json.decode(str(outcome), type=schema.Outcome)
    state = "duplicate" if stored.s == "applied" else stored.s
    return msgspec.structs.replace(stored, s=state, again=True)


def _applied(writer: ServerWriter, change: Change) -> schema.Outcome:
    """Under a savepoint of its own: what can't be applied leaves nothing but its outcome."""
    writer.step += 1
    try:
        try:
            return _do(writer, change)
        except peewee.IntegrityError:  # another device made the same row just now: now it is there
            return _do(writer, change)
    except Held as held:
        return schema.Outcome(change.mid, "held", code=held.code, sentence=held.sentence)
    except Refused as refusal:
        return _rejected(writer, change, refusal)
    except FAULTS as error:
        log.exception("a change of %s can't be applied", writer.actor.login, exc_info=error)
        unusable = Refused("invalid", "The server can't apply this change.")
        return _rejected(writer, change, unusable)


def _do(writer: ServerWriter, change: Change) -> schema.Outcome:
    """Check and apply; whatever is raised, the writer is as it was before."""
    with writer.attempt():
        return _act(writer, change)


def _trusted(writer: ServerWriter, change: Change) -> schema.Outcome:
    """Without a savepoint of its own: whatever is raised takes the whole batch back."""
    writer.step += 1
    return _act(writer, change)


def _act(writer: ServerWriter, change: Change) -> schema.Outcome:
    command = change.command
    if isinstance(command, Refused):
        raise command
    writer.verdict = APPLIED
    command.check(writer)
    command.apply(writer)
    number = None
    if isinstance(command, commands.CreateTicket | commands.Split):
        row = writer.get("ticket", command.id)
        number = row["number"] if row else None
    verdict = writer.verdict
    return schema.Outcome(
        change.mid, verdict.state, code=verdict.code, sentence=verdict.sentence, number=number
    )


def _rejected(writer: ServerWriter, change: Change, refusal: Refused) -> schema.Outcome:
    _keep_undelivered(writer, change.payload, refusal)
    return schema.Outcome(change.mid, "rejected", code=refusal.code, sentence=refusal.sentence)


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
    touched = sorted(writer.pending.lines.items(), key=lambda item: item[1].op != "put")
    for (kind, id, scope), line in touched:
        if not writer.rights.holds(scope):
            continue
        row = writer.get(kind, id) if line.op == "put" else None
        data = _wire(kind, row) if row else None
        found.append(schema.Line(0, line.op, kind, id, scope, line.rev, data))
    return found


def _wire(kind: str, row: dict[str, object]) -> dict[str, object]:
    """A row as it travels: its scope and what its kind names."""
    return {name: row[name] for name in _travelling(kind)}


@functools.cache
def _travelling(kind: str) -> tuple[str, ...]:
    own = (name for name in records.columns(kind) if name not in HOUSEKEEPING)
    return (*own, "scope", "deleted")
