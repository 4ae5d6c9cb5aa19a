"""Tames input with very many tags, so that the HTML parser behind nh3 stays linear.

That parser follows the standard to the letter, and the standard is quadratic in the depth of open
elements (20 000 unclosed lists take 4.5 s, 100 000 over a minute) and copies unclosed formatting
into every paragraph. Ordinary messages are far below the threshold and pass untouched.
"""

import re
from html import escape, unescape

MANY_TAGS = 1_000
MANY_AMPERSANDS = 2_000
MAX_OPEN = 100

_NAME = re.compile(r"/?([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"""([a-zA-Z][\w-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_HIDDEN = frozenset(
    "script style title svg math template iframe noembed noframes noscript textarea select"
    " xmp".split()
)
_VOID = frozenset("br hr img input wbr".split())
_CLOSES_ITSELF = frozenset("p li dt dd tr td th tbody thead tfoot caption".split())
_BALANCED = frozenset(
    "a div span ul ol table blockquote pre h1 h2 h3 h4 h5 h6 center section article header footer"
    " main aside nav figure figcaption address details summary dl mark ins del sub sup kbd samp var"
    " cite dfn label form fieldset".split()
)
_AS_SPAN = {
    "b": "font-weight:bold",
    "strong": "font-weight:bold",
    "i": "font-style:italic",
    "em": "font-style:italic",
    "u": "text-decoration:underline",
    "s": "text-decoration:line-through",
    "strike": "text-decoration:line-through",
    "code": "font-family:monospace",
    "tt": "font-family:monospace",
    "font": "",
    "big": "",
    "small": "",
}


def tamed(html: str) -> str:
    """``html`` itself, or for more than ``MANY_TAGS`` tags the same balanced and less deep.

    Comments and invisible elements go, formatting elements become styled spans, at most
    ``MAX_OPEN`` elements are open at any place; text is never lost. Linear in time.
    """
    return html if html.count("<") <= MANY_TAGS else _Balancer(html).run()


def ampersand_stand_in(html: str) -> str:
    """A character that ``html`` does not hold, to replace ``&`` while nh3 works; mostly "".

    nh3 scans to the end of the text at every ``&``: 50 000 of them before 5 MB of text take 8 s.
    """
    if html.count("&") <= MANY_AMPERSANDS:
        return ""
    return next((c for c in map(chr, range(0xFDD0, 0xFDF0)) if c not in html), "\ufdd0")


class _Balancer:
    def __init__(self, html: str) -> None:
        self._html = html
        self._out: list[str] = []
        self._open: list[str] = []
        self._too_deep: dict[str, int] = {}
        self._hidden_left: dict[str, bool] = {}

    def run(self) -> str:
        position = 0
        while (start := self._html.find("<", position)) != -1:
            self._out.append(self._html[position:start])
            position = self._tag_at(start)
        self._out.append(self._html[position:])
        return "".join(self._out)

    def _tag_at(self, start: int) -> int:
        """Handles what begins with the ``<`` at ``start``; returns where to go on."""
        html = self._html
        if html.startswith("<!--", start):
            return self._after("-->", start + 4)
        name = _NAME.match(html, start + 1)
        if name is None and html[start + 1 : start + 2] not in ("!", "?", "/"):
            self._out.append("&lt;")
            return start + 1
        end = self._tag_end(start)
        if name is not None:
            return self._element(name[1].lower(), start, name.end(), end)
        return end

    def _tag_end(self, start: int) -> int:
        """Behind the ``>`` of a tag; one ``>`` inside a quoted value does not end it."""
        end = self._after(">", start)
        if self._html.count('"', start, end) % 2:
            quote = self._html.find('"', end, end + 4_000)
            if quote != -1:
                end = self._after(">", quote)
        return end

    def _after(self, mark: str, start: int) -> int:
        found = self._html.find(mark, start)
        return len(self._html) if found == -1 else found + len(mark)

    def _element(self, name: str, start: int, attributes: int, end: int) -> int:
        if self._html[start + 1] == "/":
            self._close(name)
        elif name in _HIDDEN:
            return self._behind_hidden(name, end)
        elif name in _VOID or name in _CLOSES_ITSELF:
            self._write(name, "", self._html[attributes : end - 1])
        elif name in _BALANCED or name in _AS_SPAN:
            self._open_element(name, self._html[attributes : end - 1])
        return end

    def _behind_hidden(self, name: str, end: int) -> int:
        """Behind the end tag of an invisible element; unclosed ones lose their tag only."""
        if not self._hidden_left.get(name, True):
            return end
        closing = re.compile(f"</{name}", re.IGNORECASE).search(self._html, end)
        self._hidden_left[name] = closing is not None
        return self._after(">", closing.end()) if closing else end

    def _open_element(self, name: str, attributes: str) -> None:
        if len(self._open) >= MAX_OPEN:
            self._too_deep[name] = self._too_deep.get(name, 0) + 1
            return
        self._open.append(name)
        style = _AS_SPAN.get(name)
        self._write(name if style is None else "span", style or "", attributes)

    def _write(self, name: str, style: str, attributes: str) -> None:
        parts = [f"<{name}"]
        for key, raw in _ATTRIBUTE.findall(attributes):
            value = unescape(raw[1:-1] if raw[:1] in ('"', "'") else raw)
            if key.lower() == "style":
                style = f"{style};{value}"
            else:
                parts.append(f' {key}="{escape(value)}"')
        if style:
            parts.append(f' style="{escape(style)}"')
        self._out.append("".join(parts) + ">")

    def _close(self, name: str) -> None:
        if self._too_deep.get(name):
            self._too_deep[name] -= 1
        elif name in self._open:
            while (top := self._open.pop()) != name:
                self._out.append(_end_tag(top))
            self._out.append(_end_tag(name))
        elif name == "p":
            self._out.append("</p>")
        elif name in _CLOSES_ITSELF:
            self._out.append(f"</{name}>")


def _end_tag(name: str) -> str:
    return "</span>" if name in _AS_SPAN else f"</{name}>"
