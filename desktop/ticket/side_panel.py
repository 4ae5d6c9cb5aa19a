"""The panel on the right of a ticket: the customer, what is known, what happened."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.theme import SIDE_PANEL_WIDTH_PX
from desktop.ticket.customer_panel import CustomerPanel
from desktop.ticket.history_panel import HistoryPanel
from desktop.ticket.image_store import ImageStore
from desktop.ticket.knowledge_panel import KnowledgePanel
from desktop.widgets.hairline import Hairline
from desktop.widgets.underlined_tabs import UnderlinedTabs


class SidePanel(QFrame):
    """``customer``, ``knowledge`` and ``history``, public, one of them in view."""

    def __init__(self, images: ImageStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.customer = CustomerPanel()
        self.knowledge = KnowledgePanel(images)
        self.history = HistoryPanel()
        self._tabs, self._stack = UnderlinedTabs(), QStackedWidget()
        self._tabs.setAccessibleName(self.tr("Side panel"))
        pages = (
            (self.tr("Customer"), self.customer),
            (self.tr("Knowledge"), self.knowledge),
            (self.tr("History"), self.history),
        )
        for words, page in pages:
            self._tabs.add(words)
            self._stack.addWidget(page)
        self._tabs.currentChanged.connect(self._on_tab_changed)
        top = QHBoxLayout()
        top.setContentsMargins(14, 0, 0, 0)
        top.addWidget(self._tabs)
        top.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(Hairline())
        layout.addWidget(self._stack, 1)
        self.setMinimumWidth(max(220, 16 + self._tabs.sizeHint().width()))

    def sizeHint(self) -> QSize:
        return QSize(SIDE_PANEL_WIDTH_PX, 400)

    def take_focus(self) -> None:
        """Put the keyboard on the tabs; Tab goes on into what is shown."""
        self._tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_knowledge(self) -> None:
        """Turn to what is known."""
        self._tabs.setCurrentIndex(self._stack.indexOf(self.knowledge))

    def show_history(self) -> None:
        """Turn to what was changed."""
        self._tabs.setCurrentIndex(self._stack.indexOf(self.history))

    @Slot(int)
    def _on_tab_changed(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
