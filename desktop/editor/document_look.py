"""How rich text looks in a QTextDocument, and the properties by which we know its parts again.

Qt keeps user properties of formats through typing, cutting and undo, so a block knows the tag
and the boxes around it, and a stretch of text its marks, whatever colours the theme gave it.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPen,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
    QTextListFormat,
    QTextTableFormat,
)

from desktop.comfort import scaled
from desktop.theme import BODY_PX, CODE_FAMILIES, SMALL_PX, Theme, current_theme, font
from models.richtext.tree import Format

_Property = QTextFormat.Property
_USER = int(_Property.UserProperty)
TAG = _USER + 1
"""On blocks: p (also without the property), h1, h2, h3, pre or hr."""
PATH = _USER + 2
"""On blocks and tables: the boxes around, outermost first, a letter each.

q is a quote, u a bulleted, o a numbered, c a check list."""
LISTS = ("u", "o", "c")
FILLER = _USER + 3
"""On blocks: Qt needs it beside a table; while it is empty it is no content."""
MARKS = _USER + 4
"""On text: the marks that no ordinary property tells: ``code``, ``mark``."""
MENTION = _USER + 5
"""On text: the id of the person who is mentioned."""
HEADER_CELL = _USER + 6
IMAGE_SOURCE = _USER + 7
"""On pictures: where the picture is, and whether it is blocked: ``src …`` or ``blocked …``."""
IMAGE_SIZE = _USER + 8
"""On pictures: the size that the text gives, ``width x height``, 0 for none."""

QUOTE_INDENT_PX, LIST_INDENT_PX = 14, 22
LINE_PX, PARAGRAPH_GAP_PX, CODE_PADDING_PX = 19, 6, 10
MARGIN_PX = 8
"""Around the whole text: room for the box of code that stands first or last."""
BOLD, HEADING_WEIGHT = QFont.Weight.Bold, QFont.Weight.DemiBold
_HEADING_PX = {"h1": 17, "h2": 15, "h3": 14}
_LIST_STYLES = (
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListSquare,
)


def prepare(document: QTextDocument) -> None:
    """Give an empty document our font and indents, before anything is put into it."""
    document.setDefaultFont(font(BODY_PX))
    document.setDocumentMargin(MARGIN_PX)
    document.setIndentWidth(LIST_INDENT_PX)


def list_depth(path: str) -> int:
    return sum(letter in LISTS for letter in path)


def block_format(tag: str, path: str, *, in_list: bool = False) -> QTextBlockFormat:
    """Of a block of this tag within ``path``; an item gets its room from its list."""
    result = QTextBlockFormat()
    result.setProperty(TAG, tag)
    result.setProperty(PATH, path)
    result.setLineHeight(LINE_PX, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    result.setBottomMargin(2 if list_depth(path) else PARAGRAPH_GAP_PX)
    result.setLeftMargin(path.count("q") * QUOTE_INDENT_PX)
    if not in_list:
        result.setIndent(list_depth(path))
    if tag in _HEADING_PX:
        result.setHeadingLevel(int(tag[1]))
        result.setTopMargin(4)
    if tag == "pre":
        result.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
        result.setLeftMargin(result.leftMargin() + CODE_PADDING_PX)
        result.setRightMargin(CODE_PADDING_PX)
        result.setTopMargin(CODE_PADDING_PX)
        result.setBottomMargin(CODE_PADDING_PX + PARAGRAPH_GAP_PX)
    return result


def filler_format() -> QTextBlockFormat:
    """Of the empty block that Qt wants before or after a table."""
    result = block_format("p", "")
    result.setProperty(FILLER, True)
    return result


def list_format(kind: str, depth: int, start: int = 1) -> QTextListFormat:
    """Of a list of this kind (a letter of LISTS) inside ``depth`` - 1 others."""
    result = QTextListFormat()
    style = QTextListFormat.Style.ListDecimal
    result.setStyle(style if kind == "o" else _LIST_STYLES[(depth - 1) % 3])
    result.setIndent(depth)
    result.setStart(start)
    return result


def table_format(path: str, theme: Theme) -> QTextTableFormat:
    result = QTextTableFormat()
    result.setProperty(PATH, path)
    result.setBorder(1)
    result.setBorderCollapse(True)
    result.setBorderBrush(QColor(theme.control_border))
    result.setBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
    result.setCellPadding(0)
    result.setCellSpacing(0)
    result.setBottomMargin(PARAGRAPH_GAP_PX)
    result.setTopMargin(2)
    indent = path.count("q") * QUOTE_INDENT_PX + list_depth(path) * LIST_INDENT_PX
    result.setLeftMargin(indent)
    return result


def dress_cell(target: QTextCharFormat, *, header: bool) -> None:
    """Room around the text of a cell, and the ground of a heading."""
    target.setProperty(HEADER_CELL, header)
    for side in (_Property.TableCellLeftPadding, _Property.TableCellRightPadding):
        target.setProperty(side.value, 9)
    for side in (_Property.TableCellTopPadding, _Property.TableCellBottomPadding):
        target.setProperty(side.value, 3)
    if header:
        target.setBackground(QColor(current_theme().code_background))


def base_char_format(tag: str, *, header_cell: bool = False) -> QTextCharFormat:
    """Of plain text in a block of this tag."""
    result = QTextCharFormat()
    if tag in _HEADING_PX:
        result.setProperty(_Property.FontPixelSize, scaled(_HEADING_PX[tag]))
        result.setFontWeight(HEADING_WEIGHT)
    elif tag == "pre":
        _set_code_font(result)
    elif header_cell:
        result.setFontWeight(HEADING_WEIGHT)
    return result


def char_format(base: QTextCharFormat, form: Format, theme: Theme | None = None) -> QTextCharFormat:
    """``base`` with the marks, link or mention of ``form`` in the colours of the theme."""
    result = QTextCharFormat(base)
    for mark in form.marks:
        set_mark(result, mark, True)
    if form.link:
        set_link(result, form.link, theme)
    if form.mention:
        set_mention(result, form.mention, theme)
    return result


def set_link(target: QTextCharFormat, href: str, theme: Theme | None = None) -> None:
    target.setAnchor(True)
    target.setAnchorHref(href)
    target.setForeground(QColor((theme or current_theme()).accent))


def set_mention(target: QTextCharFormat, person_id: str, theme: Theme | None = None) -> None:
    theme = theme or current_theme()
    target.setProperty(MENTION, person_id)
    target.setForeground(QColor(theme.accent))
    target.setBackground(QColor(theme.accent_tint))


def set_mark(target: QTextCharFormat, mark: str, on: bool) -> None:
    """Turn one mark of the canonical form on or off."""
    if mark == "b":
        target.setFontWeight(BOLD if on else QFont.Weight.Normal)
    elif mark == "i":
        target.setFontItalic(on)
    elif mark == "u":
        target.setFontUnderline(on)
    elif mark == "s":
        target.setFontStrikeOut(on)
    elif mark in ("sub", "sup"):
        raised = QTextCharFormat.VerticalAlignment
        shift = {"sub": raised.AlignSubScript, "sup": raised.AlignSuperScript}[mark]
        target.setVerticalAlignment(shift if on else raised.AlignNormal)
    else:
        _set_named_mark(target, mark, on)


def _set_named_mark(target: QTextCharFormat, mark: str, on: bool) -> None:
    names = named_marks(target) | {mark} if on else named_marks(target) - {mark}
    target.setProperty(MARKS, " ".join(sorted(names)))
    theme = current_theme()
    if mark == "mark":
        _set_background(target, theme.at_risk_tint if on else "")
    elif mark == "code" and on:
        _set_code_font(target)
        if "mark" not in names:
            _set_background(target, theme.code_background)
    elif mark == "code":
        target.clearProperty(_Property.FontFamilies.value)
        target.clearProperty(_Property.FontPixelSize.value)
        _set_background(target, theme.at_risk_tint if "mark" in names else "")


def named_marks(form: QTextFormat) -> frozenset[str]:
    return frozenset((form.stringProperty(MARKS) or "").split())


def marks_of(form: QTextCharFormat) -> frozenset[str]:
    """The marks of a stretch of text."""
    raised = QTextCharFormat.VerticalAlignment
    told = {
        "b": form.fontWeight() >= BOLD.value,
        "i": form.fontItalic(),
        "u": form.fontUnderline(),
        "s": form.fontStrikeOut(),
        "sub": form.verticalAlignment() == raised.AlignSubScript,
        "sup": form.verticalAlignment() == raised.AlignSuperScript,
    }
    return frozenset(mark for mark, is_set in told.items() if is_set) | named_marks(form)


def tag_of(block: QTextBlock) -> str:
    return block.blockFormat().stringProperty(TAG) or "p"


def path_of(block: QTextBlock) -> str:
    return block.blockFormat().stringProperty(PATH) or ""


def paint_grounds(painter: QPainter, document: QTextDocument, visible: QRectF) -> None:
    """What lies under the text: bars beside quotes, boxes under code. In document coordinates."""
    theme, layout = current_theme(), document.documentLayout()
    block = _first_block(document, visible.top())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    while block.isValid():
        rect = layout.blockBoundingRect(block)
        if rect.top() > visible.bottom():
            return
        if tag_of(block) == "pre":
            _paint_code_box(painter, rect, block, theme)
        elif tag_of(block) == "hr" and block.length() == 1:
            _paint_rule(painter, rect, theme)
        if "q" in path_of(block):
            _paint_quote_bars(painter, rect, block, theme)
        block = block.next()


def _first_block(document: QTextDocument, top: float) -> QTextBlock:
    """Blocks are in the order of their tops but in tables; long texts begin near what is seen."""
    if top <= 0:
        return document.begin()
    position = document.documentLayout().hitTest(QPointF(0, top), Qt.HitTestAccuracy.FuzzyHit)
    return document.findBlock(max(0, position))


def _paint_code_box(painter: QPainter, rect: QRectF, block: QTextBlock, theme: Theme) -> None:
    """``rect`` is as wide as the text's room, but begins at the edge of the frame or cell."""
    form = block.blockFormat()
    left = rect.left() + form.leftMargin() - CODE_PADDING_PX + form.indent() * LIST_INDENT_PX
    pad = CODE_PADDING_PX - 2
    box = QRectF(
        left, rect.top() - pad, rect.width() + 2 * CODE_PADDING_PX, rect.height() + 2 * pad
    )
    painter.setPen(QPen(QColor(theme.hairline), 1))
    painter.setBrush(QColor(theme.code_background))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)


def _paint_rule(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    middle = round(rect.center().y()) + 0.5
    painter.setPen(QPen(QColor(theme.control_border), 1))
    painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle))


def _paint_quote_bars(painter: QPainter, rect: QRectF, block: QTextBlock, theme: Theme) -> None:
    path, x = path_of(block), rect.left()
    below = path_of(block.next()) if block.next().isValid() else ""
    gap = block.blockFormat().bottomMargin() + LINE_PX - block.document().defaultFont().pixelSize()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.control_border))
    for place, letter in enumerate(path, 1):
        if letter == "q":
            goes_on = below[:place] == path[:place]
            height = rect.height() + (gap if goes_on else 1)
            painter.drawRect(QRectF(x, rect.top() - 1, 3, height))
        x += QUOTE_INDENT_PX if letter == "q" else LIST_INDENT_PX


def _set_background(target: QTextCharFormat, colour: str) -> None:
    if colour:
        target.setBackground(QColor(colour))
    else:
        target.clearBackground()


def _set_code_font(target: QTextCharFormat) -> None:
    target.setFontFamilies(CODE_FAMILIES)
    target.setProperty(_Property.FontPixelSize.value, scaled(SMALL_PX))
