from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from models.merge.colours import Stretch, coloured
from models.merge.text import Choice, merge_text, resolve
from models.richtext import from_markdown, sanitize
from tests.models.merge.texts import EDITS, TEXTS, Edit, edited, edits, words

ANY_EDITS = edits(tuple(EDITS))
CHOICES: tuple[Choice, ...] = ("mine", "theirs", "both")


def test_each_stretch_has_one_author() -> None:
    base, mine, theirs = map(from_markdown, ("a\n\nb\n\nc", "A\n\nb\n\nc", "a\n\nb\n\nc\n\nd"))
    assert coloured(merge_text(base, mine, theirs).pieces) == [
        Stretch("mine", "<p>A</p>"),
        Stretch("", "<p>b</p><p>c</p>"),
        Stretch("theirs", "<p>d</p>"),
    ]


def test_a_decided_conflict_shows_both_hands() -> None:
    pieces = merge_text("<p>a</p>", "<p>b</p>", "<p>c</p>").pieces
    assert coloured(pieces, ["both"]) == [
        Stretch("theirs", "<p>c</p>"),
        Stretch("mine", "<p>b</p>"),
    ]


def test_a_numbered_list_goes_on_with_its_numbers() -> None:
    first = '<ol start="4"><li>a</li><li>b<ol><li>c</li><li>d</li></ol></li><li>e</li></ol>'
    base = f"{first}<p>x</p><ol><li>f</li><li>g</li></ol>"
    mine = base.replace("<li>d</li>", "<li>D</li>")
    theirs = base.replace("<li>g</li>", "<li>G</li>")
    assert coloured(merge_text(base, mine, theirs).pieces) == [
        Stretch("", '<ol start="4"><li>a</li><li>b<ol><li>c</li></ol></li></ol>'),
        Stretch("mine", '<ol start="5"><li><ol start="2"><li>D</li></ol></li></ol>'),
        Stretch("", '<ol start="6"><li>e</li></ol><p>x</p><ol><li>f</li></ol>'),
        Stretch("theirs", '<ol start="2"><li>G</li></ol>'),
    ]


@given(TEXTS, ANY_EDITS, ANY_EDITS, st.sampled_from(CHOICES))
@settings(max_examples=150, deadline=None)
def test_the_stretches_hold_the_whole_text(
    base: str, my: list[Edit], their: list[Edit], choice: Choice
) -> None:
    merged = merge_text(base, edited(base, my, "m"), edited(base, their, "t"))
    choices = [choice] * len(merged.conflicts)
    stretches = coloured(merged.pieces, choices)
    assert set().union(*(words(each.html) for each in stretches)) == words(
        resolve(merged.pieces, choices)
    )
    assert all(sanitize(each.html) == each.html for each in stretches)
    for each in stretches:
        assert not (each.hand == "mine" and "t" in {word[0] for word in words(each.html)})
        assert not (each.hand == "theirs" and "m" in {word[0] for word in words(each.html)})
