"""How the parts of the ticket pane lie: strips, conversation over composer, the side panel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.theme import SIDE_PANEL_WIDTH_PX

_COMPOSER_PX = 232


def framed(
    strips: Sequence[QWidget], conversation: QWidget, writing: QWidget, side: QWidget
) -> QSplitter:
    middle = _splitter(Qt.Orientation.Vertical, conversation, writing, _COMPOSER_PX)
    centre = QWidget()
    column = QVBoxLayout(centre)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for strip in strips:
        column.addWidget(strip)
    column.addWidget(middle, 1)
    return _splitter(Qt.Orientation.Horizontal, centre, side, SIDE_PANEL_WIDTH_PX)


def _splitter(way: Qt.Orientation, first: QWidget, last: QWidget, last_px: int) -> QSplitter:
    """The first part takes what room there is."""
    made = QSplitter(way)
    made.setChildrenCollapsible(False)
    made.setHandleWidth(1)
    made.addWidget(first)
    made.addWidget(last)
    made.setStretchFactor(0, 1)
    made.setSizes([10 * last_px, last_px])
    return made
