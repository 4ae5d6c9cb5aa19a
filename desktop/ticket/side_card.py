"""A card in the side panel that the keyboard can stand on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget

NO_KEYS = Qt.KeyboardModifier.NoModifier
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class SideCard(QFrame):
    """Subclasses say in ``act`` what Enter and a click do.

    Signals: ``step_wanted(int)``: the keyboard goes to the card below (1) or above (-1).
    """

    step_wanted = Signal(int)

    def __init__(self, name: str, description: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)

    def act(self, held: Qt.KeyboardModifier) -> None:
        """Enter with these keys held, or a click with none."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.act(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        elif event.key() in _STEPS:
            self.step_wanted.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.act(NO_KEYS)
