"""Finding another contact or company as one types: a contact's company, or whom to merge with."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.widgets.fact_edit import FactEdit
from desktop.widgets.popup_list import PopupList
from desktop.widgets.popup_row import PopupRow
from desktop.work.reader import Reader
from models.queries.customer_rows import CustomerKind, CustomerRow
from models.queries.customers import customer_page

_SHOWN = 6


class CustomerField(FactEdit):
    """Signals: ``chosen(str)`` with an id, "" when the field was emptied."""

    chosen = Signal(str)

    def __init__(
        self,
        reader: Reader,
        kind: CustomerKind,
        accessible_name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(accessible_name, parent)
        self._reader, self._kind = reader, kind
        self._but = ""
        self._list = PopupList(self, accessible_name)
        self._list.row_chosen.connect(self._on_row_chosen)
        self.textEdited.connect(self._on_text_edited)
        self.committed.connect(self._on_committed)

    def leave_out(self, id: str) -> None:
        """Who is not offered."""
        self._but = id

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        if not text.strip():
            self._list.dismiss()
            return
        question = partial(customer_page, kind=self._kind, words=text, limit=_SHOWN + 1)
        self._reader.ask(f"customer field {id(self)}", question, self._on_found)

    def _on_found(self, found: list[CustomerRow]) -> None:
        if not self.text().strip() or not self.hasFocus():
            return
        offered = [row for row in found if row.id != self._but][:_SHOWN]
        self._list.open_at(self.rect(), [self._popup_row(row) for row in offered], 320)

    def _popup_row(self, row: CustomerRow) -> PopupRow:
        person = self._kind == "contact"
        icon = "" if person else "building"
        return PopupRow(row.id, row.name, row.detail, is_person=person, icon_name=icon)

    @Slot(object)
    def _on_row_chosen(self, row: PopupRow) -> None:
        self._value = row.title
        self._show()
        self.chosen.emit(row.key)

    @Slot(str)
    def _on_committed(self, text: str) -> None:
        """Words that are nobody's go; an emptied field means nobody."""
        if not text.strip() and self._value:
            self._value = ""
            self.chosen.emit("")
        elif not self._list.isVisible():
            self._show()
