"""The search in the top bar, which leads on into the list or opens the palette."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.widgets.search_field import SearchField


class TopSearch(SearchField):
    """With the keyboard it searches the list. ``anything`` is what it says without: a click into
    the empty field wants the palette then.

    Signals: ``left()`` by Down, or by Escape when it is empty; ``palette_wanted()``.
    """

    left = Signal()
    palette_wanted = Signal()

    def __init__(self, anything: str, key_hint: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Search the ticket list"), key_hint, parent)
        self._here, self._anything = self.placeholderText(), anything
        self.setPlaceholderText(anything or self._here)
        if anything:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._anything and not self.text() and not self.hasFocus():
            self.palette_wanted.emit()
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setPlaceholderText(self._here)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setPlaceholderText(self._anything or self._here)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        leaves = event.key() == Qt.Key.Key_Escape and not self.text()
        if leaves or event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)
