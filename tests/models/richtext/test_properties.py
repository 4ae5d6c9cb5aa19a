"""What holds for any HTML at all."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.richtext import blocks, cut, from_plain, join, sanitize, to_plain
from models.richtext.clean import parse
from models.richtext.serial import html_of
from tests.models.richtext.html_strategies import ANY_HTML, TEXTS

ALLOWED_TAG = re.compile(
    r"</?(?:p|br|h[123]|ul|ol|li|blockquote|pre|code|table|tr|td|th|hr|img|a|span|b|i|u|s|mark"
    r"|sub|sup)(?: (?:class|start|colspan|rowspan|href|rel|src|data-blocked|data-id|alt|width"
    r'|height)="[^"<>]*")*>'
)


@given(ANY_HTML)
@settings(max_examples=400, deadline=None)
@example("<li><p><br></p><p>x</p></li>")
@example("<table><tr><td>a<td>b</table><table><tr><td>c<td>d</table>")
@example("<blockquote><ul><li>a</ul></blockquote><blockquote><ul><li>b</ul></blockquote>")
def test_sanitising_twice_changes_nothing(html: str) -> None:
    once = sanitize(html)
    assert sanitize(once) == once


@given(st.lists(st.lists(TEXTS | st.text(max_size=8), min_size=1), min_size=1))
@settings(max_examples=500, deadline=None)
@example([["a", "\xa0", "b\u2028"]])
@example([["\ufeff"], ["\x85", "\ufdd0"]])
@example([["&amp"], ['"', "'"]])
def test_paragraphs_of_words_are_what_the_parser_makes_of_them(paragraphs: list[list[str]]) -> None:
    html = "".join(f"<p>{' '.join(words)}</p>" for words in paragraphs)
    assert sanitize(html) == html_of(parse(html).children)


@given(ANY_HTML)
@settings(max_examples=300, deadline=None)
def test_only_the_subset_comes_out(html: str) -> None:
    assert "<" not in ALLOWED_TAG.sub("", sanitize(html))


@given(ANY_HTML)
@settings(max_examples=300, deadline=None)
def test_blocks_join_to_the_same_html(html: str) -> None:
    canonical = sanitize(html)
    assert join(blocks(canonical)) == canonical


@given(ANY_HTML)
@settings(max_examples=300, deadline=None)
@example("<table><tr><td>a<table><tr><td>b<td>c</table><td>d</table>")
@example("<ul><li><p>a</p><ul><li>b<table><tr><td>c<td>d</table></ul><li></ul>")
@example("<p><a href='https://example.org'><b><img src='cid:a'></b></a></p><p><img src='cid:a'>x")
def test_canonical_html_is_cut_like_a_parse_does_without_one(html: str) -> None:
    canonical = sanitize(html)
    expected = blocks(canonical)
    with pytest.MonkeyPatch.context() as without_parser:
        without_parser.setattr("models.richtext.scan.blocks", None)
        assert cut(canonical) == expected


@given(ANY_HTML)
@settings(max_examples=300, deadline=None)
@example("loose <p>text</p>")
@example("</ul></li><p>a")
def test_cutting_other_html_loses_nothing(html: str) -> None:
    assert join(cut(html)) in (html, sanitize(html))


@given(TEXTS)
@settings(max_examples=500, deadline=None)
@example("")
@example(" lead\n\ttab  two \n\n\n\nfour\n\n")
@example("\ufeff\x0b\x0c\x85\u2028\u2029\u200b\xad")
@example("nul \x00, half a pair \ud800")
@example("a\rb\r\nc\n\rd")
@example("&amp; &lt;b&gt; &#13; <p>")
def test_plain_text_comes_back_exactly(text: str) -> None:
    expected = re.sub("[\x00\ud800-\udfff]", "\ufffd", text.replace("\r\n", "\n"))
    html = from_plain(text)
    assert to_plain(html) == expected
    assert sanitize(html) == html
