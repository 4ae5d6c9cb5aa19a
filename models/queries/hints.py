"""What categories tell whoever writes a ticket or an answer, and where that is set."""

from __future__ import annotations

from msgspec import Struct

from models.classify import Hints, Tree
from models.classify.asked import asked_by
from models.database import Store
from models.queries.directory import categories
from models.queries.facts import has_image
from models.records import select

NO_HINTS = Hints()


class TicketHints(Struct, frozen=True):
    """Of one ticket that is not done; ``channel`` is the one by which it came. ``lacks_image``: a
    screenshot is wanted and there is no picture yet, and nothing else asks for one."""

    hints: Hints = NO_HINTS
    channel: str = ""
    lacks_image: bool = False

    @property
    def other_channel(self) -> str:
        """The one to answer by where the ticket came by another one; else ""."""
        return self.hints.channel if self.hints.channel != self.channel else ""


class CategorySetting(Struct, frozen=True):
    """A category as it is set up; ``above`` is what it has from those above it."""

    id: str
    path: tuple[str, ...]
    hint: str
    preferred_channel: str
    ask_screenshot: bool
    above: Hints


NO_TICKET_HINTS = TicketHints()


def category_hints(store: Store) -> dict[str, Hints]:
    """Of each category that tells something; one that asks for a picture as a fact asks once."""
    rows = select(store, "category", {})
    tree = Tree(rows)
    found = {row["id"]: _hints(tree, row["id"]) for row in rows}
    return {id: hints for id, hints in found.items() if hints != NO_HINTS}


def ticket_hints(store: Store, ticket_id: str) -> TicketHints:
    text = "SELECT category_id, channel FROM ticket WHERE id = ? AND status <> 'done'"
    found = store.sql(text, (ticket_id,))
    if not found or found[0][0] is None:
        return NO_TICKET_HINTS
    hints = _hints(Tree(select(store, "category", {})), found[0][0])
    lacks = hints.screenshot and not has_image(store, ticket_id)
    return TicketHints(hints, found[0][1], lacks)


def category_settings(store: Store, language: str = "en") -> list[CategorySetting]:
    """All categories by their path of names."""
    rows = {row["id"]: row for row in select(store, "category", {})}
    tree = Tree(rows.values())
    return [
        CategorySetting(
            id=each.id,
            path=each.path,
            hint=rows[each.id]["hint"],
            preferred_channel=rows[each.id]["preferred_channel"],
            ask_screenshot=bool(rows[each.id]["ask_screenshot"]),
            above=tree.hints(rows[each.id]["parent_id"]),
        )
        for each in categories(store, language)
    ]


def _hints(tree: Tree, id: str) -> Hints:
    hints = tree.hints(id)
    asks = any(fact.type == "image" for fact in asked_by(tree.required(id)))
    return Hints(hints.text, hints.channel, hints.screenshot and not asks)
