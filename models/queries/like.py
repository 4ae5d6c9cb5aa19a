"""Words of a question as conditions of SQL, for lists that have no index of words.

SQLite's LIKE knows upper and lower case of Latin letters only, so every spelling of a word is
asked for: as it is, capital, all capitals; ё is found by е.
"""

from __future__ import annotations

import re

from models.queries.people_index import spellings

MOST_WORDS, MOST_SPELLINGS = 6, 6
_E = re.compile("[еёЕЁ]")


def holds_words(column: str, words: str) -> tuple[list[str], list[str]]:
    """Conditions that every word occurs in a column of small letters, and their parameters."""
    conditions: list[str] = []
    given: list[str] = []
    for word in words.split()[:MOST_WORDS]:
        patterns = _patterns(word)
        ways = " OR ".join(f"{column} LIKE ? ESCAPE '!'" for _ in patterns)
        if patterns:
            conditions.append(f"({ways})")
            given += patterns
    return conditions, given


def _patterns(word: str) -> list[str]:
    known = [word.lower(), *spellings(word)[:MOST_SPELLINGS]]
    cases = [case for each in known for case in _cases(each)]
    return [f"%{_E.sub('_', escaped(case))}%" for case in dict.fromkeys(cases) if case]


def _cases(word: str) -> tuple[str, ...]:
    """LOWER has made Latin letters small already."""
    return (word,) if word.isascii() else (word, word.capitalize(), word.upper())


def escaped(text: str) -> str:
    """As LIKE takes it literally, with ``ESCAPE '!'``."""
    for sign in "!%_":
        text = text.replace(sign, f"!{sign}")
    return text
