"""At the end of a card: whether a customer is still with us."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.widgets.button import Button
from models.commands import Delete, Put
from models.queries.customer_rows import CustomerCard, CustomerKind


class StateRow(QWidget):
    """Both can be undone, so nothing is asked. Signals: ``command_chosen(Command)``."""

    command_chosen = Signal(object)

    def __init__(self, kind: CustomerKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: CustomerCard | None = None
        contact = kind == "contact"
        self.active = Button("", "pause", small=True)
        words = self.tr("Delete the contact") if contact else self.tr("Delete the company")
        self.delete = Button(words, "trash", kind="flat", small=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.active)
        line.addStretch(1)
        line.addWidget(self.delete)
        self.active.setVisible(contact)
        self.active.clicked.connect(self._on_active)
        self.delete.clicked.connect(self._on_delete)

    def show_card(self, card: CustomerCard) -> None:
        self._card = card
        active = bool(card.row.get("active", 1))
        words = self.tr("Deactivate") if active else self.tr("Activate again")
        self.active.setText(words)
        self.active.setAccessibleName(words)
        self.setVisible(not card.row["deleted"])

    @Slot()
    def _on_active(self) -> None:
        if self._card is not None:
            active = int(not self._card.row["active"])
            put = Put(entity=self._card.kind, id=self._card.id, set={"active": active})
            self.command_chosen.emit(put)

    @Slot()
    def _on_delete(self) -> None:
        if self._card is not None:
            self.command_chosen.emit(Delete(entity=self._card.kind, id=self._card.id))
