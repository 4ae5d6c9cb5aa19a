"""What happened with a customer as rows in memory: open tickets on top, then everything."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.customers.words import entry_words, way_words
from desktop.field_words import time_words
from desktop.ticket_words import number_words, status_words, subject_words
from models.queries.customer_rows import TimelineRow
from models.rows import TicketRow

ROW_ROLE = Qt.ItemDataRole.UserRole
Item = str | TicketRow | TimelineRow
"""A heading, an open ticket, or an entry."""
_Index = QModelIndex | QPersistentModelIndex


class TimelineModel(QAbstractListModel):
    """Signals: ``page_wanted(TimelineKey)`` when the view needs what is older than that."""

    page_wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[Item] = []
        self._has_more = self._waiting = False

    def show_items(
        self, tickets: Sequence[TicketRow], entries: Sequence[TimelineRow], *, has_more: bool
    ) -> bool:
        """Begin anew; False when all of it stood here already."""
        items: list[Item] = []
        if tickets:
            items += [self.tr("Open tickets"), *tickets]
        if entries:
            items += [self.tr("Timeline"), *entries]
        self._has_more, self._waiting = has_more, False
        if items == self._items:
            return False
        self.beginResetModel()
        self._items = items
        self.endResetModel()
        return True

    def append_page(self, entries: Sequence[TimelineRow], *, has_more: bool) -> None:
        """Add what ``page_wanted`` asked for."""
        self._has_more, self._waiting = has_more, False
        if entries:
            at = len(self._items)
            self.beginInsertRows(QModelIndex(), at, at + len(entries) - 1)
            self._items += entries
            self.endInsertRows()

    def item_at(self, position: int) -> Item | None:
        """What stands there, or None outside the list."""
        return self._items[position] if 0 <= position < len(self._items) else None

    def entries(self) -> int:
        """How many entries of the timeline are here."""
        return sum(isinstance(item, TimelineRow) for item in self._items)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 # Qt's own signature
        return 0 if parent.isValid() else len(self._items)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        item = self.item_at(index.row()) if index.isValid() else None
        if item is None or isinstance(item, str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._has_more and not self._waiting

    def fetchMore(self, parent: _Index) -> None:
        last = self._items[-1] if self._items else None
        if self.canFetchMore(parent) and isinstance(last, TimelineRow):
            self._waiting = True
            self.page_wanted.emit(last.key)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.item_at(index.row()) if index.isValid() else None
        if item is None:
            return None
        if role == ROW_ROLE:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item if isinstance(item, str) else subject_words(item.subject)
        return spoken(item) if role == Qt.ItemDataRole.AccessibleTextRole else None


def spoken(item: Item) -> str:
    """An item for a screen reader."""
    if isinstance(item, str):
        return item
    title = f"{number_words(item.number)} {subject_words(item.subject)}"
    if isinstance(item, TicketRow):
        return f"{title}, {status_words(item.status, item.waiting_for)}"
    parts = (entry_words(item), way_words(item), item.who, item.text, title)
    return ", ".join(filter(None, (*parts, time_words(item.at_ms))))
