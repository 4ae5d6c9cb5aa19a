"""One of the two lists of the sidebar."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QListView, QSizePolicy, QWidget

from desktop.shell.navigation_delegate import (
    ENTRY_HEIGHT_PX,
    NavigationDelegate,
    entry_height,
)
from desktop.shell.navigation_model import NavEntry, NavigationModel
from desktop.theme import theme_state
from desktop.widgets.selected_opens import SelectedOpens

PADDING_PX = 8


class NavigationList(QListView):
    """``whole`` lists are as high as their entries, others scroll.

    Signals: ``chosen(str)`` with the key, by keys or mouse; a click on the chosen one too.
    ``menu_wanted(str, QPoint)`` with the key and a place on the screen.
    """

    chosen = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, name: str, *, whole: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = NavigationModel(self)
        self._fixed = whole
        self._wanted = ""
        self.setObjectName("sidebar")
        self.setAccessibleName(name)
        self.setModel(self.entries)
        SelectedOpens(self)
        self.setItemDelegate(NavigationDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if whole:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme_state().changed.connect(self._on_theme_changed)
        self.clicked.connect(self._on_chosen)
        self.selectionModel().currentChanged.connect(self._on_chosen)

    def show_entries(self, entries: list[NavEntry]) -> None:
        """Replace the entries; the chosen one, or one that was to be before it came, is chosen."""
        key = self.current_key() or self._wanted
        self.entries.show_entries(entries)
        self.select(key)
        self.updateGeometry()

    def select(self, key: str) -> bool:
        """Mark the entry without emitting; an unknown key marks nothing and gives False."""
        self._wanted = key
        index = self.entries.index_of(key)
        self.selectionModel().blockSignals(True)
        if index.isValid():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flag)
        else:
            self.selectionModel().clear()
        self.selectionModel().blockSignals(False)
        self.viewport().update()
        return index.isValid()

    def current_key(self) -> str:
        entry = self.entries.entry_at(self.currentIndex().row())
        return entry.key if entry else ""

    def sizeHint(self) -> QSize:
        heights = (
            entry_height(entry)
            for n in range(self.entries.rowCount())
            if (entry := self.entries.entry_at(n)) is not None
        )
        return QSize(super().sizeHint().width(), sum(heights) + 2 * PADDING_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self._fixed else QSize(0, 4 * ENTRY_HEIGHT_PX)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Without Qt's own step, which makes the first entry current: that would go there."""
        QAbstractScrollArea.focusInEvent(self, event)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By key it is about the chosen entry, by mouse about the one below it."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        entry = self.entries.entry_at(index.row())
        if entry is not None and entry.key:
            spot = self.visualRect(index).center() if by_key else event.pos()
            self.menu_wanted.emit(entry.key, self.viewport().mapToGlobal(spot))

    @Slot()
    def _on_theme_changed(self) -> None:
        """Rows may be of another height now."""
        self.doItemsLayout()
        self.updateGeometry()

    @Slot()
    def _on_chosen(self) -> None:
        if key := self.current_key():
            self.chosen.emit(key)
