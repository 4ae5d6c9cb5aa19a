"""The wire: what goes over HTTP, as frozen structs checked on arrival on both sides.

Bodies are JSON, compressed with zstd when that pays. Unknown fields are ignored. Errors are
problem+json with ``code``. Limits stand here so that both sides agree on them.
"""

from __future__ import annotations

import hashlib
from typing import Annotated, Any

import msgspec
from msgspec import Meta

PROTOCOL = 1
SCHEMA = 1
PRODUCT = "deskside"
PUSH_LIMIT = 200
PULL_LIMIT = 500
PULL_LIMIT_MOST = 2_000
BODY_LIMIT_BYTES = 8 << 20
MUTATION_LIMIT_BYTES = 5 << 20
FILE_LIMIT_BYTES = 20 << 20  # with one PUT
UPLOAD_LIMIT_BYTES = 2 << 30  # in pieces
PIECE_LIMIT_BYTES = 4 << 20
UPLOADS_MOST = 20  # unfinished ones of an agent, and what they amount to
UPLOADS_MOST_BYTES = 8 << 30
UPLOAD_DAYS = 7
UPLOAD_OFFSET = "Upload-Offset"
WAIT_LIMIT_S = 25
SCOPES_LIMIT = 600
SNAPSHOT_LINES = PULL_LIMIT
PART_LIMIT_BYTES = 8 << 20
ROWS_LIMIT = 500

SMALL_BODY_BYTES = 64 << 10
MEDIUM_BODY_BYTES = 1 << 20

NO_NUL = "^[^\\u0000]*$"
ShortText = Annotated[str, Meta(max_length=200, pattern=NO_NUL)]
ScopeName = Annotated[str, Meta(max_length=200)]
CursorText = Annotated[str, Meta(max_length=1_000)]
Count = Annotated[int, Meta(ge=0, lt=1 << 53)]


class ServerInfo(msgspec.Struct, frozen=True):
    """``GET /v1/server``: what answers here, before anybody signs in."""

    product: str
    protocol: int
    version: str


class SessionRequest(msgspec.Struct, frozen=True):
    """``POST /v1/session``. ``client_id`` is given when this device signed in before.

    ``next_mid`` is the number of its next change: where a client that is not known here begins.
    """

    login: ShortText
    password: Annotated[str, Meta(max_length=1_000)]
    device: ShortText = ""
    client_id: ShortText | None = None
    next_mid: Annotated[int, Meta(ge=1, lt=1 << 53)] = 1


class AgentInfo(msgspec.Struct, frozen=True):
    """Who signed in; ``role`` is agent, lead or admin."""

    id: str
    login: str
    name: str
    role: str


class SchemaRange(msgspec.Struct, frozen=True):
    """Which forms of rows the server takes and gives."""

    min_pull: int
    min_push: int
    current: int


class Limits(msgspec.Struct, frozen=True):
    """How much fits into one request of each kind."""

    push: int = PUSH_LIMIT
    pull: int = PULL_LIMIT
    body_bytes: int = BODY_LIMIT_BYTES
    file_bytes: int = FILE_LIMIT_BYTES


class SessionAnswer(msgspec.Struct, frozen=True):
    """``last_mid`` and ``chain``: how far this device's changes are settled."""

    token: str
    client_id: str
    epoch: int
    agent: AgentInfo
    schema: SchemaRange
    limits: Limits
    server_time_ms: int
    last_mid: int
    chain: str


class PasswordRequest(msgspec.Struct, frozen=True):
    """``POST /v1/password``: change one's own."""

    old: Annotated[str, Meta(max_length=1_000)]
    new: Annotated[str, Meta(max_length=1_000)]


class Ack(msgspec.Struct, frozen=True):
    """The last settled mutation of this client, and the chain at it."""

    mid: int
    chain: str


class ClientRequest(msgspec.Struct, frozen=True):
    """``POST /v1/clients``: a new client for this session, whose first change is ``next_mid``."""

    next_mid: Annotated[int, Meta(ge=1, lt=1 << 53)]
    device: ShortText = ""


class ClientAnswer(msgspec.Struct, frozen=True):
    """From now on the session belongs to this client."""

    client_id: str


class KnownRequest(msgspec.Struct, frozen=True):
    """``POST /v1/clients/known``: what is kept of these clients of one's own.

    ``settled`` names the newest change of each that this device knows to be settled.
    """

    ids: Annotated[list[ShortText], Meta(max_length=1_000)]
    settled: Annotated[dict[ShortText, Count], Meta(max_length=1_000)] = {}


class KnownAnswer(msgspec.Struct, frozen=True):
    """How far each client that is known here is settled.

    ``chains`` are those after the changes that were named, as far as they are kept: a client may
    have gone on from another computer.
    """

    epoch: int
    clients: dict[str, Ack]
    chains: dict[str, str] = {}


class DeviceInfo(msgspec.Struct, frozen=True):
    """A computer that somebody signed in from, and when it was seen last."""

    id: str
    device: str
    login: str
    name: str
    seen_at_ms: int


class DeviceList(msgspec.Struct, frozen=True):
    """``GET /v1/devices``: ``current`` is the id of the one that asks."""

    current: str
    devices: list[DeviceInfo]


class ClientInfo(msgspec.Struct, frozen=True):
    """The device that asks, and the form of rows it knows."""

    id: ShortText
    schema: Count = SCHEMA


class Base(msgspec.Struct, frozen=True):
    """The last mutation that the client knows to be settled, and the chain at it."""

    mid: Count
    chain: Annotated[str, Meta(max_length=200)]


class PushRequest(msgspec.Struct, frozen=True):
    """``POST /v1/push``. Each mutation is kept as the bytes that were sent: they are hashed.

    ``cursor`` is one that the client holds: what it saw must be of this store's past.
    """

    client: ClientInfo
    base: Base
    muts: list[msgspec.Raw]
    cursor: Annotated[str, Meta(max_length=500, pattern=NO_NUL)] = ""


class MutationHead(msgspec.Struct, frozen=True):
    """What the server reads of a mutation before it looks at the rest.

    ``quarantine``: it failed again and again; the server keeps it for its author, unapplied.
    """

    mid: Count
    kind: str = ""
    quarantine: bool = False


class Outcome(msgspec.Struct, frozen=True, omit_defaults=True):
    """``s`` is applied, merged, conflict, held, rejected or duplicate.

    ``again``: the change was taken before, its rows don't come along.
    """

    mid: int
    s: str
    code: str = ""
    sentence: str = ""
    number: int | None = None
    seq: int | None = None
    again: bool = False


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """One change: ``op`` is put (with ``row``), out or del."""

    seq: int
    op: str
    kind: str
    id: str
    scope: str
    rev: int = 0
    row: dict[str, Any] | None = None


class PushAnswer(msgspec.Struct, frozen=True):
    """An outcome for each mutation, and the rows that they touched, as they stand now."""

    epoch: int
    ack: Ack
    out: list[Outcome]
    rows: list[Line]
    server_time_ms: int


class PullRequest(msgspec.Struct, frozen=True):
    """``POST /v1/pull``. ``wait`` seconds are spent waiting when there is nothing new.

    ``snapshots``: a scope without a cursor that has more than ``SNAPSHOT_LINES`` is only named.
    """

    client: ClientInfo
    scopes: Annotated[dict[ScopeName, CursorText | None], Meta(max_length=SCOPES_LIMIT)]
    limit: Annotated[int, Meta(ge=1, le=PULL_LIMIT_MOST)] = PULL_LIMIT
    wait: Annotated[int, Meta(ge=0, le=WAIT_LIMIT_S)] = 0
    snapshots: bool = False


class ScopeState(msgspec.Struct, frozen=True, omit_defaults=True):
    """``cur``: read on from here. ``gone``: no longer yours. ``expired``: start afresh.

    ``new`` without ``cur``: begin with the scope's snapshot.
    """

    cur: str | None = None
    gone: bool = False
    new: bool = False
    expired: bool = False


class PullAnswer(msgspec.Struct, frozen=True):
    """Changes in order; ``more``: ask again at once. ``scopes`` has every scope that is held."""

    epoch: int
    more: bool
    safe_seq: int
    ack: Ack
    scopes: dict[str, ScopeState]
    changes: list[Line]
    server_time_ms: int


class SnapshotPart(msgspec.Struct, frozen=True):
    """One file of a snapshot: zstd over lines of JSON, a head before the rows of each kind.

    A head is ``{"kind", "columns"}``; a row is an array in that order. Rows of a kind follow one
    another by id, in the order of its bytes, over all parts.
    """

    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    bytes: Annotated[int, Meta(ge=1, le=8 * PART_LIMIT_BYTES)]
    rows: Annotated[int, Meta(ge=1)]


class Snapshot(msgspec.Struct, frozen=True):
    """``GET /v1/scopes/{scope}/snapshot``: the live rows of a scope as they stood at ``cur``.

    Part n is at ``…/snapshot/{name}/{n}``. ``floor``: older work is not part of it (0: all is).
    """

    scope: str
    name: Annotated[str, Meta(pattern="^[0-9A-Za-z-]{1,100}$")]
    cur: Annotated[str, Meta(min_length=1)]
    seq: int
    floor: int
    rows: Annotated[int, Meta(ge=0)]
    parts: list[SnapshotPart]


class SnapshotHead(msgspec.Struct, frozen=True):
    """The line of a part that says of which kind the rows after it are."""

    kind: str
    columns: list[str]


class RowsRequest(msgspec.Struct, frozen=True):
    """``POST /v1/rows``: these rows, each as its kind and id."""

    ids: Annotated[list[tuple[ShortText, ShortText]], Meta(max_length=ROWS_LIMIT)]


class RowsAnswer(msgspec.Struct, frozen=True, omit_defaults=True):
    """Answer to that and to ``GET /v1/tickets/{id}``: rows as they stand, as a pull has them.

    What is not there and what is somebody else's is left out alike. ``next``: ask for what
    follows with ``after``; the ticket is whole when there is none.
    """

    epoch: int
    seq: int
    rows: list[Line]
    next: str | None = None


class TicketsFound(msgspec.Struct, frozen=True):
    """``GET /v1/tickets``: the tickets that have this number or alias."""

    ids: list[str]


class BlobCheck(msgspec.Struct, frozen=True):
    """``POST /v1/blobs/check``."""

    sha256: Annotated[list[ShortText], Meta(max_length=1_000)]


class BlobMissing(msgspec.Struct, frozen=True):
    """Those of the wanted files that should be sent."""

    missing: list[str]


class UploadRequest(msgspec.Struct, frozen=True):
    """``POST /v1/blobs``: a file that will come in pieces."""

    sha256: ShortText
    size_bytes: Annotated[int, Meta(ge=0)]


class UploadState(msgspec.Struct, frozen=True):
    """Answer to that and to ``PATCH /v1/uploads/{id}``: the next piece begins at ``offset``.

    ``complete``: the file is here, nothing more is to be sent; then ``id`` may be empty.
    """

    id: str
    offset: int
    complete: bool = False


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """RFC 9457, with ``code``."""

    title: str
    status: int
    code: str
    detail: str = ""
    expected: int | None = None
    last_mid: int | None = None
    offset: int | None = None
    retry_after_s: int | None = None
    device: str | None = None


def chain_after(chain: str, payload: bytes) -> str:
    """The hash chain's next link: sha256 of the last link and the mutation's own bytes."""
    return hashlib.sha256(chain.encode() + b"\n" + payload).hexdigest()
