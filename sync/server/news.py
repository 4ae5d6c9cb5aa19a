"""What was committed since the last look, read once for every reader of this process.

The bytes of a scope's changes are the same for all who hold it; ``live`` only puts them together.
Everything of one look is read in one snapshot, the rights of the readers too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import msgspec

from models.database import Store
from sync.protocol import cursor as cursors
from sync.protocol.live import MOST_BYTES, MOST_LINES
from sync.server.marks import Mark, newest_mark
from sync.server.pull import Found, RawLine, with_rows
from sync.server.rights import scopes_of

FLOOD_LINES = 2_000
DIRECTORY = ("agent", "queue", "queue_member")


class RawDelta(msgspec.Struct, frozen=True, omit_defaults=True):
    """``protocol.live.Delta`` with lines whose rows are JSON already."""

    scope: str
    cur: str
    prev: str | None = None
    changes: list[RawLine] = []


@dataclass(frozen=True, slots=True)
class News:
    """``parts``: a ``Delta`` as JSON for each scope that moved. ``scopes``: what each agent holds
    now, when the directory changed. ``flood``: too much to name. ``torn``: another past."""

    head: Mark
    parts: dict[str, bytes] = field(default_factory=dict)
    scopes: dict[str, frozenset[str]] | None = None
    flood: bool = False
    torn: bool = False


def read_news(
    store: Store, seen: Mark, scopes: Iterable[str], agents: Iterable[str]
) -> News | None:
    """What came after ``seen`` in these scopes; None when nothing was committed."""
    with store.snapshot():
        head = newest_mark(store)
        if head.is_same(seen):
            return None
        if not _follows(store, seen, head):
            return News(head, torn=True)
        lines = _lines_after(store, seen, scopes)
        flood = len(lines) > FLOOD_LINES
        moved = flood or any(line.kind in DIRECTORY for line in lines)
        held = scopes_of(store, list(agents)) if moved else None
        parts = {} if flood else _parts(store, seen, head, lines)
    return News(head, parts, held, flood)


def _follows(store: Store, seen: Mark, head: Mark) -> bool:
    """False when the store was put back to an older state."""
    found = store.sql("SELECT nonce FROM seq_mark WHERE seq = ?", (seen.seq,))
    return head.seq > seen.seq and found == [(seen.nonce,)]


def _lines_after(store: Store, seen: Mark, scopes: Iterable[str]) -> list[Found]:
    """At most one more than ``FLOOD_LINES``; an index seek for each scope."""
    among, names = store.among(scopes)
    found = store.sql(
        "SELECT kind, ent, scope, seq, op, rev FROM change "
        f"WHERE scope {among} AND seq > ? ORDER BY seq LIMIT ?",
        (names, seen.seq, FLOOD_LINES + 1),
    )
    return sorted((Found(*row) for row in found), key=lambda line: (line.seq, line.op != "put"))


def _parts(store: Store, seen: Mark, head: Mark, lines: Sequence[Found]) -> dict[str, bytes]:
    by_scope: dict[str, list[Found]] = {}
    for line in lines:
        by_scope.setdefault(line.scope, []).append(line)
    few = {scope for scope, found in by_scope.items() if len(found) <= MOST_LINES}
    raw: dict[str, list[RawLine]] = {}
    for whole in with_rows(store, [line for line in lines if line.scope in few], set()):
        raw.setdefault(whole.scope, []).append(whole)
    cur = cursors.encode(head.epoch, head.seq, head.seq, head.nonce)
    parts = {}
    for scope in by_scope:
        parts[scope] = msgspec.json.encode(RawDelta(scope, cur))
        if scope in few:
            prev = cursors.encode(
                head.epoch, _last_before(store, scope, seen), seen.seq, seen.nonce
            )
            part = msgspec.json.encode(RawDelta(scope, cur, prev, raw.get(scope, [])))
            parts[scope] = part if len(part) <= MOST_BYTES else parts[scope]
    return parts


def _last_before(store: Store, scope: str, seen: Mark) -> int:
    """Where the scope's newest older line stands: whoever read from there on has them all."""
    text = "SELECT COALESCE(MAX(seq), 0) FROM change WHERE scope = ? AND seq <= ?"
    return int(store.sql(text, (scope, seen.seq))[0][0])
