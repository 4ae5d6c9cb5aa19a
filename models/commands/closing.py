"""What a ticket needs before it is done: a category that says what it was."""

from __future__ import annotations

from typing import Any

from models.classify import Tree, read_settings
from models.commands.base import Row, Writer
from models.errors import Refused

NO_CATEGORY = "Choose a category before the ticket is done."
NO_LEAF = "Choose a category below this one before the ticket is done."
CATCH_ALL = "This category says too little to close a ticket by. Choose another one."


def check_closing(writer: Writer, ticket: Row, wanted: dict[str, Any]) -> None:
    """Refused (category) where the act would close the ticket without a leaf that says something.

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
