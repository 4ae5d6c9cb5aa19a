"""Python's cyclic garbage is collected on the UI thread alone.

A dialog or menu that went out of use is often part of a cycle. Collected while a reader's or the
writer's thread allocates, its Qt objects would be deleted on that thread, and the program ends
with a segmentation fault. Python can't be told that per thread, so its own collecting is off
while such threads run, and a timer of the UI thread does it, with Python's own thresholds.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

LOOK_EVERY_MS = 250


class Collector(QObject):
    """One for each owner of threads, from its making until ``stop``."""

    _running = 0

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        Collector._running += 1
        gc.disable()
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        """The threads ended; a second call does nothing."""
        if self._timer.isActive():
            self._timer.stop()
            Collector._running -= 1
            if not Collector._running:
                gc.enable()

    @Slot()
    def _look(self) -> None:
        """Collect the oldest generation that is due."""
        due = zip(gc.get_count(), gc.get_threshold(), strict=True)
        generations = [number for number, (count, most) in enumerate(due) if count > most]
        if generations:
            gc.collect(generations[-1])
