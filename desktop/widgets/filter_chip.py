"""A filter that is on or off, such as "Unread 3"."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget


class FilterChip(QPushButton):
    """Listen to ``toggled(bool)``."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("chip", True)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
