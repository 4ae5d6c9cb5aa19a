"""Light, dark, high contrast, or as the system; a choice shows at once."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from desktop.comfort import ZOOMS, comfort
from desktop.settings.page import SettingsPage
from desktop.settings.theme_card import ThemeCard
from desktop.theme import ThemeChoice


class AppearancePage(SettingsPage):
    """Signals: ``theme_chosen(str)`` with light, dark, contrast or system;
    ``density_chosen(str)``, comfortable or compact; ``zoom_chosen(int)`` in per cent."""

    theme_chosen = Signal(str)
    density_chosen = Signal(str)
    zoom_chosen = Signal(int)

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
        self.density, self.zoom = QComboBox(), QComboBox()
        self._add_density()
        self._add_zoom()

    def _add_density(self) -> None:
        self.density.addItem(self.tr("Comfortable"), "comfortable")
        self.density.addItem(self.tr("Compact"), "compact")
        self.density.setCurrentIndex(self.density.findData(comfort().density))
        self._add_choice(self.tr("Density of lists"), self.density)
        self.add_words(self.tr("Compact rows have two lines; twice as many tickets are in sight."))
        chosen = self.density.currentIndexChanged
        chosen.connect(lambda: self.density_chosen.emit(self.density.currentData()))

    def _add_zoom(self) -> None:
        for zoom in ZOOMS:
            self.zoom.addItem(f"{zoom} %", zoom)
        self.zoom.setCurrentIndex(self.zoom.findData(comfort().zoom))
        self._add_choice(self.tr("Text size"), self.zoom)
        self.add_words(self.tr("Ctrl with + or - changes it from anywhere, Ctrl+0 is the usual."))
        chosen = self.zoom.currentIndexChanged
        chosen.connect(lambda: self.zoom_chosen.emit(self.zoom.currentData()))

    def _add_choice(self, words: str, choice: QComboBox) -> None:
        label, row = QLabel(words), QHBoxLayout()
        label.setBuddy(choice)
        choice.setAccessibleName(words)
        row.addWidget(label, 1)
        row.addWidget(choice)
        self.rows.addSpacing(12)
        self.rows.addLayout(row)
