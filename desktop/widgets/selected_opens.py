"""A row that a screen reader selects is made current, as a click would."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QObject, Slot
from PySide6.QtWidgets import QAbstractItemView


class SelectedOpens(QObject):
    """AT-SPI and UI Automation select rows and leave the current one, which alone opens here.

    Made after the view has its model.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        view.selectionModel().selectionChanged.connect(self._on_selection_changed)

    @Slot(QItemSelection, QItemSelection)
    def _on_selection_changed(self, selected: QItemSelection, _gone: QItemSelection) -> None:
        indexes = selected.indexes()
        if len(indexes) == 1 and indexes[0] != self._view.currentIndex():
            self._view.setCurrentIndex(indexes[0])
