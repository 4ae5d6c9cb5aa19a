"""A tag on a ticket, with a cross to take it off."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.icons import paint_icon
from desktop.theme import PILL_HEIGHT_PX, PILL_RADIUS_PX, TINY_PX, current_theme
from desktop.widgets.paint import paint_box, paint_focus_ring, paint_text, text_width

_PADDING_PX, _CROSS_PX, _CROSS_ROOM_PX = 7, 10, 14
_REMOVE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class TagChip(QAbstractButton):
    """Signals: ``remove_requested(str)`` by the cross, Delete or Backspace; ``clicked``.

    The cross has its place also when it is not lit, so nothing moves under the pointer.
    """

    remove_requested = Signal(str)

    def __init__(self, tag: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(tag)
        self.setAccessibleName(self.tr("Tag %1").replace("%1", tag))
        self.setAccessibleDescription(self.tr("Press Delete to take this tag off."))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = text_width(self.text(), TINY_PX, QFont.Weight.Medium) + 2 * _PADDING_PX
        return QSize(width + _CROSS_ROOM_PX - 3, PILL_HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _REMOVE_KEYS:
            self.remove_requested.emit(self.text())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        on_cross = self._cross_room().contains(event.position().toPoint())
        if on_cross and self.isDown():
            self.setDown(False)
            self.remove_requested.emit(self.text())
            return
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        paint_box(painter, self.rect(), PILL_RADIUS_PX, theme.neutral_pill)
        words = self.rect().adjusted(_PADDING_PX, 0, -_PADDING_PX + 2, 0)
        weight = QFont.Weight.Medium
        paint_text(painter, words, self.text(), theme.secondary_text, TINY_PX, weight)
        self._paint_cross(painter)
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), theme, PILL_RADIUS_PX)
        painter.end()

    def _paint_cross(self, painter: QPainter) -> None:
        theme, room = current_theme(), self._cross_room()
        pointed = self.underMouse() and room.contains(self.mapFromGlobal(self.cursor().pos()))
        lit = pointed or self.hasFocus()  # where the pointer is, X11 is asked and waited for
        colour = theme.text if lit else theme.section_heading
        paint_icon(painter, room.left() + 1, (self.height() - 10) / 2, "close", colour, _CROSS_PX)

    def _cross_room(self) -> QRect:
        return QRect(self.width() - _CROSS_ROOM_PX - 3, 0, _CROSS_ROOM_PX + 3, self.height())
