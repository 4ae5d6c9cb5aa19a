"""A field to search in, with a lens in front and the key that leads here at the end."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.icons import icon, paint_icon
from desktop.theme import current_theme, theme_state
from desktop.widgets.paint import paint_key_hint

_LENS_PX, _LENS_LEFT_PX, _TEXT_LEFT_PX = 14, 10, 22


class SearchField(QLineEdit):
    """A line edit whose cross or Escape empties it; an empty one leaves Escape to others."""

    def __init__(self, placeholder: str, key_hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key_hint = key_hint
        self.setProperty("kind", "search")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setTextMargins(_TEXT_LEFT_PX, 0, 0, 0)
        self._clear = QAction(self.tr("Empty the search"), self)
        self._clear.setVisible(False)
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(self._on_text_changed)
        self._on_theme_changed()
        theme_state().changed.connect(self._on_theme_changed)

    def show_key_hint(self, key_hint: str) -> None:
        """The key that leads here, at the end of the empty field."""
        self._key_hint = key_hint
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, painter = current_theme(), QPainter(self)
        top = (self.height() - _LENS_PX) / 2
        paint_icon(painter, _LENS_LEFT_PX, top, "search", theme.secondary_text, _LENS_PX)
        if self._key_hint and not self.text() and not self.hasFocus():
            paint_key_hint(painter, self.width() - 10, self.height() // 2, self._key_hint, theme)
        painter.end()

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))

    @Slot()
    def _on_theme_changed(self) -> None:
        self._clear.setIcon(icon("close", current_theme().secondary_text, size_px=14))
