"""One calm line that tells something: an icon, words, and perhaps what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.icons import pixmap
from desktop.theme import current_theme, theme_state
from desktop.widgets.button import Button
from desktop.widgets.elided_label import ElidedLabel

_ICON_PX = 14


class HintLine(QWidget):
    """Hidden while there are no words."""

    def __init__(self, *buttons: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = ""
        self._icon, self._words = QLabel(), ElidedLabel()
        self._words.setProperty("role", "secondary")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self._icon)
        line.addWidget(self._words, 1)
        for button in buttons:
            button.setAutoDefault(False)
            line.addWidget(button)
        theme_state().changed.connect(self._on_theme_changed)
        self.hide()

    def show_hint(self, words: str, icon_name: str) -> None:
        """Empty words take the line away."""
        self._icon_name = icon_name
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self.setVisible(bool(words))
        self._on_theme_changed()

    def words(self) -> str:
        return self._words.text()

    @Slot()
    def _on_theme_changed(self) -> None:
        if self._icon_name:
            colour, ratio = current_theme().secondary_text, self.devicePixelRatioF()
            self._icon.setPixmap(pixmap(self._icon_name, colour, _ICON_PX, ratio))
