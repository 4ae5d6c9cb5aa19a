"""The ticket list on screen: one row current, its place kept when rows come and go above it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QListView, QWidget

from desktop.actions.physical_keys import is_foreign
from desktop.inbox.overlay_scroll import OverlayScrollBar
from desktop.inbox.ticket_list_model import Index, TicketListModel
from desktop.inbox.ticket_row_delegate import CHECK_ROOM_PX, TicketRowDelegate, row_height
from desktop.theme import ROW_PADDING_PX, theme_state
from desktop.widgets.selected_opens import SelectedOpens

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
FETCHED_BEFORE_ROWS = 20


class TicketListView(QListView):
    """Signals: ``current_changed(str)`` with the ticket's id, "" for none; ``end_wanted()`` and
    ``start_wanted()`` for an end of the list that is not loaded; ``tab_wanted(str)`` by the middle
    button or Ctrl+Enter; ``rows_painted()`` once, when rows were painted for the first time.
    """

    current_changed = Signal(str)
    end_wanted = Signal()
    start_wanted = Signal()
    rows_painted = Signal()
    tab_wanted = Signal(str)

    def __init__(
        self, model: TicketListModel, delegate: TicketRowDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tickets = model
        self._has_painted_rows = False
        self._anchor = ""
        self._before: list[str] = []
        self.setObjectName("ticketList")
        self.setModel(model)
        SelectedOpens(self)
        self.setItemDelegate(delegate)
        self.setAccessibleName(self.tr("Tickets"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(row_height() // 2)
        self.verticalScrollBar().valueChanged.connect(self.look_above)
        self._overlay = OverlayScrollBar(self)
        theme_state().changed.connect(self._on_theme_changed)
        model.selection.changed.connect(self.viewport().update)
        model.rowsInserted.connect(self._on_rows_inserted)
        model.rowsAboutToBeRemoved.connect(self._on_rows_leaving)
        for change in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            change.connect(self._on_rows_changed)

    def current_id(self) -> str:
        """The ticket of the current row, "" for none."""
        row = self._tickets.row_at(self.currentIndex().row())
        return row.id if row else ""

    def select(self, ticket_id: str) -> bool:
        """Make a ticket current and bring it into sight; False when it is not in the list."""
        index = self._tickets.index_of(ticket_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def select_position(self, position: int) -> None:
        """Make the row there current, or the last one; nothing in an empty list."""
        last = self._tickets.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self._tickets.index(max(0, min(position, last))))

    def step(self, by: int) -> None:
        """Go ``by`` rows down (up when negative), and stop at the ends."""
        current = self.currentIndex().row()
        self.select_position(current + by if current >= 0 else 0)

    def step_off(self) -> None:
        """Go to the row that is in the current one's place when it leaves; none in its stead if
        it is the only one."""
        here, last = self.currentIndex().row(), self._tickets.rowCount() - 1
        if last > 0:
            self.select_position(here + 1 if here < last else here - 1)
        else:
            self.clear_current()

    @Slot()
    def toggle_current(self) -> None:
        """Select the current ticket, or not any more."""
        self._toggle(self.current_id())

    def _toggle(self, ticket_id: str) -> None:
        self._anchor = ""
        if ticket_id:
            self._tickets.selection.toggle(ticket_id)

    def _extend_to(self, position: int) -> None:
        """Select from where Shift was first held to this row, besides what was selected then."""
        if not self._anchor:
            self._anchor = self.current_id()
            self._before = self._tickets.selection.ids()
        start = self._tickets.position_of(self._anchor)
        if start >= 0 and position >= 0:
            first, last = sorted((start, position))
            between = [row.id for row in self._tickets.rows()[first : last + 1]]
            self._tickets.selection.replace([*self._before, *between])

    @Slot()
    def look_above(self) -> None:
        """Have rows above the first one come before somebody scrolls there."""
        if self.verticalScrollBar().value() < FETCHED_BEFORE_ROWS * row_height():
            self._tickets.fetch_above()

    def clear_current(self) -> None:
        self.selectionModel().clear()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Without Qt's own step, which makes the first row current: that would open its ticket."""
        QAbstractScrollArea.focusInEvent(self, event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End and Home go to the ends of the whole list, wherever it was read from."""
        key, from_end = event.key(), self._tickets.is_from_end()
        is_whole = self._tickets.is_complete()
        held = event.modifiers()
        if held == SHIFT and (by := STEPS.get(Qt.Key(key))):
            self._on_extend(by)
            return
        if key != Qt.Key.Key_Shift:
            self._anchor = ""
        if held == CTRL and key == Qt.Key.Key_Space:
            self.toggle_current()
        elif held == CTRL and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tab_wanted.emit(self.current_id())
        elif key == Qt.Key.Key_End and not from_end and not is_whole:
            self.end_wanted.emit()
        elif key == Qt.Key.Key_Home and from_end and not is_whole:
            self.start_wanted.emit()
        elif is_foreign(event):
            event.ignore()  # to the window, which knows what the key of this place does
        else:
            super().keyPressEvent(event)

    def _on_extend(self, by: int) -> None:
        if not self._anchor:
            self._extend_to(self.currentIndex().row())
        self.step(by)
        self._extend_to(self.currentIndex().row())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """With Ctrl, or on its check, a row is selected; with Shift, all up to it. None is opened.

        The first one with Ctrl comes to the one that is open.
        """
        row = self._tickets.row_at(self.indexAt(event.position().toPoint()).row())
        held, left = event.modifiers(), event.button() == Qt.MouseButton.LeftButton
        on_check = event.position().x() < ROW_PADDING_PX[1] + CHECK_ROOM_PX
        if row is not None and event.button() == Qt.MouseButton.MiddleButton:
            self.tab_wanted.emit(row.id)
        elif row is None or not left:
            super().mousePressEvent(event)
        elif held == SHIFT:
            self._extend_to(self._tickets.position_of(row.id))
        elif held == CTRL or (on_check and self._tickets.selection):
            if not self._tickets.selection and row.id != self.current_id():
                self._toggle(self.current_id())
            self._toggle(row.id)
        else:
            self._anchor = ""
            super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._overlay.follow()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._overlay.show_for_pointer(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._overlay.show_for_pointer(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_painted_rows and self._tickets.rowCount():
            self._has_painted_rows = True
            self.rows_painted.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = self._tickets.row_at(current.row())
        self.current_changed.emit(row.id if row else "")

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """A click below the last row leaves the current one as it is."""
        if not index.isValid():
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return QItemSelectionModel.SelectionFlag.ClearAndSelect

    @Slot()
    def _on_rows_changed(self) -> None:
        """Rows are equally high but for the first of a band, which bears a heading."""
        banded = self._tickets.has_band()
        self.setUniformItemSizes(not banded)
        if banded:
            self.scheduleDelayedItemsLayout()

    @Slot()
    def _on_theme_changed(self) -> None:
        """Rows may be of another height; what is current stays in sight."""
        self.verticalScrollBar().setSingleStep(row_height() // 2)
        self.doItemsLayout()
        self.scrollTo(self.currentIndex())

    @Slot(QModelIndex, int, int)
    def _on_rows_inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        """Rows that came in above what is seen push nothing down."""
        bar = self.verticalScrollBar()
        on_top = first == 0 and self._tickets.is_from_end()
        if on_top or bar.value() > first * row_height():
            self.doItemsLayout()
            bar.setValue(bar.value() + (last - first + 1) * row_height())

    @Slot(QModelIndex, int, int)
    def _on_rows_leaving(self, parent: QModelIndex, first: int, last: int) -> None:
        bar = self.verticalScrollBar()
        if bar.value() > last * row_height():
            bar.setValue(bar.value() - (last - first + 1) * row_height())
