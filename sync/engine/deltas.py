"""Changes that the live stream brings are written without asking again, when they fit."""

from __future__ import annotations

from collections.abc import Sequence

from models.database import Store
from sync.engine.apply import News, Page
from sync.engine.cycle import cursors
from sync.protocol.cursor import fits
from sync.protocol.kinds import KINDS
from sync.protocol.live import Delta
from sync.protocol.schema import Line


def apply_deltas(store: Store, deltas: Sequence[Delta]) -> News | None:
    """Write what one commit changed, with its cursors; None: write nothing, pull instead.

    All scopes or none: a ticket that moves leaves one and enters the other at one position. What
    is settled stays noted as unsent until a pull: rows of a change that the server knew already
    may be further on than these. A late delta may bring what has left since, or a child of it,
    as the answer to a push said: only a pull knows.
    """
    with store.relaxed(), store.transaction():
        held = cursors(store)
        fresh = []
        for delta in deltas:
            fit = fits(held.get(delta.scope), delta.prev or "", delta.cur)
            if fit == "pull":
                return None
            if fit == "apply":
                fresh.append(delta)
        lines = [line for delta in fresh for line in delta.changes]
        if _has_left(store, lines) or _has_orphans(store, lines):
            return None
        page = Page(store, held)
        page.apply(sorted(lines, key=lambda line: (line.seq, line.op != "put")))
        store.many(
            "UPDATE scope_cursor SET cursor = ? WHERE scope = ?",
            [(delta.cur, delta.scope) for delta in fresh],
        )
    return page.news


def _has_left(store: Store, lines: Sequence[Line]) -> bool:
    """Whether a row comes that the server took away here, and that nobody made here just now."""
    among, keys = store.among(f"{line.kind}:{line.id}" for line in lines if line.op == "put")
    made = "SELECT 1 FROM pending_effect e WHERE e.kind = s.kind AND e.ent = s.ent"
    text = f"SELECT 1 FROM shadow s WHERE s.key {among} AND s.row IS NULL"
    return bool(store.sql(f"{text} AND NOT EXISTS ({made} AND e.op = 'insert')", (keys,)))


def _has_orphans(store: Store, lines: Sequence[Line]) -> bool:
    """Whether a row comes whose ticket is neither here nor among what comes."""
    wanted = set()
    for line in lines:
        kind = KINDS.get(line.kind)
        if kind is not None and kind.parent and line.op == "put" and line.row:
            wanted.add(str(line.row.get(kind.parent)))
    wanted -= {line.id for line in lines if line.kind == "ticket" and line.op == "put"}
    if not wanted:
        return False
    among, ids = store.among(wanted)
    keys = store.among(f"ticket:{id}" for id in wanted)[1]
    known = f"SELECT ent FROM shadow WHERE key {among} AND row IS NOT NULL"
    here = store.sql(f"SELECT id FROM ticket WHERE id {among} UNION {known}", (ids, keys))
    return len(here) < len(wanted)
