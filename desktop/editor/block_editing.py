"""What Enter, Backspace, Tab and the list and quote buttons do to blocks.

Qt would keep our properties but not what they mean, so structure changes only here. Every
function works on the blocks that the cursor's selection touches, as one step of undo.
"""

from __future__ import annotations

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocumentFragment,
    QTextList,
)

from desktop.editor.document_build import LINE_SEPARATOR
from desktop.editor.document_look import (
    LISTS,
    base_char_format,
    block_format,
    list_depth,
    list_format,
    path_of,
    tag_of,
)

_Marker = QTextBlockFormat.MarkerType


def list_kind(block: QTextBlock) -> str:
    """u, o or c (check list) for an item of a list, else empty."""
    return path_of(block)[-1:] if block.textList() is not None else ""


def toggle_list(cursor: QTextCursor, kind: str) -> None:
    """Make items of the blocks, or plain paragraphs again when all are items of this kind."""
    blocks = selected_blocks(cursor)
    off = all(list_kind(block) == kind for block in blocks)
    with_edit = QTextCursor(cursor)
    with_edit.beginEditBlock()
    for block in blocks:
        path = path_of(block)
        outside = path[:-1] if block.textList() is not None else path
        if off:
            set_block(block, "p", outside)
        else:
            make_item(block, outside + kind)
    with_edit.endEditBlock()


def toggle_quote(cursor: QTextCursor) -> None:
    """Put a quote around the blocks, or take the outermost one away."""
    blocks = selected_blocks(cursor)
    off = all(path_of(block).startswith("q") for block in blocks)
    with_edit = QTextCursor(cursor)
    with_edit.beginEditBlock()
    for block in blocks:
        path = path_of(block)
        wanted = path.removeprefix("q") if off else f"q{path}"
        move(block, wanted)
    with_edit.endEditBlock()


def toggle_code_block(cursor: QTextCursor) -> None:
    """Join the blocks into one block of code, or cut a block of code into paragraphs."""
    blocks = selected_blocks(cursor)
    if all(tag_of(block) == "pre" for block in blocks):
        _cut_into_paragraphs(cursor, blocks)
        return
    text = LINE_SEPARATOR.join(block.text().replace("\ufffc", "") for block in blocks)
    path = path_of(blocks[0])
    edit = _spanning(blocks)
    edit.beginEditBlock()
    edit.insertText(text)
    edit.setBlockFormat(block_format("pre", path))
    edit.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    edit.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    edit.setCharFormat(base_char_format("pre"))
    edit.setBlockCharFormat(base_char_format("pre"))
    edit.endEditBlock()


def toggle_check(block: QTextBlock) -> None:
    """Tick an item of a check list, or take the tick away."""
    look = block.blockFormat()
    if look.marker() != _Marker.NoMarker:
        done = look.marker() == _Marker.Checked
        look.setMarker(_Marker.Unchecked if done else _Marker.Checked)
        QTextCursor(block).setBlockFormat(look)


def indent_items(cursor: QTextCursor, inwards: bool) -> bool:
    """Move the items of the selection one list in or out; False when there is none."""
    items = [block for block in selected_blocks(cursor) if block.textList() is not None]
    edit = QTextCursor(cursor)
    edit.beginEditBlock()
    for block in items:
        if inwards:
            path = path_of(block)
            if _may_go_in(block):
                make_item(block, path + path[-1])
        else:
            step_out(block)
    edit.endEditBlock()
    return bool(items)


def break_block(cursor: QTextCursor) -> None:
    """What Enter does, after the selection was removed."""
    block, tag = cursor.block(), tag_of(cursor.block())
    cursor.beginEditBlock()
    if tag == "pre":
        _break_code(cursor)
    elif not block.text() and path_of(block) and tag == "p":
        step_out(block)
    elif tag in ("hr", "h1", "h2", "h3") and cursor.atBlockEnd():
        cursor.insertBlock(block_format("p", path_of(block)), base_char_format("p"))
    else:
        cursor.insertBlock()
        look = cursor.blockFormat()
        if look.marker() == _Marker.Checked:
            look.setMarker(_Marker.Unchecked)
            cursor.setBlockFormat(look)
    cursor.endEditBlock()


def step_back(cursor: QTextCursor) -> bool:
    """What Backspace does at the start of an item, quote, heading or rule; False: Qt's own."""
    block = cursor.block()
    special = path_of(block) or tag_of(block) != "p"
    if cursor.hasSelection() or not cursor.atBlockStart() or not special:
        return False
    if tag_of(block) == "pre" and block.text():
        return False
    if tag_of(block) != "p":
        set_block(block, "p", path_of(block))
    else:
        step_out(block)
    return True


def step_out(block: QTextBlock) -> None:
    """Out of the innermost box: from an item to the list around, from a quote to before it."""
    path = path_of(block)
    outside = path[:-1]
    if block.textList() is not None and outside[-1:] in LISTS:
        make_item(block, outside)
    else:
        set_block(block, tag_of(block), outside)


def insert_part(
    cursor: QTextCursor, part: QTextDocumentFragment, first: QTextBlock, *, whole: bool
) -> None:
    """Insert text that began with the block ``first``, ``whole``: from its very start.

    Qt loses what the first block was where it comes to an empty line; it is put right.
    """
    into_empty = whole and not cursor.block().text() and not cursor.hasSelection()
    start = cursor.position()
    cursor.beginEditBlock()
    cursor.insertFragment(part)
    if into_empty:
        _take_shape(cursor.document().findBlock(start), first)
    cursor.endEditBlock()


def _take_shape(block: QTextBlock, model: QTextBlock) -> None:
    look, kind = model.blockFormat(), list_kind(model)
    if kind and list_kind(block) != kind:
        make_item(block, path_of(model))
    elif not kind:
        QTextCursor(block).setBlockFormat(look)


def set_block(block: QTextBlock, tag: str, path: str) -> None:
    """Make a plain block of it, in no list."""
    edit = QTextCursor(block)
    edit.setBlockFormat(block_format(tag, path))
    if tag == "p":
        edit.setBlockCharFormat(base_char_format(tag))


def make_item(block: QTextBlock, path: str) -> None:
    """Make an item of the list ``path``, of the one above or below where that is going on."""
    look = block_format("p", path, in_list=True)
    if path[-1] == "c":
        look.setMarker(_Marker.Unchecked)
    edit = QTextCursor(block)
    edit.setBlockFormat(look)
    going_on = _list_above(block, path) or _list_below(block, path)
    if going_on is not None:
        going_on.add(block)
    else:
        edit.createList(list_format(path[-1], list_depth(path)))


def move(block: QTextBlock, path: str) -> None:
    """Give a block another path, an item staying an item of its list."""
    listed, old = block.textList(), block.blockFormat()
    look = block_format(tag_of(block), path, in_list=listed is not None)
    if listed is not None:
        look.setMarker(old.marker())
        look.setObjectIndex(old.objectIndex())
    QTextCursor(block).setBlockFormat(look)


def selected_blocks(cursor: QTextCursor) -> list[QTextBlock]:
    """The blocks that the selection touches, at least the cursor's."""
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd())
    blocks = [block]
    while block != last and block.next().isValid():
        block = block.next()
        blocks.append(block)
    if len(blocks) > 1 and cursor.selectionEnd() == blocks[-1].position():
        blocks.pop()
    return blocks


def _list_above(block: QTextBlock, path: str) -> QTextList | None:
    above = block.previous()
    while above.isValid() and path_of(above).startswith(path):
        if path_of(above) == path and above.textList() is not None:
            return above.textList()
        above = above.previous()
    return None


def _list_below(block: QTextBlock, path: str) -> QTextList | None:
    below = block.next()
    return below.textList() if below.isValid() and path_of(below) == path else None


def _may_go_in(block: QTextBlock) -> bool:
    above = block.previous()
    deep = list_depth(path_of(block))
    return above.isValid() and list_depth(path_of(above)) >= deep and deep < 6


def _break_code(cursor: QTextCursor) -> None:
    """A new line of code; the second empty one at the end leaves the code."""
    if cursor.atBlockEnd() and cursor.block().text().endswith(LINE_SEPARATOR):
        cursor.deletePreviousChar()
        path = path_of(cursor.block())
        cursor.insertBlock(block_format("p", path), base_char_format("p"))
    else:
        cursor.insertText(LINE_SEPARATOR)


def _cut_into_paragraphs(cursor: QTextCursor, blocks: list[QTextBlock]) -> None:
    path, text = path_of(blocks[0]), LINE_SEPARATOR.join(block.text() for block in blocks)
    edit = _spanning(blocks)
    edit.beginEditBlock()
    edit.removeSelectedText()
    for number, line in enumerate(text.split(LINE_SEPARATOR)):
        look, base = block_format("p", path), base_char_format("p")
        if number:
            edit.insertBlock(look, base)
        else:
            edit.setBlockFormat(look)
            edit.setBlockCharFormat(base)
        edit.insertText(line, base)
    edit.endEditBlock()


def _spanning(blocks: list[QTextBlock]) -> QTextCursor:
    edit = QTextCursor(blocks[0])
    edit.setPosition(
        blocks[-1].position() + blocks[-1].length() - 1, QTextCursor.MoveMode.KeepAnchor
    )
    return edit
