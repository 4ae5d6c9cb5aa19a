"""Which facts the rows of a view show: kept with a saved view, as a setting for the fixed ones."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from models.commands import Put
from models.database import Store
from models.preferences import preference, put_preference
from models.queries.directory import category_names
from models.rows import Actor, RowFacts, TicketRow

COLUMNS = tuple(
    "number requester company queue category assignee priority channel age customer due status "
    "tags".split()
)
"""In the order in which rows show them."""
KEY = "columns:"
_ASKED_FOR = {"category", "age", "customer"}


def read_columns(text: str) -> tuple[str, ...]:
    """The names in a JSON list, in their order; those that only a newer program knows are left
    out, and none at all means the usual row."""
    try:
        names = json.loads(text or "[]")
    except ValueError:
        return ()
    return tuple(name for name in COLUMNS if name in names) if isinstance(names, list) else ()


def write_columns(names: Iterable[str], before: str = "") -> str:
    """The list as it is kept; what only a newer program put into ``before`` stays."""
    try:
        known = json.loads(before or "[]")
    except ValueError:
        known = []
    newer = [name for name in known if name not in COLUMNS] if isinstance(known, list) else []
    kept = [*names, *newer]
    return json.dumps(kept) if kept else ""


def fixed_columns(store: Store, me: Actor, view: str) -> str:
    """What a person chose for a view that nobody saved, as it is kept."""
    return preference(store, me, KEY + view) or ""


def put_columns(me: Actor, view: str, kept: str) -> Put:
    """The command that chooses them."""
    return put_preference(me, KEY + view, kept or "[]")


def with_facts(
    store: Store, rows: Sequence[TicketRow], columns: Iterable[str], language: str
) -> list[TicketRow]:
    """The rows with what these columns need besides; the usual row needs nothing."""
    if not rows or _ASKED_FOR.isdisjoint(columns):
        return list(rows)
    names = category_names(store, language) if "category" in columns else {}
    among, ids = store.among([row.id for row in rows])
    text = "SELECT id, category_id, created_at_ms, customer_at_ms FROM ticket"
    facts = {
        id: RowFacts(names.get(category, ""), created, customer)
        for id, category, created, customer in store.sql(f"{text} WHERE id {among}", (ids,))
    }
    return [replace(row, facts=facts.get(row.id)) for row in rows]
