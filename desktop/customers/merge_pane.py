"""Two customers side by side before they become one: which value wins, field by field."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.customer_values import lines_of, lookalikes, shown
from desktop.customers.words import value_words
from desktop.field_words import customer_field_words
from desktop.icons import icon
from desktop.theme import current_theme
from desktop.widgets.button import Button
from models.commands import MergeRecords
from models.queries.customer_rows import CustomerCard

UNITED = ("other_emails", "domains")
_LETTERS = 120


class MergePane(QFrame):
    """Signals: ``decided(MergeRecords)``, ``given_up()``."""

    decided = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.choices: dict[str, QButtonGroup] = {}
        self._kept: CustomerCard | None = None
        self._other: CustomerCard | None = None
        self._title, self._sentence = QLabel(), QLabel()
        self._grid = QScrollArea()
        self.merge = Button(self.tr("Merge"), "merge", kind="primary")
        self.cancel = Button(self.tr("Cancel"))
        self.swap = Button(self.tr("Keep the other one"), "transfer", small=True)
        self.merge.clicked.connect(self._on_merge_clicked)
        self.cancel.clicked.connect(self.given_up)
        self.swap.clicked.connect(self._on_swap_clicked)
        self._lay_out()

    def show_two(self, kept: CustomerCard, other: CustomerCard) -> None:
        """``kept`` stays, ``other`` becomes a part of it."""
        self._kept, self._other = kept, other
        heading = self.tr("“%1” becomes a part of “%2”")
        self._title.setText(_filled(heading, other.name, kept.name))
        told = self.tr("%n tickets come along.", "", other.ticket_count)
        united = (
            self.tr("All e-mail addresses stay.")
            if kept.kind == "contact"
            else self.tr("All domains stay.")
        )
        back = self.tr("It can be taken back.")
        self._sentence.setText(f"{told} {united} {back}")
        self._show_choices(kept, other)
        self.merge.setFocus()

    def _show_choices(self, kept: CustomerCard, other: CustomerCard) -> None:
        content = QWidget()
        content.setObjectName("scrollContent")
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        self.choices = {}
        differing = [field for field in _fields(kept) if _differ(field, kept, other)]
        for field in differing:
            self._add_choice(grid, field, kept, other)
        if not differing:
            same = QLabel(self.tr("Both say the same: there is nothing to choose."))
            same.setProperty("role", "secondary")
            grid.addWidget(same, 0, 0, 1, 3)
        grid.setRowStretch(grid.rowCount(), 1)
        self._grid.setWidget(content)

    def _add_choice(
        self, grid: QGridLayout, field: str, kept: CustomerCard, other: CustomerCard
    ) -> None:
        row, label = grid.rowCount(), QLabel(customer_field_words(field))
        label.setProperty("role", "secondary")
        grid.addWidget(label, row, 0)
        group = QButtonGroup(self)
        for n, card in enumerate((kept, other)):
            words = _words(field, card) or self.tr("nothing")
            button = QRadioButton(words[:_LETTERS].replace("&", "&&"))
            button.setToolTip(lookalikes(field, words[:1000]) or words[:1000])
            if lookalikes(field, words[:1000]):
                button.setIcon(icon("warning-triangle", current_theme().at_risk))
            button.setAccessibleName(f"{customer_field_words(field)}: {words[:_LETTERS]}")
            group.addButton(button, n)
            grid.addWidget(button, row, n + 1)
        group.button(0 if _words(field, kept) else 1).setChecked(True)
        self.choices[field] = group

    def _chosen(self, kept: CustomerCard, other: CustomerCard) -> dict[str, Any]:
        """Every decision, for the one that stays as well: nothing else comes in its place."""
        cards = (kept, other)
        return {field: cards[group.checkedId()].row[field] for field, group in self.choices.items()}

    def _lay_out(self) -> None:
        self._title.setProperty("role", "title")
        self._sentence.setProperty("role", "secondary")
        for label in (self._title, self._sentence):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._grid.setWidgetResizable(True)
        self._grid.setFrameShape(QFrame.Shape.NoFrame)
        self._grid.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.swap)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.merge)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._sentence)
        layout.addWidget(self._grid, 1)
        layout.addLayout(buttons)

    @Slot()
    def _on_merge_clicked(self) -> None:
        kept, other = self._kept, self._other
        if kept is not None and other is not None:
            chosen = self._chosen(kept, other)
            command = MergeRecords(entity=kept.kind, id=other.id, into_id=kept.id, set=chosen)
            self.decided.emit(command)

    @Slot()
    def _on_swap_clicked(self) -> None:
        if self._kept is not None and self._other is not None:
            self.show_two(self._other, self._kept)


def _fields(card: CustomerCard) -> list[str]:
    pointing = ["company_id", "language"] if card.kind == "contact" else []
    return [*(field for field in lines_of(card.kind) if field not in UNITED), *pointing, "note"]


def _differ(field: str, kept: CustomerCard, other: CustomerCard) -> bool:
    """Whether there is something to choose: two values, or one that would be lost."""
    return (kept.row[field] or "") != (other.row[field] or "") and bool(other.row[field])


def _words(field: str, card: CustomerCard) -> str:
    if field == "company_id":
        return card.company.name if card.company else ""
    return value_words(field, shown(field, card.row[field]))


def _filled(sentence: str, first: str, second: str) -> str:
    """The names may hold any signs, those of the places too."""
    names = {"%1": first[:_LETTERS], "%2": second[:_LETTERS]}
    return re.sub("%[12]", lambda place: names[place[0]], sentence)
