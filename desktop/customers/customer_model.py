"""Contacts or companies as a list in memory that grows page by page; it asks nothing itself."""

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

from desktop.customer_values import lookalikes
from models.queries.customer_rows import CustomerRow

ROW_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class CustomerModel(QAbstractListModel):
    """Signals: ``page_wanted(CustomerKey)`` when the view needs the rows after that key."""

    page_wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[CustomerRow] = []
        self._has_more = self._waiting = False

    def show_rows(self, rows: Sequence[CustomerRow], *, has_more: bool) -> bool:
        """Begin anew with these rows; False when they stood here already."""
        self._has_more, self._waiting = has_more, False
        if list(rows) == self._rows:
            return False
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = list(rows)
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
            return False
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()
        return True

    def append_page(self, rows: Sequence[CustomerRow], *, has_more: bool) -> None:
        """Add what ``page_wanted`` asked for."""
        known = {row.id for row in self._rows}
        fresh = [row for row in rows if row.id not in known]
        self._has_more, self._waiting = has_more, False
        if fresh:
            at = len(self._rows)
            self.beginInsertRows(QModelIndex(), at, at + len(fresh) - 1)
            self._rows += fresh
            self.endInsertRows()

    def row_at(self, position: int) -> CustomerRow | None:
        """The row, or None outside the list."""
        return self._rows[position] if 0 <= position < len(self._rows) else None

    def position_of(self, id: str) -> int:
        """Where somebody stands, or -1."""
        return next((n for n, row in enumerate(self._rows) if row.id == id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 # Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._has_more and not self._waiting and bool(self._rows)

    def fetchMore(self, parent: _Index) -> None:
        if self.canFetchMore(parent):
            self._waiting = True
            self.page_wanted.emit(self._rows[-1].key)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return lookalikes("name", row.name) or None
        return self._spoken(row) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _spoken(self, row: CustomerRow) -> str:
        left = "" if row.active else self.tr("not active")
        parts = (row.name, row.detail, row.plan, left, lookalikes("name", row.name))
        return ", ".join(filter(None, parts))
