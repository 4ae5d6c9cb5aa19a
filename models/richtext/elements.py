"""What each element of foreign HTML becomes; what is not named here loses its tag, not its text."""

MARKS = {
    "b": "b",
    "strong": "b",
    "i": "i",
    "em": "i",
    "var": "i",
    "cite": "i",
    "dfn": "i",
    "u": "u",
    "ins": "u",
    "s": "s",
    "strike": "s",
    "del": "s",
    "mark": "mark",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
    "sub": "sub",
    "sup": "sup",
}
INLINE = frozenset({"span", "font", *MARKS})

HEADINGS = {"h1": "h1", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
CODE = frozenset({"pre", "listing", "xmp", "plaintext"})
LISTS = {"ul": "ul", "ol": "ol", "menu": "ul", "dir": "ul"}

LINES = frozenset(
    "address article aside caption center dd details dialog div dl dt fieldset figcaption figure"
    " footer form header hgroup legend main nav search section summary".split()
)
"""Elements that begin and end a line, but stand apart from their neighbours by no margin."""

LINE_CLASSES = frozenset({"MsoNormal", "MsoNoSpacing", "MsoPlainText", "MsoListParagraph"})
"""Paragraphs of Word and Outlook whose style sheet gives them no margin."""

VOID = frozenset({"br", "hr", "img", "input"})

TABLE_PARTS = frozenset({"thead", "tbody", "tfoot"})

KNOWN = frozenset(
    {"a", "p", "blockquote", "li", "table", "tr", "td", "th"}
    | INLINE
    | HEADINGS.keys()
    | CODE
    | LISTS.keys()
    | LINES
    | VOID
    | TABLE_PARTS
)

WITHOUT_CONTENT = frozenset(
    "script style title svg math template iframe noembed noframes noscript select".split()
)
"""Elements whose content is no text of the message."""
