"""What a person sees of a row: the server's state with this computer's unsent effects on top.

``visible(e) = fold(server state(e), pending(e))``. Effects are in the order in which
they were made.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

Row = dict[str, Any]


class Effect(NamedTuple):
    """``op``: insert (data is the row), set (data is columns), tags (data is add and remove)."""

    op: str
    data: Row


def fold(row: Row | None, effects: Iterable[Effect]) -> Row | None:
    """The visible row. Effects on a row that does not exist (any more) have no effect."""
    seen = dict(row) if row is not None else None
    for effect in effects:
        if effect.op == "insert":
            seen = dict(effect.data) if seen is None else seen
        elif seen is not None and effect.op == "set":
            seen.update(effect.data)
        elif seen is not None and effect.op == "tags":
            seen["tags"] = merged_tags(seen["tags"], effect.data["add"], effect.data["remove"])
    return seen


def merged_tags(tags: str, add: Iterable[str], remove: Iterable[str]) -> str:
    """JSON list of tags, sorted, after a set change."""
    have = set(json.loads(tags or "[]"))
    return json.dumps(sorted((have - set(remove)) | set(add)), ensure_ascii=False)
