"""The computer's own signal, once or several times."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from models.taste import SOUNDS

_APART_MS = 260


class Chime(QObject):
    """A new sound takes the place of one that is not over yet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left = 0
        self._timer = QTimer(self, interval=_APART_MS)
        self._timer.timeout.connect(self._beep)

    def ring(self, sound: str) -> None:
        """One of ``models.taste.SOUNDS``; one that only a newer program knows is given once."""
        self._left = SOUNDS.index(sound) + 1 if sound in SOUNDS else 1
        self._timer.start()
        self._beep()

    @Slot()
    def _beep(self) -> None:
        QApplication.beep()
        self._left -= 1
        if self._left <= 0:
            self._timer.stop()
