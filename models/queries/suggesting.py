"""Articles that may answer a ticket, each with how well it fits and the words that say so."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from models.database import Store
from models.queries import search
from models.queries.marking import Words
from models.richtext import to_plain
from models.rows import ArticleHit
from models.search import QueryWord, fts5_word, query_tokens

IN_TEXT_ALONE = 0.5
_COMMON = 0.34
_READ_CHARS = 20_000


@dataclass(frozen=True, slots=True)
class _Asked:
    """A word of the query: where it stands, and how much it tells."""

    word: QueryWord
    in_title: frozenset[str]
    anywhere: frozenset[str]
    weight: float
    is_common: bool

    def share(self, article_id: str) -> float:
        if article_id in self.in_title:
            return self.weight
        return self.weight * IN_TEXT_ALONE if article_id in self.anywhere else 0.0


def suggested(store: Store, query: str, limit: int = 10, *, naming: str = "en") -> list[ArticleHit]:
    """Articles as ``search.articles`` finds them, those that fit best first.

    The percentage says how much of the query an article holds. Each word of the query counts by
    how rare it is among all articles (the logarithm that bm25 takes, too), so "every" hardly
    matters and "MTU" does; a word in the title counts whole, one in the text alone half.
    A word that no article here holds counts as the rarest. 100 means: all words in the title.

    Marks are letters' positions in title and snippet. The snippet lies where the most telling
    words stand together.
    """
    rows = search.articles(store, query, None, limit, naming=naming)
    if not rows:
        return []
    asked = _asked(store, query)
    whole = sum(word.weight for word in asked) or 1.0
    telling = Words([each.word for each in asked if not each.is_common] or [asked[0].word])
    texts = _texts(store, [row.id for row in rows])
    hits = []
    for row in rows:
        share = sum(each.share(row.id) for each in asked) / whole
        snippet = telling.snippet(texts[row.id])
        hits.append(
            ArticleHit(
                msgspec.structs.replace(row, snippet=snippet),
                max(1, round(100 * share)),
                telling.marks(row.title),
                telling.marks(snippet),
            )
        )
    return sorted(hits, key=lambda hit: -hit.match_percent)


def _asked(store: Store, query: str) -> list[_Asked]:
    number = int(store.sql("SELECT COUNT(*) FROM search_doc WHERE kind = 'article'")[0][0])
    return [_weighed(store, word, number) for word in dict.fromkeys(query_tokens(query))]


def _weighed(store: Store, word: QueryWord, number: int) -> _Asked:
    expression = fts5_word(word)
    anywhere = _holders(store, expression)
    count = len(anywhere)
    weight = math.log(1 + (number - count + 0.5) / (count + 0.5))
    in_title = _holders(store, f"title : {expression}")
    return _Asked(word, in_title, anywhere, weight, is_common=count > max(3, _COMMON * number))


def _holders(store: Store, expression: str) -> frozenset[str]:
    text = (
        "SELECT d.ent FROM article_index CROSS JOIN search_doc d ON d.doc = article_index.rowid "
        "WHERE article_index MATCH ?"
    )
    return frozenset(row[0] for row in store.sql(text, (expression,)))


def _texts(store: Store, ids: Sequence[str]) -> dict[str, str]:
    places = ", ".join("?" for _ in ids)
    found = store.sql(f"SELECT id, html FROM article WHERE id IN ({places})", tuple(ids))
    return {id: " ".join(to_plain(html, links=False).split())[:_READ_CHARS] for id, html in found}
