"""A list to choose one row from, driven by the keyboard of a field above it if there is one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListView,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets.popup_delegate import PopupDelegate
from desktop.widgets.popup_row import PopupRow, PopupRowModel
from desktop.widgets.selected_opens import SelectedOpens

_STEP_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
CHOOSE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChoiceList(QListView):
    """Signals: ``row_changed(PopupRow | None)``; ``row_chosen(PopupRow)`` by Enter or double click.

    The row that is current stays current when rows are shown anew, if it is still among them.
    """

    row_changed = Signal(object)
    row_chosen = Signal(object)

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = PopupRowModel(self)
        self.setModel(self._rows)
        SelectedOpens(self)
        self.setItemDelegate(PopupDelegate(self))
        self.setAccessibleName(accessible_name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self._on_chosen)

    def in_card(self) -> QFrame:
        """A card around the list, to be put into a layout in its place."""
        card = QFrame()
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(4, 4, 4, 4)
        inside.addWidget(self)
        return card

    def show_rows(self, rows: Sequence[PopupRow]) -> None:
        """Replace all rows."""
        current = self.current_row()
        self._rows.show_rows(rows)
        keys = [row.key for row in rows if not row.heading]
        wanted = current.key if current is not None and current.key in keys else keys[:1]
        self.go_to(wanted if isinstance(wanted, str) else "".join(wanted))
        if not keys:
            self.row_changed.emit(None)

    def go_to(self, key: str) -> None:
        """Make the row with this key current, if it is here."""
        for position in range(self._rows.rowCount()):
            row = self._rows.row_at(position)
            if row is not None and row.key == key and not row.heading:
                self.setCurrentIndex(self._rows.index(position))

    def current_row(self) -> PopupRow | None:
        """The row that would be chosen now."""
        return self._rows.row_at(self.currentIndex().row())

    def drive_from(self, field: QWidget) -> None:
        """Arrow keys and Enter typed in ``field`` move and choose here."""
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _STEP_KEYS:
                QApplication.sendEvent(self, event)
                return True
            if event.key() in CHOOSE_KEYS and not event.modifiers():
                self._on_chosen()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in CHOOSE_KEYS and not event.modifiers():
            self._on_chosen()
            return
        super().keyPressEvent(event)

    @Slot()
    def _on_chosen(self) -> None:
        row = self.current_row()
        if row is not None:
            self.row_chosen.emit(row)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.row_changed.emit(self._rows.row_at(current.row()))
