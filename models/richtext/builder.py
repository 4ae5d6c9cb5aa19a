"""Builds the tree from the tags and texts of cleaned HTML."""

import re
from dataclasses import dataclass
from typing import Literal

from models.richtext.elements import (
    CODE,
    HEADINGS,
    INLINE,
    LINE_CLASSES,
    LINES,
    LISTS,
    MARKS,
    VOID,
)
from models.richtext.leaves import LeafWriter
from models.richtext.links import image_source, link_target, remote_image
from models.richtext.serial import KEEP_SPACE
from models.richtext.styles import StyleChange, style_change
from models.richtext.tree import PLAIN, Box, Format, Image, Leaf, Node

MAX_DEPTH = {"table": 6, "list": 8, "blockquote": 8}
MAX_COLSPAN = 100
MAX_ROWSPAN = 1_000
MAX_IMAGE_SIDE_PX = 10_000
MAX_ALT_CHARS = 1_000

_MENTIONED = re.compile(r"[0-9A-Za-z_-]{1,64}")

Ending = Literal["nothing", "line", "leaf", "box", "list_and_item"]


@dataclass(slots=True)
class _Frame:
    """An open element: what holds inside it, and what its end does."""

    format: Format
    leaf_tag: str
    keep_space: bool
    ending: Ending = "nothing"


class Builder:
    """Takes ``start``, ``end`` and ``text`` in document order; ``finish`` gives the tree.

    Tables, lists and quotes deeper than ``MAX_DEPTH`` dissolve into lines of what holds them.
    """

    def __init__(self, keep_space: bool) -> None:
        self._boxes = [Box("body")]
        self._frames = [_Frame(PLAIN, "p", keep_space)]
        self._leaf = LeafWriter()

    def text(self, text: str) -> None:
        """Text between tags, references already resolved."""
        frame = self._frames[-1]
        if frame.keep_space:
            self._leaf.spaced(text, frame.leaf_tag, frame.format)
        else:
            self._leaf.collapsed(text, frame.leaf_tag, frame.format)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A start tag; of void elements there is no end tag."""
        if tag in VOID:
            self._void(tag, attributes)
            return
        change = style_change(attributes.get("style", ""))
        classes = attributes.get("class", "").split()
        frame = self._inner_frame(tag, attributes, change, classes)
        self._frames.append(frame)
        if tag not in INLINE and tag != "a":
            frame.ending = self._begin_block(tag, attributes, classes, frame, change.no_margin)

    def end(self, _tag: str) -> None:
        """The end tag of the innermost open element: nh3 balances them."""
        ending = self._frames.pop().ending
        if ending == "line":
            self._leaf.break_line()
        elif ending != "nothing":
            self._end_leaf()
        if ending in ("box", "list_and_item"):
            self._end_box()
        if ending == "list_and_item":
            self._end_box()

    def finish(self) -> Box:
        """The root, raw: still to be tidied."""
        self._end_leaf()
        return self._boxes[0]

    def _inner_frame(
        self, tag: str, attributes: dict[str, str], change: StyleChange, classes: list[str]
    ) -> _Frame:
        outer = self._frames[-1]
        keep_space = outer.keep_space if change.keep_space is None else change.keep_space
        form = self._format(tag, attributes, change, classes)
        return _Frame(form, outer.leaf_tag, keep_space or KEEP_SPACE in classes)

    def _format(
        self, tag: str, attributes: dict[str, str], change: StyleChange, classes: list[str]
    ) -> Format:
        marks, link, mention = self._frames[-1].format
        if tag == "a":
            link = link_target(attributes.get("href", "")) or link
        elif tag == "span" and "mention" in classes:
            person = attributes.get("data-id", "")
            mention = person if _MENTIONED.fullmatch(person) else mention
        if tag in MARKS:
            marks |= {MARKS[tag]}
        marks = (marks | change.add) - change.remove
        if change.highlight and tag in INLINE:
            marks |= {"mark"}
        implied = {"u"} if link else set()
        if tag in HEADINGS or self._frames[-1].leaf_tag in HEADINGS:
            implied.add("b")
        return Format(marks - implied, link, mention)

    def _begin_block(
        self, tag: str, attributes: dict[str, str], classes: list[str], frame: _Frame, tight: bool
    ) -> Ending:
        if tag in LINES or (tag == "p" and (tight or not LINE_CLASSES.isdisjoint(classes))):
            self._leaf.break_line()
            return "line"
        if tag == "p" or tag in HEADINGS or tag in CODE:
            self._end_leaf()
            frame.leaf_tag = "p" if tag == "p" else HEADINGS.get(tag, "pre")
            frame.keep_space = frame.keep_space or tag in CODE
            return "leaf"
        frame.leaf_tag = "p"
        return self._begin_box(tag, attributes, classes)

    def _begin_box(self, tag: str, attributes: dict[str, str], classes: list[str]) -> Ending:
        holder = self._boxes[-1].tag
        if tag == "li":
            return self._begin_item(classes)
        if tag in LISTS and self._may_nest("list"):
            return self._push(Box(LISTS[tag], start=_number(attributes, "start", 1, 1_000_000)))
        if tag in ("blockquote", "table") and self._may_nest(tag):
            return self._push(Box(tag))
        if tag == "tr" and holder == "table":
            return self._push(Box(tag))
        if tag in ("td", "th") and holder == "tr":
            colspan = _number(attributes, "colspan", 1, MAX_COLSPAN)
            rowspan = _number(attributes, "rowspan", 1, MAX_ROWSPAN)
            return self._push(Box(tag, colspan=colspan, rowspan=rowspan))
        self._leaf.break_line()
        return "nothing" if tag in ("thead", "tbody", "tfoot") else "line"

    def _begin_item(self, classes: list[str]) -> Ending:
        checked = True if "checked" in classes else False if "unchecked" in classes else None
        if self._boxes[-1].tag in ("ul", "ol"):
            return self._push(Box("li", checked=checked))
        if not self._may_nest("list"):
            self._leaf.break_line()
            return "line"
        self._push(Box("ul"))
        self._push(Box("li", checked=checked))
        return "list_and_item"

    def _may_nest(self, kind: str) -> bool:
        tags = ("ul", "ol") if kind == "list" else (kind,)
        return sum(box.tag in tags for box in self._boxes) < MAX_DEPTH[kind]

    def _push(self, box: Box) -> Ending:
        self._end_leaf()
        self._boxes.append(box)
        return "box"

    def _end_box(self) -> None:
        box = self._boxes.pop()
        if box.tag in ("li", "tr", "td", "th"):
            self._boxes[-1].children.append(box)
        else:
            self._add(box)

    def _end_leaf(self) -> None:
        leaf = self._leaf.finish()
        if leaf is not None:
            self._add(leaf)

    def _add(self, node: Node) -> None:
        """Into the innermost box that may hold it: a list takes it into its last item, and what
        stands loose in a table goes before the table."""
        index = len(self._boxes) - 1
        while self._boxes[index].tag in ("table", "tr"):
            index -= 1
        box = self._boxes[index]
        if box.tag in ("ul", "ol"):
            if not box.children:
                box.children.append(Box("li"))
            last = box.children[-1]
            if isinstance(last, Box):
                box = last
        box.children.append(node)

    def _void(self, tag: str, attributes: dict[str, str]) -> None:
        frame = self._frames[-1]
        if tag == "br":
            self._leaf.new_line(frame.leaf_tag)
        elif tag == "hr":
            self._end_leaf()
            self._add(Leaf("hr"))
        elif tag == "img":
            self._image(attributes, frame)
        elif attributes.get("type", "").lower() == "checkbox":
            self._checkbox("checked" in attributes)

    def _image(self, attributes: dict[str, str], frame: _Frame) -> None:
        width = _number(attributes, "width", 0, MAX_IMAGE_SIDE_PX)
        height = _number(attributes, "height", 0, MAX_IMAGE_SIDE_PX)
        alt = " ".join(attributes.get("alt", "").split())[:MAX_ALT_CHARS]
        src = image_source(attributes.get("src", ""))
        blocked = "" if src else remote_image(attributes.get("src") or _blocked(attributes))
        if not src and not blocked:
            self.text(alt)
        elif src or not _is_tracking_pixel(attributes):
            self._leaf.image(Image(src, blocked, alt, width, height), frame.leaf_tag, frame.format)

    def _checkbox(self, checked: bool) -> None:
        """A box to tick at the start of an item makes it one of a checklist."""
        item = self._boxes[-1]
        if item.tag == "li" and item.checked is None and not item.children and self._leaf.is_empty:
            item.checked = checked


def _blocked(attributes: dict[str, str]) -> str:
    return attributes.get("data-blocked", "")


def _is_tracking_pixel(attributes: dict[str, str]) -> bool:
    return any(attributes.get(side, "").strip() in ("0", "1") for side in ("width", "height"))


def _number(attributes: dict[str, str], name: str, default: int, most: int) -> int:
    """A whole number of an attribute, ``12`` or ``12px``; the default for anything else."""
    match = re.fullmatch(r"\s*([0-9]{1,9})(?:px)?\s*", attributes.get(name, ""))
    return min(int(match[1]), most) if match and int(match[1]) else default
