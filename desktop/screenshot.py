"""``--screenshot FILE``: draw the window when it has settled, save the picture, leave."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from desktop.work.engine_link import EngineLink

QUIET_MS = 900
LONGEST_MS = 90_000
SETTLED = ("synced", "offline", "sign_in", "too_old", "stopped")


class Screenshot(QObject):
    """Waits until the engine has settled and nothing arrived for a moment."""

    def __init__(self, window: QWidget, link: EngineLink, target: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._link, self._target = window, link, target
        self._quiet = self._timer(QUIET_MS)
        self._timer(LONGEST_MS).start()
        link.state_changed.connect(self._on_news)
        link.rows_changed.connect(self._on_news)

    def _timer(self, span_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(span_ms)
        timer.timeout.connect(self._draw)
        return timer

    @Slot()
    def _on_news(self) -> None:
        if self._link.state.state in SETTLED:
            self._quiet.start()

    @Slot()
    def _draw(self) -> None:
        saved = self._window.grab().save(str(self._target))
        if not saved:
            print(f"Can't write the picture {self._target}.", file=sys.stderr)
        self._window.close()
        QCoreApplication.exit(0 if saved else 2)
