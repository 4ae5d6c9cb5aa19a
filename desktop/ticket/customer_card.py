"""The contact of a ticket as a card: edited where it stands, or opened whole."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.customer_values import fault, kept, lookalikes
from desktop.icons import pixmap
from desktop.theme import current_theme
from desktop.widgets.avatar import Avatar
from desktop.widgets.button import Button
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.fact_edit import FactEdit
from desktop.widgets.icon_button import IconButton
from desktop.widgets.pill import Pill
from desktop.widgets.tone import Tone
from models.commands import Put
from models.queries.customer_rows import BesideTicket
from models.rows import TicketHeader

_AVATAR_PX, _NAME_LETTERS = 36, 200


class CustomerCardBox(QFrame):
    """Signals: ``command_chosen(Command)``, ``fault_told(str)`` with a sentence,
    ``customer_wanted(str, str)`` kind and id of the contact or company to open."""

    command_chosen = Signal(object)
    fault_told = Signal(str)
    customer_wanted = Signal(str, str)

    def __init__(
        self, header: TicketHeader, beside: BesideTicket, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._contact_id = header.requester_id or ""
        self.fields: dict[str, FactEdit] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(1, 1)
        self.setProperty("card", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 10)
        layout.setSpacing(6)
        layout.addLayout(self._person_line(header))
        layout.addLayout(self._grid)
        self._add_warning(header.requester_name)
        self._add_contact(header)
        self._add_company(header, beside)

    def _person_line(self, header: TicketHeader) -> QHBoxLayout:
        line, words = QHBoxLayout(), QVBoxLayout()
        avatar, name = Avatar(_AVATAR_PX), header.requester_name or header.company_name
        avatar.show_person(name[:_NAME_LETTERS])
        label = ElidedLabel(name)
        label.setProperty("role", "heading")
        words.setSpacing(1)
        words.addWidget(label)
        if self._contact_id:
            words.addWidget(self._title(header.requester_title))
        line.setSpacing(10)
        line.addWidget(avatar)
        line.addLayout(words, 1)
        if self._contact_id:
            card = IconButton("external", self.tr("Open the card of this contact"), small=True)
            card.clicked.connect(partial(self.customer_wanted.emit, "contact", self._contact_id))
            line.addWidget(card)
        return line

    def _title(self, value: str) -> FactEdit:
        """Below the name, its letters in line with those of the name."""
        title = self._field(self.tr("Title"), "title", value)
        title.setPlaceholderText(self.tr("Title"))
        title.setProperty("role", "secondary")
        return title

    def _add_warning(self, name: str) -> None:
        if words := lookalikes("name", name):
            warning = QLabel(words)
            warning.setProperty("tone", "risk")
            warning.setTextFormat(Qt.TextFormat.PlainText)
            warning.setWordWrap(True)
            self._add("warning-triangle", words, warning)

    def _add_contact(self, header: TicketHeader) -> None:
        if not self._contact_id:
            return
        self._add_field("mail", self.tr("E-mail"), "email", header.requester_email)
        self._add_field("phone", self.tr("Phone"), "phone", header.requester_phone)

    def _add_company(self, header: TicketHeader, beside: BesideTicket) -> None:
        if header.company_id:
            company = Button(header.company_name, kind="flat", small=True)
            company.setToolTip(self.tr("Open the card of this company"))
            wanted = partial(self.customer_wanted.emit, "company", header.company_id)
            company.clicked.connect(wanted)
            self._add("building", self.tr("Company"), company)
        if header.company_plan:
            plan = Pill(header.company_plan, Tone.ACCENT, parent=self)  # else it is a window
            self._add("star", self.tr("Plan"), plan)
        contract = " · ".join(filter(None, (beside.contract, beside.contract_until)))
        if contract:
            self._add("note", self.tr("Contract"), ElidedLabel(contract))

    def _add_field(self, icon: str, words: str, field: str, value: str) -> None:
        self._add(icon, words, self._field(words, field, value))

    def _field(self, words: str, field: str, value: str) -> FactEdit:
        edit = FactEdit(words)
        edit.show_value(value)
        edit.committed.connect(partial(self._on_committed, field))
        self.fields[field] = edit
        return edit

    def _add(self, icon: str, words: str, value: QWidget) -> None:
        label, row = QLabel(), self._grid.rowCount()
        ratio = label.devicePixelRatioF()
        label.setPixmap(pixmap(icon, current_theme().secondary_text, 14, ratio))
        label.setToolTip(words)
        self._grid.addWidget(label, row, 0)
        whole = isinstance(value, (FactEdit, QLabel))
        where = Qt.AlignmentFlag(0) if whole else Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(value, row, 1, where)

    def _on_committed(self, field: str, text: str) -> None:
        wrong = fault(field, text)
        self.fields[field].show_fault(wrong=bool(wrong))
        if wrong:
            self.fault_told.emit(wrong)
        else:
            values = {field: kept(field, text)}
            self.command_chosen.emit(Put(entity="contact", id=self._contact_id, set=values))
