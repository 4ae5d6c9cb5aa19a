"""Finding a person who asks: by name, e-mail, company or phone, as one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.widgets.popup_list import PopupList
from desktop.widgets.popup_row import PopupRow
from desktop.work.reader import Reader
from models.queries import people
from models.rows import ContactRow

if TYPE_CHECKING:
    from models.database import Store

Find = Callable[["Store", str, int], list[ContactRow]]
_SHOWN = 5
_CREATE = "create"


class ContactField(QLineEdit):
    """A line edit with the contacts that fit below it, and "Create contact" as the last row.

    Signals: ``contact_chosen(ContactRow)``, ``contact_cleared()`` when the text no longer means
    the contact that was chosen, ``create_requested(str)`` with what was typed.
    """

    contact_chosen = Signal(object)
    contact_cleared = Signal()
    create_requested = Signal(str)

    def __init__(
        self, reader: Reader, parent: QWidget | None = None, find: Find = people.contacts
    ) -> None:
        """``find`` says whom a text may mean."""
        super().__init__(parent)
        self._reader, self._find = reader, find
        self._question = f"contacts {id(self)}"
        self._found: dict[str, ContactRow] = {}
        self._contact: ContactRow | None = None
        self.setPlaceholderText(self.tr("Name, e-mail, company or phone"))
        self._list = PopupList(self, self.tr("Contacts found"))
        self._list.row_chosen.connect(self._on_row_chosen)
        self.textEdited.connect(self._on_text_edited)

    def contact(self) -> ContactRow | None:
        """The contact that was chosen and still stands in the field."""
        return self._contact

    def show_contact(self, contact: ContactRow) -> None:
        """Choose a contact that is known already."""
        self._contact = contact
        self.setText(contact.name or contact.email or contact.phone)
        self.setCursorPosition(0)
        self.setToolTip(second_line(contact))

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        if self._contact is not None:
            self._contact = None
            self.contact_cleared.emit()
        if not text.strip():
            self._list.dismiss()
        self._reader.ask(
            self._question, lambda store: self._find(store, text, _SHOWN), self._on_found
        )

    def look_up(self, text: str) -> None:
        """Put in what is known of somebody; who is the only one that it means is chosen."""
        self.setText(text)
        ask = partial(self._on_looked_up, text)
        self._reader.ask(self._question, lambda store: self._find(store, text, _SHOWN), ask)

    def _on_looked_up(self, text: str, found: list[ContactRow]) -> None:
        if self.text() == text and len(found) == 1:
            self.show_contact(found[0])
            self.contact_chosen.emit(found[0])

    def _on_found(self, found: list[ContactRow]) -> None:
        typed = self.text().strip()
        if not typed or not self.hasFocus():
            return
        self._found = {row.id: row for row in found}
        self._list.open_at(self.rect(), [*contact_rows(found), self._create_row(typed)])

    def _create_row(self, typed: str) -> PopupRow:
        words = self.tr("Create contact “%1”").replace("%1", typed)
        return PopupRow(key=_CREATE, title=words, icon_name="plus")

    @Slot(object)
    def _on_row_chosen(self, row: PopupRow) -> None:
        if row.key == _CREATE:
            self.create_requested.emit(self.text().strip())
            return
        contact = self._found[row.key]
        self.show_contact(contact)
        self.contact_chosen.emit(contact)


def contact_rows(contacts: Sequence[ContactRow]) -> list[PopupRow]:
    """Contacts as rows of a list: who, and below where and how to reach them."""
    return [
        PopupRow(
            key=row.id,
            title=row.name or row.email or row.phone,
            second=second_line(row),
            is_person=True,
        )
        for row in contacts
    ]


def second_line(contact: ContactRow) -> str:
    """Company and ways to reach a contact, in one line."""
    return " · ".join(filter(None, (contact.company_name, contact.email, contact.phone)))
