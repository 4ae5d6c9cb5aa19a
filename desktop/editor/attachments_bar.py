"""Files that go with a message being written, as chips that can be taken off again."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.editor.file_words import size_words
from desktop.icons import paint_icon
from desktop.theme import CONTROL_RADIUS_PX, SMALL_PX, TINY_PX, current_theme
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.paint import paint_box, paint_focus_ring, paint_text, text_width
from models.commands import FileRef

_HEIGHT_PX, _PICTURE_PX, _CROSS_PX, _MAX_NAME_PX = 34, 26, 12, 160
_REMOVE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class FileChip(QAbstractButton):
    """One file with a small picture, its name and size. ``remove_requested(str)`` has its id."""

    remove_requested = Signal(str)

    def __init__(self, file: FileRef, picture: QImage | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._file, self._picture = file, picture
        words = self.tr("Attached file %1, %2").replace("%1", file.name)
        self.setAccessibleName(words.replace("%2", size_words(file.size_bytes)))
        self.setAccessibleDescription(self.tr("Press Delete to take this file off."))
        self.setToolTip(file.name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = max(
            min(text_width(self._file.name, SMALL_PX), _MAX_NAME_PX),
            text_width(size_words(self._file.size_bytes), TINY_PX),
        )
        return QSize(4 + _PICTURE_PX + 8 + words + 10 + _CROSS_PX + 8, _HEIGHT_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _REMOVE_KEYS:
            self.remove_requested.emit(self._file.id)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.position().x() >= self.width() - _CROSS_PX - 14:
            self.remove_requested.emit(self._file.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        ground = theme.panel_and_card_background
        paint_box(painter, self.rect(), CONTROL_RADIUS_PX, ground, theme.control_border)
        spot = QRect(4, 4, _PICTURE_PX, _PICTURE_PX)
        if self._picture is None:
            paint_icon(painter, 9, 9, "paperclip", theme.secondary_text, 16)
        else:
            painter.drawImage(spot, self._picture)
        left = spot.right() + 9
        room = QRect(left, 2, self.width() - left - _CROSS_PX - 14, 17)
        paint_text(painter, room, self._file.name, theme.text, SMALL_PX)
        size = size_words(self._file.size_bytes)
        paint_text(painter, room.translated(0, 14), size, theme.secondary_text, TINY_PX)
        cross = theme.text if self.underMouse() or self.hasFocus() else theme.section_heading
        paint_icon(painter, self.width() - _CROSS_PX - 8, 11, "close", cross, _CROSS_PX)
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), theme)
        painter.end()


class AttachmentsBar(QWidget):
    """Hidden while there is no file. Signals: ``remove_requested(str)`` with a file's id."""

    remove_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(0, 6, 0, 0)
        self._chips: list[FileChip] = []
        self.setAccessibleName(self.tr("Attached files"))
        self.hide()

    def show_files(self, files: list[FileRef], pictures: dict[str, QImage]) -> None:
        """``pictures`` by sha256; a file without one gets a paper clip."""
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._chips = [FileChip(file, pictures.get(file.sha256), self) for file in files]
        for chip in self._chips:
            chip.remove_requested.connect(self.remove_requested)
            self._flow.addWidget(chip)
            chip.show()
        self.setVisible(bool(files))
        self.updateGeometry()
