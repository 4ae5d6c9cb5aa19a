"""Rows of a floating list, and the model that hands them to the view."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ROW_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PopupRow:
    """One row. ``matches`` and ``second_matches`` are (start, length) in the title and second.

    In front stands the person's circle when ``is_person`` says so, else the icon when
    ``icon_name`` is given; ``online`` puts a dot on the circle, and ``hint`` says the
    same. ``heading`` rows name the group below them and cannot be chosen.
    """

    key: str
    title: str
    second: str = ""
    matches: tuple[tuple[int, int], ...] = ()
    second_matches: tuple[tuple[int, int], ...] = ()
    hint: str = ""
    is_person: bool = False
    online: bool = False
    icon_name: str = ""
    heading: bool = False

    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.title, self.second, self.hint) if part)


class PopupRowModel(QAbstractListModel):
    """Holds what ``show_rows`` was given; nothing is fetched here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PopupRow, ...] = ()

    def show_rows(self, rows: Sequence[PopupRow]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, position: int) -> PopupRow | None:
        """The row, or None outside the list."""
        return self._rows[position] if 0 <= position < len(self._rows) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 # Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        return row.spoken() if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None or row.heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
