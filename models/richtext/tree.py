"""The tree between the parser and the serialiser: boxes that hold leaves, leaves that hold lines.

A line is a list of runs; the lines of a leaf are separated by ``<br>``. So equal content has one
shape only, whichever tags it came from.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

MARK_ORDER = ("mark", "b", "i", "u", "s", "sub", "sup", "code")
"""The nesting order of the marks, outermost first; a link and a mention stand outside them."""


class Format(NamedTuple):
    """What surrounds a run: marks, the target of a link, the id of a mentioned person."""

    marks: frozenset[str] = frozenset()
    link: str = ""
    mention: str = ""


PLAIN = Format()


class Image(NamedTuple):
    """A picture; exactly one of ``src`` and ``blocked`` (a remote address, not loaded) is set."""

    src: str
    blocked: str
    alt: str
    width: int
    height: int


class Run(NamedTuple):
    """A stretch of text, or one picture, with one format."""

    text: str
    format: Format = PLAIN
    image: Image | None = None


Line = list[Run]


@dataclass(slots=True)
class Leaf:
    """A block of lines: ``tag`` is p, h1, h2, h3, pre or hr (which has no lines)."""

    tag: str
    lines: list[Line] = field(default_factory=list)

    @property
    def is_blank(self) -> bool:
        """A paragraph that shows as one empty line."""
        return self.tag == "p" and self.lines == [[]]


@dataclass(slots=True)
class Box:
    """A container: blockquote, ul, ol, li, table, tr, td or th; the root has the tag ``body``."""

    tag: str
    children: list["Node"] = field(default_factory=list)
    start: int = 1
    colspan: int = 1
    rowspan: int = 1
    checked: bool | None = None

    @property
    def is_checklist(self) -> bool:
        """Whether this list shows boxes to tick: any item with a state makes it one."""
        return self.tag == "ul" and any(isinstance(c, Box) and c.checked is not None for c in self)

    def __iter__(self) -> Iterator["Node"]:
        return iter(self.children)


Node = Leaf | Box


def line_text(line: Iterable[Run]) -> str:
    """The text of a line, a picture being one U+FFFC."""
    return "".join("\ufffc" if run.image else run.text for run in line)


def split_paragraphs(lines: list[Line]) -> list[list[Line]]:
    """Cut at each empty line that has a line after it, as ``text.split("\\n\\n")`` does."""
    parts: list[list[Line]] = []
    current: list[Line] = []
    index = 0
    while index < len(lines):
        current.append(lines[index])
        index += 1
        if index + 1 < len(lines) and not lines[index]:
            parts.append(current)
            current = []
            index += 1
    parts.append(current)
    return parts
