"""Where new rows go in a list whose old rows keep their places. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def insertions(shown: Sequence[str], fresh: Sequence[str]) -> list[tuple[int, str]]:
    """(position, id) of every id of ``fresh`` that is not shown, to be inserted one by one.

    A new row comes behind the row that precedes it in ``fresh``; rows that stand somewhere else
    now than in ``fresh`` are passed over, since they would lead it astray.
    """
    places = {id: place for place, id in enumerate(shown)}
    in_order = _longest_rising([places[id] for id in fresh if id in places])
    found: list[tuple[int, str]] = []
    position = 0
    for id in fresh:
        if id not in places:
            found.append((position, id))
            position += 1
        elif places[id] in in_order:
            position = places[id] + len(found) + 1
    return found


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The members of a longest rising subsequence (patience sorting)."""
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        pile = bisect_left(tails, number)
        before[number] = tails[pile - 1] if pile else None
        tails[pile : pile + 1] = [number]
    chain: set[int] = set()
    step = tails[-1] if tails else None
    while step is not None:
        chain.add(step)
        step = before[step]
    return chain
