"""The subject of the ticket: large, and a field after F2 or a double click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedLayout, QWidget

from desktop.ticket_words import subject_words
from desktop.widgets.elided_label import ElidedLabel
from models.commands.base import SUBJECT_LIMIT


class SubjectLine(QWidget):
    """Signals: ``subject_typed(str)`` when another subject was entered."""

    subject_typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._field = ElidedLabel(), QLineEdit()
        self._label.setProperty("role", "title")
        self._field.setMaxLength(SUBJECT_LIMIT)
        self._field.setAccessibleName(self.tr("Subject"))
        self._label.installEventFilter(self)
        self._field.installEventFilter(self)
        self._field.returnPressed.connect(self._on_return_pressed)
        self._layout = QStackedLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._label)
        self._layout.addWidget(self._field)
        self.setFixedHeight(28)

    def show_subject(self, subject: str) -> None:
        """An edit that is going on stays."""
        one_line = subject_words(subject)
        self._label.setText(one_line)
        self._label.setAccessibleName(one_line)
        if not self.is_editing():
            self._field.setText(subject)

    def is_editing(self) -> bool:
        return self._layout.currentWidget() is self._field

    @Slot()
    def edit(self) -> None:
        """Turn into a field with the subject selected."""
        self._layout.setCurrentWidget(self._field)
        self._field.selectAll()
        self._field.setFocus()

    def stop_editing(self) -> None:
        """Forget what was typed."""
        self._layout.setCurrentWidget(self._label)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._label and event.type() == QEvent.Type.MouseButtonDblClick:
            self.edit()
            return True
        if watched is self._field and event.type() == QEvent.Type.FocusOut:
            self.stop_editing()
        is_key = watched is self._field and event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.stop_editing()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _on_return_pressed(self) -> None:
        typed = " ".join(self._field.text().split())
        self.stop_editing()
        if typed and typed != self._label.text():
            self.subject_typed.emit(typed)
