"""The least that any PySide6 program costs: an empty window, painted once, or kept open.

``python -m tests.bench.bare_window [stay | like FILE]``; speaks like ``timed_window``. With a file
of names it imports those modules first, and does nothing with them.
"""

from __future__ import annotations

import contextlib
import gc
import json
import sys
import time
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView


class Window(QMainWindow):
    """Tells when it was painted."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, self._painted)

    def _painted(self) -> None:
        print(json.dumps({"painted_ns": time.monotonic_ns()}), flush=True)
        if "stay" not in sys.argv:
            QCoreApplication.quit()


def load_like(names: Path) -> None:
    """What another program had loaded, in its order and as cheaply as it did."""
    gc.disable()
    sys.modules["psycopg"] = None  # type: ignore[assignment]
    for name in names.read_text().split():
        with contextlib.suppress(ImportError):  # a module under a name that another gave it
            import_module(name)


if __name__ == "__main__":
    if "like" in sys.argv:
        load_like(Path(sys.argv[-1]))
    program = QApplication(sys.argv[:1])
    window = Window()
    window.setCentralWidget(QTableView())
    window.resize(1440, 900)
    window.show()
    sys.exit(program.exec())
