"""A ticket in a window of its own."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.actions.physical_keys import act_on
from desktop.shell.undo_bar import UndoBar
from desktop.shell.window_memory import FRAME_SIZE
from desktop.ticket_words import number_words
from desktop.widgets.message_bar import MessageBar

FIRST_SIZE, LEAST_SIZE_PX = QSize(960, 760), (640, 480)
PLACED_AFTER_MS = 400


class DetachedWindow(QWidget):
    """What was done is told over ``lines``, the conversation, so that no button is hidden.

    Signals: ``left(str)``: its person closed it; ``placed()`` after it was moved or resized."""

    left = Signal(str)
    placed = Signal()

    def __init__(self, ticket_id: str, pane: QWidget, lines: QWidget) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.ticket_id = ticket_id
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setMinimumSize(*LEAST_SIZE_PX)
        self.setWindowTitle(self.tr("Ticket"))
        self.message_bar = MessageBar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.message_bar)
        layout.addWidget(pane, 1)
        self.undo_bar = UndoBar(lines)
        self._placed = QTimer(self, singleShot=True, interval=PLACED_AFTER_MS)
        self._placed.timeout.connect(self.placed)
        self._is_ending = False

    def show_title(self, number: str, subject: str) -> None:
        self.setWindowTitle(f"{number_words(number)} · {subject}")

    def place(self) -> str:
        """Where it stands, to be kept."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def restore_place(self, place: str) -> None:
        """Where it was, or a good first size that fits on the screen."""
        kept = QByteArray.fromBase64(place.encode())
        if not kept or not self.restoreGeometry(kept):
            self.resize(FIRST_SIZE.boundedTo(self.screen().availableSize() - FRAME_SIZE))

    def bring_to_front(self) -> None:
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def end(self) -> None:
        """Close it with the main window: it is to come back."""
        self._is_ending = True
        self.close()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._placed.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._placed.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not act_on(event, self):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._placed.stop()
        super().closeEvent(event)
        if not self._is_ending:
            self._is_ending = True
            self.left.emit(self.ticket_id)
