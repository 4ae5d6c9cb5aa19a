"""Changes of a ticket's tags: set operations in which nobody removes what he had not seen added."""

from collections.abc import Collection
from dataclasses import dataclass

from models.merge.fields import Origin, Touch, Touches, touched
from models.merge.fold import merged_tags


@dataclass(frozen=True, slots=True)
class MergedTags:
    """``tags`` is the row's new JSON list, ``adds`` who added each of them last.

    ``kept`` are the tags whose removal had no effect.
    """

    tags: str
    adds: dict[str, Touch]
    kept: tuple[str, ...]


def merge_tags(
    origin: Origin,
    rev: int,
    change: tuple[Collection[str], Collection[str]],
    tags: str,
    adds: Touches,
) -> MergedTags:
    """The ticket's ``tags`` after a change (add, remove), which gives its row the revision ``rev``.

    A removal loses to an addition by another client that is newer than what the remover looked
    at, also when the tag was there before that addition. A tag in both lists is added.
    """
    add, remove = change
    kept = {tag for tag in remove if tag not in add and origin.missed(adds.get(tag))}
    gone = set(remove) - kept
    left = {tag: touch for tag, touch in adds.items() if tag not in gone}
    return MergedTags(
        merged_tags(tags, add, gone),
        touched(left, add, (rev, origin.client_id)),
        tuple(sorted(kept)),
    )
