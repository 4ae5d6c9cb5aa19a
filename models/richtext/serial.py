"""Writes a tidy tree as canonical HTML: fixed attribute order, fixed nesting, no loose space."""

import re
from functools import lru_cache

from models.richtext.tree import MARK_ORDER, Box, Format, Image, Leaf, Line, Node, line_text

KEEP_SPACE = "keep-space"
"""The class of a block whose white space counts; it stands exactly where HTML would drop some."""

_COLLAPSIBLE = re.compile(r"[\t\n\r\f]| {2}|^ | $")
_CLOSING = re.compile(r"<(\w+)")


def escape(text: str) -> str:
    """Text between tags. A carriage return needs a reference to survive a parser."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;")


def quoted(value: str) -> str:
    """An attribute's value with its quotes."""
    return '"' + escape(value).replace('"', "&quot;") + '"'


def closing(open_tag: str) -> str:
    """``</a>`` for ``<a href="...">``."""
    name = _CLOSING.match(open_tag)
    return f"</{name[1]}>" if name else ""


def html_of(nodes: list[Node]) -> str:
    """The nodes one after the other, nothing between them."""
    return "".join(leaf_html(n) if isinstance(n, Leaf) else box_html(n) for n in nodes)


def leaf_html(leaf: Leaf) -> str:
    """A paragraph, heading, code block or rule."""
    if leaf.tag == "hr":
        return "<hr>"
    if leaf.tag == "pre":
        text = "\n".join("".join(run.text for run in line) for line in leaf.lines)
        return f"<pre><code>{escape(text)}</code></pre>"
    content = inline_html(leaf.lines) or "<br>"
    return f"<{leaf.tag}{_class(_space_class(leaf.lines))}>{content}</{leaf.tag}>"


def box_html(box: Box) -> str:
    """A quote, list, table, row, cell or item with all it holds."""
    if box.tag == "li":
        return item_html(box) + html_of(box.children[1:]) + "</li>"
    if box.tag in ("td", "th"):
        return _cell_html(box)
    return open_tag(box) + html_of(box.children) + f"</{box.tag}>"


def open_tag(box: Box) -> str:
    """The start tag of a quote, list, table or row."""
    if box.tag == "ol" and box.start != 1:
        return f'<ol start="{box.start}">'
    return f"<{box.tag}{_class('checklist' if box.is_checklist else '')}>"


def item_html(item: Box) -> str:
    """``<li>`` and the item's own text, without what follows inside it and without ``</li>``."""
    lead = item.children[0]
    lines = lead.lines if isinstance(lead, Leaf) else []
    state = {True: "checked", False: "unchecked", None: ""}[item.checked]
    classes = " ".join(filter(None, (state, _space_class(lines))))
    return f"<li{_class(classes)}>{inline_html(lines)}"


def inline_html(lines: list[Line]) -> str:
    """Lines with ``<br>`` between them and one more after an empty last line, which shows it."""
    if lines == [[]]:
        return ""
    content = "<br>".join(_line_html(line) for line in lines)
    return content if lines[-1] else content + "<br>"


def image_html(image: Image) -> str:
    """An ``img``; one that is blocked has no ``src``, its address waits in ``data-blocked``."""
    name, url = ("src", image.src) if image.src else ("data-blocked", image.blocked)
    size = f' width="{image.width}"' if image.width else ""
    size += f' height="{image.height}"' if image.height else ""
    return f"<img {name}={quoted(url)} alt={quoted(image.alt)}{size}>"


def _cell_html(cell: Box) -> str:
    spans = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    spans += f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    content, space = html_of(cell.children), ""
    if len(cell.children) == 1:
        only = cell.children[0]
        if isinstance(only, Leaf) and only.tag == "p":
            content, space = inline_html(only.lines), _class(_space_class(only.lines))
    return f"<{cell.tag}{space}{spans}>{content}</{cell.tag}>"


def _line_html(line: Line) -> str:
    parts: list[str] = []
    opened: tuple[str, ...] = ()
    for run in line:
        wanted = _format_tags(run.format)
        common = 0
        while common < min(len(opened), len(wanted)) and opened[common] == wanted[common]:
            common += 1
        parts += [closing(tag) for tag in reversed(opened[common:])]
        parts += wanted[common:]
        parts.append(image_html(run.image) if run.image else escape(run.text))
        opened = wanted
    parts += [closing(tag) for tag in reversed(opened)]
    return "".join(parts)


@lru_cache(maxsize=1024)
def _format_tags(form: Format) -> tuple[str, ...]:
    tags = [f'<a href={quoted(form.link)} rel="noopener noreferrer">'] if form.link else []
    if form.mention:
        tags.append(f'<span class="mention" data-id={quoted(form.mention)}>')
    return tuple(tags + [f"<{mark}>" for mark in MARK_ORDER if mark in form.marks])


def _space_class(lines: list[Line]) -> str:
    return KEEP_SPACE if any(_COLLAPSIBLE.search(line_text(line)) for line in lines) else ""


def _class(names: str) -> str:
    return f' class="{names}"' if names else ""
