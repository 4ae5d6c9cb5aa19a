"""Qt calls must not eat references to None, True and False (docs/decisions/0001)."""

import sys

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap

CALLS = 500


class Emitter(QObject):
    happened = Signal(object)


def counts() -> list[int]:
    return [sys.getrefcount(value) for value in (None, True, False)]


def test_painting_and_signals_keep_the_references_of_singletons(qapp: object) -> None:
    emitter, timer, picture = Emitter(), QTimer(), QPixmap(8, 8)
    painter = QPainter(picture)
    before = counts()
    for _ in range(CALLS):
        emitter.setObjectName("x")
        emitter.happened.emit(None)
        emitter.blockSignals(False)
        timer.setInterval(5)
        painter.save()
        painter.restore()
    lost = [old - new for old, new in zip(before, counts(), strict=True)]
    painter.end()
    assert max(lost) < CALLS / 10, f"references lost to None, True, False: {lost}"
