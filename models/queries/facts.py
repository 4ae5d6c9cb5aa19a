"""What a ticket's category asks for, and what is known of it."""

from __future__ import annotations

from msgspec import Struct

from models.classify import Tree
from models.classify.asked import AskedFact, FactType, asked_by, lacking, read_known
from models.database import Store
from models.queries.conversation import whole_ticket
from models.records import select

IMAGES = """SELECT 1 FROM message_file WHERE deleted = 0 AND media_type LIKE 'image/%'
 AND ticket_id IN ({whole}) LIMIT 1"""


class FactRow(Struct, frozen=True):
    """A fact as it is shown. ``missing``: the category asks for it and nobody told it yet."""

    key: str
    name: str
    value: str
    type: FactType = "text"
    choices: tuple[str, ...] = ()
    must: bool = False
    missing: bool = False


def category_facts(store: Store, language: str = "en") -> dict[str, tuple[FactRow, ...]]:
    """What each category asks for of a ticket that nothing is known of."""
    rows = select(store, "category", {})
    tree = Tree(rows)
    found = {row["id"]: asked_by(tree.required(row["id"])) for row in rows}
    return {id: _rows(asked, {}, language, has_image=False) for id, asked in found.items() if asked}


def ticket_facts(store: Store, ticket_id: str, language: str = "en") -> tuple[FactRow, ...]:
    """What its category asks for in that order, then what else was told."""
    found = store.sql("SELECT category_id, facts FROM ticket WHERE id = ?", (ticket_id,))
    if not found or found[0] == (None, ""):
        return ()
    asked = asked_by(Tree(select(store, "category", {})).required(found[0][0]))
    images = any(fact.type == "image" for fact in asked) and has_image(store, ticket_id)
    return _rows(asked, read_known(found[0][1]), language, has_image=images)


def has_image(store: Store, ticket_id: str) -> bool:
    """Whether there is a picture on the ticket, or on one that was merged into it."""
    whole = whole_ticket(store, ticket_id)
    return bool(store.sql(IMAGES.format(whole=", ".join("?" for _ in whole)), whole))


def _rows(
    asked: tuple[AskedFact, ...], known: dict[str, str], language: str, *, has_image: bool
) -> tuple[FactRow, ...]:
    missing = {fact.key for fact in lacking(asked, known, has_image=has_image)}
    keys = {fact.key for fact in asked}
    wanted = [
        FactRow(
            fact.key,
            fact.name(language),
            known.get(fact.key, ""),
            fact.type,
            fact.choices,
            fact.must,
            fact.key in missing,
        )
        for fact in asked
    ]
    others = [FactRow(key, key, value) for key, value in known.items() if key not in keys]
    return (*wanted, *others)
