"""A QTextDocument back into canonical HTML; the only way in which typed text is stored.

``QTextDocument.toHtml`` is five times the size and loses mentions, so it is never used.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextDocument,
    QTextFrame,
    QTextImageFormat,
    QTextTable,
    QTextTableCell,
)

from desktop.editor.document_build import LINE_SEPARATOR
from desktop.editor.document_look import (
    FILLER,
    HEADER_CELL,
    IMAGE_SIZE,
    IMAGE_SOURCE,
    LISTS,
    MENTION,
    PATH,
    TAG,
    marks_of,
)
from models.richtext import sanitize
from models.richtext.serial import html_of
from models.richtext.tidy import tidy
from models.richtext.tree import Box, Format, Image, Leaf, Line, Run

_Marker = QTextBlockFormat.MarkerType
_BOXES = {"q": "blockquote", "u": "ul", "o": "ol", "c": "ul"}


def document_html(document: QTextDocument) -> str:
    """What is in the document, as canonical HTML; empty for a document with nothing in it."""
    body = Box("body")
    _Walker(body).walk(document.rootFrame().begin())
    if all(isinstance(node, Leaf) and node.is_blank for node in body):
        return ""
    return sanitize(html_of(tidy(body).children))


@dataclass
class _Opened:
    """A box that is open while blocks are read; a list also knows its newest item."""

    letter: str
    box: Box
    item: Box | None = None

    @property
    def inner(self) -> Box:
        return self.box if self.item is None else self.item


@dataclass
class _Walker:
    """Reads the blocks and tables of one frame or cell into ``body``."""

    body: Box
    _stack: list[_Opened] = field(default_factory=list)

    def walk(self, place: QTextFrame.iterator) -> None:
        while not place.atEnd():
            frame = place.currentFrame()
            if isinstance(frame, QTextTable):
                self._add_table(frame)
            elif frame is not None:
                self.walk(frame.begin())
            elif not _is_filler(place.currentBlock()):
                self._add_block(place.currentBlock())
            place += 1

    def _add_block(self, block: QTextBlock) -> None:
        look = block.blockFormat()
        path, listed = look.stringProperty(PATH) or "", block.textList()
        leaf = _leaf_of(block)
        if listed is not None and path[-1:] in LISTS:
            self._open(path, listed.format().start())
            done = look.marker() == _Marker.Checked or _unticked(path[-1])
            item = Box("li", [Leaf("p", leaf.lines)], checked=done)
            self._stack[-1].box.children.append(item)
            self._stack[-1].item = item
        else:
            self._innermost(path).children.append(leaf)
            if leaf.tag == "hr" and block.text():
                self._innermost(path).children.append(Leaf("p", _lines_of(block)))

    def _innermost(self, path: str) -> Box:
        self._open(path, None)
        self._need_item(len(path))
        return self._stack[-1].inner if self._stack else self.body

    def _open(self, path: str, start: int | None) -> None:
        """Close boxes that ``path`` is not in, and open those that it is; ``start`` of its list."""
        common = 0
        for opened, letter in zip(self._stack, path, strict=False):
            if opened.letter != letter:
                break
            common += 1
        if start is not None and common == len(path) and path[-1] == "o":
            common -= self._stack[common - 1].box.start != start
        del self._stack[common:]
        for place, letter in enumerate(path[common:], common):
            self._need_item(place)
            box = Box(_BOXES[letter])
            if letter == "o" and place == len(path) - 1:
                box.start = start or 1
            parent = self._stack[-1].inner if self._stack else self.body
            parent.children.append(box)
            self._stack.append(_Opened(letter, box))

    def _need_item(self, depth: int) -> None:
        """What stands in a list stands in an item of it; make one where there is none yet."""
        if depth and self._stack[depth - 1].letter != "q" and self._stack[depth - 1].item is None:
            opened = self._stack[depth - 1]
            opened.item = Box("li", [Leaf("p", [[]])], checked=_unticked(opened.letter))
            opened.box.children.append(opened.item)

    def _add_table(self, table: QTextTable) -> None:
        box = Box("table")
        for row in range(table.rows()):
            line = Box("tr")
            for column in range(table.columns()):
                cell = table.cellAt(row, column)
                if (cell.row(), cell.column()) == (row, column):
                    line.children.append(_cell_of(cell))
            box.children.append(line)
        self._innermost(table.format().stringProperty(PATH) or "").children.append(box)


def _unticked(letter: str) -> bool | None:
    return False if letter == "c" else None


def _cell_of(cell: QTextTableCell) -> Box:
    tag = "th" if cell.format().boolProperty(HEADER_CELL) else "td"
    box = Box(tag, colspan=cell.columnSpan(), rowspan=cell.rowSpan())
    _Walker(box).walk(cell.begin())
    return box


def _is_filler(block: QTextBlock) -> bool:
    return block.length() == 1 and block.blockFormat().boolProperty(FILLER)


def _leaf_of(block: QTextBlock) -> Leaf:
    tag = block.blockFormat().stringProperty(TAG) or "p"
    if tag == "hr":
        return Leaf("hr")
    lines = _lines_of(block)
    if tag == "pre":
        lines = [[Run(run.text) for run in line if not run.image] for line in lines]
    return Leaf(tag, lines)


def _lines_of(block: QTextBlock) -> list[Line]:
    lines: list[Line] = [[]]
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        look = fragment.charFormat()
        image = _image_of(look)
        form = _format_of(look)
        if image:
            lines[-1] += [Run("", form, image)] * fragment.length()
        else:
            _add_text(lines, fragment.text(), form)
        place += 1
    return lines


def _add_text(lines: list[Line], text: str, form: Format) -> None:
    for number, part in enumerate(text.replace("\ufffc", "").split(LINE_SEPARATOR)):
        if number:
            lines.append([])
        if part:
            lines[-1].append(Run(part, form))


def _format_of(look: QTextCharFormat) -> Format:
    mention = look.stringProperty(MENTION) or ""
    return Format(marks_of(look), look.anchorHref() or "", mention)


def _image_of(look: QTextCharFormat) -> Image | None:
    if not look.isImageFormat():
        return None
    kind, _, source = (look.stringProperty(IMAGE_SOURCE) or "").partition(" ")
    width, _, height = (look.stringProperty(IMAGE_SIZE) or "0x0").partition("x")
    alt = look.stringProperty(QTextImageFormat.Property.ImageAltText.value) or ""
    size = int(width or 0), int(height or 0)
    return Image(source, "", alt, *size) if kind == "src" else Image("", source, alt, *size)
