"""One's own unsent changes over what the server said: kept apart, shown together.

``visible(e) = fold(server state(e), pending(e))`` at every commit (protocol.md, I7).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from models import records
from models.database import Store
from models.merge.fold import Effect, fold
from models.perform import mark_for_search

Key = tuple[str, str]


def refold(store: Store, keys: Iterable[tuple[Any, ...]]) -> None:
    """Make the visible rows of these entities anew from the server's state and what is unsent."""
    for kind, id in keys:
        found = store.sql("SELECT row FROM shadow WHERE key = ?", (f"{kind}:{id}",))
        if not found:
            continue
        base = json.loads(found[0][0]) if found[0][0] else None
        pending = store.sql(
            "SELECT op, data FROM pending_effect WHERE kind = ? AND ent = ? ORDER BY id",
            (kind, id),
        )
        visible = fold(base, [Effect(op, json.loads(data)) for op, data in pending])
        if visible is None:
            records.remove(store, kind, [id])
        else:
            records.put(store, kind, records.complete(kind, visible))
        if not pending:
            store.sql("DELETE FROM shadow WHERE key = ?", (f"{kind}:{id}",))
        mark_for_search(store, [(kind, id)])


def release(store: Store, sent: Sequence[int]) -> set[Key]:
    """Forget the effects of settled changes; the rows that they had touched."""
    marks = ", ".join("?" for _ in sent)
    touched = store.sql(
        f"SELECT DISTINCT kind, ent FROM pending_effect WHERE mid IN ({marks})", tuple(sent)
    )
    store.sql(f"DELETE FROM pending_effect WHERE mid IN ({marks})", tuple(sent))
    return {(kind, id) for kind, id in touched}
