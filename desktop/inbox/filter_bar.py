"""Above the ticket list: what it shows, how many, in which order, and chips that narrow it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from desktop.theme import CONTROL_GAP_PX, ROW_PADDING_PX
from desktop.widgets.button import Button
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.filter_chip import FilterChip

CHIP_ROW_PX = 38


class FilterBar(QWidget):
    """Signals: ``order_chosen(str)`` with one of ``models.queries.inbox.ORDERS``;
    ``chips_changed()``."""

    order_chosen = Signal(str)
    chips_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel()
        self._count = QLabel()
        self._order = Button("", "chevron-down", kind="flat", small=True)
        self.unread = FilterChip(self.tr("Unread"))
        self.high = FilterChip(self.tr("High priority"))
        self.not_started = FilterChip(self.tr("Not started"))
        self._orders = self._make_orders()
        for chip in self.chips():
            chip.toggled.connect(self.chips_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._make_header())
        layout.addWidget(self._make_chip_row())

    def chips(self) -> tuple[FilterChip, ...]:
        return (self.unread, self.high, self.not_started)

    def show_title(self, title: str) -> None:
        self._title.setText(title)

    def show_count(self, count: str) -> None:
        """How many tickets the view holds, as it is to be read; "" when that is not known."""
        self._count.setText(count)

    def show_unread_count(self, count: int | None) -> None:
        """None when not the whole view is loaded, so that no wrong number stands there."""
        words = self.tr("Unread {0}").format(count) if count else self.tr("Unread")
        self.unread.show_words(words)

    def show_order(self, order: str) -> None:
        """Name the order; does not emit."""
        action = self._orders[order]
        action.setChecked(True)
        self._order.setText(action.text())
        self._order.setAccessibleName(self.tr("Order: {0}").format(action.text()))

    def clear_chips(self) -> None:
        """Switch all chips off, with one signal at most."""
        changed = any(chip.isChecked() for chip in self.chips())
        for chip in self.chips():
            chip.blockSignals(True)
            chip.setChecked(False)
            chip.blockSignals(False)
        if changed:
            self.chips_changed.emit()

    def _make_orders(self) -> dict[str, QAction]:
        words = {
            "due": self.tr("Due first"),
            "newest": self.tr("Newest first"),
            "oldest_waiting": self.tr("Longest waiting first"),
            "priority": self.tr("Highest priority first"),
        }
        menu, group = QMenu(self._order), QActionGroup(self)
        actions = {order: menu.addAction(text) for order, text in words.items()}
        for order, action in actions.items():
            action.setCheckable(True)
            action.setData(order)
            group.addAction(action)
        group.triggered.connect(self._on_order_triggered)
        self._order.setMenu(menu)
        return actions

    def _make_header(self) -> QFrame:
        header = QFrame()
        header.setObjectName("paneHeader")
        self._title.setProperty("role", "heading")
        self._count.setProperty("role", "secondary")
        self._order.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        layout = QHBoxLayout(header)
        layout.setContentsMargins(ROW_PADDING_PX[1], 0, 6, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._count)
        layout.addStretch(1)
        layout.addWidget(self._order)
        return header

    def _make_chip_row(self) -> QFrame:
        row = QFrame()
        row.setObjectName("filterBar")
        row.setFixedHeight(CHIP_ROW_PX)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(ROW_PADDING_PX[1], 0, ROW_PADDING_PX[1], 0)
        layout.setSpacing(CONTROL_GAP_PX)
        for chip in self.chips():
            layout.addWidget(chip)
        layout.addStretch(1)
        return row

    @Slot(QAction)
    def _on_order_triggered(self, action: QAction) -> None:
        self.show_order(action.data())
        self.order_chosen.emit(action.data())
