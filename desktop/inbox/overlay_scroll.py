"""A scroll bar that lies over the rows, so that they keep their width when it comes and goes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

WIDTH_PX = 10


class OverlayScrollBar(QScrollBar):
    """Follows the hidden vertical bar of ``area``; shown while the pointer is on the area.

    The area calls ``follow`` when its size changes and ``show_for_pointer``: the first event
    filter of a process would cost its start 25 ms.
    """

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        self._area = area
        self._hidden_bar = area.verticalScrollBar()
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._hidden_bar.rangeChanged.connect(self.follow)
        self._hidden_bar.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._hidden_bar.setValue)
        self.follow()

    def show_for_pointer(self, is_here: bool) -> None:
        """The pointer came onto the area, or left it."""
        self.setVisible(is_here and self.maximum() > self.minimum())

    @Slot()
    def follow(self) -> None:
        """Lie at the edge of the area, in the place where the hidden bar stands."""
        bar, area = self._hidden_bar, self._area
        self.setGeometry(area.width() - WIDTH_PX, 0, WIDTH_PX, area.height())
        self.setPageStep(bar.pageStep())
        self.setSingleStep(bar.singleStep())
        self.setRange(bar.minimum(), bar.maximum())
        self.setValue(bar.value())
        self.setVisible(self._area.underMouse() and bar.maximum() > bar.minimum())
