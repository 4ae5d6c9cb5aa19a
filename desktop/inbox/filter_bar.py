"""Above the ticket list: what it shows, how many, in which order, and chips that narrow it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from desktop.inbox.order_words import order_tips, order_words
from desktop.theme import CONTROL_GAP_PX, ROW_PADDING_PX
from desktop.widgets.button import Button
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.filter_chip import FilterChip, OpeningChip
from desktop.widgets.flow_layout import FlowLayout
from models.errors import BadFilter
from models.filters import Term, is_on, parse

CHIP_ROW_PADDING_PX = 7


class FilterBar(QWidget):
    """Chips are terms of the filter's text: they show what is in it, and a click changes it.

    Signals: ``order_chosen(str)`` with one of ``models.queries.orders.ORDERS``;
    ``term_toggled(Term, bool)`` by a chip; ``filters_wanted()``: all of them; ``save_wanted()``.
    """

    order_chosen = Signal(str)
    term_toggled = Signal(object, bool)
    filters_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel()
        self._count = QLabel()
        self._order = Button("", "chevron-down", kind="flat", small=True)
        self.unread = FilterChip(self.tr("Unread"))
        self.high = FilterChip(self.tr("High priority"))
        self.screenshot = FilterChip(self.tr("Has screenshot"))
        self.more = OpeningChip(self.tr("Filter"), "filter")
        self.save = Button(self.tr("Save as view…"), "star", kind="flat", small=True)
        self._terms = {
            self.unread: Term("is", ("unread",)),
            self.high: Term("priority", ("high", "urgent")),
            self.screenshot: Term("has", ("screenshot",)),
        }
        self._orders = self._make_orders()
        for chip in self._terms:
            chip.clicked.connect(self._on_chip_clicked)
        self.more.clicked.connect(self.filters_wanted)
        self.save.clicked.connect(self.save_wanted)
        self.save.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._make_header())
        layout.addWidget(self._make_chip_row())

    def show_filter(self, text: str) -> None:
        """Turn on the chips whose terms are in the text; does not emit."""
        for chip, term in self._terms.items():
            chip.setChecked(is_on(text, term))
        try:
            terms = len(parse(text).terms().parts)
        except BadFilter:
            terms = 0
        others = terms - sum(chip.isChecked() for chip in self._terms)
        self.more.setChecked(others > 0)
        words = self.tr("Filter {0}").format(others) if others > 0 else self.tr("Filter")
        self.more.show_words(words)
        self.save.setVisible(bool(text.strip()))

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
        """Name the order, one that only a newer program knows by what is shown instead; does
        not emit."""
        action = self._orders.get(order) or self._orders["due"]
        action.setChecked(True)
        self._order.setText(action.text())
        self._order.setAccessibleName(self.tr("Order: {0}").format(action.text()))

    def _make_orders(self) -> dict[str, QAction]:
        menu, group = QMenu(self._order), QActionGroup(self)
        actions = {order: menu.addAction(text) for order, text in order_words().items()}
        menu.setToolTipsVisible(True)
        for order, action in actions.items():
            action.setToolTip(order_tips().get(order, ""))
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
        side = ROW_PADDING_PX[1]
        layout = FlowLayout(row, CONTROL_GAP_PX)
        layout.setContentsMargins(side, CHIP_ROW_PADDING_PX, side, CHIP_ROW_PADDING_PX)
        for chip in (*self._terms, self.more, self.save):
            layout.addWidget(chip)
        return row

    @Slot()
    def _on_chip_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, FilterChip):
            self.term_toggled.emit(self._terms[chip], chip.isChecked())

    @Slot(QAction)
    def _on_order_triggered(self, action: QAction) -> None:
        self.show_order(action.data())
        self.order_chosen.emit(action.data())
