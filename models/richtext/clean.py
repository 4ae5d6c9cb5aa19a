"""``sanitize`` and the tree it is made from: nh3 cleans, the builder and ``tidy`` bring to form."""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import Any

from models.richtext.builder import Builder
from models.richtext.elements import KNOWN, WITHOUT_CONTENT
from models.richtext.limits import ampersand_stand_in, tamed
from models.richtext.serial import html_of
from models.richtext.tidy import tidy
from models.richtext.tree import Box

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_FROM_QT = re.compile(r"<meta\s[^>]*qrichtext", re.IGNORECASE)
_WORD = r"[^\s<>&\x00-\x1f\ud800-\udfff]+"
_PLAIN = re.compile(f"(?:<p>{_WORD}(?: {_WORD})*</p>)+")
"""Canonical as it stands: paragraphs of words with one space between them, what most notes are."""
_TOKEN = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>|([^<]+)")
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')


@cache
def _cleaner() -> Any:
    import nh3  # not needed before the first text is written

    return nh3.Cleaner(
        tags=set(KNOWN),
        clean_content_tags=set(WITHOUT_CONTENT),
        attributes={
            "*": {"class", "style"},
            "a": {"href"},
            "img": {"src", "data-blocked", "alt", "width", "height"},
            "input": {"type", "checked"},
            "ol": {"start"},
            "span": {"data-id"},
            "td": {"colspan", "rowspan"},
            "th": {"colspan", "rowspan"},
        },
        url_schemes={"http", "https", "mailto", "tel", "deskside", "cid", "data", "deskside-file"},
        link_rel=None,
    )


def sanitize(html: str) -> str:
    """Any HTML, however hostile, as canonical HTML; canonical HTML comes back byte for byte.

    Never raises and fetches nothing. NUL and lone surrogates, which no store can hold, become
    U+FFFD. See ``docs/richtext.md`` for what stays.
    """
    return html if _PLAIN.fullmatch(html) else html_of(parse(html).children)


def parse(html: str) -> Box:
    """The tidy tree of any HTML; its root is a box with the tag ``body``."""
    builder = Builder(keep_space=_FROM_QT.search(html, 0, 2_000) is not None)
    for closes, tag, attributes, text in _tokens(html):
        if text:
            builder.text(text)
        elif closes:
            builder.end(tag)
        else:
            builder.start(tag, attributes)
    return tidy(builder.finish())


def storable(text: str) -> str:
    """The text with U+FFFD for what SQLite, PostgreSQL or UTF-8 cannot hold."""
    return _UNSTORABLE.sub("\ufffd", text)


def _tokens(html: str) -> Iterator[tuple[bool, str, dict[str, str], str]]:
    """(is end tag, tag, attributes, text) of the cleaned HTML.

    nh3 writes every attribute with double quotes and escapes ``<`` and ``>`` in values and text,
    so this pattern reads all of it.
    """
    html = tamed(storable(html))
    stand_in = ampersand_stand_in(html)
    if stand_in:
        html = html.replace("&", stand_in)
    for match in _TOKEN.finditer(_cleaner().clean(html)):
        closes, tag, attributes, text = match.groups()
        pairs = _ATTRIBUTE.findall(attributes) if attributes else ()
        values = {name: _resolved(value, stand_in) for name, value in pairs}
        yield bool(closes), tag, values, _resolved(text, stand_in) if text else ""


def _resolved(text: str, stand_in: str) -> str:
    """``text`` without references: nh3's own, and those of the source when it saw none."""
    if "&" in text:
        text = unescape(text)
    return unescape(text.replace(stand_in, "&")) if stand_in else text
