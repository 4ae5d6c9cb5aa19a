"""Changing a filter's text by a term, as chips do."""

from __future__ import annotations

from models.errors import BadFilter
from models.filters.parsing import parse
from models.filters.tree import Filter, Term
from models.filters.writing import write


def is_on(text: str, term: Term) -> bool:
    """Whether a text has this very term."""
    try:
        return term in parse(text).parts
    except BadFilter:
        return False


def with_term(text: str, term: Term) -> str:
    """The text with a term at its end, unless it has it; a text with a bad word keeps that."""
    if is_on(text, term):
        return text
    return f"{text.strip()} {write(Filter((term,)))}".strip()


def without_term(text: str, term: Term) -> str:
    """The text without the term; one that can't be read stays as it is."""
    try:
        parts = parse(text).parts
    except BadFilter:
        return text
    return write(Filter(tuple(part for part in parts if part != term)))
