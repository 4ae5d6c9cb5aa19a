"""Says when typed text is to be saved: soon after a pause, and during a long stretch as well."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

PAUSE_MS, LONGEST_MS = 350, 800
"""Together with the write itself below one second, which is what a crash may cost."""


class DraftTimer(QObject):
    """Signals: ``due()`` after a pause in typing, or some time after the first unsaved key."""

    due = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        pause_ms: int = PAUSE_MS,
        longest_ms: int = LONGEST_MS,
    ) -> None:
        super().__init__(parent)
        self._pause, self._longest = QTimer(self), QTimer(self)
        for timer, length_ms in ((self._pause, pause_ms), (self._longest, longest_ms)):
            timer.setSingleShot(True)
            timer.setInterval(length_ms)
            timer.timeout.connect(self.fire)

    def touch(self) -> None:
        """Something was typed."""
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def is_waiting(self) -> bool:
        return self._pause.isActive() or self._longest.isActive()

    def stop(self) -> None:
        self._pause.stop()
        self._longest.stop()

    @Slot()
    def fire(self) -> None:
        """Save now if anything waits."""
        if self.is_waiting():
            self.stop()
            self.due.emit()
