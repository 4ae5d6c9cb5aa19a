"""A layout that fills rows from the left and goes on below, for chips and tags."""

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from desktop.theme import CONTROL_GAP_PX


class FlowLayout(QLayout):
    """Rows as high as their highest item, items in the middle of the row; order is kept."""

    def __init__(self, parent: QWidget | None = None, gap_px: int = CONTROL_GAP_PX) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap_px = gap_px
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        rows = self._rows(width - margins.left() - margins.right())
        heights = sum(self._row_height(row) for row in rows)
        return heights + self._gap_px * max(0, len(rows) - 1) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        widest = max((item.minimumSize().width() for item in self._shown()), default=0)
        margins = self.contentsMargins()
        width = widest + margins.left() + margins.right()
        return QSize(width, self._row_height(self._shown()) + margins.top() + margins.bottom())

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        room = rect.marginsRemoved(self.contentsMargins())
        top = room.top()
        for row in self._rows(room.width()):
            self._place_row(row, QRect(room.left(), top, room.width(), self._row_height(row)))
            top += self._row_height(row) + self._gap_px

    def _place_row(self, row: list[QLayoutItem], room: QRect) -> None:
        left = room.left()
        for item in row:
            size = item.sizeHint().boundedTo(QSize(room.width(), room.height()))
            top = room.top() + (room.height() - size.height()) // 2
            item.setGeometry(QRect(left, top, size.width(), size.height()))
            left += size.width() + self._gap_px

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            wide = item.sizeHint().width()
            if not rows or used + self._gap_px + wide > width:
                rows.append([item])
                used = wide
            else:
                rows[-1].append(item)
                used += self._gap_px + wide
        return rows

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _row_height(self, row: list[QLayoutItem]) -> int:
        return max((item.sizeHint().height() for item in row), default=0)
