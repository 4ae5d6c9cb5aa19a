"""Changing one's own password: the old one, the new one twice."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from desktop.widgets.button import Button

_SHORTEST = 8
_LABEL_WIDTH_PX = 140


class PasswordForm(QWidget):
    """Signals: ``change_requested(old, new)``, answered by ``show_done`` or ``show_failure``."""

    change_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.old, self.new, self.again = QLineEdit(), QLineEdit(), QLineEdit()
        self.button = Button(self.tr("Change password"), "key")
        self.button.setAutoDefault(False)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._lay_out()
        self.button.clicked.connect(self._on_asked)
        self.again.returnPressed.connect(self._on_asked)

    def words(self) -> str:
        """What the form says about the last attempt."""
        return self._words.text()

    def show_done(self) -> None:
        """The server has the new password."""
        for field in (self.old, self.new, self.again):
            field.clear()
        self._finish(self.tr("Your password is changed."), "good")

    def show_failure(self, sentence: str) -> None:
        """The server said no, or could not be reached."""
        self._finish(sentence, "overdue")
        self.old.setFocus()
        self.old.selectAll()

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(7)
        layout.setColumnMinimumWidth(0, _LABEL_WIDTH_PX)
        fields = (
            (self.tr("Current password"), self.old),
            (self.tr("New password"), self.new),
            (self.tr("New password again"), self.again),
        )
        for row, (text, field) in enumerate(fields):
            label = QLabel(text)
            label.setProperty("role", "secondary")
            label.setBuddy(field)
            field.setAccessibleName(text)
            field.setEchoMode(QLineEdit.EchoMode.Password)
            layout.addWidget(label, row, 0)
            layout.addWidget(field, row, 1, 1, 2)
        layout.addWidget(self.button, len(fields), 1)
        layout.addWidget(self._words, len(fields), 2)
        layout.setColumnStretch(2, 1)

    @Slot()
    def _on_asked(self) -> None:
        problem = self._problem()
        if problem:
            self._say(problem, "overdue")
            return
        self.button.setEnabled(False)
        self._say(self.tr("Asking the server …"), "")
        self.change_requested.emit(self.old.text(), self.new.text())

    def _problem(self) -> str:
        if not self.old.text():
            self.old.setFocus()
            return self.tr("Type your current password first.")
        if len(self.new.text()) < _SHORTEST:
            self.new.setFocus()
            return self.tr("The new password needs at least %n characters.", "", _SHORTEST)
        if self.new.text() != self.again.text():
            self.again.setFocus()
            return self.tr("The two new passwords differ.")
        return ""

    def _finish(self, words: str, tone: str) -> None:
        self.button.setEnabled(True)
        self._say(words, tone)

    def _say(self, words: str, tone: str) -> None:
        self._words.setText(words)
        self._words.setProperty("tone", tone)
        self._words.style().polish(self._words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
