"""Something that may help, as a card in the side panel: a title, a line, what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ticket.side_card import SideCard
from desktop.widgets.button import Button
from desktop.widgets.elided_label import ElidedLabel


class BesideCard(SideCard):
    """Enter or a click opens it, Ctrl+Enter puts its text into the reply.

    Signals: ``open_wanted()``, ``insert_wanted()``.
    """

    open_wanted = Signal()
    insert_wanted = Signal()

    def __init__(
        self, title: str, second: str, insert_words: str, parent: QWidget | None = None
    ) -> None:
        """Without ``insert_words`` there is no text to put anywhere."""
        super().__init__(title, second, parent)
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

    def act(self, held: Qt.KeyboardModifier) -> None:
        inserts = held == Qt.KeyboardModifier.ControlModifier and not self.insert.isHidden()
        (self.insert_wanted if inserts else self.open_wanted).emit()
