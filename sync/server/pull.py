"""Answering what changed: per scope, in the order of changes, in pages.

All of one answer is read in one snapshot of the store. A page never splits a position, so that
what one change did arrives together. Rows are made into JSON by the database itself.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache
from operator import itemgetter
from typing import NamedTuple

import msgspec

from models import records
from models.database import Store
from sync.protocol import cursor as cursors
from sync.protocol import schema
from sync.protocol.kinds import HOUSEKEEPING, KEPT
from sync.server.ages import require_pull
from sync.server.marks import NEWEST, Mark, knows, mark_of, newest_mark
from sync.server.protest import REWOUND, Protest
from sync.server.rights import Rights

CHUNK = 500


class RawLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """``schema.Line`` with a row that is JSON already."""

    seq: int
    op: str
    kind: str
    id: str
    scope: str
    rev: int = 0
    row: msgspec.Raw | None = None


class RawAnswer(msgspec.Struct, frozen=True):
    """``schema.PullAnswer`` with raw lines."""

    epoch: int
    more: bool
    safe_seq: int
    ack: schema.Ack
    scopes: dict[str, schema.ScopeState]
    changes: list[RawLine]
    server_time_ms: int


class Found(NamedTuple):
    """A change line as it stands in the index."""

    kind: str
    ent: str
    scope: str
    seq: int
    op: str
    rev: int


def pull(store: Store, rights: Rights, request: schema.PullRequest, now_ms: int) -> RawAnswer:
    """One page. Raises Protest when a cursor comes from another past of this store."""
    require_pull(request.client)
    if len(request.scopes) > schema.SCOPES_LIMIT:
        raise Protest(413, "too_large", "Too many scopes.")
    answer = _nothing_new(store, rights, request, now_ms)
    if answer is not None:
        return answer
    with store.snapshot():
        head = newest_mark(store)
        ack = client_ack(store, rights, request.client.id)
        starts, states = _starts(store, rights, request, head)
        lines, upto, more = _page(store, starts, request.limit, head.seq)
        fresh = starts.keys() - request.scopes.keys()
        changes = with_rows(store, lines, fresh)
    for scope, start in starts.items():
        cur = cursors.encode(head.epoch, max(start, upto), head.seq, head.nonce)
        states[scope] = schema.ScopeState(cur=cur, new=request.scopes.get(scope) is None)
    return RawAnswer(head.epoch, more, head.seq, ack, states, changes, now_ms)


def _nothing_new(
    store: Store, rights: Rights, request: schema.PullRequest, now_ms: int
) -> RawAnswer | None:
    """The whole answer when every cursor stands where the store does: what most pulls meet.

    One question is one snapshot by itself; it needs no transaction.
    """
    if rights.scopes != request.scopes.keys():
        return None
    found = store.sql(
        f"SELECT n.*, c.last_mid, c.chain FROM ({NEWEST[0]}) n JOIN client c "
        "ON c.id = ? AND c.agent_id = ? AND c.revoked = 0",
        (*NEWEST[1], request.client.id, rights.actor.id),
    )
    if not found:
        return None
    head, ack = mark_of([found[0][:4]]), schema.Ack(int(found[0][4]), found[0][5])
    here = cursors.encode(head.epoch, head.seq, head.seq, head.nonce)
    if any(cur != here for cur in request.scopes.values()):
        return None
    states = {scope: schema.ScopeState(cur=here) for scope in request.scopes}
    return RawAnswer(head.epoch, False, head.seq, ack, states, [], now_ms)


def client_ack(store: Store, rights: Rights, client_id: str) -> schema.Ack:
    found = store.sql(
        "SELECT last_mid, chain FROM client WHERE id = ? AND agent_id = ? AND revoked = 0",
        (client_id, rights.actor.id),
    )
    if not found:
        raise Protest(409, "client_forked", "This device is not known here.")
    return schema.Ack(int(found[0][0]), found[0][1])


def _starts(
    store: Store, rights: Rights, request: schema.PullRequest, head: Mark
) -> tuple[dict[str, int], dict[str, schema.ScopeState]]:
    """Where reading begins for each held scope, and answers for the others."""
    starts: dict[str, int] = {}
    states: dict[str, schema.ScopeState] = {}
    for scope in rights.scopes | request.scopes.keys():
        if scope not in rights.scopes:
            states[scope] = schema.ScopeState(gone=True)
            continue
        text = request.scopes.get(scope)
        cursor = cursors.decode(text) if text else None
        if text and (cursor is None or (cursor.epoch == head.epoch and cursor.seq < head.gc_seq)):
            states[scope] = schema.ScopeState(expired=True)
            continue
        if cursor is not None and not knows(store, cursor, head):
            raise Protest(409, "rewound", REWOUND)
        if cursor is None and request.snapshots and _is_large(store, scope):
            states[scope] = schema.ScopeState(new=True)
            continue
        starts[scope] = cursor.seq if cursor else 0
    return starts, states


def _is_large(store: Store, scope: str) -> bool:
    text = "SELECT COUNT(*) FROM (SELECT 1 FROM change WHERE scope = ? LIMIT ?) AS part"
    limit = schema.SNAPSHOT_LINES
    return int(store.sql(text, (scope, limit + 1))[0][0]) > limit


def lines_of(store: Store, rights: Rights, kind: str, ids: Sequence[str]) -> list[Found]:
    """The lines that show these rows to this person, whatever position they stand at."""
    among, named = store.among(ids)
    found = store.sql(
        "SELECT kind, ent, scope, seq, op, rev FROM change "
        f"WHERE kind = ? AND op = 'put' AND ent {among}",
        (kind, named),
    )
    return [line for row in found if rights.holds((line := Found(*row)).scope)]


def _page(
    store: Store, starts: dict[str, int], limit: int, head_seq: int
) -> tuple[list[Found], int, bool]:
    """The next lines in order, up to which position they reach, and whether more follow."""
    behind = {scope: seq for scope, seq in starts.items() if seq < head_seq}
    lines = _lines(store, behind, limit + 1)
    if len(lines) <= limit:
        return lines, head_seq, False
    upto = lines[limit - 1].seq
    whole = [line for line in lines if line.seq < upto]
    whole += _lines_at(store, [scope for scope, seq in behind.items() if seq < upto], upto)
    return whole, upto, True


def _lines(store: Store, starts: dict[str, int], limit: int) -> list[Found]:
    if not starts:
        return []
    one = (
        "SELECT * FROM (SELECT kind, ent, scope, seq, op, rev FROM change "
        "WHERE scope = ? AND seq > ? ORDER BY seq, kind, ent LIMIT ?) AS part"
    )
    params: list[object] = []
    for scope, seq in starts.items():
        params += [scope, seq, limit]
    found = store.sql(" UNION ALL ".join([one] * len(starts)), params)
    found.sort(key=itemgetter(3))
    lines = (Found(*row) for row in found[:limit])
    return sorted(lines, key=lambda line: (line.seq, line.op != "put"))


def _lines_at(store: Store, scopes: Sequence[str], seq: int) -> list[Found]:
    marks = ", ".join("?" for _ in scopes)
    found = store.sql(
        "SELECT kind, ent, scope, seq, op, rev FROM change "
        f"WHERE seq = ? AND scope IN ({marks}) ORDER BY kind, ent",
        (seq, *scopes),
    )
    return sorted((Found(*row) for row in found), key=lambda line: line.op != "put")


def with_rows(store: Store, lines: list[Found], fresh: Set[str]) -> list[RawLine]:
    """Lines with their rows. Of a scope that the client does not name, deleted rows are left out
    (but for KEPT kinds).

    One that it names without a cursor may hold rows already: answers to pushes brought them.
    """
    wanted: dict[str, list[str]] = {}
    for line in lines:
        if line.op == "put":
            wanted.setdefault(line.kind, []).append(line.ent)
    rows = {
        (kind, id): (scope, deleted, data)
        for kind, ids in wanted.items()
        for id, scope, deleted, data in _rows(store, kind, ids)
    }
    answer: list[RawLine] = []
    for line in lines:
        raw = None
        if line.op == "put":
            found = rows.get((line.kind, line.ent))
            if found is None or not _visible(line, found[0]):
                continue
            if found[1] and line.scope in fresh and line.kind not in KEPT:
                continue
            raw = msgspec.Raw(found[2].encode())
        answer.append(RawLine(line.seq, line.op, line.kind, line.ent, line.scope, line.rev, raw))
    return answer


def _visible(line: Found, home: str) -> bool:
    """A row is shown through its home scope, or through a person's scope by a share."""
    return line.scope in (home, "") or line.scope.startswith("u:")


def _rows(store: Store, kind: str, ids: list[str]) -> list[tuple[str, str, int, str]]:
    found: list[tuple[str, str, int, str]] = []
    for start in range(0, len(ids), CHUNK):
        chunk = ids[start : start + CHUNK]
        marks = ", ".join("?" for _ in chunk)
        text = f'SELECT id, scope, deleted, {json_sql(kind, store.is_sqlite)} FROM "{kind}"'
        found += store.sql(f"{text} WHERE id IN ({marks})", chunk)
    return found


@cache
def json_sql(kind: str, sqlite: bool) -> str:
    """An expression that makes a row's JSON text in the database."""
    names = [name for name in records.columns(kind) if name not in HOUSEKEEPING]
    pairs = ", ".join(f"'{name}', \"{name}\"" for name in [*names, "scope", "deleted"])
    if sqlite:
        return f"json_object({pairs})"
    return f"json_build_object({pairs})::text"
