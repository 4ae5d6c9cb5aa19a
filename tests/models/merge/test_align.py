from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from models.merge.align import MAX_EDITS, align

LISTS = st.text(alphabet="abcd", max_size=14)


def common_length(a: str, b: str) -> int:
    """Of a longest common subsequence, the slow way."""
    best = [0] * (len(b) + 1)
    for x in a:
        diagonal = 0
        for j, y in enumerate(b, 1):
            kept = best[j]
            best[j] = diagonal + 1 if x == y else max(best[j], best[j - 1])
            diagonal = kept
    return best[-1]


@given(st.text(alphabet="abcdefgh", max_size=14), st.text(alphabet="abcdefgh", max_size=14))
def test_twins_are_equal_and_rise_together(old: str, new: str) -> None:
    twins = sorted(align(old, new).items())
    assert all(old[i] == new[j] for i, j in twins)
    assert all(j < k for (_, j), (_, k) in pairwise(twins))


@given(LISTS, LISTS)
@example("abab", "baba")
def test_where_nothing_occurs_once_the_most_is_kept(old: str, new: str) -> None:
    old, new = old + old, new + new
    assert len(align(old, new)) == common_length(old, new)


def test_what_occurs_once_holds_its_place_among_blank_lines() -> None:
    twins = align("a-b-c-d", "a-x-b-c-d")
    assert [twins[i] for i in (0, 2, 4, 6)] == [0, 4, 6, 8]


def test_many_equal_lines_with_few_edits_are_all_found() -> None:
    old = ["-"] * 5_000
    new = [*old[:1_000], "x", *old[:3_000], "y", *old[:1_000]]
    assert len(align(old, new)) == 5_000


def test_any_number_of_changes_is_found_between_lines_that_occur_once() -> None:
    old = [f"line {n}" for n in range(3_000)]
    new = ["x" if n % 3 else line for n, line in enumerate(old)]
    assert align(old, new) == {n: n for n in range(0, 3_000, 3)}


def test_a_stretch_beyond_the_bound_counts_as_replaced() -> None:
    old, new = "<" + "ab" * MAX_EDITS + ">", "<" + "ca" * MAX_EDITS + ">"
    assert align(old, new) == {0: 0, len(old) - 1: len(new) - 1}
