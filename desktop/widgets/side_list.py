"""What the lists at the left of a page share: a header with a title, and painted rows."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from desktop.theme import LIST_WIDTH_PX
from desktop.widgets.selected_opens import SelectedOpens


class SideList(QFrame):
    """Subclasses call ``set_up_view`` and ``lay_out`` once each, with their own words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("listPane")
        self.setFixedWidth(LIST_WIDTH_PX)
        self.view = QListView()
        self._count = QLabel()

    def set_up_view(
        self, model: QAbstractItemModel, delegate: QStyledItemDelegate, accessible_name: str
    ) -> None:
        """What is listed, who paints it (all rows equally high), and what it is called."""
        self.view.setModel(model)
        SelectedOpens(self.view)
        self.view.setItemDelegate(delegate)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setAccessibleName(accessible_name)

    def show_count(self, count: int) -> None:
        """How many rows there are, behind the title; nothing for none."""
        self._count.setText(str(count) if count else "")

    def lay_out(self, title: str, *parts: QWidget, at_end: QWidget | None = None) -> None:
        """Header, ``parts`` and the list from the top down; ``at_end`` stands in the header."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header(title, at_end))
        for part in parts:
            layout.addWidget(part)
        layout.addWidget(self.view, 1)

    def _header(self, title: str, at_end: QWidget | None) -> QFrame:
        header, words = QFrame(), QLabel(title)
        header.setObjectName("paneHeader")
        row = QHBoxLayout(header)
        row.setContentsMargins(14, 0, 12, 0)
        words.setProperty("role", "heading")
        self._count.setProperty("role", "secondary")
        row.addWidget(words)
        row.addWidget(self._count)
        row.addStretch(1)
        if at_end is not None:
            row.addWidget(at_end)
        return header
