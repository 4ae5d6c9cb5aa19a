"""The entries of the sidebar and their counts, in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ENTRY_ROLE = Qt.ItemDataRole.UserRole
COUNT_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class NavEntry:
    """One entry: a view, a queue or a page by its ``key``; a heading when the key is empty.

    ``alarm`` shows a count above zero in the colour of what is overdue; ``note`` is spoken after
    the count.
    """

    key: str
    text: str
    icon: str = ""
    alarm: bool = False
    note: str = ""


class NavigationModel(QAbstractListModel):
    """Entries in their order; a count appears under ``COUNT_ROLE`` when it is known."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[NavEntry, ...] = ()
        self._counts: dict[str, int] = {}
        self._tips: dict[str, str] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 # Qt's own signature
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry_at(index.row()) if index.isValid() else None
        if entry is None:
            return None
        if role == ENTRY_ROLE:
            return entry
        if role == COUNT_ROLE:
            return self._counts.get(entry.key)
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (entry.text, self._tips.get(entry.key))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(entry)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self.entry_at(index.row()) if index.isValid() else None
        if entry is None or not entry.key:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def entry_at(self, position: int) -> NavEntry | None:
        """The entry, or None outside the list."""
        return self._entries[position] if 0 <= position < len(self._entries) else None

    def index_of(self, key: str) -> QModelIndex:
        """The index of a key; invalid when it is not here."""
        places = (n for n, entry in enumerate(self._entries) if entry.key == key)
        return self.index(next(places, -1))

    def show_entries(self, entries: Sequence[NavEntry]) -> None:
        """Replace all entries, if they differ."""
        if tuple(entries) != self._entries:
            self.beginResetModel()
            self._entries = tuple(entries)
            self.endResetModel()

    def show_count(self, key: str, count: int, note: str = "") -> None:
        """The number of one entry; with a ``note`` it is an alarm."""
        self.show_counts({**self._counts, key: count})
        position = self.index_of(key).row()
        entry = self.entry_at(position)
        if entry is not None and entry.note != note:
            changed = replace(entry, alarm=bool(note), note=note)
            self._entries = (*self._entries[:position], changed, *self._entries[position + 1 :])
            self.dataChanged.emit(self.index(position), self.index(position))

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Numbers by key; only entries whose number changed are painted again."""
        before, self._counts = self._counts, dict(counts)
        for position, entry in enumerate(self._entries):
            if before.get(entry.key) != self._counts.get(entry.key):
                index = self.index(position)
                self.dataChanged.emit(index, index)

    def show_tips(self, tips: Mapping[str, str]) -> None:
        """Sentences by key, for the tip of an entry and for screen readers."""
        self._tips = dict(tips)

    def _spoken(self, entry: NavEntry) -> str:
        count = self._counts.get(entry.key)
        number = "" if count is None else str(count)
        return ", ".join(filter(None, (entry.text, number, entry.note, self._tips.get(entry.key))))
