"""What a ticket needs before it is done: a category that says what it was, and its facts."""

from __future__ import annotations

from typing import Any

from models.classify import Tree, read_settings
from models.classify.asked import asked_by, lacking, read_known
from models.commands.base import Row, Writer
from models.errors import Refused
from models.queries.facts import has_image

NO_CATEGORY = "Choose a category before the ticket is done."
NO_LEAF = "Choose a category below this one before the ticket is done."
NO_FACTS = "Before the ticket is done, tell: "
CATCH_ALL = "This category says too little to close a ticket by. Choose another one."


def check_closing(writer: Writer, ticket: Row, wanted: dict[str, Any]) -> None:
    """Refused (category) where the act would close the ticket without a leaf that says something,
    (facts) where it lacks what the leaf says must be known.

    A desk without categories of its own closes without one.
    """
    if wanted.get("status") != "done" or ticket["status"] == "done":
        return
    category_id = wanted.get("category_id", ticket["category_id"])
    tree = Tree(writer.select("category"))
    if not tree.is_set_up:
        return
    if not tree.has(category_id):
        raise Refused("category", NO_CATEGORY)
    if not tree.is_leaf(category_id):
        raise Refused("category", NO_LEAF)
    catch_all = read_settings(writer.select("rule")).catch_all
    if tree.keys(category_id)[0].casefold() in catch_all:
        raise Refused("category", CATCH_ALL)
    _check_facts(writer, ticket, wanted, tree.required(category_id))


def _check_facts(writer: Writer, ticket: Row, wanted: dict[str, Any], lists: list[str]) -> None:
    """Refused (facts) by the names of what must be known and is not."""
    must = [fact for fact in asked_by(lists) if fact.must]
    if not must:
        return
    known = read_known(str(wanted.get("facts") or ticket.get("facts") or ""))
    id = ticket.get("id", "")
    images = any(fact.type == "image" for fact in must)
    images = images and writer.ask(lambda store: has_image(store, id))
    missing = lacking(must, known, has_image=images)
    if missing:
        raise Refused("facts", NO_FACTS + ", ".join(fact.name() for fact in missing))
