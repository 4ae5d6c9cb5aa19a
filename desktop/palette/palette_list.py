"""The list of the palette; the keyboard stays in the field above it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from desktop.widgets.popup_delegate import PopupDelegate, row_height
from desktop.widgets.popup_row import PopupRow, PopupRowModel

PAGE_ROWS = 6


class PaletteList(QListView):
    """Signals: ``row_changed()``, ``row_clicked()`` with the row current."""

    row_changed = Signal()
    row_clicked = Signal()

    def __init__(self, name: str, current_hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = PopupRowModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(PopupDelegate(self, current_hint))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_clicked)

    def show_rows(self, rows: Sequence[PopupRow], keep: str = "") -> None:
        """Replace all rows; the one with the key ``keep`` is current, else the first."""
        self._rows.show_rows(rows)
        keys = [row.key for row in rows]
        self._go_to(keys.index(keep) if keep in keys else 0, 1)
        self.scrollToTop()
        self.scrollTo(self.currentIndex())

    def whole_height(self) -> int:
        """What all rows take."""
        rows = (self._rows.row_at(n) for n in range(self._rows.rowCount()))
        return sum(row_height(row) for row in rows if row is not None)

    def current_row(self) -> PopupRow | None:
        return self._rows.row_at(self.currentIndex().row())

    def step(self, by: int) -> None:
        """Up or down by rows that can be chosen; past an end to the other one."""
        last = self._rows.rowCount() - 1
        wanted = self.currentIndex().row() + by
        if abs(by) > 1:
            wanted = max(0, min(wanted, last))
        elif wanted > last or not self._has_choice(wanted, by):
            wanted = 0 if by > 0 else last
        self._go_to(wanted, 1 if by > 0 or wanted == 0 else -1)
        if self.currentIndex().row() <= 1:
            self.scrollToTop()

    def _has_choice(self, position: int, direction: int) -> bool:
        while (row := self._rows.row_at(position)) is not None and row.heading:
            position += direction
        return row is not None

    def _go_to(self, position: int, direction: int) -> None:
        while (row := self._rows.row_at(position)) is not None and row.heading:
            position += direction
        if row is not None:
            self.setCurrentIndex(self._rows.index(position))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, row.spoken()))
        self.row_changed.emit()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.row_clicked.emit()
