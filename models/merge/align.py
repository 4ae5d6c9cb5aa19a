"""Which items of two lists correspond; what the merge of texts compares with."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

MAX_EDITS = 200
"""More insertions and deletions than this between two anchors are one replaced stretch."""

Pair = tuple[int, int]


def align(old: Sequence[Hashable], new: Sequence[Hashable]) -> dict[int, int]:
    """Index in ``new`` of each item of ``old`` that is still there; both rise together.

    Equal ends first, then items that occur once in both (anchors), then the shortest edit between
    anchors. That keeps headings and sentences in place where blank lines repeat, and takes time
    in proportion to the lists: a stretch of more than ``MAX_EDITS`` edits without an anchor is
    given up as replaced, never searched on.
    """
    numbers: dict[Hashable, int] = {}
    a = [numbers.setdefault(item, len(numbers)) for item in old]
    b = [numbers.setdefault(item, len(numbers)) for item in new]
    head = _common_head(a, b)
    tail = _common_head(a[head:][::-1], b[head:][::-1])
    a_end, b_end = len(a) - tail, len(b) - tail
    pairs = {i: i for i in range(head)}
    pairs.update((a_end + i, b_end + i) for i in range(tail))
    a_from, b_from = head, head
    for i, j in [*_anchors(a, b, (head, a_end), (head, b_end)), (a_end, b_end)]:
        inner = _shortest_edit(a[a_from:i], b[b_from:j])
        pairs.update((a_from + x, b_from + y) for x, y in inner)
        if i < a_end:
            pairs[i] = j
        a_from, b_from = i + 1, j + 1
    return pairs


def _common_head(a: Sequence[int], b: Sequence[int]) -> int:
    length = min(len(a), len(b))
    return next((i for i in range(length) if a[i] != b[i]), length)


def _anchors(a: list[int], b: list[int], a_part: Pair, b_part: Pair) -> list[Pair]:
    """The longest rising row of items that occur once in both parts."""
    a_count, b_count = Counter(a[slice(*a_part)]), Counter(b[slice(*b_part)])
    place = {b[j]: j for j in range(*b_part)}
    once = [(i, place[a[i]]) for i in range(*a_part) if a_count[a[i]] == b_count[a[i]] == 1]
    ends: list[int] = []  # the smallest end of a rising row of each length,
    enders: list[int] = []  # and which of ``once`` is that end
    before: list[int] = []
    for index, (_, j) in enumerate(once):
        length = bisect_left(ends, j)
        ends[length : length + 1] = [j]
        enders[length : length + 1] = [index]
        before.append(enders[length - 1] if length else -1)
    rising: list[Pair] = []
    index = enders[-1] if enders else -1
    while index >= 0:
        rising.append(once[index])
        index = before[index]
    return rising[::-1]


def _shortest_edit(a: list[int], b: list[int]) -> list[Pair]:
    """Pairs of a longest common subsequence, last first; none beyond ``MAX_EDITS`` edits.

    The greedy algorithm of Myers, "An O(ND) Difference Algorithm and Its Variations" (1986).
    """
    reached = {1: 0}  # the furthest i on each diagonal i - j
    steps: list[dict[int, int]] = []
    for edits in range(min(len(a) + len(b), MAX_EDITS) + 1):
        steps.append(dict(reached))
        for diagonal in range(-edits, edits + 1, 2):
            i, _ = _edit(reached, diagonal, edits)
            while i < len(a) and i - diagonal < len(b) and a[i] == b[i - diagonal]:
                i += 1
            reached[diagonal] = i
            if i >= len(a) and i - diagonal >= len(b):
                return list(_way_back(steps, len(a), len(b)))
    return []


def _edit(reached: dict[int, int], diagonal: int, edits: int) -> Pair:
    """Where the last edit towards a diagonal leads, and the diagonal it comes from."""
    inserts = diagonal == -edits or (
        diagonal != edits and reached[diagonal - 1] < reached[diagonal + 1]
    )
    origin = diagonal + 1 if inserts else diagonal - 1
    return reached[origin] + (not inserts), origin


def _way_back(steps: list[dict[int, int]], i: int, j: int) -> Iterator[Pair]:
    for edits in range(len(steps) - 1, -1, -1):
        start, origin = _edit(steps[edits], i - j, edits)
        yield from ((x, x - (i - j)) for x in range(i - 1, start - 1, -1))
        i = steps[edits][origin]
        j = i - origin
