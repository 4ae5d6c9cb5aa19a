"""The tree of categories: what is a leaf, and what has grown too wide."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

MOST_CHOICES = 9
"""On one level: more can't be taken in at a glance, nor chosen by a digit."""
_DEEPEST = 9
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Hints:
    """What is good to know about tickets of a category. ``channel``: by which one to answer, ""
    for any; ``screenshot``: a picture helps, and without one it is asked for, never forced."""

    text: str = ""
    channel: str = ""
    screenshot: bool = False


class Tree:
    """The live ones among rows of ``category``."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = {row["id"]: row for row in rows if not row["deleted"]}
        self._parents = {row["parent_id"] for row in self._rows.values()}

    @property
    def is_set_up(self) -> bool:
        """Whether somebody made the tree: what an import of tickets left has no names."""
        return any(map(has_names, self._rows.values()))

    def has(self, id: str | None) -> bool:
        return id in self._rows

    def is_leaf(self, id: str | None) -> bool:
        return id in self._rows and id not in self._parents

    def keys(self, id: str | None) -> tuple[str, ...]:
        """The key of a category and of those above it, the nearest first."""
        return tuple(self._rows[each]["key"] for each in self._upwards(id))

    def required(self, id: str | None) -> list[str]:
        """The ``required`` lists of a category and of those above it, the nearest first."""
        return [self._rows[each]["required"] for each in self._upwards(id)]

    def hints(self, id: str | None) -> Hints:
        """What a category and those above it tell whoever writes; the nearest word counts."""
        rows = [self._rows[each] for each in self._upwards(id)]
        return Hints(
            text=next(filter(None, (row["hint"] for row in rows)), ""),
            channel=next(filter(None, (row["preferred_channel"] for row in rows)), ""),
            screenshot=any(row["ask_screenshot"] for row in rows),
        )

    def id_of(self, key: str) -> str | None:
        """The category of a key, whatever its capitals."""
        wanted = key.casefold()
        found = (id for id, row in self._rows.items() if row["key"].casefold() == wanted)
        return min(found, default=None)

    def _upwards(self, id: str | None) -> Iterator[str]:
        for _ in range(_DEEPEST):
            if id is None or id not in self._rows:
                return
            yield id
            id = self._rows[id]["parent_id"]


def crowded(rows: Iterable[Row]) -> dict[str | None, int]:
    """Categories with more than MOST_CHOICES right below them, and how many (None: at the top).

    At the top those without names don't count: an import of tickets left them there.
    """
    live = [row for row in rows if not row["deleted"]]
    counted = Counter(row["parent_id"] for row in live if row["parent_id"] or has_names(row))
    return {id: count for id, count in counted.items() if count > MOST_CHOICES}


def has_room(rows: Iterable[Row], row: Row) -> bool:
    """Whether ``row`` may lie where it says, among ``rows`` as they are; what lies there may stay,
    however many there are."""
    others = {each["id"]: each for each in rows if not each["deleted"]}
    before = others.pop(row["id"], None)
    stays = before is not None and before["parent_id"] == row["parent_id"]
    if stays and before and (row["parent_id"] or has_names(before)):
        return True
    return row["parent_id"] not in crowded([*others.values(), {**row, "deleted": 0}])


def has_names(row: Row) -> bool:
    return bool(json.loads(row["names"] or "{}"))
