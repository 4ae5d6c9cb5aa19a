import pytest

from models.richtext import sanitize

FILE = "deskside-file:" + "a1" * 32
REL = 'rel="noopener noreferrer"'

CASES = {
    "loose text gets a paragraph": ("a", "<p>a</p>"),
    "white space collapses": (" <p>\n a \t b <b> c</b> </p>\n", "<p>a b <b>c</b></p>"),
    "hard spaces stay": ("<p>a&nbsp; b\u200bc</p>", "<p>a\xa0 b\u200bc</p>"),
    "synonyms become one tag": (
        "<strong>a</strong><em>b</em><del>c</del>",
        "<p><b>a</b><i>b</i><s>c</s></p>",
    ),
    "styles become tags": (
        '<p><span style="font-weight:600; text-decoration:underline line-through">a</span></p>',
        "<p><b><u><s>a</s></u></b></p>",
    ),
    "a style can take a tag back": ('<b style="font-weight:normal">a</b>', "<p>a</p>"),
    "marks nest in one order": ("<u><b>a</b></u><b><u>b</u></b>", "<p><b><u>ab</u></b></p>"),
    "neighbours join": ("<b>a</b><b>b</b>", "<p><b>ab</b></p>"),
    "a marker colour is a mark": (
        '<span style="background-color:rgb(255, 255, 0)">a</span>'
        '<span style="background:#fff">b</span>',
        "<p><mark>a</mark>b</p>",
    ),
    "small headings become h3": ("<h5><b>a</b></h5>", "<h3>a</h3>"),
    "divs are lines": ("<div>a</div><div>b</div>", "<p>a<br>b</p>"),
    "an empty div parts paragraphs": (
        "<div>a</div><div><br></div><div>&nbsp;</div><div>b</div>",
        "<p>a</p><p><br>b</p>",
    ),
    "empty paragraphs go, blank ones stay": ("<p></p><p> </p><p><br></p>", "<p><br></p>"),
    "two breaks part paragraphs": ("<p>a<br><br>b</p>", "<p>a</p><p>b</p>"),
    "the last break shows nothing": ("<p>a<br></p>", "<p>a</p>"),
    "kept space is marked": (
        '<div style="white-space:pre-wrap">a  b\nc</div>',
        '<p class="keep-space">a  b<br>c</p>',
    ),
    "code keeps its lines": ("<pre>\n\n a\n\tb\n</pre>", "<pre><code>\n a\n\tb</code></pre>"),
    "code in many pieces is one": ("<pre>a</pre><pre>b</pre>", "<pre><code>a\nb</code></pre>"),
    "lists in a row are one": ("<ul><li>a</ul> <ul><li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
    "a list with another start is another": (
        '<ol><li>a</ol><ol start="7"><li>b</ol>',
        '<ol><li>a</li></ol><ol start="7"><li>b</li></ol>',
    ),
    "an item may hold blocks": (
        "<ul><li><p>a</p><p>b</p><hr></li></ul>",
        "<ul><li>a<p>b</p><hr></li></ul>",
    ),
    "one cell is a frame": ("<table><tr><td><p>a</p>b</td></tr></table>", "<p>a</p><p>b</p>"),
    "tables in a row are kept apart": (
        "<table><tr><td>a<td>b</table><table><tr><td>c<td>d</table>",
        "<table><tr><td>a</td><td>b</td></tr></table><p><br></p>"
        "<table><tr><td>c</td><td>d</td></tr></table>",
    ),
    "a link": (
        '<a HREF=" HTTPS://example.org/a b " title=x>t</a>',
        f'<p><a href="https://example.org/a%20b" {REL}>t</a></p>',
    ),
    "our own links": (
        '<a href="deskside:ticket/12">t</a>',
        f'<p><a href="deskside:ticket/12" {REL}>t</a></p>',
    ),
    "other links are text": ('<a href="ftp://x/y">t</a> <a href="#n">u</a>', "<p>t u</p>"),
    "a mention": (
        '<span data-id="7f-1" class="x mention">@Vera</span>',
        '<p><span class="mention" data-id="7f-1">@Vera</span></p>',
    ),
    "a file of ours": (
        f'<img width="40px" height=30 src="{FILE}" title=x>',
        f'<p><img src="{FILE}" alt="" width="40" height="30"></p>',
    ),
    "a remote picture waits": (
        '<img src="//example.org/a.png" alt="Plan">',
        '<p><img data-blocked="https://example.org/a.png" alt="Plan"></p>',
    ),
    "a tracking pixel goes": ('a<img src="http://example.org/a.gif" width=1 height=1>', "<p>a</p>"),
    "a local picture is its words": ('<img src="file:///c/a.png" alt="Plan">', "<p>Plan</p>"),
    "NUL and surrogates": ("a\x00b\ud800", "<p>a\ufffdb\ufffd</p>"),
    "a carriage return as a reference": (
        '<p class="keep-space">a&#13;b</p>',
        '<p class="keep-space">a&#13;b</p>',
    ),
    "nothing": (" \n<p></p>", ""),
}


@pytest.mark.parametrize("name", CASES)
def test_html_becomes_canonical(name: str) -> None:
    html, expected = CASES[name]
    assert sanitize(html) == expected
    assert sanitize(expected) == expected
