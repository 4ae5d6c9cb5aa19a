"""At the end of a card: whether a customer is still with us."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

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
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self.active, alignment=Qt.AlignmentFlag.AlignLeft)
        self._line.addStretch(1)
        self._line.addWidget(self.delete, alignment=Qt.AlignmentFlag.AlignLeft)
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

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider of the two: large words stand below each other."""
        widths = (button.sizeHint().width() for button in (self.active, self.delete))
        return QSize(max(widths), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        shown = [each for each in (self.active, self.delete) if not each.isHidden()]
        words = sum(each.sizeHint().width() for each in shown) + 2 * self._line.spacing()
        self._line.setDirection(beside if words <= self.width() else below)

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
