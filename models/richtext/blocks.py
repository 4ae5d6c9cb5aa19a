"""Canonical HTML cut into the units that the three-way merge of a text compares."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from models.richtext.clean import parse
from models.richtext.serial import box_html, closing, item_html, leaf_html, open_tag
from models.richtext.tree import Leaf, Node

Kind = Literal["paragraph", "heading", "item", "code", "row", "image", "rule"]


@dataclass(frozen=True, slots=True)
class Block:
    """One unit of merging: two blocks are the same exactly when they compare equal.

    ``html`` is the block's own HTML. An item's begins with ``<li>`` and is left open, since blocks
    with a longer path may follow inside it. ``path`` holds the start tags of the quotes, lists,
    items (always ``<li>``) and the table around it, outermost first.
    """

    kind: Kind
    html: str
    path: tuple[str, ...] = ()

    @property
    def depth(self) -> int:
        """How many lists surround the block: 0 outside, 1 for an item of an outermost list."""
        return sum(tag.startswith(("<ul", "<ol")) for tag in self.path)


def blocks(html: str) -> list[Block]:
    """The blocks of canonical HTML in order (other HTML is sanitised first).

    ``join(blocks(x)) == x`` for every canonical ``x``.
    """
    return list(_blocks_of(parse(html).children, ()))


def join(parts: Iterable[Block]) -> str:
    """The HTML of the blocks; neighbours with the same path share their quotes, lists and tables.

    Of blocks from one text the result is canonical; of merged blocks pass it to ``sanitize``.
    """
    out: list[str] = []
    opened: tuple[str, ...] = ()
    for block in parts:
        common = 0
        while common < min(len(opened), len(block.path)) and opened[common] == block.path[common]:
            common += 1
        out += [closing(tag) for tag in reversed(opened[common:])]
        out += block.path[common:]
        out.append(block.html)
        opened = (*block.path, "<li>") if block.kind == "item" else block.path
    out += [closing(tag) for tag in reversed(opened)]
    return "".join(out)


def _blocks_of(nodes: Iterable[Node], path: tuple[str, ...]) -> Iterator[Block]:
    for node in nodes:
        if isinstance(node, Leaf):
            yield Block(_leaf_kind(node), leaf_html(node), path)
        elif node.tag == "tr":
            yield Block("row", box_html(node), path)
        elif node.tag == "li":
            yield Block("item", item_html(node), path)
            yield from _blocks_of(node.children[1:], (*path, "<li>"))
        else:
            yield from _blocks_of(node.children, (*path, open_tag(node)))


def _leaf_kind(leaf: Leaf) -> Kind:
    if leaf.tag == "p":
        only_image = len(leaf.lines) == 1 and len(leaf.lines[0]) == 1 and leaf.lines[0][0].image
        return "image" if only_image else "paragraph"
    return {"pre": "code", "hr": "rule"}.get(leaf.tag, "heading")  # type: ignore[return-value]
