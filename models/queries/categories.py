"""Categories to choose from, and what tickets of a category were like."""

from __future__ import annotations

import statistics

from msgspec import Struct

from models.classify import read_settings
from models.database import Store
from models.queries.directory import categories
from models.records import select
from models.rows import Actor

MOST_RECENT = 3
_ENOUGH = 5
"""Done tickets of a category before their time says anything."""
_LOOKED_AT = 200


class CategoryChoice(Struct, frozen=True):
    """A category as it is offered; ``path`` are the names down to it, its own last."""

    id: str
    parent_id: str | None
    path: tuple[str, ...]
    hint: str
    is_leaf: bool
    is_catch_all: bool

    @property
    def name(self) -> str:
        return self.path[-1]


class CategoryChoices(Struct, frozen=True):
    """``rows`` level by level in their order; ``recent`` are leaves, the newest first."""

    rows: tuple[CategoryChoice, ...]
    recent: tuple[str, ...]


class Share(Struct, frozen=True):
    """So many of all."""

    part: int
    whole: int

    @property
    def percent(self) -> float:
        return 100 * self.part / self.whole if self.whole else 0.0


def category_choices(store: Store, me: Actor, language: str = "en") -> CategoryChoices:
    """The tree, and what this person's tickets had lately."""
    found = {row["id"]: row for row in select(store, "category", {})}
    parents = {row["parent_id"] for row in found.values()}
    catch_all = read_settings(select(store, "rule", {})).catch_all
    rows = [
        CategoryChoice(
            id=row.id,
            parent_id=found[row.id]["parent_id"],
            path=row.path,
            hint=found[row.id]["hint"],
            is_leaf=row.id not in parents,
            is_catch_all=found[row.id]["key"].casefold() in catch_all,
        )
        for row in categories(store, language)
    ]
    rows.sort(key=lambda row: (len(row.path), found[row.id]["position"], row.path, row.id))
    leaves = {row.id for row in rows if row.is_leaf}
    recent = [id for id in _recent(store, me) if id in leaves]
    return CategoryChoices(tuple(rows), tuple(recent[:MOST_RECENT]))


def _recent(store: Store, me: Actor) -> list[str]:
    """Each once, the newest first, among this person's newest tickets."""
    found = store.sql(
        "SELECT category_id FROM ticket WHERE assignee_id = ? AND deleted = 0 "
        "AND category_id IS NOT NULL ORDER BY activity_at_ms DESC, id DESC LIMIT 50",
        (me.id,),
    )
    return list(dict.fromkeys(id for (id,) in found))


def catch_all_share(store: Store, since_ms: int, until_ms: int) -> Share:
    """How many of the tickets made from ``since_ms`` on, before ``until_ms``, stand in a category
    that says nothing; those without any category count among the whole."""
    keys = read_settings(select(store, "rule", {})).catch_all
    ids = [row["id"] for row in select(store, "category", {}) if row["key"].casefold() in keys]
    among, wanted = store.among(ids)
    found = store.sql(
        f"SELECT COUNT(*), COALESCE(SUM(CASE WHEN category_id {among} THEN 1 ELSE 0 END), 0) "
        "FROM ticket WHERE deleted = 0 AND merged_into IS NULL "
        "AND created_at_ms >= ? AND created_at_ms < ?",
        (wanted, since_ms, until_ms),
    )
    return Share(part=int(found[0][1]), whole=int(found[0][0]))


def median_ms(store: Store, category_id: str) -> int | None:
    """How long the newest done tickets of a category took, from beginning to done; None while
    there are too few to tell."""
    found = store.sql(
        "SELECT solved_at_ms - created_at_ms FROM ticket WHERE category_id = ? AND deleted = 0 "
        "AND merged_into IS NULL AND status = 'done' AND solved_at_ms >= created_at_ms "
        f"ORDER BY solved_at_ms DESC, id DESC LIMIT {_LOOKED_AT}",
        (category_id,),
    )
    if len(found) < _ENOUGH:
        return None
    return int(statistics.median(took for (took,) in found))
