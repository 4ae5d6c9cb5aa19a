"""From tree to text, in the form that ``parse`` gives the same tree for."""

from __future__ import annotations

import re

from models.filters.parsing import BARE_VALUE
from models.filters.tree import Filter, Part, Words

SPECIAL = re.compile(r"([\"\\])")


def write(filter: Filter) -> str:
    """The text of a tree, one space between its parts."""
    return " ".join(map(_written, filter.parts))


def _written(part: Part) -> str:
    sign = "-" if part.negated else ""
    if isinstance(part, Words):
        return sign + _quoted(part.text) if part.exact else part.text
    return f"{sign}{part.name}:{','.join(map(_value, part.values))}"


def _value(value: str) -> str:
    return value if BARE_VALUE.fullmatch(value) else _quoted(value)


def _quoted(text: str) -> str:
    return '"' + SPECIAL.sub(r"\\\1", text) + '"'
