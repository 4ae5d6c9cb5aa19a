"""The icon beside the system's clock, where there is such a place: a badge and a short menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from desktop.icons import pixmap
from desktop.notices.toast import OPEN, Toast
from desktop.theme import current_theme, theme_state

_SIZE_PX, _BADGE_PX = 32, 15
_MOST_SHOWN = 99
_LONG_ENOUGH_MS = 10_000
Run = Callable[[], object]


class Tray(QObject):
    """Signals: ``opened()`` by a click; ``acted(str, str)`` as toasts have it, for a message that
    was shown here because nothing else shows any."""

    opened = Signal()
    acted = Signal(str, str)

    def __init__(self, entries: list[tuple[str, Run]], parent: QObject | None = None) -> None:
        """``entries`` of the menu, from the top down."""
        super().__init__(parent)
        self._unseen = 0
        self._newest = ""
        self.menu = QMenu()
        for words, run in entries:
            self.menu.addAction(words).triggered.connect(lambda _=False, run=run: run())
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self.menu)
        self._icon.activated.connect(self._on_activated)
        self._icon.messageClicked.connect(self._on_message_clicked)
        theme_state().changed.connect(self._redraw)
        self.show_unseen(0)

    @staticmethod
    def is_possible() -> bool:
        return QSystemTrayIcon.isSystemTrayAvailable()

    def begin(self) -> None:
        """Appear beside the clock."""
        self._icon.show()

    def end(self) -> None:
        self._icon.hide()

    def show_unseen(self, number: int) -> None:
        """How many notices nobody looked at yet: in the badge, and in words."""
        self._unseen = number
        words = self.tr("Deskside: %n unread notices", "", number) if number else "Deskside"
        self._icon.setToolTip(words)
        self._redraw()

    def tip(self) -> str:
        """What the pointer is told."""
        return self._icon.toolTip()

    def show(self, toast: Toast) -> None:
        """The toast as the system's own message (on Windows; not run there yet)."""
        self._newest = toast.key
        self._icon.showMessage(toast.title, toast.body, self._drawn(), _LONG_ENOUGH_MS)

    def _drawn(self) -> QIcon:
        theme = current_theme()
        picture = QPixmap(pixmap("logo", theme.accent, _SIZE_PX))
        if self._unseen:
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            spot = QRectF(_SIZE_PX - _BADGE_PX - 4, 0, _BADGE_PX + 4, _BADGE_PX)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.overdue_or_failed))
            painter.drawRoundedRect(spot, _BADGE_PX / 2, _BADGE_PX / 2)
            font = painter.font()
            font.setPixelSize(11)
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(QColor("white"))
            painter.drawText(
                spot, Qt.AlignmentFlag.AlignCenter, str(min(self._unseen, _MOST_SHOWN))
            )
            painter.end()
        return QIcon(picture)

    @Slot()
    def _redraw(self) -> None:
        self._icon.setIcon(self._drawn())

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason != QSystemTrayIcon.ActivationReason.Context:
            self.opened.emit()

    @Slot()
    def _on_message_clicked(self) -> None:
        self.acted.emit(self._newest, OPEN)
