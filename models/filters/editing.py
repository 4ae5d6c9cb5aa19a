"""Changing a filter's text by a term, as chips do."""

from __future__ import annotations

from models.errors import BadFilter
from models.filters.parsing import parse
from models.filters.tree import Filter, Term
from models.filters.writing import write

LIVE = {"open", "unread", "overdue", "at-risk", "postponed", "mentioned"}
"""What no ticket is that is done."""


def find_term(text: str, term: Term) -> Term | None:
    """The term of a text that asks for the same, in whatever order its values stand."""
    try:
        parts = parse(text).parts
    except BadFilter:
        return None
    return next((part for part in parts if isinstance(part, Term) and _same(part, term)), None)


def is_on(text: str, term: Term) -> bool:
    """Whether a text has this term."""
    return find_term(text, term) is not None


def with_term(text: str, term: Term) -> str:
    """The text with a term at its end, unless it has it; a text with a bad word keeps that."""
    if is_on(text, term):
        return text
    return f"{text.strip()} {write(Filter((term,)))}".strip()


def without_term(text: str, term: Term) -> str:
    """The text without the term; one that can't be read stays as it is."""
    found = find_term(text, term)
    if found is None:
        return text
    return write(Filter(tuple(part for part in parse(text).parts if part != found)))


def leaves_out_done(filter: Filter) -> bool:
    """Whether no ticket that is done can pass, as far as single terms say so."""
    return any(isinstance(part, Term) and _without_done(part) for part in filter.parts)


def _without_done(term: Term) -> bool:
    says_done = "done" in term.values
    if term.name == "status":
        return says_done == term.negated
    if term.name == "waiting":
        return not term.negated
    return term.name == "is" and (
        (term.negated and says_done) or (not term.negated and set(term.values) <= LIVE)
    )


def _same(one: Term, other: Term) -> bool:
    return (one.name, one.negated, set(one.values)) == (
        other.name,
        other.negated,
        set(other.values),
    )
