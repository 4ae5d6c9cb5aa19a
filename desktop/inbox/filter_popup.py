"""The popup of the Filter chip: every filter and its values, found by typing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.inbox.filter_choices import Choice, matching
from desktop.widgets.popup_list import PopupList
from desktop.widgets.popup_row import PopupRow
from desktop.widgets.search_field import SearchField
from models.queries.filter_values import FilterValues

WIDTH_PX, MOST_ROWS = 380, 60


class FilterPopup(SearchField):
    """A field under the chip with a floating list below it.

    Arrows move, Enter chooses: a name of a filter shows its values, a value turns its term on or
    off. Signals: ``term_chosen(Term)``.
    """

    term_chosen = Signal(object)

    def __init__(self, is_on: Callable[[Choice], bool], parent: QWidget | None = None) -> None:
        """``is_on`` tells which rows bear a mark."""
        super().__init__("", "", parent)
        self.setPlaceholderText(self.tr("Find a filter or a value"))
        self.setAccessibleName(self.tr("Find a filter or a value"))
        self._is_on = is_on
        self._values = FilterValues()
        self._opener: QWidget | None = None
        self._choices: dict[str, Choice] = {}
        self._list = PopupList(self, self.tr("Filters"))
        self._list.row_chosen.connect(self._on_row_chosen)
        self._list.dismissed.connect(self._on_dismissed)
        self.textChanged.connect(self._show_rows)
        self.setFixedWidth(WIDTH_PX)
        self.hide()

    def open_below(self, chip: QWidget) -> None:
        """Show all filters; the keyboard is here until something is chosen."""
        window, self._opener = chip.window(), chip
        self.setParent(window)
        spot = chip.mapTo(window, QPoint(0, chip.height() + 4))
        self.move(max(0, min(spot.x(), window.width() - WIDTH_PX - 8)), spot.y())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.clear()
        self._show_rows()

    def show_values(self, values: FilterValues) -> None:
        """The names of the directory were read."""
        self._values = values
        if self.isVisible():
            self._show_rows()

    def rows(self) -> list[Choice]:
        """What is offered now."""
        return list(self._choices.values())

    @Slot()
    def _show_rows(self) -> None:
        if not self.isVisible():
            return
        found = matching(self.text(), self._values)[:MOST_ROWS]
        self._choices = {choice.written: choice for choice in found}
        rows = [self._row(choice) for choice in self._choices.values()]
        if not rows:
            nothing = self.tr("Nothing is called that")
            rows = [PopupRow("", nothing, heading=True), PopupRow(":", self.tr("Show all filters"))]
        self._list.open_at(self.rect(), rows, WIDTH_PX)

    def _row(self, choice: Choice) -> PopupRow:
        mark = "check" if choice.term and self._is_on(choice) else ""
        return PopupRow(choice.written, choice.words, hint=choice.written, icon_name=mark)

    @Slot(object)
    def _on_row_chosen(self, row: PopupRow) -> None:
        choice = self._choices.get(row.key)
        if choice is not None and choice.term is not None:
            self._on_dismissed()
            self.term_chosen.emit(choice.term)
        else:
            self.setText(choice.written if choice else "")
            self._show_rows()

    @Slot()
    def _on_dismissed(self) -> None:
        if self.hasFocus() and self._opener is not None:
            self._opener.setFocus()
        self.hide()
