"""The search in the top bar, which leads on into the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.widgets.search_field import SearchField


class TopSearch(SearchField):
    """Signals: ``left()`` by Down, or by Escape when it is empty."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        leaves = event.key() == Qt.Key.Key_Escape and not self.text()
        if leaves or event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)
