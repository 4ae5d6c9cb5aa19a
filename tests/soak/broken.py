"""A broken invariant of sync, by its number (``deskside-server check`` uses the same ones).

I1 nothing written is lost. I2 each change has its effect once. I3 at rest all have the same rows.
I4 nobody has or writes what they have no right to. I6 revisions and cursors never go back.
I7 what is seen = what the server said with what waits on top. I8 what one wrote stays in sight.
I9 changes of a device keep their order. I10 what was overwritten unseen is told, and nothing else.
I11 no part of a text is lost when two change it. I12 it comes to rest. I13 positions follow
commits. I14 no child without its ticket. I15 a restored store, I16 a restored device is noticed.
I19 numbers are unique and stay.
"""

from __future__ import annotations


class Broken(AssertionError):
    """``invariant`` is its number."""

    def __init__(self, invariant: str, words: str) -> None:
        super().__init__(f"{invariant}: {words}")
        self.invariant = invariant


def hold(invariant: str, fact: object, words: str) -> None:
    """Raises Broken unless it is so."""
    if not fact:
        raise Broken(invariant, words)
