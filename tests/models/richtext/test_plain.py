import pytest

from models.richtext import from_plain, to_plain


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a<br>b</p><p>c</p>", "a\nb\n\nc"),
        ('<ol start="9"><li>a</li><li>b<br>c</li></ol>', "9. a\n10. b\n    c"),
        ('<ul class="checklist"><li class="checked">a</li><li>b</li></ul>', "[x] a\n[ ] b"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ("<table><tr><td>a<br>b</td><td>c</td></tr></table><p>d</p>", "a b\tc\n\nd"),
        ('<p><a href="https://example.org/">example.org</a></p>', "example.org"),
        ('<p><a href="mailto:a@example.org">a@example.org</a></p>', "a@example.org"),
        (
            '<p><a href="https://example.org/a"><b>see</b> this</a>.</p>',
            "see this <https://example.org/a>.",
        ),
        ('<p><img src="cid:a" alt="Plan"><img src="cid:b"></p>', "[Plan][image]"),
        ('<p>a<img src="https://example.org/a.png"></p>', "a"),
        ("<script>x</script>a", "a"),
    ],
)
def test_rich_text_reads_as_plain_text(html: str, text: str) -> None:
    assert to_plain(html) == text


def test_addresses_can_be_left_out() -> None:
    assert to_plain('<a href="https://example.org/a">see</a>', links=False) == "see"


def test_paragraphs_and_lines_of_plain_text() -> None:
    assert from_plain("a\nb\n\nc") == "<p>a<br>b</p><p>c</p>"
    assert from_plain("a  b") == '<p class="keep-space">a  b</p>'
    assert from_plain("\n") == "<p><br><br></p>"
    assert from_plain("") == ""


def test_a_long_log_comes_back_exactly() -> None:
    text = "".join(f"  {i}\tdone & <ok>\r\n" for i in range(20_000))
    assert to_plain(from_plain(text)) == text.replace("\r\n", "\n")
