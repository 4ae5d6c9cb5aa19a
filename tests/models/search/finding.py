"""Whether a query finds a text by its tokens alone, as both stores decide it."""

from models.search import normalise, query_tokens


def finds(query: str, text: str, *, prefix: bool = False) -> bool:
    """True when every word of ``query`` has an alternative whose tokens are all in ``text``."""
    tokens = set(normalise(text))
    words = query_tokens(query, prefix=prefix)
    return bool(words) and all(
        any(tokens.issuperset(alternative) for alternative in word.any_of)
        or any(token.startswith(start) for token in tokens for start in word.prefixes)
        for word in words
    )
