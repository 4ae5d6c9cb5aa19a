"""A typed query in the words of SQLite's FTS5 and of PostgreSQL's `to_tsquery('simple', …)`.

Only tokens (letters and digits) in quotes reach the expression, so no text can break its syntax.
An empty result means: nothing to search for, ask the store nothing.
"""

from collections.abc import Callable

from models.search.query import Alternative, QueryWord, query_tokens


def fts5_match(query: str, *, every_word: bool = True, prefix: bool = True) -> str:
    """The right side of ``MATCH``; with ``every_word`` off, one word of the query is enough."""
    words = (fts5_word(word) for word in query_tokens(query, prefix=prefix))
    return (" AND " if every_word else " OR ").join(words)


def tsquery(query: str, *, every_word: bool = True, prefix: bool = True) -> str:
    """The second argument of ``to_tsquery('simple', …)``."""
    words = (_tsquery_word(word) for word in query_tokens(query, prefix=prefix))
    return (" & " if every_word else " | ").join(words)


def fts5_word(word: QueryWord) -> str:
    """One word of a query, as a part of an expression of FTS5."""
    found = [_all_of(tokens, _fts5_token, " AND ") for tokens in word.any_of]
    return f"({' OR '.join([*found, *(f'{_fts5_token(start)} *' for start in word.prefixes)])})"


def _tsquery_word(word: QueryWord) -> str:
    found = [_all_of(tokens, _ts_token, " & ") for tokens in word.any_of]
    return f"({' | '.join([*found, *(f'{_ts_token(start)}:*' for start in word.prefixes)])})"


def _all_of(tokens: Alternative, write: Callable[[str], str], joiner: str) -> str:
    if len(tokens) == 1:
        return write(tokens[0])
    return f"({joiner.join(map(write, tokens))})"


def _fts5_token(token: str) -> str:
    return f'"{token}"'


def _ts_token(token: str) -> str:
    return f"'{token}'"
