"""Letters that pretend to be others: words that mix alphabets, and signs that turn the direction.

A name in one alphabet is nobody's trick, whichever it is; a Latin word with a Cyrillic letter in
it is a slip at the keyboard or a fraud, and to be seen (Unicode Technical Standard 39, 5.2).
"""

from __future__ import annotations

import functools
import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]+")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "FULLWIDTH", "CHEROKEE", "ROMAN")


def marked_words(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of each word with letters of two alphabets, and of each sign that turns."""
    words = (word.span() for word in _WORD.finditer(text) if len(_alphabets(word[0])) > 1)
    signs = (sign.span() for sign in _TURNING.finditer(text))
    return tuple(sorted((*words, *signs)))


def _alphabets(word: str) -> set[str]:
    return {alphabet for letter in word if (alphabet := _alphabet(letter))}


@functools.lru_cache(maxsize=4096)
def _alphabet(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return next((known for known in _ALPHABETS if name.startswith(known)), "")
