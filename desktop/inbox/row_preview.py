"""One row of the list outside of it, to show how it would look."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionViewItem, QWidget

from desktop.inbox.ticket_list_model import TicketListModel
from desktop.inbox.ticket_row_delegate import TicketRowDelegate, row_height
from desktop.theme import LIST_WIDTH_PX, current_theme, theme_state
from models.rows import TicketRow
from models.taste import Highlight


class RowPreview(QWidget):
    """Not there without a row. It takes no keys: it is read in the list."""

    def __init__(
        self, row: TicketRow | None, now_ms: Callable[[], int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._row = row
        self._model = TicketListModel(now_ms, self)
        self._delegate = TicketRowDelegate(now_ms, self)
        self.setAccessibleName(self.tr("How a row looks"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(LIST_WIDTH_PX)
        theme_state().changed.connect(self._on_theme_changed)
        self.show_highlight(None)
        if row is None:
            self.setMaximumHeight(0)

    def show_highlight(self, made: Highlight | None) -> None:
        """The row, with what rules make of it."""
        if self._row is not None:
            self._model.show_first_page([replace(self._row, taste=made)], None)
            self.update()

    def highlight(self) -> Highlight | None:
        """What is shown now."""
        row = self._model.row_at(0)
        return row.taste if row else None

    def sizeHint(self) -> QSize:
        return QSize(LIST_WIDTH_PX, row_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._row is not None:
            option = QStyleOptionViewItem()
            option.rect = self.rect()
            option.state = QStyle.StateFlag.State_None
            painter.fillRect(self.rect(), QColor(current_theme().panel_and_card_background))
            self._delegate.paint(painter, option, self._model.index(0))
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
