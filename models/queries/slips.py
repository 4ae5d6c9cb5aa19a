"""A query with a letter wrong, or wrong in two ways, read as words that tickets have."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from rapidfuzz.distance import OSA

from models.database import Store
from models.queries.finding import has_index
from models.search.layout import cyrillic_spellings, latin_spellings, other_layouts
from models.search.normalise import fold
from models.search.phrases import slips_allowed

_MOST_WORDS = 4
_MOST_TERMS = 4_000
_SAME_START = 2
_LONGEST_ENDING = 3
_MAKE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_terms USING fts5vocab(main, search_index, row)"
)
_TERMS = (
    "SELECT term, doc FROM temp.search_terms WHERE term >= ? AND term < ? "
    f"AND length(term) BETWEEN ? AND ? LIMIT {_MOST_TERMS}"
)


def without_slips(store: Store, query: str) -> str:
    """``query`` with each word of four letters or more that no ticket has as the nearest one that
    some have; "" when every word is there, or one has nothing near.

    A word in another layout *and* the other script counts too: "dgy" is "впн", which is "vpn".
    Else the first two letters have to be right. Of equally near words the commonest is taken.
    """
    pieces = fold(query).split()
    if not 0 < len(pieces) <= _MOST_WORDS or not has_index(store):
        return ""
    store.sql(_MAKE)
    read = [_nearest(store, piece) for piece in pieces]
    return "" if read == pieces or "" in read else " ".join(read)


def _nearest(store: Store, piece: str) -> str:
    if respelt := next(filter(partial(_is_there, store), _twice_respelt(piece)), ""):
        return respelt
    allowed = slips_allowed(len(piece))
    if not allowed or not piece.isalpha():
        return piece
    start = piece[:_SAME_START]
    near = (len(piece) - allowed - _LONGEST_ENDING, len(piece) + allowed)
    terms = store.sql(_TERMS, (start, start + "\U0010ffff", *near))
    best = min(
        ((_distance(piece, term), -documents, term) for term, documents in terms),
        default=(allowed + 1, 0, ""),
    )
    return best[2] if best[0] <= allowed else ""


def _twice_respelt(piece: str) -> Iterator[str]:
    for other in other_layouts(piece):
        yield from (*latin_spellings(other), *cyrillic_spellings(other))


def _is_there(store: Store, word: str) -> bool:
    text = "SELECT 1 FROM temp.search_terms WHERE term = ?"
    return bool(store.sql(text, (word,)))


def _distance(piece: str, term: str) -> int:
    """The index has stems: an ending more than the term's is no slip."""
    whole = int(OSA.distance(piece, term))
    begun = int(OSA.distance(piece[: len(term)], term))
    return min(whole, begun + 1) if begun < whole else whole
