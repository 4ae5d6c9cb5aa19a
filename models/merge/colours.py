"""A merged text as stretches of one author each, for a screen that shows who wrote what."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile

from models.merge.text import Choice, Hand, Piece, as_html, written
from models.richtext import Block

_START = re.compile(r'<ol start="(\d+)">')


@dataclass(frozen=True, slots=True)
class Stretch:
    """Canonical HTML of its own. ``hand`` is "" for what both have, else whose change it is."""

    hand: Hand
    html: str


def coloured(pieces: Sequence[Piece], choices: Sequence[Choice] = ()) -> list[Stretch]:
    """The text of ``resolve`` cut where its author changes; what was removed is not in it.

    A list, quote or table that goes on in the next stretch is opened there anew; a numbered list
    goes on with its next number.
    """
    parts = list(written(pieces, choices))
    placed = zip((hand for hand, _ in parts), _placed(block for _, block in parts), strict=True)
    return [
        Stretch(hand, as_html(_apart([place for _, place in group])))
        for hand, group in groupby(placed, key=lambda part: part[0])
    ]


@dataclass(frozen=True, slots=True)
class _Place:
    """A block after its neighbour: ``inherited`` tags were open before it, ``resumed`` is how
    they read where a text begins with this block."""

    block: Block
    inherited: int
    resumed: tuple[str, ...]


def _placed(parts: Iterable[Block]) -> Iterator[_Place]:
    opened: list[str] = []
    numbers: list[int] = []  # of the next item, for each open tag
    for block in parts:
        pairs = zip(opened, block.path, strict=False)
        inherited = len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
        in_item = [tag == "<li>" for tag in (*opened[1:inherited], "")]
        resumed = map(_resumed, opened[:inherited], numbers, in_item)
        yield _Place(block, inherited, tuple(resumed))
        opened[inherited:] = block.path[inherited:]
        numbers[inherited:] = map(_first_number, block.path[inherited:])
        if block.kind == "item":
            numbers[-1] += 1
            opened.append("<li>")
            numbers.append(0)


def _resumed(tag: str, number: int, in_item: bool) -> str:
    if not tag.startswith("<ol"):
        return tag
    return f'<ol start="{number - in_item}">' if number - in_item != 1 else "<ol>"


def _first_number(tag: str) -> int:
    start = _START.match(tag)
    return int(start[1]) if start else 1


def _apart(places: Sequence[_Place]) -> Iterator[Block]:
    """The blocks of a stretch with what was open before it opened anew."""
    resumed = places[0].resumed
    for place in places:
        resumed = resumed[: place.inherited]
        path = (*resumed, *place.block.path[len(resumed) :])
        yield replace(place.block, path=path)
