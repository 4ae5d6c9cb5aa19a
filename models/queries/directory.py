"""Categories, tags and other lists that everybody has whole."""

from __future__ import annotations

import json

from models.database import Store
from models.rows import CategoryRow


def categories(store: Store, language: str = "en") -> list[CategoryRow]:
    """All categories with their path of names, sorted by path."""
    rows = store.sql("SELECT id, parent_id, key, names FROM category WHERE deleted = 0")
    names = {row[0]: _named(row[3], row[2], language) for row in rows}
    parents = {row[0]: row[1] for row in rows}
    made = [CategoryRow(id, name, _path(id, names, parents)) for id, name in names.items()]
    return sorted(made, key=lambda row: row.path)


def category_names(store: Store, language: str = "en") -> dict[str, str]:
    """Id to name."""
    rows = store.sql("SELECT id, key, names FROM category WHERE deleted = 0")
    return {row[0]: _named(row[2], row[1], language) for row in rows}


def category_names_by_key(store: Store, language: str = "en") -> dict[str, str]:
    """The same by key, which is what history keeps."""
    rows = store.sql("SELECT key, names FROM category WHERE deleted = 0")
    return {key: _named(names, key, language) for key, names in rows}


def category_words(store: Store, language: str = "en") -> dict[str, str]:
    """Key to the path of names, ``Network › VPN``; an article names its category by key."""
    keys = dict(store.sql("SELECT id, key FROM category WHERE deleted = 0"))
    return {keys[row.id]: " › ".join(row.path) for row in categories(store, language)}


def tag_names(store: Store) -> list[str]:
    """Managed tags, sorted."""
    return [row[0] for row in store.sql("SELECT name FROM tag WHERE deleted = 0 ORDER BY name")]


def _named(names: str, key: str, language: str) -> str:
    known = json.loads(names or "{}")
    return str(known.get(language) or known.get("en") or key)


def _path(id: str, names: dict[str, str], parents: dict[str, str | None]) -> tuple[str, ...]:
    path: list[str] = []
    current: str | None = id
    while current in names and len(path) < 9:
        path.insert(0, names[current])
        current = parents.get(current)
    return tuple(path)
