"""Late changes of plain fields: the last arrival wins, and no value that was lost goes unseen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Touch = tuple[int, str]
"""The row's revision when something was last written, and the client that wrote it."""

Touches = Mapping[str, Touch]


@dataclass(frozen=True, slots=True)
class Origin:
    """The client that sends a change, and the revision of the row that its author looked at."""

    client_id: str
    base_rev: int

    def missed(self, touch: Touch | None) -> bool:
        """Whether another client wrote this later than what the author looked at."""
        if touch is None:
            return False
        rev, client_id = touch
        return rev > self.base_rev and client_id != self.client_id


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """``mine`` has overwritten ``theirs``, which its author had not seen; he had seen ``base``."""

    field: str
    base: Any
    theirs: Any
    mine: Any


@dataclass(frozen=True, slots=True)
class MergedFields:
    """``applied`` are the fields that get another value, the ones of ``conflicts`` among them."""

    applied: dict[str, Any]
    conflicts: tuple[FieldConflict, ...]


def merge_fields(
    origin: Origin,
    wanted: Mapping[str, Any],
    base: Mapping[str, Any],
    present: Mapping[str, Any],
    touches: Touches,
) -> MergedFields:
    """What a ``set_fields`` does to the present row whose fields were last written in ``touches``.

    ``base`` holds the values its author saw (None where they are not known). A field that has the
    wanted value already is left alone: that is neither a write nor a conflict. After applying,
    note ``touched(touches, merged.applied, ...)``; without it later conflicts would be missed.
    """
    applied = {field: value for field, value in wanted.items() if present[field] != value}
    conflicts = tuple(
        FieldConflict(field, base.get(field), present[field], value)
        for field, value in applied.items()
        if origin.missed(touches.get(field))
    )
    return MergedFields(applied, conflicts)


def touched(touches: Touches, names: Iterable[str], touch: Touch) -> dict[str, Touch]:
    """The map after ``names`` were written: ``touch`` is the row's new revision and the client."""
    return {**touches, **dict.fromkeys(names, touch)}
