"""``--screenshot FILE``: draw the window when it has settled, save the picture, leave."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from desktop.work.engine_link import EngineLink
from desktop.work.reader import Reader

QUIET_MS = 900
LONGEST_MS = 90_000
SETTLED = ("synced", "offline", "sign_in", "too_old", "stopped")


class Screenshot(QObject):
    """Waits until the engine has settled, and for a moment nothing arrived and all was read."""

    def __init__(
        self, window: QWidget, link: EngineLink, reader: Reader, target: Path, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._link, self._reader, self._target = window, link, reader, target
        self._quiet = self._timer(QUIET_MS, self._on_quiet)
        self._timer(LONGEST_MS, self._draw).start()
        link.state_changed.connect(self._on_news)
        link.rows_changed.connect(self._on_news)

    def _timer(self, span_ms: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(span_ms)
        timer.timeout.connect(act)
        return timer

    @Slot()
    def _on_news(self) -> None:
        if self._link.state.state in SETTLED:
            self._quiet.start()

    @Slot()
    def _on_quiet(self) -> None:
        if self._reader.is_at_rest:
            self._draw()
        else:
            self._quiet.start()

    @Slot()
    def _draw(self) -> None:
        saved = self._window.grab().save(str(self._target))
        if not saved:
            print(f"Can't write the picture {self._target}.", file=sys.stderr)
        self._window.close()
        QCoreApplication.exit(0 if saved else 2)
