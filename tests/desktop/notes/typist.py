"""A program of its own that writes a note word by word until it is killed.

``python -m tests.desktop.notes.typist DATABASE``; prints each word and the moment (seconds of
the monotonic clock, which all processes share) right after it was typed.
"""

from __future__ import annotations

import sys
import time
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from tests.desktop.notes.conftest import Notes, commit
from tests.desktop.work.sample import SampleDesk

PACE_MS = 40


def main(database: Path) -> int:
    app = QApplication([])
    notes = Notes(SampleDesk(database), database.parent / "files")
    words = (f"word{n}." for n in count())

    def type_word() -> None:
        word = next(words)
        commit(notes.page.pane.box.edit, f"{word} ")
        print(word, time.monotonic(), flush=True)

    timer = QTimer(interval=PACE_MS)
    timer.timeout.connect(type_word)
    once = Qt.ConnectionType.SingleShotConnection
    notes.page.list_read.connect(notes.page.new_note, once)
    notes.page.list_read.connect(timer.start, once)
    notes.page.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
