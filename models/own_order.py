"""Ranks of a person's own order: texts that sort letter by letter, with room between any two. Pure.

A rank is a fraction in base 63 without its point, and never ends in 0. A ticket that was never
moved has a key that begins with ``~`` (by due time, see ``queries.orders``), and there is room
between such keys too: a move writes the rank of what was moved and of nothing else. So what two
devices moved while they were apart keeps both its places. Two tickets with the same rank stand by
their ids until something is moved between them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz~"
BASE = len(DIGITS)
ROOM = 3
"""So many digits are counted through at the ends before ranks grow longer."""


def between(low: str, high: str) -> str:
    """A rank above ``low`` ("": the start) and below ``high`` ("": the end).

    Between a key and the same with a 0 behind it there is none; then it is not below ``high``.
    """
    if low and not high:
        return _stepped(low, 1) or _middle(low, "")
    if high and not low:
        return _stepped(high, -1) or _middle("", high)
    return _middle(low, high)


def moved(order: Sequence[tuple[str, str]], id: str, to: int) -> dict[str, str]:
    """What ranks are to be written so that ``id`` stands at ``to``, and nothing else moves.

    ``order`` are (id, key) as they stand now. Where keys leave no room, or are the same, those
    behind it are written as well.
    """
    keys = dict(order)
    ids = [each for each, _ in order if each != id]
    ids.insert(to, id)
    low = keys[ids[to - 1]] if to else ""
    written: dict[str, str] = {}
    for place, each in enumerate(ids[to:], to):
        if each != id and keys[each] > low:
            break
        low = written[each] = _above(low, [keys[later] for later in ids[place + 1 :]])
    return written


def _above(low: str, later: Sequence[str]) -> str:
    """Below the first of what follows that leaves room."""
    for high in later:
        if high > low and low < (made := between(low, high)) < high:
            return made
    return between(low, "")


def _stepped(rank: str, by: int) -> str:
    """The rank one step further among those of ROOM digits; "" where they end."""
    number = 0
    for digit in rank[:ROOM].ljust(ROOM, DIGITS[0]):
        number = number * BASE + _value(digit)
    number += by
    if not 0 < number < BASE**ROOM:
        return ""
    digits = ""
    for _ in range(ROOM):
        number, value = divmod(number, BASE)
        digits = DIGITS[value] + digits
    return digits.rstrip(DIGITS[0])


def _middle(low: str, high: str) -> str:
    """About half way, in as few digits as can be."""
    same = 0
    while same < len(high) and low[same : same + 1].ljust(1, DIGITS[0]) == high[same]:
        same += 1
    if same:
        return high[:same] + _middle(low[same:], high[same:])
    first = _value(low[0]) if low else 0
    last = _value(high[0]) if high else BASE
    if last - first > 1:
        return DIGITS[(first + last) // 2]
    if len(high) > 1:
        return high[0]
    return DIGITS[first] + _middle(low[1:], "")


def _value(letter: str) -> int:
    """Of any letter; one that is no digit counts as the digit before it."""
    return max(0, bisect_right(DIGITS, letter) - 1)
