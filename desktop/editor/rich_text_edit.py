"""The field in which replies, notes and memos are written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QBuffer,
    QEvent,
    QIODevice,
    QMimeData,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QUrl,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShortcut,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.editor import block_editing
from desktop.editor.block_editing import list_kind
from desktop.editor.document_build import BuildOptions, fill_document
from desktop.editor.document_html import document_html
from desktop.editor.document_look import (
    LIST_INDENT_PX,
    MENTION,
    base_char_format,
    marks_of,
    paint_grounds,
    path_of,
    prepare,
    set_link,
    set_mark,
    tag_of,
)
from desktop.editor.placeholder_image import placeholder_image
from desktop.theme import theme_state
from models.richtext import from_plain, sanitize

PASTE_LIMIT_CHARS = 1_000_000
MARK_KEYS = {"b": "Ctrl+B", "i": "Ctrl+I", "u": "Ctrl+U", "s": "Ctrl+Shift+X"}
LIST_KEYS = {"o": "Ctrl+Shift+7", "u": "Ctrl+Shift+8", "c": "Ctrl+Shift+9"}
QUOTE_KEY, CODE_KEY, CHECK_KEY = "Ctrl+Shift+Q", "Ctrl+Shift+M", "Ctrl+."
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class RichTextEdit(QTextEdit):
    """Writes the canonical subset of HTML and nothing else.

    Signals: ``submitted()`` by Ctrl+Enter, ``submitted_and_done()`` by Ctrl+Shift+Enter,
    ``image_pasted(bytes)`` (PNG or the file's own bytes), ``files_dropped(list[Path])``,
    ``image_wanted(str)`` for the source of each picture in a text that is shown (answer with
    ``give_image``), ``format_changed()`` when what the buttons show may have changed.
    """

    submitted = Signal()
    submitted_and_done = Signal()
    image_pasted = Signal(object)
    files_dropped = Signal(object)
    image_wanted = Signal(str)
    format_changed = Signal()

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(True)
        self._images: dict[str, QImage] = {}
        prepare(self.document())
        self._add_shortcuts()
        self.cursorPositionChanged.connect(self.format_changed)
        self.currentCharFormatChanged.connect(self.format_changed)
        theme_state().changed.connect(self._on_theme_changed)

    # content

    def canonical_html(self) -> str:
        """What is written, ready to be stored; empty when there is nothing."""
        return document_html(self.document())

    def set_canonical_html(self, html: str) -> None:
        """Show other text, the cursor at its end. Undo begins anew."""
        sources = fill_document(self.document(), html, self._options())
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._show_images(sources)

    def insert_canonical_html(self, html: str) -> None:
        """Put text in at the cursor, in place of what is selected."""
        other = QTextDocument()
        sources = fill_document(other, html, self._options())
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        part, first = QTextDocumentFragment(other), other.firstBlock()
        block_editing.insert_part(cursor, part, first, whole=True)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self._show_images(sources)

    def is_blank(self) -> bool:
        """True while there is neither a word nor a picture."""
        return self.document().isEmpty() or not self.toPlainText().strip()

    def give_image(self, source: str, image: QImage) -> None:
        """The picture behind ``source`` is there."""
        width = self._options().image_width_px
        fits = (
            image
            if image.width() <= width
            else image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        )
        self._images[source] = fits
        kind = QTextDocument.ResourceType.ImageResource.value
        self.document().addResource(kind, QUrl(source), fits)
        self.document().markContentsDirty(0, self.document().characterCount())

    # what the buttons do

    def has_mark(self, mark: str) -> bool:
        return mark in marks_of(self._format_here())

    def current_list(self) -> str:
        """u, o or c (check list) where the cursor is in an item, else empty."""
        return list_kind(self.textCursor().block())

    def in_quote(self) -> bool:
        return "q" in path_of(self.textCursor().block())

    def in_code(self) -> bool:
        return tag_of(self.textCursor().block()) == "pre" or self.has_mark("code")

    def toggle_mark(self, mark: str) -> None:
        """Bold and so on for the selection, or for what is typed next."""
        change = QTextCharFormat(self._format_here())
        set_mark(change, mark, not self.has_mark(mark))
        cursor = self.textCursor()
        if not cursor.hasSelection() or mark == "code":
            self._set_char_format(cursor, change)
        else:
            only = QTextCharFormat()
            set_mark(only, mark, not self.has_mark(mark))
            cursor.mergeCharFormat(only)
        self.format_changed.emit()

    def toggle_list(self, kind: str) -> None:
        block_editing.toggle_list(self.textCursor(), kind)
        self.format_changed.emit()

    def toggle_quote(self) -> None:
        block_editing.toggle_quote(self.textCursor())
        self.format_changed.emit()

    def toggle_code(self) -> None:
        """A word or two become code in the line; whole lines, or nothing, a block of code."""
        cursor = self.textCursor()
        in_block = tag_of(cursor.block()) == "pre"
        blocks = block_editing.selected_blocks(cursor)
        if cursor.hasSelection() and len(blocks) == 1 and not in_block:
            self.toggle_mark("code")
        else:
            block_editing.toggle_code_block(cursor)
        self.format_changed.emit()

    def current_link(self) -> str:
        """The address of the link that the cursor is in or behind, or an empty string."""
        return self._letter_before(self.textCursor().position()).anchorHref() or ""

    def put_link(self, href: str, text: str) -> None:
        """Make a link of the selection, or insert ``text`` as one; no ``href`` removes it."""
        cursor = self.textCursor()
        self._select_link(cursor)
        look = base_char_format(tag_of(cursor.block()))
        if href:
            set_link(look, href)
        words = cursor.selectedText() if cursor.hasSelection() else text
        cursor.insertText(words, look)
        cursor.setCharFormat(base_char_format(tag_of(cursor.block())))
        self.setTextCursor(cursor)

    def add_link(self, href: str, text: str) -> None:
        """One more link at the cursor; another one that ends there stays, behind a space."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        if self.current_link():
            cursor.insertText(" ", base_char_format(tag_of(cursor.block())))
            self.setTextCursor(cursor)
        self.put_link(href, text)
        cursor.endEditBlock()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        if key in _ENTER and held & _CTRL:
            (self.submitted_and_done if held & _SHIFT else self.submitted).emit()
        elif key in _ENTER and not held & _SHIFT:
            self._break_block()
        elif key == Qt.Key.Key_Backspace and block_editing.step_back(self.textCursor()):
            self.format_changed.emit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and self.current_list():
            block_editing.indent_items(self.textCursor(), key == Qt.Key.Key_Tab)
        else:
            self._leave_atom(event.text())
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            in_list = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and self.current_list()
            if in_list or (event.key() in _ENTER and event.modifiers() & _CTRL):
                event.accept()
                return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._leave_atom(event.commitString() or event.preeditString())
        super().inputMethodEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        block = self._check_box_at(event.position().toPoint())
        if block is None:
            super().mousePressEvent(event)
        else:
            block_editing.toggle_check(block)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        offset = QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        painter.translate(offset)
        paint_grounds(painter, self.document(), QRectF(event.rect()).translated(-offset))
        painter.end()
        super().paintEvent(event)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Only pictures that were given; nothing is ever fetched."""
        source = name if isinstance(name, str) else name.toString()
        return self._images.get(source) or placeholder_image(source)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or source.hasUrls() or source.hasHtml() or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Files and pictures are handed on, HTML comes in sanitised, the rest as plain text."""
        paths = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
        if paths:
            self.files_dropped.emit(paths)
        elif source.hasImage() and not source.text().strip():
            self.image_pasted.emit(png_bytes(source.imageData()))
        elif tag_of(self.textCursor().block()) == "pre":
            self.textCursor().insertText(source.text().replace("\n", "\u2028"))
        elif source.hasHtml() and len(source.html()) <= PASTE_LIMIT_CHARS:
            self.insert_canonical_html(sanitize(source.html()))
        elif "\n" not in source.text():
            self._leave_atom(source.text())
            self.textCursor().insertText(source.text())
        else:
            self.insert_canonical_html(from_plain(source.text()))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Canonical HTML, and the same as plain text."""
        cursor, copy = self.textCursor(), QTextDocument()
        prepare(copy)
        first = self.document().findBlock(cursor.selectionStart())
        whole = cursor.selectionStart() == first.position()
        block_editing.insert_part(QTextCursor(copy), cursor.selection(), first, whole=whole)
        data = QMimeData()
        data.setHtml(document_html(copy))
        data.setText(cursor.selection().toPlainText())
        return data

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 2 * self.fontMetrics().lineSpacing())

    # helpers

    def _add_shortcuts(self) -> None:
        acts: dict[str, Callable[[], None]] = {
            **{key: partial(self.toggle_mark, mark) for mark, key in MARK_KEYS.items()},
            **{key: partial(self.toggle_list, kind) for kind, key in LIST_KEYS.items()},
            QUOTE_KEY: self.toggle_quote,
            CODE_KEY: self.toggle_code,
            CHECK_KEY: self._toggle_check,
        }
        for key, act in acts.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def _toggle_check(self) -> None:
        block_editing.toggle_check(self.textCursor().block())

    def _options(self) -> BuildOptions:
        return BuildOptions(image_width_px=max(160, self.viewport().width() - 40))

    def _show_images(self, sources: list[str]) -> None:
        for source in dict.fromkeys(sources):
            if source not in self._images:
                self.image_wanted.emit(source)

    def _break_block(self) -> None:
        cursor = self.textCursor()
        cursor.removeSelectedText()
        block_editing.break_block(cursor)
        self.setTextCursor(cursor)
        self._leave_atom("\n")
        self.ensureCursorVisible()

    def _leave_atom(self, typed: str) -> None:
        """What is typed after a link or a mention does not belong to it."""
        cursor, look = self.textCursor(), self.currentCharFormat()
        if not typed or cursor.hasSelection():
            return
        if look.anchorHref() or look.stringProperty(MENTION):
            probe = QTextCursor(cursor)
            at_end = cursor.atBlockEnd()
            if not at_end:
                probe.movePosition(QTextCursor.MoveOperation.Right)
                after = probe.charFormat()
                same = (after.anchorHref(), after.stringProperty(MENTION)) == (
                    look.anchorHref(),
                    look.stringProperty(MENTION),
                )
                at_end = not same
            if at_end:
                self.setCurrentCharFormat(base_char_format(tag_of(cursor.block())))

    def _format_here(self) -> QTextCharFormat:
        """Of the first selected letter, or of what would be typed."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return self.currentCharFormat()
        return self._letter_before(cursor.selectionStart() + 1)

    def _letter_before(self, position: int) -> QTextCharFormat:
        probe = QTextCursor(self.document())
        probe.setPosition(position)
        return probe.charFormat()

    def _set_char_format(self, cursor: QTextCursor, look: QTextCharFormat) -> None:
        if cursor.hasSelection():
            cursor.setCharFormat(look)
        else:
            self.setCurrentCharFormat(look)

    def _select_link(self, cursor: QTextCursor) -> None:
        href = self._letter_before(cursor.position()).anchorHref()
        if not href or cursor.hasSelection():
            return
        block = cursor.block()
        place = block.begin()
        while not place.atEnd():
            part = place.fragment()
            if part.contains(cursor.position() - 1) and part.charFormat().anchorHref() == href:
                cursor.setPosition(part.position())
                end = part.position() + part.length()
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                return
            place += 1

    def _check_box_at(self, spot: QPoint) -> Any:
        block = self.cursorForPosition(spot).block()
        if list_kind(block) != "c":
            return None
        start = self.cursorRect(QTextCursor(block))
        on_box = start.left() - LIST_INDENT_PX <= spot.x() < start.left()
        return block if on_box and abs(spot.y() - start.center().y()) < start.height() else None

    @Slot()
    def _on_theme_changed(self) -> None:
        prepare(self.document())
        if not self.document().isEmpty():
            place = self.textCursor().position()
            self.set_canonical_html(self.canonical_html())
            cursor = self.textCursor()
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            self.setTextCursor(cursor)


def png_bytes(picture: Any) -> bytes:
    """The picture of a clipboard as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImage(picture).save(buffer, "PNG")  # type: ignore[call-overload] # PySide's stub lacks QBuffer
    return bytes(buffer.data().data())
