"""The frame of a page of the settings: a title, and rows from the top down."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

_PADDING_PX = 22


class SettingsPage(QWidget):
    """Subclasses add to ``rows``; what is left of the height stays empty below them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self.rows = QVBoxLayout()
        self.rows.setSpacing(5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING_PX, _PADDING_PX - 4, _PADDING_PX, _PADDING_PX)
        layout.addWidget(self._title)
        layout.addSpacing(8)
        layout.addLayout(self.rows)
        layout.addStretch(1)

    def set_title(self, title: str) -> None:
        """The word at the top; the list at the side shows the same."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def title(self) -> str:
        return self._title.text()

    def add_words(self, text: str, role: str = "secondary") -> QLabel:
        """A line of words that wraps."""
        label = QLabel(text)
        label.setProperty("role", role)
        label.setWordWrap(True)
        self.rows.addWidget(label)
        return label
