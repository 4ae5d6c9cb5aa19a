"""Realistic canonical texts with words of their own in every block, and edits of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count

from hypothesis import strategies as st

from models.richtext import Block, blocks, join, sanitize

WORD = re.compile(r"[bmt]\d+x")
"""Every block of a text has one or more of these; nothing else in it is told apart."""

SECTIONS = {
    "paragraph": "<p>W и <b>Сървър</b>, the gateway.</p>",
    "heading": "<h2>W</h2>",
    "list": "<ul><li>W</li><li>W<ul><li>W</li><li>W</li></ul></li><li>W<p>W</p></li></ul>",
    "numbers": '<ol start="3"><li>W</li><li>W</li><li>W</li></ol>',
    "checks": '<ul class="checklist"><li class="checked">W</li><li class="unchecked">W</li></ul>',
    "quote": "<blockquote><p>W</p><ul><li>W</li></ul><p>W</p></blockquote>",
    "code": "<pre><code>ping W\n  W</code></pre>",
    "table": "<table><tr><th>W</th><th>W</th></tr>"
    + "<tr><td>W</td><td>W</td></tr>" * 3
    + "</table>",
    "image": '<p><img src="cid:W" alt="W" width="40"></p>',
    "blank": "<p><br></p>",
    "rule": "<hr>",
}


def text_of(sections: Sequence[str]) -> str:
    """Canonical HTML of the sections, each word once in it."""
    numbers = count()
    html = "".join(SECTIONS[name] for name in sections)
    return sanitize(re.sub("W", lambda _: f"b{next(numbers)}x", html))


TEXTS = st.lists(st.sampled_from(sorted(SECTIONS)), min_size=1, max_size=8).map(text_of)
UNIQUE_TEXTS = st.lists(
    st.sampled_from(sorted(SECTIONS.keys() - {"blank", "rule"})), min_size=1, max_size=8
).map(text_of)


def words(html: str) -> set[str]:
    return set(WORD.findall(html))


Parts = list[Block]
Edit = tuple[str, int, int]  # what, where, where to


def edits(kinds: Sequence[str]) -> st.SearchStrategy[list[Edit]]:
    place = st.integers(0, 60)
    return st.lists(st.tuples(st.sampled_from(kinds), place, place), max_size=3)


def edited(html: str, changes: Sequence[Edit], hand: str) -> str:
    """The text after the changes, new words beginning with ``hand`` (m or t)."""
    parts = blocks(html)
    numbers = count()

    def new_words(_: re.Match[str]) -> str:
        return f"{hand}{next(numbers)}x"

    for kind, place, target in changes:
        if parts:
            EDITS[kind](parts, place % len(parts), target % len(parts), new_words)
    return sanitize(join(parts))


def _rewrite(parts: Parts, at: int, _to: int, new: Callable[[re.Match[str]], str]) -> None:
    parts[at] = replace(parts[at], html=WORD.sub(new, parts[at].html))


def _insert(parts: Parts, at: int, _to: int, new: Callable[[re.Match[str]], str]) -> None:
    parts.insert(at + 1, replace(parts[at], html=WORD.sub(new, parts[at].html)))


def _remove(parts: Parts, at: int, _to: int, _new: object) -> None:
    del parts[at]


def _move(parts: Parts, at: int, to: int, _new: object) -> None:
    parts.insert(to, parts.pop(at))


def _widen(parts: Parts, at: int, _to: int, new: Callable[[re.Match[str]], str]) -> None:
    """One more cell in this row alone."""
    if parts[at].kind == "row":
        cell = WORD.sub(new, "<td>b0x</td></tr>")
        parts[at] = replace(parts[at], html=parts[at].html.removesuffix("</tr>") + cell)


EDITS = {
    "rewrite": _rewrite,
    "insert": _insert,
    "remove": _remove,
    "move": _move,
    "widen": _widen,
}
IN_PLACE = ("rewrite", "insert", "remove", "widen")
