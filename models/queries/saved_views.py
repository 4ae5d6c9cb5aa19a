"""Saved views: which there are, in the order in which their person wants them, and their counts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from models.database import Store
from models.errors import BadFilter, NotFound
from models.filters import condition, open_only, parse
from models.preferences import preference
from models.queries.inbox import tickets
from models.rows import Actor, Clock

PREFIX = "view:"
PLACES_KEY = "views"
COLUMNS = 'id, name, icon, filter, order_by, scope, "columns"'
AT_ONCE = 50
"""SQLite takes a hundred subqueries at most in one question, and some views need several."""


class SavedView(Struct, frozen=True):
    """A view that somebody saved; ``mine``: on one's own devices alone. ``order`` "" for none."""

    id: str
    name: str
    icon: str
    filter: str
    order: str
    mine: bool
    columns: str = ""
    """Facts that its rows show, as it is kept; "" for the usual ones."""

    @property
    def key(self) -> str:
        """How lists name it, beside the fixed views."""
        return f"view:{self.id}"


def saved_views(store: Store, me: Actor) -> list[SavedView]:
    """Everybody's and one's own, in the chosen order; those without a place follow by name."""
    rows = store.sql(
        f"SELECT {COLUMNS} FROM view WHERE deleted = 0 AND scope IN ('ws', ?)", (f"u:{me.id}",)
    )
    places = {id: place for place, id in enumerate(chosen_places(store, me))}
    found = [_view(row) for row in rows]
    return sorted(found, key=lambda v: (places.get(v.id, len(places)), v.name.casefold(), v.id))


def saved_view(store: Store, key: str) -> SavedView:
    """The view of a key such as ``view:ID``. Raises NotFound."""
    id = key.removeprefix(PREFIX)
    rows = store.sql(f"SELECT {COLUMNS} FROM view WHERE deleted = 0 AND id = ?", (id,))
    if not rows:
        raise NotFound("This view is no longer there.")
    return _view(rows[0])


def chosen_places(store: Store, me: Actor) -> list[str]:
    """Ids of views in their person's order; some may be gone."""
    try:
        found = json.loads(preference(store, me, PLACES_KEY) or "[]")
    except ValueError:
        return []
    return [id for id in found if isinstance(id, str)] if isinstance(found, list) else []


def saved_counts(
    store: Store, me: Actor, clock: Clock, views: Sequence[SavedView]
) -> dict[str, int]:
    """How many tickets each view holds, by its key; a view with a broken filter has no number."""
    counted: list[tuple[str, str, list[Any]]] = []
    for view in views:
        try:
            filter = parse(view.filter)
        except BadFilter:
            continue
        where, params = condition(store, filter, me, clock)
        source = tickets(store, open_only=open_only([filter]))
        text = f"(SELECT COUNT(*) FROM {source} WHERE t.deleted = 0 AND {where})"
        counted.append((view.key, text, params))
    counts: dict[str, int] = {}
    for start in range(0, len(counted), AT_ONCE):
        part = counted[start : start + AT_ONCE]
        params = [param for _, _, given in part for param in given]
        row = store.sql("SELECT " + ", ".join(text for _, text, _ in part), params)[0]
        counts.update(zip((key for key, _, _ in part), map(int, row), strict=True))
    return counts


def _view(row: tuple[Any, ...]) -> SavedView:
    id, name, icon, filter, order, scope, columns = row
    return SavedView(id, name, icon, filter, order, scope != "ws", columns)
