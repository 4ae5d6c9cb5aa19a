"""What the filter popup offers for what was typed in it. Pure: terms with their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.inbox.filter_words import name_words, value_words
from models.errors import BadFilter
from models.filters import FIELDS, Field, Filter, Term, parse, write
from models.queries.filter_values import FilterValues
from models.queries.people import word_test

SPANS = ("1d", "3d", "1w", "4w")
MOMENTS = {
    "due": ("<2h", "<1d", "today", ">1d"),
    "created": ("today", "yesterday", "<1w", ">1w"),
    "updated": ("today", "yesterday", "<1w", ">1w"),
    "solved": ("today", "yesterday", "<1w", ">1w"),
}
TYPED = ("requester", "company", "subject", "tag")
"""What may be filtered by a text that stands in no list."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A row: a ``term`` that can be turned on, or a ``field`` whose values are to be shown."""

    words: str
    written: str
    term: Term | None = None
    field: str = ""


def all_fields() -> list[Choice]:
    """Every name of a filter."""
    return [Choice(name_words(name), f"{name}:", field=name) for name in FIELDS]


def values_of(field: Field, known: FilterValues, typed: str = "") -> list[Choice]:
    """The values of one name that fit what is typed, then that itself where it can be one."""
    fits = word_test(typed, respelt=True)
    offered = [
        _choice(field.name, value, words)
        for value, words in _values(field, known)
        if fits(f"{words} {value}")
    ]
    own = _typed(field, typed.strip())
    return [*offered, own] if own and own not in offered else offered


def matching(typed: str, known: FilterValues) -> list[Choice]:
    """Names and values that fit; a name that is typed with its colon shows its values."""
    name, colon, rest = typed.partition(":")
    field = FIELDS.get(name.strip().lower())
    if colon and field is not None:
        return values_of(field, known, rest)
    if not typed.strip():
        return all_fields()
    fits = word_test(typed, respelt=True)
    names = [choice for choice in all_fields() if fits(f"{choice.words} {choice.written}")]
    values = [
        _choice(field.name, value, f"{name_words(field.name)}: {words}")
        for field in FIELDS.values()
        for value, words in _values(field, known)
        if fits(f"{words} {value}")
    ]
    typed_ones = (_typed(FIELDS[name], typed.strip()) for name in ("requester", "subject"))
    own = [_named(choice) for choice in typed_ones if choice is not None]
    return [*names, *values, *own]


def _values(field: Field, known: FilterValues) -> Iterator[tuple[str, str]]:
    for value in field.choices:
        yield value, value_words(field.name, value)
    for value in SPANS if field.kind == "span" else MOMENTS.get(field.name, ()):
        yield value, value_words(field.name, value)
    yield from known.names.get(field.name, ())


def _choice(name: str, value: str, words: str) -> Choice:
    term = Term(name, (value,))
    return Choice(words, write(Filter((term,))), term)


def _typed(field: Field, typed: str) -> Choice | None:
    """A value that is typed and stands in no list, if it can be one."""
    if not typed or (field.kind == "name" and field.name not in TYPED):
        return None
    text = write(Filter((Term(field.name, (typed,)),)))
    try:
        (term,) = parse(text).parts
    except (BadFilter, ValueError):
        return None
    return Choice(f"“{typed}”", text, term) if isinstance(term, Term) else None


def _named(choice: Choice) -> Choice:
    name = choice.term.name if choice.term else ""
    return Choice(f"{name_words(name)}: {choice.words}", choice.written, choice.term)
