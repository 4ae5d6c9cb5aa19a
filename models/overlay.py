"""One's own unsent changes over what the server said: kept apart, shown together.

``visible(e) = fold(server state(e), pending(e))`` at every commit (protocol.md, I7).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

import msgspec

from models import records
from models.database import Store
from models.merge.fold import Effect, fold
from models.perform import mark_for_search

Key = tuple[str, str]
Row = dict[str, Any]
AT_ONCE = 500


def refold(store: Store, keys: Iterable[tuple[Any, ...]]) -> dict[Key, Row | None]:
    """Make the visible rows of these entities anew from the server's state and what is unsent.

    Gives those that it made, None for what is no longer to be seen.
    """
    made: dict[Key, Row | None] = {}
    rest = iter(keys)
    while part := list(islice(rest, AT_ONCE)):
        made |= _refold(store, part)
    return made


def _refold(store: Store, keys: Sequence[tuple[Any, ...]]) -> dict[Key, Row | None]:
    among, named = store.among(f"{kind}:{id}" for kind, id in keys)
    shadows = store.sql(f"SELECT kind, ent, row FROM shadow WHERE key {among}", (named,))
    bases = {(kind, id): msgspec.json.decode(row) if row else None for kind, id, row in shadows}
    pending = _pending(store, bases)
    visible = {key: fold(base, pending.get(key, ())) for key, base in bases.items()}
    mark_for_search(store, _write(store, visible))
    settled = [(f"{kind}:{id}",) for kind, id in bases.keys() - pending.keys()]
    store.many("DELETE FROM shadow WHERE key = ?", settled)
    return visible


def _pending(store: Store, keys: Iterable[Key]) -> dict[Key, list[Effect]]:
    """The effects of unsettled changes on these rows, in the order in which they were made."""
    found: dict[Key, list[Effect]] = {}
    for kind, ids in _by_kind(keys).items():
        among, named = store.among(ids)
        each = "'[\"' || op || '\",' || data || ']'"
        listed = store.sql(
            f"SELECT ent, '[' || group_concat({each} ORDER BY id) || ']' "
            f"FROM pending_effect WHERE kind = ? AND ent {among} GROUP BY ent",
            (kind, named),
        )  # one text for each row: thousands of effects may wait on few tickets
        for id, effects in listed:
            found[kind, id] = msgspec.json.decode(effects, type=list[Effect])
    return found


def _write(store: Store, visible: dict[Key, Row | None]) -> list[Key]:
    """Those whose words may be others now."""
    told: list[Key] = []
    for kind, ids in _by_kind(visible).items():
        rows = [row for id in ids if (row := visible[kind, id]) is not None]
        changed = records.put_many(
            store, kind, [records.complete(kind, row) for row in rows], guard_rev=False
        )
        gone = [id for id in ids if visible[kind, id] is None]
        if gone:
            records.remove(store, kind, gone)
        told += ((kind, id) for id in (*changed, *gone))
    return told


def _by_kind(keys: Iterable[Key]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for kind, id in keys:
        found.setdefault(kind, []).append(id)
    return found


def uncover(store: Store, rows: Iterable[tuple[str, str, int]]) -> None:
    """Forget what was below rows (kind, id, revision) that are about to be put as they are.

    Nothing unsent is left on them. What is known to be newer stays.
    """
    store.many(
        "DELETE FROM shadow WHERE key = ? AND COALESCE(row ->> '$.rev', 0) <= ?",
        [(f"{kind}:{id}", rev) for kind, id, rev in rows],
    )


def unsent_after(store: Store, keys: Iterable[Key], mid: int) -> dict[Key, int]:
    """The rows that changes after ``mid`` touched, with the first of these."""
    following = "SELECT MIN(e.mid) FROM pending_effect e WHERE e.kind = ? AND e.ent = value"
    found: dict[Key, int] = {}
    for kind, ids in _by_kind(keys).items():
        text = f"SELECT value, ({following} AND e.mid > ?) AS first FROM json_each(?)"
        listed = store.sql(f"{text} WHERE first IS NOT NULL", (kind, mid, json.dumps(ids)))
        found |= {(kind, id): first for id, first in listed}
    return found


def release_rows(store: Store, keys: Iterable[Key], mid: int) -> None:
    """Forget the effects on these rows of changes up to ``mid``: the rows that come hold them."""
    for kind, ids in _by_kind(keys).items():
        among, named = store.among(ids)
        text = f"DELETE FROM pending_effect WHERE kind = ? AND ent {among} AND mid <= ?"
        store.sql(text, (kind, named, mid))


def release(store: Store, sent: Sequence[int]) -> set[Key]:
    """Forget the effects of settled changes; the rows that they had touched."""
    marks = ", ".join("?" for _ in sent)
    touched = store.sql(
        f"DELETE FROM pending_effect WHERE mid IN ({marks}) RETURNING kind, ent", tuple(sent)
    )
    return {(kind, id) for kind, id in touched}
