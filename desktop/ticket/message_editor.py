"""A message that is there, opened to be changed; it stands in the place of the composer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.editor.editor_frame import EditorFrame
from desktop.editor.primary_button import PrimaryButton
from desktop.theme import PANE_PADDING_PX
from desktop.widgets.button import Button
from desktop.work.draft_timer import DraftTimer


class MessageEditor(QWidget):
    """Ctrl+Enter saves, Escape closes; with something changed it asks once more.

    Signals: ``saved(str)`` with the new text, ``closed()`` without a change, ``draft_due(str)``:
    keep this text.
    """

    saved = Signal(str)
    closed = Signal()
    draft_due = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._before, self._asked, self._loading = "", False, False
        self._timer = DraftTimer(self)
        self._title, self._words = QLabel(), QLabel()
        self._frames = {
            "reply": EditorFrame("reply", self.tr("Text of the reply")),
            "note": EditorFrame("note", self.tr("Text of the note")),
        }
        self._frame = self._frames["note"]
        self._save = PrimaryButton("Ctrl+Enter")
        self._cancel = Button(self.tr("Cancel"))
        self._cancel.setToolTip("Esc")
        self._lay_out()
        self._save.clicked.connect(self._on_save)
        self._cancel.clicked.connect(self.leave)
        self._timer.due.connect(self._on_draft_due)
        for frame in self._frames.values():
            frame.editor.submitted.connect(self._on_save)
            frame.editor.textChanged.connect(self._on_typed)
            frame.editor.installEventFilter(self)
            frame.editor.image_pasted.connect(self._on_file_given)
            frame.editor.files_dropped.connect(self._on_file_given)
            frame.bar.file_wanted.connect(self._on_file_given)

    @property
    def frame(self) -> EditorFrame:
        """The field that is open, with its buttons."""
        return self._frame

    @property
    def frames(self) -> tuple[EditorFrame, ...]:
        """The fields for replies and for notes."""
        return tuple(self._frames.values())

    def edit(self, kind: str, title: str, save_words: str, before: str, html: str) -> None:
        """Open ``html`` for writing; ``before`` is what the message says without it."""
        self._frame = self._frames["reply" if kind == "reply" else "note"]
        for frame in self._frames.values():
            frame.setVisible(frame is self._frame)
        self._title.setText(title)
        self._save.set_words(save_words)
        self._asked = False
        self.say("")
        self._loading = True
        self._frame.editor.set_canonical_html(before)
        self._before = self._frame.editor.canonical_html()
        if html != before:
            self._frame.editor.set_canonical_html(html)
        self._loading = False
        self._timer.stop()

    def take_focus(self) -> None:
        self._frame.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def is_changed(self) -> bool:
        return self._frame.editor.canonical_html() != self._before

    def save_now(self) -> None:
        """Give out what is not kept yet."""
        self._timer.fire()

    @Slot()
    def leave(self) -> None:
        """Close; asks once more when something would be lost."""
        if self.is_changed() and not self._asked:
            self._asked = True
            self.say(self.tr("Press Escape or Cancel again to throw this change away."))
            return
        self._timer.stop()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and _is_escape(event):
            self.leave()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._title.setProperty("role", "strong")
        self._words.setProperty("tone", "risk")
        self._words.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PANE_PADDING_PX, 9, PANE_PADDING_PX, 10)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        for frame in self._frames.values():
            layout.addWidget(frame, 1)
        line = QHBoxLayout()
        line.addWidget(self._words, 1)
        line.addWidget(self._cancel)
        line.addWidget(self._save)
        layout.addLayout(line)

    @Slot()
    def _on_typed(self) -> None:
        if not self._loading:
            self._timer.touch()
            self._asked = False
            self.say("")

    @Slot()
    def _on_file_given(self) -> None:
        self.say(self.tr("A file can't be added to a message that is there. Write a new one."))

    @Slot()
    def _on_draft_due(self) -> None:
        self.draft_due.emit(self._frame.editor.canonical_html())

    @Slot()
    def _on_save(self) -> None:
        if self._frame.editor.is_blank():
            self.say(self.tr("There is no text left."))
            return
        self._timer.stop()
        self.saved.emit(self._frame.editor.canonical_html())

    def say(self, words: str) -> None:
        """One line beside the buttons."""
        self._words.setText(words)
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
