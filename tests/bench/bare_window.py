"""The least that any PySide6 program costs: an empty window, painted once, or kept open.

``python -m tests.bench.bare_window [stay]``; speaks like ``timed_window``.
"""

from __future__ import annotations

import json
import sys
import time

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


if __name__ == "__main__":
    program = QApplication(sys.argv[:1])
    window = Window()
    window.setCentralWidget(QTableView())
    window.resize(1440, 900)
    window.show()
    sys.exit(program.exec())
