"""Search words: which tokens a text is indexed by, and which tokens a query looks for."""

from models.search.match import fts5_match, fts5_word, tsquery
from models.search.normalise import TOKENS_VERSION, normalise
from models.search.query import QueryWord, query_tokens

__all__ = [
    "TOKENS_VERSION",
    "QueryWord",
    "fts5_match",
    "fts5_word",
    "normalise",
    "query_tokens",
    "tsquery",
]
