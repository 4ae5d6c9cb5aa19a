"""The right side of a customer: the timeline over all channels, and the history of the card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.customers.reading import CustomerRead
from desktop.customers.timeline_delegate import TimelineDelegate
from desktop.customers.timeline_model import TimelineModel
from desktop.customers.words import event_words
from desktop.field_words import time_words
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.hairline import Hairline
from desktop.widgets.underlined_tabs import UnderlinedTabs
from models.queries.customer_rows import RecordEventRow, TimelineRow


class TimelinePane(QFrame):
    """Signals: ``ticket_opened(str)`` with its id."""

    ticket_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.model = TimelineModel(self)
        self.view, self.history = QListView(), QListWidget()
        self.tabs, self._stack, self._empty = UnderlinedTabs(), QStackedWidget(), EmptyState()
        self._count = QLabel()
        self._shown_id = ""
        self._set_up_views()
        self._lay_out()
        self.tabs.currentChanged.connect(self._show_tab)
        self.view.clicked.connect(self._on_chosen)
        self.view.installEventFilter(self)

    def show_read(self, read: CustomerRead) -> None:
        """Show a customer's; what is read again of the same one stays where it is."""
        place = self.view.verticalScrollBar().value()
        same = read.card.id == self._shown_id
        current = self.view.currentIndex().row()
        self._shown_id = read.card.id
        reset = self.model.show_items(read.card.open_tickets, read.entries, has_more=read.has_more)
        if reset and same:
            self.view.setCurrentIndex(self.model.index(current))
            self.view.verticalScrollBar().setValue(place)
        self._count.setText(self.tr("%n tickets", "", read.card.ticket_count))
        self._show_history(read.history)
        self._show_tab()

    def show_more(self, entries: Sequence[TimelineRow], *, has_more: bool) -> None:
        """What the model asked for."""
        self.model.append_page(entries, has_more=has_more)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens the ticket of a row."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self._on_chosen(self.view.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def _set_up_views(self) -> None:
        self.tabs.setAccessibleName(self.tr("Customer"))
        self.tabs.add(self.tr("Timeline"))
        self.tabs.add(self.tr("History"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(TimelineDelegate(self.view))
        self.view.setMouseTracking(True)
        self.view.setAccessibleName(self.tr("Timeline"))
        self.history.setAccessibleName(self.tr("History"))
        self.history.setWordWrap(True)
        for view in (self.view, self.history):
            view.setFrameShape(QFrame.Shape.NoFrame)
            view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._stack.addWidget(view)
        self._stack.addWidget(self._empty)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(16, 0, 14, 0)
        self._count.setProperty("role", "secondary")
        top.addWidget(self.tabs)
        top.addStretch(1)
        top.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(Hairline())
        layout.addWidget(self._stack, 1)

    def _show_history(self, history: Sequence[RecordEventRow]) -> None:
        lines = [f"{event_words(row)}\n{row.who_name} · {time_words(row.at_ms)}" for row in history]
        if lines == [self.history.item(n).text() for n in range(self.history.count())]:
            return
        self.history.clear()
        self.history.addItems(lines)

    @Slot()
    def _show_tab(self) -> None:
        timeline = self.tabs.currentIndex() == 0
        view = self.view if timeline else self.history
        if timeline and not self.model.rowCount():
            words = self.tr("Tickets, mails, calls and notes of all channels gather here.")
            self._empty.show_state("history", self.tr("Nothing happened yet"), words)
            self._stack.setCurrentWidget(self._empty)
        elif not timeline and not self.history.count():
            words = self.tr("Who changes a name, an address or a contract is named here.")
            self._empty.show_state("history", self.tr("Nobody changed anything yet"), words)
            self._stack.setCurrentWidget(self._empty)
        else:
            self._stack.setCurrentWidget(view)

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        item = self.model.item_at(index.row())
        if isinstance(item, TimelineRow):
            self.ticket_opened.emit(item.ticket_id)
        elif item is not None and not isinstance(item, str):
            self.ticket_opened.emit(item.id)
