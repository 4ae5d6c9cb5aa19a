"""The fields of a contact or a company, each edited where it stands."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from desktop.customer_values import fault, kept, lines_of, lookalikes, shown
from desktop.customers.customer_field import CustomerField
from desktop.field_words import customer_field_words
from desktop.language import LANGUAGES
from desktop.widgets.fact_edit import FactEdit, NoteEdit
from desktop.work.reader import Reader
from models.queries.customer_rows import CustomerCard, CustomerKind

_LABEL_PX = 104


class CardForm(QWidget):
    """Signals: ``edited(str, object)`` with a column and its new value, ``fault_told(str)`` with
    a sentence ("" when all is well), ``company_wanted()``: open the contact's company."""

    edited = Signal(str, object)
    fault_told = Signal(str)

    def __init__(self, reader: Reader, kind: CustomerKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = ""
        self.kind: CustomerKind = kind
        self.lines = {field: FactEdit(customer_field_words(field)) for field in lines_of(kind)}
        self.company = CustomerField(reader, "company", customer_field_words("company_id"))
        self.language = QComboBox()
        self.note = NoteEdit(customer_field_words("note"))
        self.warning = QLabel()
        self._lay_out()
        for field, line in self.lines.items():
            line.committed.connect(partial(self._on_committed, field))
        self.company.chosen.connect(self._on_company_chosen)
        self.language.activated.connect(self._on_language_chosen)
        self.note.committed.connect(self._on_note_committed)

    def show_card(self, card: CustomerCard) -> None:
        """The values of a customer; what is being typed about the same one stays."""
        if card.id != self._id:
            self._id = card.id
            for line in (*self.lines.values(), self.company):
                line.show_fault(wrong=False)
        for field, line in self.lines.items():
            line.show_value(shown(field, card.row[field]))
        self.note.show_value(card.row["note"])
        if card.kind == "contact":
            self.company.show_value(card.company.name if card.company else "")
            self._show_language(card.row["language"])
        told = [lookalikes(field, line.value()) for field, line in self.lines.items()]
        self.warning.setText("\n".join(filter(None, told)))
        self.warning.setVisible(any(told))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        self.warning.setProperty("tone", "risk")
        self.warning.setWordWrap(True)
        self.warning.setTextFormat(Qt.TextFormat.PlainText)
        grid.addWidget(self.warning, 0, 0, 1, 2)
        for field, line in self.lines.items():
            self._add(grid, customer_field_words(field), line)
        if self.kind == "contact":
            self._fill_languages()
            self._add(grid, customer_field_words("company_id"), self.company)
            self._add(grid, customer_field_words("language"), self.language)
        else:
            self.lines["contract_until"].setPlaceholderText("2027-01-31")
        self._add(grid, customer_field_words("note"), self.note)

    def _add(self, grid: QGridLayout, words: str, field: QWidget) -> None:
        row = grid.rowCount()
        label = QLabel(words)
        label.setProperty("role", "secondary")
        label.setMinimumWidth(_LABEL_PX)
        label.setBuddy(field)
        if field is self.note:
            label.setContentsMargins(0, 8, 0, 0)
        top = Qt.AlignmentFlag.AlignTop if field is self.note else Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(label, row, 0, top)
        grid.addWidget(field, row, 1)

    def _fill_languages(self) -> None:
        self.language.setAccessibleName(customer_field_words("language"))
        self.language.addItem("—", "")
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)

    def _show_language(self, code: str) -> None:
        if self.language.findData(code) < 0:
            self.language.addItem(code, code)
        self.language.setCurrentIndex(self.language.findData(code))

    def _on_committed(self, field: str, text: str) -> None:
        wrong = fault(field, text)
        self.lines[field].show_fault(wrong=bool(wrong))
        self.fault_told.emit(wrong)
        if not wrong:
            self.edited.emit(field, kept(field, text))

    @Slot(str)
    def _on_company_chosen(self, id: str) -> None:
        self.edited.emit("company_id", id or None)

    @Slot(int)
    def _on_language_chosen(self, index: int) -> None:
        self.edited.emit("language", self.language.itemData(index))

    @Slot(str)
    def _on_note_committed(self, text: str) -> None:
        self.edited.emit("note", text.strip())
