"""From text to tree. Whatever is typed either has a tree or a sentence that names the word."""

from __future__ import annotations

import re
from functools import lru_cache

from models.errors import BadFilter
from models.filters.fields import FIELDS, OLD_NAMES, check_value
from models.filters.tree import Filter, Part, Term, Words

LONGEST = 2_000
MOST_VALUES = 50
OPERATOR = re.compile(r"(-?)([A-Za-z][A-Za-z-]+):(?!//)")
BARE_VALUE = re.compile(r"(?!//)[^\s,\"]+")
QUOTED = re.compile(r"(-?)\"((?:[^\"\\]|\\.)*)(?:\"|\\?\Z)", re.DOTALL)
BARE_WORD = re.compile(r"\S+")
SPACE = re.compile(r"\s+")
ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@lru_cache(maxsize=200)
def parse(text: str) -> Filter:
    """The tree of a text. Raises BadFilter for an unknown name or a value that can't be.

    A quote that is not closed yet ends with the text, as it does while somebody types. An unknown
    name with nothing behind the colon ("Re: printer") is a word like any other.
    """
    if len(text) > LONGEST:
        raise BadFilter("long", text[:40])
    parts: list[Part] = []
    at = 0
    while at < len(text):
        if space := SPACE.match(text, at):
            at = space.end()
            continue
        part, at = _part(text, at)
        if part is not None and part not in parts:
            parts.append(part)
    return Filter(tuple(parts))


def _part(text: str, at: int) -> tuple[Part | None, int]:
    if quoted := QUOTED.match(text, at):
        exact = ESCAPED.sub(r"\1", quoted[2])
        words = Words(exact, exact=True, negated=bool(quoted[1])) if exact.strip() else None
        return words, quoted.end()
    operator = OPERATOR.match(text, at)
    if operator is None:
        return _word(text, at)
    typed = operator[2].lower()
    name = OLD_NAMES.get(typed, typed)
    values, end = _values(text, operator.end())
    word = text[at:end].rstrip(",")
    if name not in FIELDS:
        if not values:
            return _word(text, at)
        raise BadFilter("unknown", word)
    if not values:
        raise BadFilter("missing", word)
    if len(values) > MOST_VALUES:
        raise BadFilter("long", word[:40])
    kept = tuple(dict.fromkeys(check_value(FIELDS[name], value, word) for value in values))
    return Term(name, kept, bool(operator[1])), end


def _word(text: str, at: int) -> tuple[Words, int]:
    found = BARE_WORD.match(text, at)
    assert found is not None, "there is no space here"
    return Words(found[0]), found.end()


def _values(text: str, at: int) -> tuple[list[str], int]:
    """Values with commas between them, and where they end."""
    values: list[str] = []
    while True:
        quoted = QUOTED.match(text, at) if text.startswith('"', at) else None
        bare = BARE_VALUE.match(text, at)
        found = quoted or bare
        if found is None:
            return values, at
        values.append(ESCAPED.sub(r"\1", quoted[2]) if quoted else found[0])
        at = found.end()
        if not text.startswith(",", at):
            return values, at
        at += 1
