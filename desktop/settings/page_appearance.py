"""Light, dark, high contrast, or as the system; a choice shows at once."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.settings.page import SettingsPage
from desktop.settings.theme_card import ThemeCard
from desktop.theme import ThemeChoice


class AppearancePage(SettingsPage):
    """Signals: ``theme_chosen(str)`` with light, dark, contrast or system."""

    theme_chosen = Signal(str)

    def __init__(self, chosen: ThemeChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("Appearance"))
        words: dict[ThemeChoice, str] = {
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "contrast": self.tr("High contrast"),
            "system": self.tr("As the system"),
        }
        self.cards = {choice: ThemeCard(choice, text) for choice, text in words.items()}
        row = QHBoxLayout()
        row.setSpacing(10)
        for choice, card in self.cards.items():
            card.setChecked(choice == chosen)
            card.clicked.connect(partial(self.theme_chosen.emit, choice))
            row.addWidget(card)
        row.addStretch(1)
        self.rows.addLayout(row)
