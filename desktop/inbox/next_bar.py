"""The line above the list that says which ticket is next and why, and asks why one is skipped."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from desktop.widgets.button import Button
from desktop.widgets.icon_button import IconButton
from models.queries.next_ticket import WHY_LIMIT


class WhyField(QLineEdit):
    """Signals: ``left()`` by Escape."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class NextBar(QFrame):
    """Hidden until there is something to say.

    Signals: ``skipped(str)`` with the reason; ``left()`` when the list is to have the keyboard.
    """

    skipped = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setProperty("tone", "info")
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.why = WhyField()
        self.why.setMaxLength(WHY_LIMIT)
        self.why.setPlaceholderText(self.tr("Why skip it? Then Enter"))
        self.why.setAccessibleName(self.tr("Why this ticket is skipped"))
        self.skip = Button(self.tr("Skip…"), small=True)
        self._close = IconButton("close", self.tr("Close this message"), small=True)
        self._lay_out()
        self.skip.clicked.connect(self.ask_why)
        self.why.returnPressed.connect(self._on_why_given)
        self.why.left.connect(self._on_why_left)
        self._close.clicked.connect(self.hide)
        self.hide()

    def show_words(self, words: str, *, can_skip: bool) -> None:
        """Say it, to a screen reader as well."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self._show_asking(False)
        self.skip.setVisible(can_skip)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @Slot()
    def ask_why(self) -> None:
        """The keyboard goes to the reason."""
        self._show_asking(True)
        self.why.clear()
        self.why.setFocus()

    def _show_asking(self, asking: bool) -> None:
        self.why.setVisible(asking)
        self.words.setVisible(not asking)
        self.skip.setVisible(not asking)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 5, 6, 5)
        layout.setSpacing(6)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.why, 1)
        layout.addWidget(self.skip)
        layout.addWidget(self._close)

    @Slot()
    def _on_why_given(self) -> None:
        why = self.why.text().strip()
        if why:
            self._show_asking(False)
            self.left.emit()
            self.skipped.emit(why)

    @Slot()
    def _on_why_left(self) -> None:
        self._show_asking(False)
        self.left.emit()
