"""The language of the program's words; the texts of tickets stay as they were written."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QWidget

from desktop.language import LANGUAGES
from desktop.settings.page import SettingsPage
from desktop.widgets.button import Button


class LanguagePage(SettingsPage):
    """Signals: ``language_chosen(str)`` with en, ru or bg; ``restart_requested()``."""

    language_chosen = Signal(str)
    restart_requested = Signal()

    def __init__(self, running: str, chosen: str, parent: QWidget | None = None) -> None:
        """``running`` is the language on screen, ``chosen`` the one of the next start."""
        super().__init__(parent)
        self.set_title(self.tr("Language"))
        self._running = running
        self.choices = QButtonGroup(self)
        self._hint = QLabel()
        self.restart = Button(self.tr("Restart now"), "refresh")
        self.add_words(
            self.tr("Of menus, buttons and messages. Tickets stay as they were written.")
        )
        self.rows.addSpacing(6)
        for number, (code, name) in enumerate(LANGUAGES.items()):
            choice = QRadioButton(name)
            choice.setChecked(code == chosen)
            self.choices.addButton(choice, number)
            self.rows.addWidget(choice)
        self.rows.addSpacing(8)
        self.rows.addLayout(self._restart_row())
        self._show_hint(chosen)
        self.choices.idToggled.connect(self._on_toggled)
        self.restart.clicked.connect(self.restart_requested)

    def choice(self, code: str) -> QRadioButton:
        """The button of a language."""
        button = self.choices.button(list(LANGUAGES).index(code))
        assert isinstance(button, QRadioButton)
        return button

    def _restart_row(self) -> QHBoxLayout:
        self._hint.setProperty("role", "secondary")
        self._hint.setWordWrap(True)
        self.restart.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(self._hint, 1)
        row.addWidget(self.restart)
        return row

    @Slot(int, bool)
    def _on_toggled(self, number: int, checked: bool) -> None:
        if checked:
            code = list(LANGUAGES)[number]
            self._show_hint(code)
            self.language_chosen.emit(code)

    def _show_hint(self, chosen: str) -> None:
        later = chosen != self._running
        words = self.tr("Deskside speaks %1 from the next start on.")
        self._hint.setText(words.replace("%1", LANGUAGES.get(chosen, chosen)) if later else "")
        self.restart.setVisible(later)
