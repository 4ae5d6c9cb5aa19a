"""Articles by their words, best first, and one article; over the local file's full-text table."""

from __future__ import annotations

import re

from models.database import Store
from models.errors import NotFound
from models.queries.directory import category_words
from models.queries.finding import has_index
from models.richtext import to_plain
from models.rows import ArticleRow, ArticleText
from models.search import fts5_match, normalise, query_tokens

TITLE_WEIGHT = 8.0
SNIPPET_LENGTH = 160
_BEFORE_HIT = 40
_WORD = re.compile(r"\S+")

_FOUND = f"""SELECT a.id, a.title, a.language, a.category, a.audience, a.html, a.updated_at_ms
 FROM article_index CROSS JOIN search_doc d ON d.doc = article_index.rowid
 JOIN article a ON a.id = d.ent
 WHERE article_index MATCH ? AND a.deleted = 0 AND (a.language = ? OR ? IS NULL)
 ORDER BY bm25(article_index, {TITLE_WEIGHT}, 1.0), a.id LIMIT ?"""


def articles(
    store: Store,
    query: str,
    language: str | None = None,
    limit: int = 10,
    *,
    naming: str = "en",
) -> list[ArticleRow]:
    """Articles of a language (None: of any) that hold every word of ``query``, best first.

    ``naming`` is the language in which categories are named.

    Where no article holds every word, those that hold any. The snippet is plain text around the
    first hit. A query without letters and digits finds nothing. Raises NotFound on a server's
    store, which has no full-text table yet.
    """
    if not has_index(store):
        raise NotFound("Articles are searched on the local file; this store has no index of words.")
    for every_word in (True, False):
        match = fts5_match(query, every_word=every_word)
        found = store.sql(_FOUND, (match, language, language, limit)) if match else []
        if found:
            hits = _Hits(query)
            names = category_words(store, naming)
            return [
                ArticleRow(
                    id, title, spoken, names.get(key, key), audience, hits.snippet(html), updated
                )
                for id, title, spoken, key, audience, html, updated in found
            ]
    return []


def all_articles(store: Store, *, naming: str = "en") -> list[ArticleRow]:
    """Every article without its body, by category and title."""
    found = store.sql(
        "SELECT id, title, language, category, audience, '', updated_at_ms FROM article "
        "WHERE deleted = 0"
    )
    names = category_words(store, naming)
    rows = [ArticleRow(*row[:3], *(names.get(row[3], row[3]), *row[4:])) for row in found]
    return sorted(rows, key=lambda row: (row.category.casefold(), row.title.casefold(), row.id))


def article(store: Store, id: str, *, naming: str = "en") -> ArticleText:
    """A whole article, on any store. Raises NotFound."""
    found = store.sql(
        "SELECT id, title, language, category, audience, html, updated_at_ms FROM article "
        "WHERE id = ? AND deleted = 0",
        (id,),
    )
    if not found:
        raise NotFound("This article is not here.")
    row = found[0]
    name = category_words(store, naming).get(row[3], row[3])
    return ArticleText(*row[:3], *(name, *row[4:]))


class _Hits:
    """Which words of a text a query is about."""

    def __init__(self, query: str) -> None:
        words = query_tokens(query)
        self._tokens = {token for word in words for tokens in word.any_of for token in tokens}
        self._starts = tuple(start for word in words for start in word.prefixes)

    def snippet(self, html: str) -> str:
        """About 160 letters of plain text around the first hit, else of its beginning."""
        text = " ".join(to_plain(html, links=False).split())
        start = self._first_hit(text)
        if start <= _BEFORE_HIT:
            start = 0
        else:
            start = text.find(" ", start - _BEFORE_HIT, start) + 1 or start
        end = start + SNIPPET_LENGTH
        if end < len(text):
            cut = text.rfind(" ", start, end)
            end = cut if cut > start else end
        return ("… " if start else "") + text[start:end] + (" …" if end < len(text) else "")

    def _first_hit(self, text: str) -> int:
        for word in _WORD.finditer(text):
            if any(map(self._means, normalise(word[0]))):
                return word.start()
        return 0

    def _means(self, token: str) -> bool:
        return token in self._tokens or (bool(self._starts) and token.startswith(self._starts))
