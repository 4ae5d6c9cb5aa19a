"""Who asks: the contact card, the company, and their newest tickets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.icons import pixmap
from desktop.theme import current_theme, theme_state
from desktop.ticket.scroll_column import ScrollColumn
from desktop.ticket.ticket_link import TicketLink
from desktop.widgets.avatar import Avatar
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.pill import Pill
from desktop.widgets.tone import Tone
from models.rows import TicketHeader, TicketRow

_AVATAR_PX = 36


class CustomerPanel(ScrollColumn):
    """Signals: ``ticket_chosen(str)`` with the id of another ticket."""

    ticket_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header: TicketHeader | None = None
        self._tickets: tuple[TicketRow, ...] = ()
        theme_state().changed.connect(self._show)

    def show_requester(self, header: TicketHeader, tickets: Sequence[TicketRow]) -> None:
        """``tickets`` of the same requester; the open one is left out."""
        others = tuple(row for row in tickets if row.id != header.id)
        if (header, others) == (self._header, self._tickets):
            return
        self._header, self._tickets = header, others
        self._show()

    @Slot()
    def _show(self) -> None:
        header, others = self._header, self._tickets
        self.clear()
        if header is None:
            return
        if not header.requester_name and not header.company_name:
            self._add_nobody()
            return
        self.add(self._person_card(header))
        if header.company_note:
            self.add(_section(self.tr("About the company")))
            self.add(_note_card(header.company_note))
        self.add(_section(self.tr("Newest tickets") if others else self.tr("No other tickets")))
        for row in others:
            link = TicketLink(row)
            link.clicked.connect(lambda _=False, id=row.id: self.ticket_chosen.emit(id))
            self.add(link)

    def _add_nobody(self) -> None:
        state = EmptyState()
        words = self.tr("The ticket has no requester yet.")
        state.show_state("user", self.tr("Nobody"), words)
        self.add(state)

    def _person_card(self, header: TicketHeader) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(10)
        layout.addLayout(_person_line(header))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        facts = (
            ("mail", self.tr("E-mail"), header.requester_email),
            ("phone", self.tr("Phone"), header.requester_phone),
            ("building", self.tr("Company"), header.company_name),
        )
        for icon, words, value in facts:
            if value:
                _add_fact(grid, icon, words, _selectable(value, words))
        if header.company_plan:
            _add_fact(
                grid, "star", self.tr("Plan"), Pill(header.company_plan, Tone.ACCENT, parent=card)
            )
        layout.addLayout(grid)
        return card


def _person_line(header: TicketHeader) -> QHBoxLayout:
    line, words = QHBoxLayout(), QVBoxLayout()
    avatar = Avatar(_AVATAR_PX)
    name = header.requester_name or header.company_name
    avatar.show_person(name)
    label, title = ElidedLabel(name), ElidedLabel(header.requester_title)
    label.setProperty("role", "heading")
    title.setProperty("role", "secondary")
    words.setSpacing(1)
    words.addWidget(label)
    if header.requester_title:
        words.addWidget(title)
    line.setSpacing(10)
    line.addWidget(avatar)
    line.addLayout(words, 1)
    return line


def _add_fact(grid: QGridLayout, icon: str, words: str, value: QWidget) -> None:
    label, row = QLabel(), grid.rowCount()
    colour, ratio = current_theme().secondary_text, label.devicePixelRatioF()
    label.setPixmap(pixmap(icon, colour, 14, ratio))
    label.setToolTip(words)
    label.setContentsMargins(0, 2, 0, 0)
    grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
    if isinstance(value, QLabel):
        grid.addWidget(value, row, 1)
    else:
        grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignLeft)


def _selectable(value: str, words: str) -> QLabel:
    label = QLabel(value)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setToolTip(value)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    label.setAccessibleName(f"{words}: {value}")
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


def _section(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "section")
    return label


def _note_card(text: str) -> QFrame:
    card = QFrame()
    card.setProperty("card", True)
    card.setProperty("kind", "note")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(12, 9, 12, 9)
    layout.addWidget(_selectable(text, ""))
    return card
