"""A scroll bar that lies over the rows, so that they keep their width when it comes and goes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

WIDTH_PX = 10


class OverlayScrollBar(QScrollBar):
    """Follows the hidden vertical bar of ``area``; shown while the pointer is on the area."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        self._area = area
        self._hidden_bar = area.verticalScrollBar()
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._hidden_bar.rangeChanged.connect(self._on_range_changed)
        self._hidden_bar.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._hidden_bar.setValue)
        area.installEventFilter(self)
        self._on_range_changed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._area and kind == QEvent.Type.Resize:
            self._on_range_changed()
        elif watched is self._area and kind in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.setVisible(kind == QEvent.Type.Enter and self.maximum() > self.minimum())
        return False

    @Slot()
    def _on_range_changed(self) -> None:
        bar, area = self._hidden_bar, self._area
        self.setGeometry(area.width() - WIDTH_PX, 0, WIDTH_PX, area.height())
        self.setPageStep(bar.pageStep())
        self.setSingleStep(bar.singleStep())
        self.setRange(bar.minimum(), bar.maximum())
        self.setValue(bar.value())
        self.setVisible(self._area.underMouse() and bar.maximum() > bar.minimum())
