"""What the page asks the store: everything in order, or what fits a search, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.queries import search
from models.rows import ArticleRow

if TYPE_CHECKING:
    from models.database import Store

_LIMIT = 200


def listed_articles(store: Store, words: str, naming: str) -> list[ArticleRow]:
    """Articles in every language; without ``words`` all of them, by category and title."""
    if words:
        return search.articles(store, words, None, _LIMIT, naming=naming)
    return search.all_articles(store, naming=naming)
