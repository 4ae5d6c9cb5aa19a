"""What its person was told of on this computer: never two for one thing, and the bell's list."""

from __future__ import annotations

from collections.abc import Iterable

from models.database import Store
from models.notices import Happening
from models.queries.happenings import BACK_MS

KEPT_MS = 14 * 24 * 3_600_000
_INSERT = """INSERT INTO notice
 (key, kind, ticket_id, number, subject, who, words, at_ms, listed, seen)
 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT (key) DO NOTHING"""


def passed(store: Store) -> frozenset[str]:
    """Keys of everything that was looked at."""
    return frozenset(row[0] for row in store.sql("SELECT key FROM notice"))


def keep(
    store: Store,
    found: Iterable[Happening],
    keys: frozenset[str],
    listed: Iterable[Happening],
    now_ms: int,
) -> None:
    """Pass over ``keys`` among what was found from now on; what is old enough is forgotten."""
    shown = {each.key for each in listed}
    with store.transaction():
        for each in found:
            if each.key in keys:
                store.sql(_INSERT, _values(each, each.key in shown))
        store.sql("DELETE FROM notice WHERE at_ms < ?", (now_ms - max(KEPT_MS, 2 * BACK_MS),))


def _values(each: Happening, listed: bool) -> tuple[object, ...]:
    about = (each.ticket_id, each.number, each.subject, each.who, each.words)
    return (each.key, each.kind, *about, each.at_ms, int(listed))


def latest(store: Store, limit: int) -> tuple[list[Happening], int]:
    """What the bell lists, newest first, and how many were not looked at yet."""
    found = store.sql(
        "SELECT key, kind, ticket_id, number, subject, who, words, at_ms FROM notice "
        "WHERE listed = 1 ORDER BY at_ms DESC, key DESC LIMIT ?",
        (limit,),
    )
    unseen = store.sql("SELECT COUNT(*) FROM notice WHERE listed = 1 AND seen = 0")[0][0]
    names = ("key", "kind", "ticket_id", "number", "subject", "who", "words", "at_ms")
    return [Happening(**dict(zip(names, row, strict=True))) for row in found], int(unseen)


def mark_seen(store: Store) -> None:
    store.sql("UPDATE notice SET seen = 1 WHERE seen = 0")
