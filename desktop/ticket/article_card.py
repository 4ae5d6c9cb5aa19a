"""An article that may answer the ticket, as a card in the side panel."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.widgets.button import Button
from models.rows import ArticleRow

_SNIPPET_CHARS = 150


class ArticleCard(QFrame):
    """Signals: ``read_wanted(str)``, ``insert_wanted(str)`` with the article's id.

    A click anywhere or Enter reads it.
    """

    read_wanted = Signal(str)
    insert_wanted = Signal(str)

    def __init__(self, row: ArticleRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = row.id
        self.setProperty("card", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(row.title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        title, snippet = QLabel(row.title), QLabel(_short(row.snippet))
        title.setProperty("role", "strong")
        snippet.setProperty("role", "secondary")
        for label in (title, snippet):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        insert = Button(self.tr("Insert answer"), "plus", small=True)
        insert.clicked.connect(lambda: self.insert_wanted.emit(self._id))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 11)
        layout.setSpacing(5)
        layout.addWidget(title)
        if row.snippet:
            layout.addWidget(snippet)
        line = QHBoxLayout()
        line.addWidget(insert)
        line.addStretch(1)
        layout.addLayout(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.read_wanted.emit(self._id)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.read_wanted.emit(self._id)


def _short(snippet: str) -> str:
    words = " ".join(snippet.split())
    return words if len(words) <= _SNIPPET_CHARS else words[:_SNIPPET_CHARS].rstrip() + " …"
