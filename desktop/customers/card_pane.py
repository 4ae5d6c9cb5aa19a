"""The card of a customer: who it is, what is known, whom it is perhaps the same as."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.customers.asset_box import AssetBox
from desktop.customers.card_form import CardForm
from desktop.customers.customer_field import CustomerField
from desktop.customers.state_row import StateRow
from desktop.customers.words import double_words
from desktop.widgets.avatar import Avatar
from desktop.widgets.button import Button
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.pill import Pill
from desktop.widgets.tone import Tone
from desktop.work.reader import Reader
from models.commands import Put, UnmergeRecord
from models.queries.customer_rows import CustomerCard, CustomerKind, DoubleRow, NamedRow

_AVATAR_PX = 40


class CardPane(QScrollArea):
    """Signals: ``command_chosen(Command)``, ``fault_told(str)``, ``merge_wanted(str)`` with the
    id of another customer, ``customer_wanted(str, str)`` kind and id of one to show,
    ``conflict_wanted(str)`` with its id."""

    command_chosen = Signal(object)
    fault_told = Signal(str)
    merge_wanted = Signal(str)
    customer_wanted = Signal(str, str)
    conflict_wanted = Signal(str)

    def __init__(self, reader: Reader, kind: CustomerKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: CustomerCard | None = None
        self._drawn: tuple[object, ...] = ()
        self.form = CardForm(reader, kind)
        self.assets = AssetBox()
        self.merge_with = CustomerField(reader, kind, self.tr("Merge with"))
        self._head = CardHead()
        self._hints, self._more = QVBoxLayout(), QVBoxLayout()
        self.state = StateRow(kind)
        self.state.command_chosen.connect(self.command_chosen)
        self._build()
        self.form.edited.connect(self._on_edited)
        self.form.fault_told.connect(self.fault_told)
        self.assets.command_chosen.connect(self.command_chosen)
        self.merge_with.chosen.connect(self._on_merge_chosen)

    def show_card(self, card: CustomerCard) -> None:
        """Show a customer, or what is new about the one that is shown."""
        if self._card is None or card.id != self._card.id:
            self.verticalScrollBar().setValue(0)
        self._card = card
        self._head.show_card(card)
        self.form.show_card(card)
        self.assets.show_assets(card.kind, card.id, card.assets)
        self.merge_with.leave_out(card.id)
        self.merge_with.show_value("")
        deleted = bool(card.row["deleted"])
        self.state.show_card(card)
        for part in (self.form, self.assets, self.merge_with):
            part.setEnabled(not deleted)
        drawn = (
            card.id,
            deleted,
            card.doubles,
            card.people,
            card.parts,
            card.company,
            card.conflict_id,
        )
        if drawn != self._drawn:
            self._drawn = drawn
            self._draw_hints(card)
            self._draw_more(card)

    def take_focus(self) -> None:
        """Put the keyboard into the first field."""
        self.form.lines["name"].setFocus()
        self.form.lines["name"].selectAll()

    def _build(self) -> None:
        content = QWidget()
        content.setObjectName("scrollContent")
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(6)
        for layout in (self._hints, self._more):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(4)
        column.addWidget(self._head)
        column.addLayout(self._hints)
        column.addWidget(self.form)
        column.addWidget(_section(self.tr("Equipment")))
        column.addWidget(self.assets)
        column.addLayout(self._more)
        column.addWidget(_section(self.tr("The same as somebody else?")))
        self.merge_with.setPlaceholderText(self.tr("Merge with: name or e-mail"))
        column.addWidget(self.merge_with)
        column.addSpacing(8)
        column.addWidget(self.state)
        column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)

    def _draw_hints(self, card: CustomerCard) -> None:
        _empty(self._hints)
        if card.row["deleted"]:
            words = self.tr("This was deleted. Tickets and history are still here.")
            back = Put(entity=card.kind, id=card.id, set={})
            wanted = partial(self.command_chosen.emit, back)
            self._hints.addWidget(_hint(words, self.tr("Bring back"), wanted))
        if card.conflict_id:
            words = self.tr("Two people changed this at the same time.")
            wanted = partial(self.conflict_wanted.emit, card.conflict_id)
            self._hints.addWidget(_hint(words, self.tr("Look"), wanted))
        for double in card.doubles:
            self._hints.addWidget(self._double(card, double))

    def _double(self, card: CustomerCard, double: DoubleRow) -> QFrame:
        name = " · ".join(filter(None, (double.name, double.detail)))
        words = f"{name}\n{double_words(card.kind, double)}"
        compare = partial(self.merge_wanted.emit, double.id)
        return _hint(words, self.tr("Compare"), compare)

    def _draw_more(self, card: CustomerCard) -> None:
        _empty(self._more)
        if card.company is not None:
            self._add_links(self.tr("Company"), "company", [card.company])
        if card.people:
            count = card.people_count
            people = [NamedRow(row.id, row.name) for row in card.people]
            self._add_links(self.tr("People (%1)").replace("%1", str(count)), "contact", people)
        if card.parts:
            self._more.addWidget(_section(self.tr("Merged")))
        for part in card.parts:
            undo = UnmergeRecord(entity=card.kind, id=part.id)
            take_out = partial(self.command_chosen.emit, undo)
            self._more.addWidget(_hint(part.name, self.tr("Separate"), take_out))

    def _add_links(self, title: str, kind: str, rows: list[NamedRow]) -> None:
        self._more.addWidget(_section(title))
        for row in rows:
            icon = "user" if kind == "contact" else "building"
            link = Button(row.name, icon, kind="flat", small=True)
            link.setProperty("align", "left")
            link.clicked.connect(partial(self.customer_wanted.emit, kind, row.id))
            self._more.addWidget(link)

    def _on_edited(self, field: str, value: object) -> None:
        if self._card is not None and self._card.row[field] != value:
            put = Put(entity=self._card.kind, id=self._card.id, set={field: value})
            self.command_chosen.emit(put)

    def _on_merge_chosen(self, id: str) -> None:
        if id:
            self.merge_wanted.emit(id)


class CardHead(QWidget):
    """Circle, name, what they are, and the plan."""

    def __init__(self) -> None:
        super().__init__()
        self._avatar, self._name, self._second = Avatar(_AVATAR_PX), ElidedLabel(), ElidedLabel()
        self._plan = Pill()
        self._unsent = Pill()
        self._name.setProperty("role", "title")
        self._second.setProperty("role", "secondary")
        words, pills = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._name)
        words.addWidget(self._second)
        pills.setSpacing(6)
        pills.addWidget(self._plan)
        pills.addWidget(self._unsent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(10)
        row.addWidget(self._avatar)
        row.addLayout(words, 1)
        row.addLayout(pills)

    def show_card(self, card: CustomerCard) -> None:
        row = card.row
        self._avatar.show_person(card.name[:200])
        self._name.setText(card.name)
        company = card.company.name if card.company else ""
        second = (row.get("title", ""), company) if card.kind == "contact" else (row["short_name"],)
        self._second.setText(" · ".join(filter(None, second)))
        self._plan.set_pill(card.company_plan or row.get("plan", ""), Tone.ACCENT)
        self._unsent.set_pill(self.tr("not sent yet") if card.unsent else "", Tone.RISK, "clock")


def _empty(layout: QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _section(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "section")
    label.setContentsMargins(0, 8, 0, 0)
    return label


def _hint(words: str, action: str, wanted: Callable[[], object]) -> QFrame:
    card = QFrame()
    card.setProperty("card", True)
    label, button = QLabel(words), Button(action, small=True)
    label.setWordWrap(True)
    label.setProperty("role", "secondary")
    button.setAccessibleName(f"{action}: {words}")
    button.clicked.connect(wanted)
    row = QHBoxLayout(card)
    row.setContentsMargins(10, 6, 8, 6)
    row.addWidget(label, 1)
    row.addWidget(button)
    return card
