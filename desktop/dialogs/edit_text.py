"""Another text for a note, reply or call that has not gone out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, cast

from PySide6.QtCore import SignalInstance, Slot
from PySide6.QtWidgets import QFrame, QTextEdit, QVBoxLayout, QWidget

from desktop.dialogs.frame import DialogFrame
from desktop.widgets.hairline import Hairline

_WIDTH_PX, _HEIGHT_PX = 620, 420
EditorFactory = Callable[[QWidget], tuple[QTextEdit, QWidget]]


class _RichText(Protocol):
    image_pasted: SignalInstance
    files_dropped: SignalInstance

    def canonical_html(self) -> str: ...

    def set_canonical_html(self, html: str) -> None: ...


class _Buttons(Protocol):
    file_wanted: SignalInstance


class EditTextDialog(DialogFrame):
    """Files that belong to the text stay with it."""

    def __init__(
        self, make_editor: EditorFactory, title: str, sentence: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.set_heading(title, sentence, self.tr("Save"))
        self.edit, bar = make_editor(self)
        self.edit.setProperty("kind", "bare")
        self._before = ""
        frame = QFrame()
        frame.setObjectName("editorFrame")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(bar)
        inside.addWidget(Hairline())
        padded = QVBoxLayout()
        padded.setContentsMargins(11, 9, 3, 3)
        padded.addWidget(self.edit)
        inside.addLayout(padded, 1)
        self.body.addWidget(frame, 1)
        self.watch_keys(self.edit)
        text = self._text
        for wanted in (text.image_pasted, text.files_dropped, cast(_Buttons, bar).file_wanted):
            wanted.connect(self._on_file_offered)
        self.resize(_WIDTH_PX, _HEIGHT_PX)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        *,
        make_editor: EditorFactory,
        title: str,
        sentence: str,
        html: str,
    ) -> str | None:
        """The new text, or None when it was left as it is."""
        dialog = cls(make_editor, title, sentence, parent)
        dialog.begin(html)
        changed = dialog.html() if dialog.exec() and dialog.is_dirty() else None
        dialog.deleteLater()
        return changed

    def begin(self, html: str) -> None:
        """Fill in the text as it is; the keyboard is in it."""
        self._text.set_canonical_html(html)
        self._before = self.html()
        self.edit.setFocus()

    def html(self) -> str:
        """The text in canonical form."""
        return self._text.canonical_html()

    def problem(self) -> tuple[str, QWidget] | None:
        if not self.edit.toPlainText().strip():
            return self.tr("There is no text left. Withdraw the change instead."), self.edit
        return None

    def is_dirty(self) -> bool:
        return self.html() != self._before

    @Slot()
    def _on_file_offered(self) -> None:
        self.show_words(self.tr("Files can't be added here. Those it has stay with it."), "risk")

    @property
    def _text(self) -> _RichText:
        return cast(_RichText, self.edit)
