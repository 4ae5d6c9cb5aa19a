"""Random HTML, from tidy to broken, for the properties of the rich text package."""

from hypothesis import strategies as st

TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from(" \t\n\r\x0b\x0c\x85\xa0\u2028\u200b\ufeff\x00&<>\"'ab[]-Жщ😀"),
        st.characters(),
    ),
    max_size=12,
)

_SOURCES = st.sampled_from(
    [
        "cid:a@b",
        "deskside-file:" + "0f" * 32,
        "https://example.org/p.png?a=1&amp;b=2",
        "//example.org/p.gif",
        "javascript:x",
        "data:image/png;base64,iVBORw0KGgo=",
        "data:text/html,x",
        "p.png",
    ]
)
_CLASSES = ["checklist", "checked", "unchecked", "keep-space", "mention", "MsoNormal", "other"]
_STYLES = [
    "margin:0",
    "font-weight:700",
    "font-weight:normal",
    "font-style:italic",
    "text-decoration:underline line-through",
    "white-space:pre-wrap",
    "white-space:normal",
    "background:#ff0",
    "vertical-align:sub",
    "font-family:monospace",
]
_ATTRIBUTES = st.one_of(
    st.just(""),
    st.sampled_from(_CLASSES).map(' class="{}" data-id="7f-a"'.format),
    st.sampled_from(_STYLES).map(' style="{}"'.format),
    _SOURCES.map(' href="{0}" src="{0}" alt="a  b"'.format),
    st.sampled_from([' colspan="2" rowspan=3', " start=4", " type=checkbox checked", " width=40"]),
)
_TAGS = st.sampled_from(
    "a b i u s mark code sub sup em strong del span font p p p div div h1 h3 h5 pre blockquote"
    " ul ul ol li li li table table tr tr td td th caption tbody details br br hr img input"
    " center dl dd select svg script unknown".split()
)

_OPEN = st.builds("<{}{}>".format, _TAGS, _ATTRIBUTES)
_CLOSE = st.builds("</{}>".format, _TAGS)


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda tag, attributes, parts: f"<{tag}{attributes}>{''.join(parts)}</{tag}>",
        _TAGS,
        _ATTRIBUTES,
        st.lists(inner, max_size=4),
    )


def _table(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    cell = st.builds(
        "<{0}{1}>{2}</{0}>".format, st.sampled_from(["td", "td", "th"]), _ATTRIBUTES, inner
    )
    row = st.lists(cell, max_size=3).map(lambda cells: f"<tr>{''.join(cells)}</tr>")
    return st.lists(row, max_size=3).map(lambda rows: f"<table>{''.join(rows)}</table>")


def _list(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    item = st.builds("<li{}>{}</li>".format, _ATTRIBUTES, inner)
    return st.builds(
        "<{0}>{1}</{0}>".format,
        st.sampled_from(["ul", "ol"]),
        st.lists(item, max_size=3).map("".join),
    )


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(_wrapped(inner), _table(inner), _list(inner))


MESSY_HTML = st.lists(st.one_of(_OPEN, _CLOSE, TEXTS, st.just("<!-- x -->")), max_size=25).map(
    "".join
)
NESTED_HTML = st.lists(
    st.recursive(st.one_of(TEXTS, st.just("<br>"), _OPEN), _nested, max_leaves=25), max_size=5
).map("".join)
ANY_HTML = st.one_of(MESSY_HTML, NESTED_HTML)
