"""How a query was understood that is not written as it is meant: "ghbdtn" also means "привет"."""

from __future__ import annotations

from collections.abc import Iterator

from models.database import Store
from models.queries.finding import has_index
from models.search import layout
from models.search.normalise import compounds, fold, joined, word_tokens

_MOST_WORDS = 6
_MOST_READINGS = 12


def also_read_as(store: Store, query: str) -> str:
    """The query with each word that no ticket has as it is typed in the reading that some have.

    Empty when every word is there as typed, or when no reading of a missing one is. Searching
    takes all readings anyway (``models.search``); this only tells of it. The word being typed
    counts as there when a longer word begins like it.
    """
    chunks = fold(query).split()
    if not chunks or len(chunks) > _MOST_WORDS or not has_index(store):
        return ""
    typing = not query[-1].isspace()
    last = len(chunks) - 1
    read = [_read(store, chunk, typing and n == last) for n, chunk in enumerate(chunks)]
    return " ".join(read) if read != chunks else ""


def _read(store: Store, chunk: str, typing: bool) -> str:
    if not any(letter.isalpha() for letter in chunk) or _typed_is_there(store, chunk, typing):
        return chunk
    found = (word for word in _readings(chunk) if _is_there(store, joined(word), typing))
    return next(found, chunk)


def _readings(chunk: str) -> Iterator[str]:
    """The likeliest first: keys of another layout, then the other script."""
    yield from layout.other_layouts(chunk)
    for word in compounds(chunk)[:1]:
        yield from layout.cyrillic_spellings(word)[:_MOST_READINGS]
        yield from layout.latin_spellings(word)


def _typed_is_there(store: Store, chunk: str, typing: bool) -> bool:
    return any(_is_there(store, joined(word), typing) for word in compounds(chunk))


def _is_there(store: Store, word: str, typing: bool) -> bool:
    tokens = [f'"{token}"' for token in word_tokens(word)]
    if typing:
        tokens.append(f'"{word}" *')
    text = "SELECT 1 FROM search_index WHERE search_index MATCH ? LIMIT 1"
    return bool(word) and bool(store.sql(text, (" OR ".join(tokens),)))
