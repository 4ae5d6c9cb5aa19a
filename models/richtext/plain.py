"""Plain text out of rich text and into it, exactly."""

from itertools import groupby

from models.richtext.clean import parse, storable
from models.richtext.serial import html_of
from models.richtext.tree import Box, Leaf, Line, Node, Run, split_paragraphs


def from_plain(text: str) -> str:
    """Canonical HTML of a plain text; ``to_plain`` gives the text back.

    ``to_plain(from_plain(t)) == t`` with CRLF as LF, and U+FFFD for NUL and lone surrogates; all
    other characters and every space stay. An empty line separates paragraphs.
    """
    if not text:
        return ""
    lines = storable(text.replace("\r\n", "\n")).split("\n")
    parts = split_paragraphs([[Run(line)] if line else [] for line in lines])
    return html_of([Leaf("p", part) for part in parts])


def to_plain(html: str, links: bool = True) -> str:
    """Readable text of canonical HTML (other HTML is sanitised first).

    Paragraphs are separated by an empty line; items begin with ``- ``, ``1. `` or ``[x] ``, quotes
    with ``> ``; cells are separated by a tab; a picture is its alternative text in brackets. The
    address of a link follows in angle brackets unless the text says it already; ``links=False``
    leaves it out (search, previews).
    """
    return _PlainWriter(links).flow(parse(html).children)


class _PlainWriter:
    def __init__(self, links: bool) -> None:
        self._links = links

    def flow(self, nodes: list[Node]) -> str:
        return "\n\n".join(self._node(node) for node in nodes)

    def _node(self, node: Node) -> str:
        if isinstance(node, Leaf):
            return "---" if node.tag == "hr" else "\n".join(map(self._line, node.lines))
        if node.tag == "blockquote":
            return _prefixed(self.flow(node.children), "> ", "> ")
        if node.tag == "table":
            return "\n".join(self._row(row) for row in node if isinstance(row, Box))
        items = [item for item in node if isinstance(item, Box)]
        return "\n".join(self._item(node, i, item) for i, item in enumerate(items))

    def _item(self, parent: Box, index: int, item: Box) -> str:
        if item.checked is not None:
            marker = "[x] " if item.checked else "[ ] "
        else:
            marker = f"{parent.start + index}. " if parent.tag == "ol" else "- "
        content = "\n".join(self._node(node) for node in item)
        return _prefixed(content, marker, " " * len(marker))

    def _row(self, row: Box) -> str:
        cells = (self.flow(cell.children) for cell in row if isinstance(cell, Box))
        return "\t".join(" ".join(cell.split("\n")) for cell in cells)

    def _line(self, line: Line) -> str:
        parts = []
        for link, runs in groupby(line, key=lambda run: run.format.link):
            text = "".join(_run_text(run) for run in runs)
            parts.append(text)
            if link and self._links and not _says(text, link):
                parts.append(f" <{link}>" if text else f"<{link}>")
        return "".join(parts)


def _run_text(run: Run) -> str:
    if run.image is None:
        return run.text
    return f"[{run.image.alt}]" if run.image.alt else "[image]" if run.image.src else ""


def _says(text: str, link: str) -> bool:
    """Whether the text of a link is its address, give or take the scheme and a last slash."""
    shown = text.strip().rstrip("/")
    address = link.rstrip("/")
    return shown == address or shown == address.partition(":")[2].removeprefix("//")


def _prefixed(text: str, first: str, rest: str) -> str:
    lines = text.split("\n")
    return "\n".join(((rest if i else first) + line).rstrip(" ") for i, line in enumerate(lines))
