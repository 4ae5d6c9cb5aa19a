"""What piles up at whom, by age, and the oldest of it, which anybody may take over."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.home.offered_row import OfferedRow
from desktop.promise_words import age_words
from desktop.widgets.button import Button
from desktop.widgets.hairline import Hairline
from desktop.widgets.pill import Pill
from desktop.widgets.tone import Tone
from models.queries.ageing import Ageing, Pile

_MOST_PEOPLE = 12


class AgeingCard(QFrame):
    """Signals: ``take_wanted(str)`` and ``ticket_wanted(str)`` with a ticket's id,
    ``all_wanted()``: the whole list of what is offered."""

    take_wanted = Signal(str)
    ticket_wanted = Signal(str)
    all_wanted = Signal()

    def __init__(self, now_ms: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now_ms = now_ms
        self._shown: Ageing | None = None
        self.rows: list[OfferedRow] = []
        self.setProperty("card", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(10)
        title = QLabel(self.tr("Open tickets by age"))
        title.setProperty("role", "strong")
        self._nothing = QLabel(self.tr("Nobody has an open ticket."))
        self._nothing.setProperty("role", "secondary")
        self._place = QVBoxLayout()
        layout.addWidget(title)
        layout.addWidget(self._nothing)
        layout.addLayout(self._place)
        self._whole: QWidget | None = None

    def show_ageing(self, ageing: Ageing) -> None:
        """The keyboard stays on the ticket that it is on, or on the one that came to its place."""
        if ageing == self._shown:
            return
        focused = self.window().focusWidget()
        place = next((n for n, row in enumerate(self.rows) if row is focused), None)
        self._shown = ageing
        if self._whole is not None:
            self._place.removeWidget(self._whole)
            self._whole.hide()
            self._whole.deleteLater()
        self._whole = self._made(ageing)
        self._place.addWidget(self._whole)
        self._whole.show()  # what is hidden takes no keyboard
        self._nothing.setVisible(not ageing.piles)
        if place is not None and self.rows:
            self.rows[min(place, len(self.rows) - 1)].setFocus()

    def _made(self, ageing: Ageing) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if ageing.piles:
            column.addLayout(self._table(ageing.piles[:_MOST_PEOPLE]))
        self.rows = [OfferedRow(row, self._now_ms()) for row in ageing.offered]
        if self.rows:
            column.addSpacing(6)
            words = self.tr("%n offered to everybody, the oldest first", "", ageing.offered_count)
            head = Button(words, "hand", kind="flat", small=True)
            head.clicked.connect(self.all_wanted)
            column.addWidget(head, 0, Qt.AlignmentFlag.AlignLeft)
        for row in self.rows:
            row.take_wanted.connect(self.take_wanted)
            row.clicked.connect(partial(self.ticket_wanted.emit, row.id))
            column.addWidget(row)
        return whole

    def _table(self, piles: tuple[Pile, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(18)
        heads = (
            self.tr("Assignee"),
            self.tr("Open"),
            self.tr("under a day"),
            self.tr("1–3 days"),
            self.tr("3–7 days"),
            self.tr("over a week"),
            self.tr("Oldest"),
        )
        for column, words in enumerate(heads):
            label = QLabel(words)
            label.setProperty("role", "secondary")
            grid.addWidget(label, 0, column)
            grid.setColumnStretch(column, 2 if column == 0 else 1)
        for position, pile in enumerate(piles):
            self._add_pile(grid, 2 * position + 1, len(heads), pile)
        return grid

    def _add_pile(self, grid: QGridLayout, row: int, width: int, pile: Pile) -> None:
        grid.addWidget(Hairline(), row, 0, 1, width)
        *younger, oldest = pile.by_age
        age = age_words(pile.oldest_at_ms, self._now_ms())
        words = (pile.name, str(pile.total), *(str(count) if count else "—" for count in younger))
        late = Pill(str(oldest), Tone.RISK) if oldest else QLabel("—")
        cells = (*map(QLabel, words), late, QLabel(age))
        for column, cell in enumerate(cells):
            if isinstance(cell, QLabel):
                cell.setTextFormat(Qt.TextFormat.PlainText)
            grid.addWidget(cell, row + 1, column, Qt.AlignmentFlag.AlignLeft)
