"""Whether a few typed letters mean a phrase of the program itself, such as the name of an act.

For short lists held in memory: every word is compared with every word. Tickets and articles are
found through their index instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from models.rows import Mark
from models.search.layout import cyrillic_spellings, latin_spellings, other_layouts
from models.search.normalise import fold

_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 6
_LEAST_FOR_SLIPS = ((8, 2), (4, 1))
BEGINS, INSIDE, RESPELT, SLIPPED = range(4)
"""How near a word is: its beginning as typed, inside it, in other letters, with a slip."""


@dataclass(frozen=True, slots=True)
class PhraseMatch:
    """How well a phrase fits; ``rank`` is smaller for better ones, ``marks`` are what was meant.

    ``leads`` says that what was typed is the beginning of the phrase.
    """

    rank: tuple[int, int, int]
    marks: tuple[Mark, ...]
    leads: bool


def phrase_match(typed: str, phrase: str) -> PhraseMatch | None:
    """Each typed word has to be the beginning of a word of ``phrase``, a part of it, either one in
    the other script or another keyboard layout, or such a beginning with a letter wrong.

    None when a word fits nothing, and when nothing with a letter was typed.
    """
    pieces = typed.split()[:_MOST_WORDS]
    words = [(found.start(), fold(found[0])) for found in _WORD.finditer(phrase)]
    hits = [hit for piece in pieces if any(map(str.isalnum, piece)) for hit in [_hit(piece, words)]]
    marks = [hit for hit in hits if hit is not None]
    if not hits or len(marks) < len(hits):
        return None
    worst = max(near for near, _, _ in marks)
    first = min(start for _, start, _ in marks)
    leads = fold(phrase).strip().startswith(fold(typed).strip())
    places = tuple(sorted({(start, end) for _, start, end in marks}))
    return PhraseMatch((worst, first, len(phrase)), places, leads)


def slips_allowed(length: int) -> int:
    """How many wrong, missing or swapped letters a word of this length may have."""
    return next((slips for least, slips in _LEAST_FOR_SLIPS if length >= least), 0)


def _hit(piece: str, words: list[tuple[int, str]]) -> tuple[int, int, int] | None:
    """The nearest word for a typed piece: (how near, start, end)."""
    found = [hit for word in words for hit in _hits(piece, *word)]
    return min(found, default=None)


def _hits(piece: str, start: int, word: str) -> Iterator[tuple[int, int, int]]:
    for near, reading in _readings(piece):
        place = word.find(reading)
        if place >= 0:
            how = max(near, INSIDE if place else BEGINS)
            yield how, start + place, start + place + len(reading)
        elif (end := _slipped(reading, word)) and near == BEGINS:
            yield SLIPPED, start, start + end


def _readings(piece: str) -> Iterator[tuple[int, str]]:
    typed = fold(piece).strip()
    yield BEGINS, "".join(_WORD.findall(typed)) or typed
    for other in (*other_layouts(typed), *cyrillic_spellings(typed), *latin_spellings(typed)):
        yield RESPELT, other


def _slipped(reading: str, word: str) -> int:
    """How many letters of ``word`` were meant by ``reading``, 0 for none."""
    allowed = slips_allowed(len(reading))
    lengths = (len(reading) + by for by in (0, 1, -1) if len(reading) + by <= len(word) + 1)
    for length in lengths if allowed and word[:1] == reading[:1] else ():
        if OSA.distance(reading, word[:length], score_cutoff=allowed) <= allowed:
            return min(length, len(word))
    return 0
