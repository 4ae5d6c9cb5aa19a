"""The filter language: text, tree and text again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import BadFilter
from models.filters import (
    FIELDS,
    Field,
    Filter,
    Term,
    Words,
    is_on,
    parse,
    with_term,
    without_term,
    write,
)

UNREAD = Term("is", ("unread",))
LETTERS = st.text(st.sampled_from('ab я",\\:-<>/.\n\u3000'), min_size=1, max_size=8)
PIECES = st.sampled_from(
    'queue: priority:high -tag:vip "exact words" " -" , a:b older:2d due:<2h is:unread слово '
    "Re: http://x \\ \n due:>=today".split(" ")
)


def values_of(field: Field) -> st.SearchStrategy[str]:
    choices = st.sampled_from(field.choices or ("x",))
    if field.kind == "choice":
        return choices
    if field.kind == "name":
        return LETTERS.filter(lambda text: bool(text.strip()) and text.lower() == text)
    spans = st.builds("{}{}".format, st.integers(0, 99_999), st.sampled_from("mhdw"))
    if field.kind == "span":
        return spans
    days = st.dates().filter(lambda day: 1971 <= day.year <= 2999).map(str)
    moments = st.builds("{}{}".format, st.sampled_from(("<", ">", "<=", ">=")), days | spans)
    return moments | days | st.sampled_from(("today", "yesterday"))


TERMS = st.sampled_from(sorted(FIELDS)).flatmap(
    lambda name: st.builds(
        Term,
        st.just(name),
        st.lists(values_of(FIELDS[name]), min_size=1, max_size=3, unique=True).map(tuple),
        st.booleans(),
    )
)
EXACT = st.builds(Words, LETTERS.filter(str.strip), st.just(True), st.booleans())
FREE = st.sampled_from(("vpn", "принтер", "Re:", "-x", "10:30", 'a"b')).map(Words)


@given(st.lists(TERMS | EXACT | FREE, max_size=6, unique=True))
def test_a_tree_is_read_from_its_text(parts: list[Term | Words]) -> None:
    tree = Filter(tuple(parts))
    assert parse(write(tree)) == tree


@given(st.lists(PIECES | LETTERS, max_size=8), st.sampled_from(("", " ")))
def test_any_text_has_a_tree_or_a_sentence_that_names_the_word(
    pieces: list[str], joiner: str
) -> None:
    text = joiner.join(pieces)
    said = sentence_about(text)
    if said is None:
        assert parse(write(parse(text))) == parse(text)
    else:
        assert said.word in str(said)
        assert said.word.strip() in text


def sentence_about(text: str) -> BadFilter | None:
    try:
        parse(text)
    except BadFilter as error:
        return error
    return None


def test_a_text_with_everything_is_understood() -> None:
    text = (
        'queue:"First line",network priority:HIGH -tag:vip older:2d "exact words" due:<2h '
        "created:>2026-11-01 vpn не работает"
    )
    tree = parse(text)
    assert tree.terms().parts == (
        Term("queue", ("First line", "network")),
        Term("priority", ("high",)),
        Term("tag", ("vip",), negated=True),
        Term("older", ("2d",)),
        Words("exact words", exact=True),
        Term("due", ("<2h",)),
        Term("created", (">2026-11-01",)),
    )
    assert tree.search() == "vpn не работает"


def test_a_view_saved_under_an_old_name_is_read_and_written_anew() -> None:
    kept = parse("-Highlight:red,no")
    assert kept == Filter((Term("colour", ("red", "no"), negated=True),))
    assert write(kept) == "-colour:red,no"


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("vpn shade:red", "unknown", "shade:red"),
        ("queue: vpn", "missing", "queue:"),
        ("priority:hgh", "choice", "priority:hgh"),
        ("older:soon", "span", "older:soon"),
        ("created:>2026-13-01", "moment", "created:>2026-13-01"),
        ("created:2h", "moment", "created:2h"),
        ('assignee:"  "', "missing", 'assignee:"  "'),
    ],
)
def test_a_bad_word_is_named(text: str, code: str, word: str) -> None:
    with pytest.raises(BadFilter) as caught:
        parse(text)
    assert (caught.value.code, caught.value.word) == (code, word)
    assert word in str(caught.value)


@pytest.mark.parametrize("text", ["Re: printer", "https://desk.example/a", "10:30", 'monitor 19"'])
def test_what_only_looks_like_a_filter_stays_words(text: str) -> None:
    assert parse(text).search() == text


def test_a_quote_that_is_being_typed_counts_already() -> None:
    assert parse('"exact wor').parts == (Words("exact wor", exact=True),)
    assert parse('queue:"First').parts == (Term("queue", ("First",)),)


def test_a_chip_writes_its_term_and_takes_it_away() -> None:
    on = with_term("vpn", UNREAD)
    assert on == "vpn is:unread"
    assert is_on(on, UNREAD)
    assert with_term(on, UNREAD) == on
    assert without_term(on, UNREAD) == "vpn"
    assert not is_on("shade:red is:unread", UNREAD)
    assert without_term("shade:red is:unread", UNREAD) == "shade:red is:unread"
