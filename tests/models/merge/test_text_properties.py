"""What holds for any two people's changes of any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from models.merge.text import as_html, merge_text, resolve, written
from models.richtext import blocks, sanitize
from tests.models.merge.texts import EDITS, IN_PLACE, TEXTS, UNIQUE_TEXTS, edited, edits, words
from tests.models.richtext.html_strategies import ANY_HTML

SWAPPED = {"mine": "theirs", "theirs": "mine"}


@st.composite
def changed_texts(
    draw: st.DrawFn, bases: st.SearchStrategy[str], kinds: tuple[str, ...]
) -> tuple[str, str, str]:
    base = draw(bases)
    return base, edited(base, draw(edits(kinds)), "m"), edited(base, draw(edits(kinds)), "t")


def merged_html(base: str, mine: str, theirs: str) -> str:
    """The merged text; an example with a conflict is passed over."""
    html = merge_text(base, mine, theirs).html
    assume(html is not None)
    return html or ""


ANY_CHANGES = changed_texts(TEXTS, tuple(EDITS))
IN_PLACE_CHANGES = changed_texts(UNIQUE_TEXTS, IN_PLACE)


@given(ANY_HTML.map(sanitize), ANY_HTML.map(sanitize))
@settings(max_examples=200, deadline=None)
def test_a_side_that_changed_nothing_gives_way(base: str, other: str) -> None:
    assert merge_text(base, base, other).html == other
    assert merge_text(base, other, base).html == other
    assert merge_text(base, other, other).html == other


@given(ANY_HTML.map(sanitize), ANY_HTML.map(sanitize), ANY_HTML.map(sanitize))
@settings(max_examples=200, deadline=None)
def test_any_three_texts_merge_to_canonical_html_or_conflict(
    base: str, mine: str, theirs: str
) -> None:
    merged = merge_text(base, mine, theirs)
    html = merged.html
    if html is None:
        html = resolve(merged.pieces, ["both"] * len(merged.conflicts))
    assert sanitize(html) == html


@given(IN_PLACE_CHANGES)
@settings(max_examples=300, deadline=None)
def test_a_merge_holds_exactly_what_both_wrote_and_neither_removed(
    texts: tuple[str, str, str],
) -> None:
    html = merged_html(*texts)
    base, mine, theirs = map(words, texts)
    assert words(html) == (mine - base) | (theirs - base) | (base & mine & theirs)


@given(changed_texts(UNIQUE_TEXTS, tuple(EDITS)))
@settings(max_examples=200, deadline=None)
def test_nothing_is_lost_when_blocks_are_moved(texts: tuple[str, str, str]) -> None:
    html = merged_html(*texts)
    base, mine, theirs = map(words, texts)
    assert words(html) >= (mine - base) | (theirs - base) | (base & mine & theirs)


@given(ANY_CHANGES)
@settings(max_examples=200, deadline=None)
def test_every_changed_block_of_both_sides_is_in_the_merge(texts: tuple[str, str, str]) -> None:
    merged = merge_text(*texts)
    assume(not merged.conflicts)
    base, mine, theirs = (set(blocks(text)) for text in texts)
    assert {block for _, block in written(merged.pieces)} >= (mine | theirs) - base


@given(ANY_CHANGES)
@settings(max_examples=200, deadline=None)
def test_swapping_the_sides_swaps_the_names_alone(texts: tuple[str, str, str]) -> None:
    base, mine, theirs = texts
    one, other = merge_text(base, mine, theirs), merge_text(base, theirs, mine)
    assert one.html == other.html
    assert [piece.author for piece in one.pieces] == [
        SWAPPED.get(piece.author, piece.author) for piece in other.pieces
    ]


@given(ANY_CHANGES)
@settings(max_examples=200, deadline=None)
def test_the_pieces_hold_each_text_whole(texts: tuple[str, str, str]) -> None:
    merged = merge_text(*texts)
    for side, text in zip(("base", "mine", "theirs"), texts, strict=True):
        assert as_html(b for piece in merged.pieces for b in getattr(piece, side)) == text
    authors = [piece.author for piece in merged.pieces]
    assert ("same", "same") not in pairwise(authors)


@given(IN_PLACE_CHANGES)
@settings(max_examples=200, deadline=None)
def test_merging_once_more_changes_nothing(texts: tuple[str, str, str]) -> None:
    base, mine, theirs = texts
    html = merged_html(base, mine, theirs)
    assert merge_text(base, html, theirs).html == html
    assert merge_text(mine, html, mine).html == html


@given(UNIQUE_TEXTS, st.integers(0, 60), st.integers(0, 60))
@settings(max_examples=200, deadline=None)
def test_two_rewritten_blocks_merge_exactly_when_one_lies_between(
    base: str, my_place: int, their_place: int
) -> None:
    length = len(blocks(base))
    mine = edited(base, [("rewrite", my_place, 0)], "m")
    theirs = edited(base, [("rewrite", their_place, 0)], "t")
    assume(base not in (mine, theirs))  # the blank line between two tables has no word to rewrite
    distance = abs(my_place % length - their_place % length)
    assert (merge_text(base, mine, theirs).html is not None) == (distance >= 2)


@given(changed_texts(UNIQUE_TEXTS, IN_PLACE))
@settings(max_examples=200, deadline=None)
def test_choices_decide_the_conflicts_and_nothing_else(texts: tuple[str, str, str]) -> None:
    merged = merge_text(*texts)
    conflicts = len(merged.conflicts)
    base, mine, theirs = map(words, texts)
    assert words(resolve(merged.pieces, ["mine"] * conflicts)) >= mine - base
    assert words(resolve(merged.pieces, ["theirs"] * conflicts)) >= theirs - base
    of_both = words(resolve(merged.pieces, ["both"] * conflicts))
    assert of_both >= (mine - base) | (theirs - base) | (base & mine & theirs)


def test_a_conflict_needs_its_choice() -> None:
    pieces = merge_text("<p>a</p>", "<p>b</p>", "<p>c</p>").pieces
    with pytest.raises(ValueError, match="0 choices for 1 conflicts"):
        resolve(pieces)
