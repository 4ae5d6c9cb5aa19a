"""The left side of the page: people or companies, a search, and who was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.customers.customer_delegate import CustomerDelegate
from desktop.customers.customer_model import CustomerModel
from desktop.widgets.button import Button
from desktop.widgets.filter_chip import FilterChip
from desktop.widgets.search_field import SearchField
from desktop.widgets.side_list import SideList
from models.queries.customer_rows import CustomerKind, CustomerRow


class CustomerList(SideList):
    """Signals: ``question_changed()`` when another list is wanted, ``customer_selected(str)``
    with an id, ``customer_wanted()`` for a new one, ``entered()`` by Enter: into the card."""

    question_changed = Signal()
    customer_selected = Signal(str)
    customer_wanted = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind: CustomerKind = "contact"
        self._quiet = False
        self.model = CustomerModel(self)
        self.search = SearchField(self.tr("Search customers"))
        self.people = FilterChip(self.tr("People"))
        self.companies = FilterChip(self.tr("Companies"))
        self.gone = FilterChip(self.tr("Deleted"))
        self.new = Button("", "plus")
        self.set_up_view(self.model, CustomerDelegate(self.view), self.tr("Customers"))
        self.lay_out(self.tr("Customers"), self._filters(), at_end=self.new)
        self._show_kind()
        self.search.installEventFilter(self)
        self.view.installEventFilter(self)
        self.search.textChanged.connect(self.question_changed)
        self.people.clicked.connect(self._on_people_clicked)
        self.companies.clicked.connect(self._on_companies_clicked)
        self.gone.clicked.connect(self.question_changed)
        self.new.clicked.connect(self.customer_wanted)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)

    def words(self) -> str:
        return self.search.text().strip()

    def shows_deleted(self) -> bool:
        """Whether those are listed that were deleted, instead of all others."""
        return self.gone.isChecked()

    def show_kind(self, kind: CustomerKind) -> None:
        """People or companies; the caller reads what is to be listed."""
        self.kind = kind
        self._show_kind()

    def show_rows(self, rows: Sequence[CustomerRow], *, has_more: bool, selected: str) -> None:
        """Show these; ``selected`` stays where it is on the screen, if it is among them."""
        place = self.view.verticalScrollBar().value()
        if self.model.show_rows(rows, has_more=has_more):
            self.select(selected)
            if self.model.position_of(selected) >= 0:
                self.view.verticalScrollBar().setValue(place)
        elif self.selected_id() != selected:
            self.select(selected)

    def select(self, id: str) -> None:
        """Mark somebody without emitting; nobody when they are not in the list."""
        self._quiet = True
        position = self.model.position_of(id)
        self.view.setCurrentIndex(self.model.index(position) if position >= 0 else QModelIndex())
        self._quiet = False

    def selected_id(self) -> str:
        """The id of the selected customer, or an empty string."""
        row = self.model.row_at(self.view.currentIndex().row())
        return row.id if row is not None else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow down leads from the search into the list, Enter from the list to the card."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if watched is self.search and event.key() == Qt.Key.Key_Down:
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
            if not self.selected_id():
                self.view.setCurrentIndex(self.model.index(0))
            return True
        if watched is self.view and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)

    def _filters(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("filterBar")
        chips = QHBoxLayout()
        chips.setSpacing(6)
        chips.addWidget(self.people)
        chips.addWidget(self.companies)
        chips.addStretch(1)
        chips.addWidget(self.gone)
        layout = QVBoxLayout(bar)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(7)
        layout.addWidget(self.search)
        layout.addLayout(chips)
        return bar

    def _show_kind(self) -> None:
        contact = self.kind == "contact"
        self.people.setChecked(contact)
        self.companies.setChecked(not contact)
        words = self.tr("Contact") if contact else self.tr("Company")
        spoken = self.tr("New contact") if contact else self.tr("New company")
        self.new.setText(words)
        self.new.setAccessibleName(spoken)
        self.new.setToolTip(spoken)

    @Slot()
    def _on_people_clicked(self) -> None:
        self._turn_to("contact")

    @Slot()
    def _on_companies_clicked(self) -> None:
        self._turn_to("company")

    def _turn_to(self, kind: CustomerKind) -> None:
        changed = kind != self.kind
        self.show_kind(kind)
        if changed:
            self.question_changed.emit()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        row = self.model.row_at(current.row())
        if row is not None and not self._quiet:
            self.customer_selected.emit(row.id)
