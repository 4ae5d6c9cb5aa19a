"""A place to write in: the buttons, the formatted text, and the files that belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from desktop.notes.file_strip import FileStrip
from desktop.notes.text_parts import Buttons, EditorFactory, RichText
from desktop.widgets.hairline import Hairline
from desktop.work.reader import Reader
from models.commands import FileRef


class WritingBox(QFrame):
    """Signals: ``text_edited()`` and ``files_changed()`` by the person, ``failed(DeskError)``."""

    text_edited = Signal()
    files_changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        make_editor: EditorFactory,
        reader: Reader,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("editorFrame")
        self.edit, self.bar = make_editor(self)
        self.strip = FileStrip(reader, folder)
        self._filling = False
        self.edit.setProperty("kind", "bare")
        self._lay_out()
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._on_text_changed)
        self._text.image_pasted.connect(self.strip.keep_image)
        self._text.files_dropped.connect(self.strip.keep_paths)
        cast(Buttons, self.bar).file_wanted.connect(self._on_file_wanted)
        self.strip.files_changed.connect(self.files_changed)
        self.strip.failed.connect(self.failed)

    def html(self) -> str:
        """The text in canonical form; empty when there is none."""
        return self._text.canonical_html()

    def files(self) -> tuple[FileRef, ...]:
        """The files in their order."""
        return self.strip.files()

    def busy(self) -> bool:
        """True while a pasted picture is still being kept."""
        return self.strip.busy()

    def edit_widget(self) -> QWidget:
        """What takes the keyboard."""
        return self.edit

    def show_content(self, html: str, files: Sequence[FileRef]) -> None:
        """Replace text and files; no signal is sent for it."""
        self._filling = True
        self._text.set_canonical_html(html)
        self._filling = False
        self.strip.show_files(files)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            has_it = event.type() == QEvent.Type.FocusIn
            self.setProperty("state", "focus" if has_it else "")
            self.style().polish(self)
        return super().eventFilter(watched, event)

    @property
    def _text(self) -> RichText:
        return cast(RichText, self.edit)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(Hairline())
        layout.addLayout(self._padded_edit(), 1)
        layout.addWidget(self.strip)

    def _padded_edit(self) -> QVBoxLayout:
        padded = QVBoxLayout()
        padded.setContentsMargins(11, 9, 3, 3)
        padded.addWidget(self.edit)
        return padded

    @Slot()
    def _on_file_wanted(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Add files"))
        self.strip.keep_paths([Path(path) for path in chosen])

    @Slot()
    def _on_text_changed(self) -> None:
        if not self._filling:
            self.text_edited.emit()
