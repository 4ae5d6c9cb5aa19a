"""Changes that the live stream brings are written without asking again, when they fit."""

from __future__ import annotations

from collections.abc import Sequence

from models.database import Store
from sync.engine.apply import News, Page
from sync.engine.cycle import cursors
from sync.protocol.cursor import fits
from sync.protocol.live import Delta


def apply_deltas(store: Store, deltas: Sequence[Delta]) -> News | None:
    """Write what one commit changed, with its cursors; None: write nothing, pull instead.

    All scopes or none: a ticket that moves leaves one and enters the other at one position. What
    is settled stays noted as unsent until a pull: rows of a change that the server knew already
    may be further on than these.
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
        page = Page(store, held)
        lines = [line for delta in fresh for line in delta.changes]
        page.apply(sorted(lines, key=lambda line: (line.seq, line.op != "put")))
        store.many(
            "UPDATE scope_cursor SET cursor = ? WHERE scope = ?",
            [(delta.cur, delta.scope) for delta in fresh],
        )
    return page.news
