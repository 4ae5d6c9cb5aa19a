"""What the page asks the store: everything in order, or what fits a search, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models import records
from models.queries import search
from models.rows import ArticleRow

if TYPE_CHECKING:
    from models.database import Store

_LIMIT = 200


def listed_articles(store: Store, words: str) -> list[ArticleRow]:
    """Articles in every language; without ``words`` all of them, by category and title."""
    if words:
        return search.articles(store, words, None, _LIMIT)
    rows = [_row(found) for found in records.select(store, "article", {})]
    return sorted(rows, key=lambda row: (row.category.casefold(), row.title.casefold(), row.id))


def _row(found: records.Row) -> ArticleRow:
    return ArticleRow(
        id=found["id"],
        title=found["title"],
        language=found["language"],
        category=found["category"],
        audience=found["audience"],
        snippet="",
        updated_at_ms=found["updated_at_ms"],
    )
