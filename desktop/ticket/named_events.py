"""History keeps a category by its key; people read its name, in their language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from models.queries.directory import category_names_by_key
from models.rows import ConversationItem, EventRow

if TYPE_CHECKING:
    from models.database import Store

Item = TypeVar("Item", bound=ConversationItem)
CATEGORY = "category"


def with_names(store: Store, items: Iterable[Item], language: str) -> tuple[Item, ...]:
    """The same items; what is no key of a category here stays as it is."""
    kept = tuple(items)
    if not any(_is_of_category(item) for item in kept):
        return kept
    names = category_names_by_key(store, language)
    return tuple(_named(item, names) if _is_of_category(item) else item for item in kept)


def _is_of_category(item: ConversationItem) -> bool:
    return isinstance(item, EventRow) and item.what == CATEGORY


def _named(event: Item, names: dict[str, str]) -> Item:
    assert isinstance(event, EventRow)
    old, new = (names.get(key or "", key) for key in (event.old, event.new))
    return replace(event, old=old, new=new)
