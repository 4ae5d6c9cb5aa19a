"""What a typed query may mean, as tokens to look for; `match` writes it down for the stores."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from models.search import layout
from models.search.normalise import LONGEST_TOKEN, compounds, fold, joined, parts, word_tokens

MOST_WORDS = 24
_LONGEST_QUERY = 1_000
_MOST_COMBINATIONS = 8
_SHORTEST_PREFIX = 2
_SHORTEST_STEM_PREFIX = 3
_SHORTEST_PART = 3

Alternative = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QueryWord:
    """One word of a query: any alternative will do, and all tokens of an alternative must occur.

    ``prefixes`` are beginnings of tokens that will do as well; only the word being typed has them.
    """

    any_of: tuple[Alternative, ...]
    prefixes: tuple[str, ...] = ()


def query_tokens(text: str, *, prefix: bool = True) -> list[QueryWord]:
    """The words of ``text``, every one of which a hit should hold; at most `MOST_WORDS`.

    With ``prefix`` the last word also stands for longer words that begin like it, unless a
    space follows it. Empty when nothing in the text can be searched.
    """
    text = text[:_LONGEST_QUERY]
    chunks = fold(text).split()
    words = [word for chunk in chunks for word in _chunk_words(chunk)]
    if prefix and words and not text[-1].isspace():
        words[-1] = QueryWord(words[-1].any_of, _prefixes(chunks[-1]))
    return words[:MOST_WORDS]


@lru_cache(maxsize=1_000)
def _chunk_words(chunk: str) -> tuple[QueryWord, ...]:
    """The words of a piece without spaces; "j,hfotybt" is one word in another layout."""
    found = compounds(chunk)
    other = tuple(
        (token,) for word in layout.other_layouts(chunk) for token in word_tokens(joined(word))
    )
    if other and len(found) > 1:
        return (QueryWord((*_together(found), *other)),)
    return tuple(
        QueryWord(tuple(dict.fromkeys((*_readings(compound), *other)))) for compound in found
    )


def _together(found: list[str]) -> list[Alternative]:
    choices = (_readings(compound) for compound in found)
    return [sum(chosen, ()) for chosen in islice(product(*choices), _MOST_COMBINATIONS)]


def _readings(compound: str) -> list[Alternative]:
    """A word's stems and its spellings in the other script; a compound whole, or by its parts."""
    pieces = parts(compound)
    if len(pieces) == 1:
        return [(token,) for token in _spellings(pieces[0])]
    whole: list[Alternative] = [(token,) for token in word_tokens(joined(compound))]
    if all(len(piece) >= _SHORTEST_PART or piece.isalpha() for piece in pieces):
        choices = product(*(word_tokens(piece) for piece in pieces))
        whole.extend(islice(choices, _MOST_COMBINATIONS))
    return whole


def _spellings(word: str) -> tuple[str, ...]:
    spelt = (word, *layout.cyrillic_spellings(word), *layout.latin_spellings(word))
    return tuple(dict.fromkeys(token for spelling in spelt for token in word_tokens(spelling)))


def _prefixes(chunk: str) -> tuple[str, ...]:
    """Beginnings that the last chunk stands for: as typed, likeliest readings, stems of both."""
    found = compounds(chunk)
    typed = joined(found[-1]) if found else ""
    readings = (
        [typed],
        layout.other_layouts(chunk)[:1],
        layout.cyrillic_spellings(typed)[:1],
        layout.latin_spellings(typed)[:1],
    )
    whole = (joined(word) for reading in readings for word in reading)
    words = [word for word in whole if len(word) >= _SHORTEST_PREFIX]
    stems = (token for word in words for token in word_tokens(word))
    long_enough = (token for token in stems if len(token) >= _SHORTEST_STEM_PREFIX)
    return tuple(dict.fromkeys((*(word[:LONGEST_TOKEN] for word in words), *long_enough)))
