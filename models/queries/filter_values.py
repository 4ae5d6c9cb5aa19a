"""What the values of a filter can be, for choosing among them."""

from __future__ import annotations

from msgspec import Struct

from models.database import Store
from models.queries.directory import categories
from models.queries.orders import plans

MOST_COMPANIES = 2_000


class FilterValues(Struct, frozen=True):
    """(value, words) pairs by the name of a filter, in the order in which they are offered."""

    names: dict[str, tuple[tuple[str, str], ...]] = {}


def filter_values(store: Store, language: str) -> FilterValues:
    """Names of the directory; whom a ticket may come from is not listed, there are too many."""
    found = {
        "queue": _same(store, "SELECT name FROM queue WHERE deleted = 0 ORDER BY position, name"),
        "tag": _same(
            store,
            "SELECT name FROM tag WHERE deleted = 0 UNION SELECT j.value FROM ticket t, "
            "json_each(t.tags) j WHERE t.deleted = 0 AND t.status <> 'done' ORDER BY 1",
        ),
        "company": _same(
            store,
            "SELECT DISTINCT name FROM company WHERE deleted = 0 "
            "AND merged_into IS NULL AND name <> '' "
            f"ORDER BY name LIMIT {MOST_COMPANIES}",
        ),
        "plan": tuple((name, name) for name in plans(store)),
        "assignee": tuple(
            (login, name)
            for login, name in store.sql(
                "SELECT login, name FROM agent WHERE deleted = 0 AND active = 1 ORDER BY name"
            )
        ),
        "category": _categories(store, language),
    }
    return FilterValues(found)


def _same(store: Store, text: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, name) for (name,) in store.sql(text))


def _categories(store: Store, language: str) -> tuple[tuple[str, str], ...]:
    keys = dict(store.sql("SELECT id, key FROM category WHERE deleted = 0"))
    return tuple((keys[row.id], " › ".join(row.path)) for row in categories(store, language))
