"""The keys of what was imported before: (source, id) per kind."""

from __future__ import annotations

from collections.abc import Iterable

from models.database import Store

CHUNK = 400
IMPORT_LOCK = 8421


def known_keys(
    store: Store, kind: str, keys: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], str]:
    """Those of the keys that were imported before, with the row each became."""
    by_source: dict[str, set[str]] = {}
    for source, id in keys:
        by_source.setdefault(source, set()).add(id)
    found: dict[tuple[str, str], str] = {}
    for source, ids in by_source.items():
        ordered = sorted(ids)
        for start in range(0, len(ordered), CHUNK):
            part = ordered[start : start + CHUNK]
            text = (
                "SELECT source_id, ent FROM source_key WHERE source = ? AND kind = ? "
                f"AND source_id IN ({', '.join('?' for _ in part)})"
            )
            for id, ent in store.sql(text, (source, kind, *part)):
                found[(source, id)] = ent
    return found


def keep_keys(store: Store, rows: Iterable[tuple[str, str, str, str]]) -> None:
    """Remember (source, id, kind, row)."""
    store.many("INSERT INTO source_key (source, source_id, kind, ent) VALUES (?, ?, ?, ?)", rows)


def one_import_at_a_time(store: Store) -> None:
    """Wait, until the end of this transaction, for imports of other processes.

    On SQLite the transaction alone is enough.
    """
    if not store.is_sqlite:
        store.sql("SELECT pg_advisory_xact_lock(?)", (IMPORT_LOCK,))
