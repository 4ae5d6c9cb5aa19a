"""The least that an act can cost: a bare list and a bare text, asked like ``acting_window``.

``python -m tests.bench.bare_acts FILE``: JSON of the local file, of the questions of each view and
of the texts to show.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pysqlite3.dbapi2 as pysqlite3
from PySide6.QtCore import QSize, QStringListModel, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListView, QTextEdit, QWidget

from tests.bench.acting_window import ROWS_A_STEP, PaintWatch, rest, scrolled
from tests.bench.timed_window import tell

ROW_PX, ROWS = 80, 100


class Bare(QWidget):
    """A list of texts in rows of the real height beside a text."""

    def __init__(self, facts: dict[str, Any]) -> None:
        super().__init__()
        self._facts = facts
        self._store = pysqlite3.connect(facts["file"], isolation_level=None)
        self._store.execute("PRAGMA mmap_size = 268435456")
        self._model = QStringListModel([f"row {n}" for n in range(ROWS)])
        self._list, self._text = QListView(uniformItemSizes=True), QTextEdit(readOnly=True)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setModel(self._model)
        self._list.setGridSize(QSize(360, ROW_PX))
        self._list_watch = PaintWatch(self._list.viewport())
        self._text_watch = PaintWatch(self._text.viewport())
        row = QHBoxLayout(self)
        row.addWidget(self._list)
        row.addWidget(self._text, 1)

    def switch_ms(self) -> Iterator[float]:
        """A view's first page by hand, and its subjects in the list."""
        for asked in cycle(self._facts["views"]):
            yield self._list_watch.ms(lambda asked=asked: self._show(asked), lambda: True)  # type: ignore[misc]
            rest()

    def _show(self, asked: list[Any]) -> None:
        for text, params in asked:
            rows = self._store.execute(text, params).fetchall()
        self._model.setStringList([str(row[3]) for row in rows])

    def open_ms(self) -> Iterator[float]:
        """A conversation as one text."""
        for html in cycle(self._facts["texts"]):
            yield self._text_watch.ms(lambda html=html: self._text.setHtml(html), lambda: True)  # type: ignore[misc]
            rest()

    def down_ms(self) -> Iterator[float]:
        """The next row current."""
        self._model.setStringList([f"row {n}" for n in range(10_000)])
        self._list.setCurrentIndex(self._model.index(0))
        rest()
        while True:
            yield self._list_watch.ms(
                lambda: QTest.keyClick(self._list, Qt.Key.Key_Down), lambda: True
            )
            rest()

    def scroll_ms(self) -> Iterator[float]:
        """Ten thousand rows."""
        self._model.setStringList([f"row {n}" for n in range(10_000)])
        rest()
        return scrolled(self._list, ROWS_A_STEP * ROW_PX, sys.maxsize)


def main() -> int:
    qt = QApplication(sys.argv[:1])
    window = Bare(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    window.resize(1440, 900)
    window.show()
    QTimer.singleShot(500, lambda: answer(window))
    return qt.exec()


def answer(window: Bare) -> None:
    """Each line of the input is an act and how often; its end ends the program."""
    tell(ready=True)
    for line in sys.stdin:
        name, count = line.split()[:2]
        tell(act=name, ms=[*islice(getattr(window, f"{name}_ms")(), int(count))])
    QApplication.quit()


if __name__ == "__main__":
    sys.exit(main())
