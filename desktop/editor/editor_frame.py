"""A rich text field with its buttons in one frame."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.editor.format_bar import FormatBar
from desktop.editor.rich_text_edit import RichTextEdit
from desktop.widgets.hairline import Hairline


class EditorFrame(QFrame):
    """``editor`` and ``bar``, public; the frame shows where the keyboard is, ``kind`` the ground.

    ``kind`` is reply or note, as in ``app.qss``. Signals: ``left()`` by the keyboard.
    """

    left = Signal()

    def __init__(self, kind: str, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("editorFrame")
        self.setProperty("kind", kind)
        self.editor = RichTextEdit(accessible_name)
        self.editor.setProperty("kind", "bare")
        self.bar = FormatBar(self.editor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(Hairline())
        inner = QVBoxLayout()
        inner.setContentsMargins(4, 2, 2, 2)
        inner.addWidget(self.editor)
        layout.addLayout(inner, 1)
        self.editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("state", "focus" if event.type() == QEvent.Type.FocusIn else "")
            self.style().polish(self)
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)
