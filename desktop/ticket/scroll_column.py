"""A column of widgets that scrolls, as wide as the panel it stands in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class ScrollColumn(QScrollArea):
    """``column`` is the layout to fill; it ends in a stretch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setObjectName("scrollContent")
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(14, 12, 14, 14)
        self.column.setSpacing(8)
        self.column.addStretch(1)
        self.setWidget(content)

    def add(self, widget: QWidget) -> None:
        """Append before the stretch."""
        self.column.insertWidget(self.column.count() - 1, widget)

    def clear(self) -> None:
        """Take everything away and scroll to the top."""
        while self.column.count() > 1:
            item = self.column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.verticalScrollBar().setValue(0)
