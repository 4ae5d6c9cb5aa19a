"""A filter that is on or off, such as "Unread 3"."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget


class FilterChip(QPushButton):
    """Listen to ``toggled(bool)``."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("chip", True)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_words(text)

    def show_words(self, text: str) -> None:
        """What the chip says, to a screen reader as well."""
        self.setText(text)
        self.setAccessibleName(text)
