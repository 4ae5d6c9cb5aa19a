"""Moving a row of the list with the mouse, where its person may put rows as they like."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.inbox.ticket_list_model import TicketListModel
from desktop.inbox.ticket_list_view import TicketListView
from desktop.theme import current_theme

_LINE_PX, _EDGE_PX = 2, 28
LEFT = Qt.MouseButton.LeftButton


class RowDrag(QObject):
    """A line shows where the row would come; Escape leaves it where it is.

    Signals: ``moved(str, int)`` with a ticket and the position in the list where it is to stand.
    """

    moved = Signal(str, int)

    def __init__(self, view: TicketListView, model: TicketListModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._held, self._gap = QPersistentModelIndex(), -1
        self._start = QPoint()
        self._line = _Line(view.viewport())
        view.viewport().installEventFilter(self)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QMouseEvent) and watched is self._view.viewport():
            if kind == QEvent.Type.MouseButtonPress:
                self._on_press(event)
            elif kind == QEvent.Type.MouseMove:
                return self._on_move(event)
            elif kind == QEvent.Type.MouseButtonRelease:
                return self._on_release()
        elif isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self._gap >= 0:
            self._stop()
            return True
        return False

    def _on_press(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        index = self._view.indexAt(spot)
        plain = event.button() == LEFT and not event.modifiers()
        can = plain and len(self._model.own_rows(index.row())) > 1
        self._start = spot
        self._held = QPersistentModelIndex(index if can else QModelIndex())

    def _on_move(self, event: QMouseEvent) -> bool:
        spot = event.position().toPoint()
        if not self._held.isValid() or not event.buttons() & LEFT:
            return False
        far = (spot - self._start).manhattanLength() >= QApplication.startDragDistance()
        if self._gap < 0 and not far:
            return False
        self._scroll(spot.y())
        self._gap = self._gap_at(spot)
        self._show_line()
        return True

    def _on_release(self) -> bool:
        row, gap = self._held.row(), self._gap
        ticket = self._model.row_at(row)
        self._stop()
        if gap < 0 or ticket is None:
            return False
        target = gap - (gap > row)
        if target != row:
            self.moved.emit(ticket.id, target)
        return True

    def _stop(self) -> None:
        self._held, self._gap = QPersistentModelIndex(), -1
        self._line.hide()

    def _gap_at(self, spot: QPoint) -> int:
        """Between which rows: the number of the lower one."""
        among = self._model.own_rows(self._held.row())
        index = self._view.indexAt(QPoint(self._start.x(), spot.y()))
        if not index.isValid():
            return among.start if spot.y() < 0 else among.stop
        below = spot.y() > self._view.visualRect(index).center().y()
        return max(among.start, min(index.row() + below, among.stop))

    def _show_line(self) -> None:
        last = self._gap > self._model.own_rows(self._held.row()).start
        place = self._view.visualRect(self._model.index(self._gap - last))
        top = place.bottom() if last else place.top()
        self._line.setGeometry(0, top - _LINE_PX // 2, self._view.viewport().width(), _LINE_PX)
        self._line.show()

    def _scroll(self, y: int) -> None:
        bar, height = self._view.verticalScrollBar(), self._view.viewport().height()
        by = (y > height - _EDGE_PX) - (y < _EDGE_PX)
        bar.setValue(bar.value() + by * bar.singleStep())


class _Line(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(current_theme().accent))
