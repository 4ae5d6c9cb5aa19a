"""What a filter is: terms and words, all of which have to be so."""

from __future__ import annotations

from msgspec import Struct


class Term(Struct, frozen=True):
    """``priority:high,urgent``: one of the values is so, or none of them when ``negated``."""

    name: str
    values: tuple[str, ...]
    negated: bool = False


class Words(Struct, frozen=True):
    """Something to search for; ``exact`` ones stand in the ticket letter by letter."""

    text: str
    exact: bool = False
    negated: bool = False


Part = Term | Words


class Filter(Struct, frozen=True):
    """Parts in the order in which they were written."""

    parts: tuple[Part, ...] = ()

    def search(self) -> str:
        """The free words, as the full-text search takes them."""
        words = (part for part in self.parts if isinstance(part, Words) and not part.exact)
        return " ".join(word.text for word in words)

    def terms(self) -> Filter:
        """All but the free words."""
        return Filter(
            tuple(part for part in self.parts if not isinstance(part, Words) or part.exact)
        )
