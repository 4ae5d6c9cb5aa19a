"""The field of the palette; keys that move, choose and close are told, the rest is typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.actions.physical_keys import typed_keys
from desktop.palette.palette_list import PAGE_ROWS

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Backtab: -1,
    Qt.Key.Key_PageDown: PAGE_ROWS,
    Qt.Key.Key_PageUp: -PAGE_ROWS,
}
_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STAYS = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)


class PaletteField(QLineEdit):
    """Signals: ``stepped(int)``; ``chosen(bool)`` by Enter, True with Ctrl; ``escaped()``;
    ``left()`` when the keyboard went elsewhere in the window. ``toggle_keys`` in Qt's portable
    form."""

    stepped = Signal(int)
    chosen = Signal(bool)
    escaped = Signal()
    left = Signal()

    def __init__(self, placeholder: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bare")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.toggle_keys = ""

    def event(self, event: QEvent) -> bool:
        """Shortcuts of the window rest meanwhile, but for the one that opened this."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            typed = QKeySequence(typed_keys(event))
            event.setAccepted(typed != QKeySequence(self.toggle_keys))
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes down the list: there is nowhere else to go."""
        self.stepped.emit(1 if forward else -1)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers()
        if key in _CHOOSE:
            self.chosen.emit(bool(held & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in _STEPS and not held & Qt.KeyboardModifier.ControlModifier:
            self.stepped.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit()
