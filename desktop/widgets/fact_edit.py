"""A value that is read as words and edited where it stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStyle, QStyleOptionFrame, QWidget

_TIP_LETTERS = 500
_LEAST_LINES, _MOST_LINES, _EDGES_PX = 2, 8, 22


class FactEdit(QLineEdit):
    """Enter, or leaving it, keeps what was typed; Escape brings back what stood there.

    Signals: ``committed(str)`` with another text than before.
    """

    committed = Signal(str)

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value, self._told = "", ""
        self.setProperty("kind", "fact")
        self.setAccessibleName(accessible_name)
        self.setPlaceholderText("—")
        self.editingFinished.connect(self._on_finished)

    def show_value(self, text: str) -> None:
        """What is known now; what is just being typed is not replaced."""
        if self.hasFocus() and self.text() not in (self._value, self._told):
            return
        self._value = self._told = text
        self._show()

    def value(self) -> str:
        """What was known before the typing."""
        return self._value

    def show_fault(self, *, wrong: bool) -> None:
        """Whether what was told is wrong: then it is still being typed."""
        self._told = self._value if wrong else self._told
        self.setProperty("state", "error" if wrong else "")
        self.style().polish(self)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z is the field's while there is typing to undo, then the window's."""
        undoes = (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
        )
        if undoes and not self.isUndoAvailable():
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._value:
            self.show_fault(wrong=False)
            self._show()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """While it is read, what is too long for the line ends in an ellipsis; the tip has all."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        contents = QStyle.SubElement.SE_LineEditContents
        room = self.style().subElementRect(contents, option, self).adjusted(2, 0, -2, 0)
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        if self.hasFocus() or words == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        panel = QStyle.PrimitiveElement.PE_PanelLineEdit
        self.style().drawPrimitive(panel, option, painter, self)
        where = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        role = self.foregroundRole()
        self.style().drawItemText(
            painter, room, where, option.palette, self.isEnabled(), words, role
        )
        painter.end()

    def _show(self) -> None:
        self.setText(self._value)
        self.setCursorPosition(0)
        self.setToolTip(self._value[:_TIP_LETTERS])

    @Slot()
    def _on_finished(self) -> None:
        text = self.text()
        if text.strip() == self._value.strip():
            self._show()
        elif text != self._told:
            self._told = text
            self.committed.emit(text)


class NoteEdit(QPlainTextEdit):
    """The same for several lines: leaving it, or Ctrl+Enter, keeps what was typed.

    Signals: ``committed(str)``.
    """

    committed = Signal(str)

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ""
        self.setProperty("kind", "fact")
        self.setAccessibleName(accessible_name)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._fit)
        self._fit()

    def show_value(self, text: str) -> None:
        """What is known now; what is just being typed is not replaced."""
        if self.hasFocus() and self.toPlainText() != self._value:
            return
        if text != self._value or not self.toPlainText():
            self._value = text
            self.setPlainText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._keep()
        elif event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._value:
            self.setPlainText(self._value)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _fit(self) -> None:
        """As high as the text, within bounds; the document counts in lines."""
        lines = min(max(_LEAST_LINES, round(self.document().size().height())), _MOST_LINES)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + _EDGES_PX)

    def _keep(self) -> None:
        if self.toPlainText().strip() != self._value.strip():
            self.committed.emit(self.toPlainText())
