"""How the parts of the window lie."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


def framed(above: Sequence[QWidget], side: QWidget, place: QWidget, below: QWidget) -> QWidget:
    """Bars above each other, the sidebar beside the place of the desk, the status bar."""
    middle = QHBoxLayout()
    middle.setSpacing(0)
    middle.addWidget(side)
    middle.addWidget(place, 1)
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for bar in above:
        layout.addWidget(bar)
    layout.addLayout(middle, 1)
    layout.addWidget(below)
    return whole
