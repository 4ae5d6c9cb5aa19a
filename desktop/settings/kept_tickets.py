"""How much of the past stays on this computer."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.window import KEEP_DAYS


class KeptTickets(QWidget):
    """Signals: ``days_chosen(int)``, 0 for everything."""

    days_chosen = Signal(int)

    def __init__(self, days: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label, words = QLabel(self.tr("Tickets kept here")), QLabel()
        words.setProperty("role", "secondary")
        words.setWordWrap(True)
        words.setText(
            self.tr(
                "Open tickets, your own and what you work on always stay. Others come from the "
                "server when you open them."
            )
        )
        self.choice = QComboBox()
        self.choice.setAccessibleName(label.text())
        label.setBuddy(self.choice)
        self.choice.addItem(self.tr("All tickets"), 0)
        for number in reversed(KEEP_DAYS):
            self.choice.addItem(self.tr("Done in the last %n day(s)", "", number), number)
        self.choice.setCurrentIndex(max(0, self.choice.findData(days)))
        row, column = QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label, 1)
        row.addWidget(self.choice)
        column.addLayout(row)
        column.addWidget(words)
        self.choice.currentIndexChanged.connect(self._on_chosen)

    @Slot(int)
    def _on_chosen(self, index: int) -> None:
        self.days_chosen.emit(int(self.choice.itemData(index)))
