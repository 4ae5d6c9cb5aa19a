"""Something that may help, as a card in the side panel: a title, a line, what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.widgets.button import Button
from desktop.widgets.elided_label import ElidedLabel

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class BesideCard(QFrame):
    """Enter or a click opens it, Ctrl+Enter puts its text into the reply.

    Signals: ``open_wanted()``, ``insert_wanted()``; ``step_wanted(int)``: the keyboard goes to the
    card below (1) or above (-1).
    """

    open_wanted = Signal()
    insert_wanted = Signal()
    step_wanted = Signal(int)

    def __init__(
        self, title: str, second: str, insert_words: str, parent: QWidget | None = None
    ) -> None:
        """Without ``insert_words`` there is no text to put anywhere."""
        super().__init__(parent)
        self.setProperty("card", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(title)
        self.setAccessibleDescription(second)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 9, 12, 10)
        layout.setSpacing(4)
        name, line = ElidedLabel(title), QLabel(second)
        name.setProperty("role", "strong")
        line.setProperty("role", "secondary")
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.setWordWrap(True)
        layout.addWidget(name)
        layout.addWidget(line)
        self.insert = Button(insert_words, "plus", kind="flat", small=True)
        self.insert.clicked.connect(self.insert_wanted)
        self.insert.setVisible(bool(insert_words))
        row = QHBoxLayout()
        row.addWidget(self.insert)
        row.addStretch(1)
        layout.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            inserts = held and not self.insert.isHidden()
            (self.insert_wanted if inserts else self.open_wanted).emit()
        elif event.key() in _STEPS:
            self.step_wanted.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.open_wanted.emit()
