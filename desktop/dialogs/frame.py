"""What all dialogs share: a title, fields with labels above them, and one primary button."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.widgets.button import Button

_PADDING_PX = 20
_SEND_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DialogFrame(QDialog):
    """Ctrl+Enter accepts from any field. Escape closes; with something typed it asks once more.

    Subclasses call ``set_heading``, fill ``body``, say in ``problem`` what is missing and in
    ``is_dirty`` whether closing would lose something. Signals: ``problem_shown(str)``.
    """

    problem_shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout()
        self.footer = QHBoxLayout()
        self.accept_button = Button("", kind="primary")
        self.cancel_button = Button(self.tr("Cancel"))
        self._heading, self._sentence, self._words = QLabel(), QLabel(), QLabel()
        self._asked_to_close = False
        self._lay_out()
        self.accept_button.setToolTip("Ctrl+Enter")
        self.accept_button.setAutoDefault(False)
        self.cancel_button.setAutoDefault(False)
        self.accept_button.clicked.connect(self.try_accept)
        self.cancel_button.clicked.connect(self.reject)
        self.installEventFilter(self)

    def set_heading(self, title: str, sentence: str, accept_text: str) -> None:
        """The words at the top, and what the primary button does."""
        self.rename(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.accept_button.setText(accept_text)
        self.accept_button.setAccessibleName(accept_text)

    def rename(self, title: str) -> None:
        """Another title over the same sentence."""
        self.setWindowTitle(title)
        self._heading.setText(title)

    def problem(self) -> tuple[str, QWidget] | None:
        """What keeps the dialog from being accepted, and the field to mend it in."""
        return None

    def is_dirty(self) -> bool:
        """Whether closing now would lose something that was typed."""
        return False

    @Slot()
    def try_accept(self) -> None:
        """Close as accepted, or say what is missing and go there."""
        problem = self.problem()
        if problem is None:
            self.accept()
            return
        sentence, field = problem
        self.show_words(sentence, "overdue")
        self.problem_shown.emit(sentence)
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.setProperty("state", "error")
            field.style().polish(field)

    def reject(self) -> None:
        if self.is_dirty() and not self._asked_to_close:
            self._asked_to_close = True
            self.show_words(self.tr("Press Escape or Cancel again to throw this away."), "risk")
            return
        super().reject()

    def show_words(self, sentence: str, tone: str = "") -> None:
        """One line beside the buttons; a screen reader says it."""
        self._words.setText(sentence)
        self._words.setProperty("tone", tone)
        self._words.style().polish(self._words)
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def words(self) -> str:
        """The line beside the buttons."""
        return self._words.text()

    def add_field(self, text: str, field: QWidget, stretch: int = 0) -> QLabel:
        """A label, which also names the field, and the field below it."""
        label = self.label(text, field)
        self.body.addWidget(label)
        self.body.addWidget(field, stretch)
        self.body.addSpacing(7)
        return label

    def label(self, text: str, field: QWidget) -> QLabel:
        """A small label that names ``field`` for a screen reader as well."""
        label = QLabel(text)
        label.setProperty("role", "secondary")
        label.setBuddy(field)
        field.setAccessibleName(text)
        return label

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() in _SEND_KEYS and held == Qt.KeyboardModifier.ControlModifier:
                self.try_accept()
                return True
        return super().eventFilter(watched, event)

    def watch_keys(self, *fields: QWidget) -> None:
        """Take Ctrl+Enter from fields that would keep it to themselves."""
        for field in fields:
            field.installEventFilter(self)

    def _lay_out(self) -> None:
        self._heading.setProperty("role", "title")
        self._sentence.setProperty("role", "secondary")
        self._sentence.setWordWrap(True)
        self._words.setWordWrap(True)
        for label in (self._heading, self._sentence, self._words):
            label.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING_PX, _PADDING_PX - 4, _PADDING_PX, _PADDING_PX)
        layout.setSpacing(4)
        layout.addWidget(self._heading)
        layout.addWidget(self._sentence)
        layout.addSpacing(10)
        self.body.setSpacing(4)
        layout.addLayout(self.body, 1)
        layout.addSpacing(8)
        self.footer.setSpacing(8)
        self.footer.addWidget(self._words, 1)
        self.footer.addWidget(self.cancel_button)
        self.footer.addWidget(self.accept_button)
        layout.addLayout(self.footer)
