"""The "+" behind the tags, and the field it turns into."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QWidget

from desktop.widgets.icon_button import IconButton

_WIDTH_PX = 130


class TagField(QWidget):
    """Signals: ``tags_typed(list[str])``, one or several between commas."""

    tags_typed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = QStringListModel(self)
        self._plus = IconButton("plus", self.tr("Add a tag"), small=True)
        self._field = QLineEdit()
        self._field.setAccessibleName(self.tr("New tag"))
        self._field.setPlaceholderText(self.tr("Tag"))
        self._field.setFixedWidth(_WIDTH_PX)
        self._field.setCompleter(self._make_completer())
        self._field.installEventFilter(self)
        self._field.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._plus)
        layout.addWidget(self._field)
        self._plus.clicked.connect(self.open)
        self._field.returnPressed.connect(self._on_return_pressed)

    def show_known(self, tags: Sequence[str]) -> None:
        """The tags to complete from."""
        self._known.setStringList(list(tags))

    @Slot()
    def open(self) -> None:
        """Show the field and put the cursor into it."""
        self._plus.hide()
        self._field.clear()
        self._field.show()
        self._field.setFocus()
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._close()
                self._plus.setFocus()
                return True
        elif event.type() == QEvent.Type.FocusOut and not self._completer_is_open():
            self._close()
        return super().eventFilter(watched, event)

    def _make_completer(self) -> QCompleter:
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        if (popup := completer.popup()) is not None:
            popup.setObjectName("completions")
        return completer

    def _completer_is_open(self) -> bool:
        completer = self._field.completer()
        popup = completer.popup() if completer is not None else None
        return popup is not None and popup.isVisible()

    def _close(self) -> None:
        self._field.hide()
        self._plus.show()
        self.updateGeometry()

    @Slot()
    def _on_return_pressed(self) -> None:
        tags = [part.strip() for part in self._field.text().split(",") if part.strip()]
        self._field.clear()
        if tags:
            self.tags_typed.emit(tags)
        else:
            self._close()
