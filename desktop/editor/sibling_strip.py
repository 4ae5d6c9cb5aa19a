"""Above the text: what the same person began to write here on another device."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.field_words import time_words
from desktop.icons import pixmap
from desktop.theme import current_theme, theme_state
from desktop.widgets.button import Button
from desktop.widgets.elided_label import ElidedLabel
from models.richtext import to_plain
from models.rows import SiblingDraft

_ICON_PX, _PREVIEW_LINES = 14, 4


def _tr(text: str, n: int = -1) -> str:
    return QCoreApplication.translate("SiblingLine", text, None, n)


class SiblingStrip(QWidget):
    """A calm line for each; hidden while there is none.

    Signals: ``use_chosen(SiblingDraft)``: put its text into one's own;
    ``drop_chosen(SiblingDraft)``.
    """

    use_chosen = Signal(object)
    drop_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[str, SiblingLine] = {}
        self._kind, self._filled = "reply", frozenset[str]()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 6, 0, 0)
        self._layout.setSpacing(2)
        self.hide()

    def show_siblings(self, siblings: Sequence[SiblingDraft]) -> None:
        """Lines of drafts that are still there stay, with what is open in them."""
        gone = self._lines.keys() - {row.id for row in siblings}
        for id in gone:
            line = self._lines.pop(id)
            line.hide()
            line.deleteLater()
        for row in siblings:
            if row.id not in self._lines:
                self._add(row)
            self._lines[row.id].show_row(row)
        self._show_own()
        self.setVisible(bool(self._lines))

    def show_own(self, kind: str, filled: Collection[str]) -> None:
        """Which text is open, and which of one's own have something in them."""
        if (kind, frozenset(filled)) != (self._kind, self._filled):
            self._kind, self._filled = kind, frozenset(filled)
            self._show_own()

    def lines(self) -> list[SiblingLine]:
        return list(self._lines.values())

    def _show_own(self) -> None:
        for line in self._lines.values():
            line.show_own(self._kind, self._filled)

    def _add(self, row: SiblingDraft) -> None:
        line = self._lines[row.id] = SiblingLine(row)
        line.use_chosen.connect(self.use_chosen)
        line.drop_chosen.connect(self.drop_chosen)
        self._layout.addWidget(line)


class SiblingLine(QFrame):
    """One of them: whose it is, and what can be done. Signals as of the strip."""

    use_chosen = Signal(object)
    drop_chosen = Signal(object)

    def __init__(self, row: SiblingDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("siblingLine")
        self._row, self._kind = row, row.kind
        self._taken: str | None = None
        self._icon, self.words = QLabel(), ElidedLabel()
        self.use = Button("", small=True)
        self.show_text = Button(self.tr("Show"), small=True)
        self.drop = Button(self.tr("Discard"), small=True)
        self.preview = QPlainTextEdit()
        self._lay_out()
        self.use.clicked.connect(self._on_use)
        self.show_text.clicked.connect(self._on_show)
        self.drop.clicked.connect(lambda: self.drop_chosen.emit(self._row))
        theme_state().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_row(self, row: SiblingDraft) -> None:
        """The draft as it is now; words that came after it was taken over can be taken again."""
        self._row = row
        if self.preview.toPlainText() != to_plain(row.html):
            self.preview.setPlainText(to_plain(row.html))
        self._show_words()

    def show_own(self, kind: str, filled: Collection[str]) -> None:
        """Into an empty text it is put, to another one it is added."""
        self._kind = kind
        below = self._row.kind in filled
        _name(self.use, self.tr("Add below") if below else self.tr("Use it"))
        self._show_words()

    def _show_words(self) -> None:
        row, taken = self._row, self._taken == self._row.html
        words = sibling_words(row, self._kind, taken=taken)
        self.words.setText(words)
        self.setAccessibleName(words)
        readable = bool(row.html) and not taken
        self.use.setVisible(readable)
        self.show_text.setVisible(readable)
        if not readable:
            self._open_preview(False)

    def _lay_out(self) -> None:
        self.words.setProperty("role", "secondary")
        lines = self.preview.fontMetrics().lineSpacing() * _PREVIEW_LINES
        self.preview.setFixedHeight(lines + 12)
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName(self.tr("Text of the other draft"))
        self.preview.hide()
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._icon)
        top.addWidget(self.words, 1)
        for button in (self.use, self.show_text, self.drop):
            top.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 3, 4, 3)
        layout.setSpacing(3)
        layout.addLayout(top)
        layout.addWidget(self.preview)

    def _open_preview(self, is_open: bool) -> None:
        self.preview.setVisible(is_open)
        _name(self.show_text, self.tr("Hide") if is_open else self.tr("Show"))

    @Slot()
    def _on_use(self) -> None:
        self._taken = self._row.html
        self._show_words()
        self.use_chosen.emit(self._row)

    @Slot()
    def _on_show(self) -> None:
        self._open_preview(self.preview.isHidden())

    @Slot()
    def _on_theme_changed(self) -> None:
        colour = current_theme().secondary_text
        self._icon.setPixmap(pixmap("monitor", colour, _ICON_PX, self.devicePixelRatioF()))


def _name(button: Button, words: str) -> None:
    button.setText(words)
    button.setAccessibleName(words)


def sibling_words(row: SiblingDraft, kind: str, *, taken: bool) -> str:
    """From where and when; which of the two texts, where that is not the one that is open."""
    if taken:
        words = _tr("The draft from %1, %2, is in your text")
    elif row.kind == kind:
        words = _tr("A draft from %1, %2")
    elif row.kind == "note":
        words = _tr("A draft of a note from %1, %2")
    else:
        words = _tr("A draft of a reply from %1, %2")
    device = row.device or _tr("another computer")
    words = words.replace("%1", device).replace("%2", time_words(row.updated_at_ms))
    if row.files:
        words += "; " + _tr("%n files are only there", row.files)
    return words
