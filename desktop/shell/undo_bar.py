"""What was just done, with Undo; it floats above the list so that nothing moves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.theme import current_theme
from desktop.widgets.button import Button
from desktop.widgets.icon_button import IconButton
from desktop.widgets.paint import paint_floating_card

SHOWN_MS = 8_000
DEPTH_PX = 12
ABOVE_BOTTOM_PX = 10


class UndoBar(QWidget):
    """A child of the pane over which it floats, above what stands below ``room`` there.

    Signals: ``undo_chosen()``.
    """

    undo_chosen = Signal()

    def __init__(self, over: QWidget, room: QWidget | None = None) -> None:
        super().__init__(over)
        self._over, self._room = over, room or over
        self._words = QLabel()
        self._undo = Button(self.tr("Undo"), "undo", small=True)
        self._undo.setToolTip(self.tr("Ctrl Z"))
        self._close = IconButton("close", self.tr("Close this message"), small=True)
        self._time = QTimer(self)
        self._time.setSingleShot(True)
        self._time.timeout.connect(self._on_time_over)
        self._undo.clicked.connect(self._on_undo_clicked)
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(DEPTH_PX + 12, DEPTH_PX + 6, DEPTH_PX + 6, DEPTH_PX + 6)
        layout.setSpacing(10)
        for widget in (self._words, self._undo, self._close):
            layout.addWidget(widget)
        self.hide()

    def show_done(self, words: str, *, undoable: bool = True) -> None:
        """Show the sentence for 8 s, longer while the pointer or the keyboard is on it."""
        self._words.setText(words)
        self._undo.setVisible(undoable)
        self._room.installEventFilter(self)  # once; not at the start, where the first costs 25 ms
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._time.start(SHOWN_MS)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def words(self) -> str:
        """What is shown, or was shown last."""
        return self._words.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._room and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        card = self.rect().adjusted(DEPTH_PX, DEPTH_PX, -DEPTH_PX, -DEPTH_PX)
        paint_floating_card(painter, card, current_theme(), DEPTH_PX)
        painter.end()

    def _place(self) -> None:
        left = (self._over.width() - self.width()) // 2
        bottom = self._room.mapTo(self._over, QPoint(0, self._room.height())).y()
        self.move(left, bottom - self.height() - ABOVE_BOTTOM_PX + DEPTH_PX)

    @Slot()
    def _on_time_over(self) -> None:
        if self.underMouse() or self.isAncestorOf(self.window().focusWidget() or self._over):
            self._time.start(SHOWN_MS)
        else:
            self.hide()

    @Slot()
    def _on_undo_clicked(self) -> None:
        self.hide()
        self.undo_chosen.emit()
