"""What stands in a place with nothing to show: icon, title, a sentence, perhaps an act."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.icons import pixmap
from desktop.theme import current_theme, theme_state
from desktop.widgets.button import Button

_ICON_PX, _SENTENCE_WIDTH_PX = 32, 300


class EmptyState(QWidget):
    """Signals: ``action_chosen()`` when the button is pressed."""

    action_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = ""
        self._icon, self._title, self._sentence = QLabel(), QLabel(), QLabel()
        self._button = Button("")
        self._title.setProperty("role", "heading")
        self._sentence.setProperty("role", "secondary")
        self._sentence.setWordWrap(True)
        self._sentence.setMaximumWidth(_SENTENCE_WIDTH_PX)
        self._button.clicked.connect(self.action_chosen)
        self._button.hide()
        self._lay_out()
        theme_state().changed.connect(self._on_theme_changed)

    def show_state(self, icon_name: str, title: str, sentence: str, action: str = "") -> None:
        """Without ``action`` there is no button."""
        self._icon_name = icon_name
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._button.setText(action)
        self._button.setAccessibleName(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(f"{title}. {sentence}")
        self._on_theme_changed()

    def _lay_out(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        layout = QVBoxLayout(self)
        layout.setSpacing(6)
        layout.addStretch(2)
        layout.addWidget(self._icon, 0, centre)
        layout.addWidget(self._title, 0, centre)
        sentence_row = QHBoxLayout()
        sentence_row.addWidget(self._sentence)
        layout.addLayout(sentence_row)
        layout.addSpacing(4)
        layout.addWidget(self._button, 0, centre)
        self._sentence.setAlignment(centre)
        layout.addStretch(3)

    @Slot()
    def _on_theme_changed(self) -> None:
        if self._icon_name:
            colour = current_theme().section_heading
            picture = pixmap(self._icon_name, colour, _ICON_PX, self.devicePixelRatioF())
            self._icon.setPixmap(picture)
