"""One file of a note or a new ticket: its small picture or an icon, its name, a cross."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.icons import paint_icon
from desktop.theme import CONTROL_RADIUS_PX, TINY_PX, current_theme
from desktop.widgets.paint import paint_box, paint_focus_ring, paint_text
from models.commands import FileRef

PICTURE_SIZE = QSize(96, 60)
_NAME_HEIGHT_PX, _CROSS_PX = 20, 20
_REMOVE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_OPEN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FileCard(QAbstractButton):
    """Signals: ``clicked`` to open the file, ``remove_requested()`` by the cross or Delete."""

    remove_requested = Signal()

    def __init__(self, file: FileRef, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file = file
        self._picture = QImage()
        size = self.locale().formattedDataSize(file.size_bytes)
        self.setAccessibleName(self.tr("File %1, %2").replace("%1", file.name).replace("%2", size))
        self.setAccessibleDescription(self.tr("Enter opens it, Delete takes it away."))
        self.setToolTip(f"{file.name} · {size}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_picture(self, picture: QImage) -> None:
        """The small picture; a null one leaves the icon."""
        self._picture = picture
        self.update()

    def has_picture(self) -> bool:
        return not self._picture.isNull()

    def sizeHint(self) -> QSize:
        return PICTURE_SIZE + QSize(2, _NAME_HEIGHT_PX + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _REMOVE_KEYS:
            self.remove_requested.emit()
        elif event.key() in _OPEN_KEYS:
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isDown() and self._cross().contains(event.position().toPoint()):
            self.setDown(False)
            self.remove_requested.emit()
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        ground = theme.panel_and_card_background
        paint_box(painter, self.rect(), CONTROL_RADIUS_PX, ground, theme.control_border)
        self._paint_picture(painter)
        name = self.rect().adjusted(7, self.height() - _NAME_HEIGHT_PX - 1, -7, -1)
        paint_text(painter, name, self.file.name, theme.secondary_text, TINY_PX)
        if self.underMouse() or self.hasFocus():
            cross = self._cross()
            paint_box(painter, cross, 5, theme.panel_and_card_background, theme.control_border)
            paint_icon(painter, cross.left() + 4, cross.top() + 4, "close", theme.text, 12)
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), theme)
        painter.end()

    def _paint_picture(self, painter: QPainter) -> None:
        room = QRect(1, 1, PICTURE_SIZE.width(), PICTURE_SIZE.height())
        if self._picture.isNull():
            left, top = room.center().x() - 12, room.center().y() - 10
            paint_icon(painter, left, top, "paperclip", current_theme().section_heading, 24)
            return
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(room), CONTROL_RADIUS_PX - 1, CONTROL_RADIUS_PX - 1)
        painter.setClipPath(shape)
        painter.drawImage(room, self._picture)
        painter.setClipping(False)

    def _cross(self) -> QRect:
        return QRect(self.width() - _CROSS_PX - 4, 4, _CROSS_PX, _CROSS_PX)
