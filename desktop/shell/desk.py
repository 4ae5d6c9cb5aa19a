"""The desk: the ticket list on the left, the chosen ticket on the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.inbox.list_pane import ListPane
from desktop.theme import LIST_WIDTH_PX
from desktop.widgets.empty_state import EmptyState


class TicketPlace(Protocol):
    """What the desk needs of the widget that shows a ticket."""

    def show_ticket(self, ticket_id: str) -> None: ...

    def walk_to(self, ticket_id: str) -> None:
        """As ``show_ticket``, by going through the list: perhaps only for a moment."""

    def hurry(self) -> None:
        """It was no walk: show the ticket at once."""


class Desk(QSplitter):
    """Shows the ticket that is chosen in the list, or asks to choose one.

    Signals: ``ticket_shown(str)``, "" for none; ``window_wanted(str)``: the ticket stands in a
    window of its own, which is to come to the front.
    """

    ticket_shown = Signal(str)
    window_wanted = Signal(str)

    def __init__(self, list_pane: ListPane, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.shown_id = ""
        self._list_pane = list_pane
        self._pane: TicketPlace | None = None
        self._pane_widget: QWidget = self
        self.is_elsewhere: Callable[[str], bool] = lambda ticket_id: False
        """Whether a ticket stands in a window of its own: then it is not shown here as well."""
        self._nothing, self._elsewhere = EmptyState(), EmptyState()
        self._place = QStackedWidget()
        self._place.setObjectName("page")
        self._place.addWidget(self._nothing)
        self._place.addWidget(self._elsewhere)
        self._elsewhere.action_chosen.connect(self._on_window_wanted)
        rows = list_pane.model
        for change in (rows.modelReset, rows.rowsInserted, rows.rowsRemoved):
            change.connect(self._show_nothing)
        self._show_nothing()
        self.setHandleWidth(0)
        self.setChildrenCollapsible(False)
        self.addWidget(list_pane)
        right = QWidget()
        self._column = QVBoxLayout(right)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._place, 1)
        self.addWidget(right)
        self.setStretchFactor(1, 1)
        self.setSizes([LIST_WIDTH_PX, 10 * LIST_WIDTH_PX])
        list_pane.ticket_chosen.connect(self._on_ticket_chosen)

    def set_ticket_pane(self, pane: QWidget, place: TicketPlace) -> None:
        """``pane`` and ``place`` are the same object, as a widget and as what it can do."""
        self._place.addWidget(pane)
        self._pane, self._pane_widget = place, pane
        self._show(self.shown_id)

    @Slot(str)
    def show_ticket(self, ticket_id: str) -> None:
        """Show a ticket, also one that is not in the list; "" for none."""
        if ticket_id != self.shown_id:
            self._show(ticket_id)

    @Slot(str)
    def _on_ticket_chosen(self, ticket_id: str) -> None:
        if ticket_id != self.shown_id:
            self._show(ticket_id, walked=True)

    def add_bar(self, bar: QWidget) -> None:
        """A line above the ticket."""
        self._column.insertWidget(0, bar)

    def hurry(self) -> None:
        """The ticket was asked for by itself; whoever walks through the list may wait for it."""
        if self._pane is not None:
            self._pane.hurry()

    def show_again(self) -> None:
        """The shown ticket came from a window of its own, or went there."""
        self._show(self.shown_id)

    @Slot()
    def _show_nothing(self) -> None:
        """What stands where no ticket is shown: nobody can choose from an empty list."""
        if self._list_pane.model.rowCount():
            title, words = (
                self.tr("Choose a ticket"),
                self.tr("It opens here. J and K go up and down."),
            )
        else:
            title, words = (
                self.tr("Nothing to choose in this view"),
                self.tr("Other views may have tickets, and Ctrl+N makes one."),
            )
        self._nothing.show_state("ticket", title, words)

    def list_width(self) -> int:
        return self._list_pane.width()

    def set_list_width(self, width_px: int) -> None:
        self.setSizes([width_px, max(1, self.width() - width_px)])

    def _show(self, ticket_id: str, *, walked: bool = False) -> None:
        self.shown_id = ticket_id
        if self._pane is None or not ticket_id:
            self._place.setCurrentWidget(self._nothing)
        elif self.is_elsewhere(ticket_id):
            self._say_elsewhere()
        else:
            (self._pane.walk_to if walked else self._pane.show_ticket)(ticket_id)
            self._place.setCurrentWidget(self._pane_widget)
        self.ticket_shown.emit(ticket_id)

    def _say_elsewhere(self) -> None:
        title = self.tr("This ticket is open in its own window")
        words = self.tr("When you close that window, it opens here.")
        self._elsewhere.show_state("external", title, words, self.tr("Show the window"))
        self._place.setCurrentWidget(self._elsewhere)

    @Slot()
    def _on_window_wanted(self) -> None:
        self.window_wanted.emit(self.shown_id)
