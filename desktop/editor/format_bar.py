"""The row of buttons over a RichTextEdit."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.editor.link_dialog import LinkDialog
from desktop.editor.rich_text_edit import (
    CODE_KEY,
    LIST_KEYS,
    MARK_KEYS,
    QUOTE_KEY,
    RichTextEdit,
)
from desktop.widgets.hairline import Hairline
from desktop.widgets.icon_button import IconButton

LINK_KEY = "Ctrl+Shift+K"


class FormatBar(QWidget):
    """Serves one editor at a time. Signals: ``file_wanted()`` by the paper clip."""

    file_wanted = Signal()

    def __init__(self, editor: RichTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._checked: list[tuple[IconButton, Callable[[], bool]]] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(6, 3, 6, 3)
        self._layout.setSpacing(2)
        self._add_marks()
        self._add_blocks()
        self._add_rest()
        editor.format_changed.connect(self._on_format_changed)
        editor.undoAvailable.connect(self._undo.setEnabled)
        editor.redoAvailable.connect(self._redo.setEnabled)

    def _add_marks(self) -> None:
        marks = (
            ("b", "bold", self.tr("Bold")),
            ("i", "italic", self.tr("Italic")),
            ("u", "underline", self.tr("Underline")),
            ("s", "strike", self.tr("Strike through")),
        )
        for mark, icon, words in marks:
            self._add_toggle(
                icon,
                words,
                MARK_KEYS[mark],
                partial(self._editor.toggle_mark, mark),
                partial(self._editor.has_mark, mark),
            )
        self._add_line()

    def _add_blocks(self) -> None:
        lists = (
            ("u", "bullet-list", self.tr("Bulleted list")),
            ("o", "number-list", self.tr("Numbered list")),
            ("c", "check-list", self.tr("Check list")),
        )
        for kind, icon, words in lists:
            self._add_toggle(
                icon,
                words,
                LIST_KEYS[kind],
                partial(self._editor.toggle_list, kind),
                partial(self._is_in_list, kind),
            )
        edit = self._editor
        self._add_toggle("quote", self.tr("Quote"), QUOTE_KEY, edit.toggle_quote, edit.in_quote)
        self._add_toggle("code", self.tr("Code"), CODE_KEY, edit.toggle_code, edit.in_code)
        self._add_line()

    def _add_rest(self) -> None:
        link = self._add_button("link", self.tr("Link"), LINK_KEY, self.ask_for_link)
        shortcut = QShortcut(QKeySequence(LINK_KEY), self._editor)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(link.click)
        self._add_button("paperclip", self.tr("Attach a file"), "", self.file_wanted.emit)
        self._layout.addStretch(1)
        self._undo = self._add_button("undo", self.tr("Undo typing"), "Ctrl+Z", self._editor.undo)
        self._redo = self._add_button("redo", self.tr("Redo typing"), "Ctrl+Y", self._editor.redo)
        self._undo.setEnabled(False)
        self._redo.setEnabled(False)

    @Slot()
    def ask_for_link(self) -> None:
        """Open the dialog for the selection or the link under the cursor."""
        cursor, href = self._editor.textCursor(), self._editor.current_link()
        link = LinkDialog.ask(self, href, cursor.selectedText())
        self._editor.setFocus()
        if link is not None:
            self._editor.put_link(link.href, link.text)

    def _is_in_list(self, kind: str) -> bool:
        return self._editor.current_list() == kind

    def _add_toggle(
        self,
        icon: str,
        words: str,
        keys: str,
        act: Callable[[], None],
        is_on: Callable[[], bool],
    ) -> None:
        button = self._add_button(icon, words, keys, act)
        button.setCheckable(True)
        self._checked.append((button, is_on))

    def _add_button(self, icon: str, words: str, keys: str, act: Callable[[], None]) -> IconButton:
        button = IconButton(icon, words, shortcut_text=keys, small=True)
        button.clicked.connect(lambda: act())
        self._layout.addWidget(button)
        return button

    def _add_line(self) -> None:
        line = Hairline(Qt.Orientation.Vertical)
        line.setFixedHeight(16)
        self._layout.addSpacing(3)
        self._layout.addWidget(line)
        self._layout.addSpacing(3)

    @Slot()
    def _on_format_changed(self) -> None:
        for button, is_on in self._checked:
            button.setChecked(is_on())
