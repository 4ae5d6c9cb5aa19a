"""My notes as a list in memory; it holds what the page hands in and asks nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.notes.note_text import NoteItem

ITEM_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class NotesModel(QAbstractListModel):
    """Notes keep their place while they are written; new ones come on top."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[NoteItem] = []

    def show_items(self, items: Sequence[NoteItem], *, sort: bool = False) -> None:
        """Show these notes instead, newest first; with ``sort`` places are given anew."""
        if sort:
            self.beginResetModel()
            self._items = list(items)
            self.endResetModel()
            return
        wanted = {item.row.id: item for item in items}
        self._remove_others(wanted)
        self._replace(wanted)
        here = {item.row.id for item in self._items}
        for item in reversed([item for item in items if item.row.id not in here]):
            self.beginInsertRows(QModelIndex(), 0, 0)
            self._items.insert(0, item)
            self.endInsertRows()

    def item_at(self, position: int) -> NoteItem | None:
        """The note, or None outside the list."""
        return self._items[position] if 0 <= position < len(self._items) else None

    def position_of(self, note_id: str) -> int:
        """Where a note stands, or -1."""
        found = (n for n, item in enumerate(self._items) if item.row.id == note_id)
        return next(found, -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 # Qt's own signature
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.item_at(index.row()) if index.isValid() else None
        if item is None:
            return None
        if role == ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.headline
        return self._spoken(item) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _spoken(self, item: NoteItem) -> str:
        row = item.row
        parts = (
            item.headline or self.tr("Empty note"),
            item.snippet,
            self.tr("%n files", "", len(row.files)) if row.files else "",
            self.tr("became a ticket") if row.ticket_id else "",
            self.tr("not sent yet") if row.unsent else "",
        )
        return ", ".join(filter(None, parts))

    def _remove_others(self, wanted: dict[str, NoteItem]) -> None:
        for position in reversed(range(len(self._items))):
            if self._items[position].row.id not in wanted:
                self.beginRemoveRows(QModelIndex(), position, position)
                del self._items[position]
                self.endRemoveRows()

    def _replace(self, wanted: dict[str, NoteItem]) -> None:
        for position, item in enumerate(self._items):
            new = wanted[item.row.id]
            if new != item:
                self._items[position] = new
                index = self.index(position)
                self.dataChanged.emit(index, index)
