import pytest

from models.richtext import from_markdown


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("# a\n\n##### b", "<h1>a</h1><h3>b</h3>"),
        ("*a* **b** ~~c~~ `d`", "<p><i>a</i> <b>b</b> <s>c</s> <code>d</code></p>"),
        (
            "- [ ] a\n- [x] b\n",
            '<ul class="checklist"><li class="unchecked">a</li><li class="checked">b</li></ul>',
        ),
        (
            "- [ ] a\n\n- [X] b\n",
            '<ul class="checklist"><li class="unchecked">a</li><li class="checked">b</li></ul>',
        ),
        (
            "|a|b|\n|-|-|\n|1|2|\n",
            "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
        ),
        ("```sh\n a\n\nb\n```", "<pre><code> a\n\nb</code></pre>"),
        ("> a\n\n---", "<blockquote><p>a</p></blockquote><hr>"),
        ("a<script>alert(1)</script> <b>c</b>", "<p>a <b>c</b></p>"),
        ("[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>"),
        ("a\nb", "<p>a b</p>"),
    ],
)
def test_markdown_becomes_canonical(text: str, html: str) -> None:
    assert from_markdown(text) == html


def test_line_feeds_can_be_lines() -> None:
    assert from_markdown("a\nb", line_breaks=True) == "<p>a<br>b</p>"
