"""Canonical HTML into a QTextDocument, for showing and for editing.

Not through ``setHtml``: that loses mentions, quotes within items and much else. Building from the
tree of ``models.richtext`` keeps every part, and never touches network or disk.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextLength,
    QTextList,
    QTextTableFormat,
)

from desktop.editor.document_look import (
    IMAGE_SIZE,
    IMAGE_SOURCE,
    PARAGRAPH_GAP_PX,
    base_char_format,
    block_format,
    char_format,
    dress_cell,
    filler_format,
    list_depth,
    list_format,
    prepare,
    table_format,
)
from desktop.theme import Theme, current_theme
from models.richtext.clean import parse
from models.richtext.tree import Box, Image, Leaf, Line, Node

LINE_SEPARATOR = "\u2028"
_Marker = QTextBlockFormat.MarkerType
_MARKERS = {None: _Marker.NoMarker, False: _Marker.Unchecked, True: _Marker.Checked}


@dataclass(frozen=True)
class BuildOptions:
    """``editable``: room to type beside tables. ``image_width_px``: no picture is wider."""

    editable: bool = True
    image_width_px: int = 560


def fill_document(
    document: QTextDocument, html: str, options: BuildOptions | None = None
) -> list[str]:
    """Replace what is in ``document``; the sources of its pictures come back, in order.

    ``html`` that is not canonical is sanitised on the way. Undo history is emptied.
    """
    undo = document.isUndoRedoEnabled()
    document.setUndoRedoEnabled(False)
    document.clear()
    prepare(document)
    whole = QTextCursor(document)
    whole.beginEditBlock()
    builder = _Builder(QTextCursor(document), options or BuildOptions())
    builder.add_all(parse(html).children, "")
    whole.endEditBlock()
    document.setUndoRedoEnabled(undo)
    return builder.image_sources


class _Builder:
    """Writes boxes and leaves at its cursor. ``_fresh``: the current block may still be used."""

    def __init__(self, cursor: QTextCursor, options: BuildOptions, *, header: bool = False) -> None:
        self.image_sources: list[str] = []
        self._cursor = cursor
        self._options = options
        self._theme: Theme = current_theme()
        self._header = header
        self._fresh = True

    def add_all(self, nodes: list[Node], path: str) -> None:
        for node in nodes:
            if isinstance(node, Leaf):
                self._add_leaf(node, path)
            elif node.tag == "blockquote":
                self.add_all(node.children, path + "q")
            elif node.tag in ("ul", "ol"):
                self._add_list(node, path + ("c" if node.is_checklist else node.tag[0]))
            elif node.tag == "table":
                self._add_table(node, path)

    def _add_leaf(self, leaf: Leaf, path: str, *, in_list: bool = False) -> None:
        base = base_char_format(leaf.tag, header_cell=self._header)
        self._start_block(block_format(leaf.tag, path, in_list=in_list), base)
        if leaf.tag == "pre":
            texts = ("".join(run.text for run in line) for line in leaf.lines)
            self._cursor.insertText(LINE_SEPARATOR.join(texts), base)
            return
        for number, line in enumerate(leaf.lines):
            if number:
                self._cursor.insertText(LINE_SEPARATOR, base)
            self._add_line(line, base)

    def _add_line(self, line: Line, base: QTextCharFormat) -> None:
        for run in line:
            look = char_format(base, run.format, self._theme)
            if run.image:
                self._cursor.insertImage(self._image_format(run.image, look))
            else:
                self._cursor.insertText(run.text, look)

    def _add_list(self, box: Box, path: str) -> None:
        made: QTextList | None = None
        for item in box.children:
            assert isinstance(item, Box)
            lead, *rest = item.children
            assert isinstance(lead, Leaf)
            self._add_leaf(lead, path, in_list=True)
            if made is None:
                made = self._cursor.createList(list_format(path[-1], list_depth(path), box.start))
            else:
                made.add(self._cursor.block())
            self._mark_item(item.checked)
            self.add_all(rest, path)
        self._leave_gap(PARAGRAPH_GAP_PX)

    def _leave_gap(self, gap_px: int) -> None:
        look = self._cursor.blockFormat()
        look.setBottomMargin(max(gap_px, look.bottomMargin()) if gap_px else 0)
        self._cursor.setBlockFormat(look)

    def _mark_item(self, checked: bool | None) -> None:
        look = self._cursor.blockFormat()
        look.setIndent(0)
        look.setMarker(_MARKERS[checked])
        self._cursor.setBlockFormat(look)

    def _add_table(self, box: Box, path: str) -> None:
        if self._fresh:
            self._leave_filler()
        rows = [row for row in box.children if isinstance(row, Box)]
        spans = _layout_of(rows)
        columns = max((column + cell.colspan for _, column, cell in spans), default=1)
        table = self._cursor.insertTable(len(rows), columns, self._table_format(path, columns))
        for row, column, cell in spans:
            if cell.colspan > 1 or cell.rowspan > 1:
                height = min(cell.rowspan, len(rows) - row)
                table.mergeCells(row, column, height, cell.colspan)
            place = table.cellAt(row, column)
            self._fill_cell(place.firstCursorPosition(), cell)
            look = place.format()
            dress_cell(look, header=cell.tag == "th")
            place.setFormat(look)
        self._cursor.setPosition(table.lastPosition() + 1)
        self._leave_filler()
        self._fresh = True

    def _leave_filler(self) -> None:
        """The block here is no content; where nobody can type it is not seen either."""
        self._cursor.setBlockFormat(filler_format())
        self._cursor.block().setVisible(self._options.editable)

    def _table_format(self, path: str, columns: int) -> QTextTableFormat:
        look = table_format(path, self._theme)
        automatic = QTextLength(QTextLength.Type.VariableLength, 0)
        look.setColumnWidthConstraints([automatic] * columns)
        return look

    def _fill_cell(self, cursor: QTextCursor, cell: Box) -> None:
        builder = _Builder(cursor, self._options, header=cell.tag == "th")
        builder.add_all(cell.children, "")
        if not cell.children:
            cursor.setBlockFormat(block_format("p", ""))
        self.image_sources += builder.image_sources
        builder._leave_gap(0)

    def _start_block(self, look: QTextBlockFormat, base: QTextCharFormat) -> None:
        if self._fresh:
            self._cursor.block().setVisible(True)
            self._cursor.setBlockFormat(look)
            self._cursor.mergeBlockCharFormat(base)
            self._fresh = False
        else:
            self._cursor.insertBlock(look, base)

    def _image_format(self, image: Image, text_look: QTextCharFormat) -> QTextImageFormat:
        look = QTextImageFormat()
        look.merge(text_look)
        source = image.src or image.blocked
        look.setName(source if image.src else f"blocked:{source}")
        look.setProperty(IMAGE_SOURCE, f"{'src' if image.src else 'blocked'} {source}")
        look.setProperty(IMAGE_SIZE, f"{image.width}x{image.height}")
        look.setProperty(QTextImageFormat.Property.ImageAltText.value, image.alt)
        look.setMaximumWidth(
            QTextLength(QTextLength.Type.FixedLength, self._options.image_width_px)
        )
        if image.width:
            look.setWidth(min(image.width, self._options.image_width_px))
        if image.src:
            self.image_sources.append(image.src)
        return look


def _layout_of(rows: list[Box]) -> list[tuple[int, int, Box]]:
    """Where each cell stands, as (row, column, cell), given the spans of those before it."""
    taken: set[tuple[int, int]] = set()
    placed: list[tuple[int, int, Box]] = []
    for number, row in enumerate(rows):
        column = 0
        for cell in row.children:
            assert isinstance(cell, Box)
            while (number, column) in taken:
                column += 1
            placed.append((number, column, cell))
            below = range(number, number + cell.rowspan)
            across = range(column, column + cell.colspan)
            taken.update((y, x) for y in below for x in across)
            column += cell.colspan
    return placed
