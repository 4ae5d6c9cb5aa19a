"""A button that shows a key, and takes another one when it is pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.actions.physical_keys import typed_keys

_MODIFIERS = (
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_CapsLock,
)
_NONE = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class KeyButton(QPushButton):
    """While it waits, every key goes to it: Escape leaves the key as it is, Backspace takes it
    away. Signals: ``keys_typed(str)`` in Qt's portable form, "" for none."""

    keys_typed = Signal(str)

    def __init__(self, what: str, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what, self._keys = what, keys
        self.setProperty("small", True)
        self.setAutoDefault(False)
        self.setCheckable(True)
        self.toggled.connect(self._show)
        self._show()

    def show_keys(self, keys: str) -> None:
        """What the action has now, in Qt's portable form."""
        self._keys = keys
        self.setChecked(False)
        self._show()

    def event(self, event: QEvent) -> bool:
        if self.isChecked() and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        is_key = event.type() == QEvent.Type.KeyPress
        if self.isChecked() and is_key and isinstance(event, QKeyEvent):
            self._take(event)
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setChecked(False)

    def _take(self, event: QKeyEvent) -> None:
        event.accept()
        key, bare = Qt.Key(event.key()), not event.modifiers()
        if key in _MODIFIERS:
            return
        self.setChecked(False)
        if key == Qt.Key.Key_Escape and bare:
            return
        none = key in _NONE and bare
        self.keys_typed.emit("" if none else _portable(event))

    @Slot()
    def _show(self) -> None:
        native = QKeySequence.SequenceFormat.NativeText
        words = QKeySequence(self._keys).toString(native) or self.tr("none")
        self.setText(self.tr("Type a key…") if self.isChecked() else words)
        self.setAccessibleName(f"{self._what}: {self.text()}")


def _portable(event: QKeyEvent) -> str:
    """A sign that needs Shift is written without it: "?" and not "Shift+?"."""
    keys = typed_keys(event)
    key, held = keys.key(), keys.keyboardModifiers()
    is_sign = key < Qt.Key.Key_Escape and not chr(key).isalnum()
    if is_sign and held == Qt.KeyboardModifier.ShiftModifier:
        return QKeySequence(key).toString()
    return QKeySequence(keys).toString()
