"""Puts the cursor into the reply of a ticket that is being opened, once it is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

LOOK_MS, LOOKS = 40, 75
"""Three seconds; whoever opened another ticket meanwhile is not disturbed."""


class WriteSoon(QObject):
    """``shown_id`` says which ticket stands there whole, ``write`` opens its reply."""

    def __init__(
        self, shown_id: Callable[[], str], write: Callable[[], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._shown_id, self._write = shown_id, write
        self._wanted_id, self._left = "", 0
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    @Slot(str)
    def want(self, ticket_id: str) -> None:
        self._wanted_id, self._left = ticket_id, LOOKS
        self._timer.start()
        self._look()

    @Slot()
    def _look(self) -> None:
        self._left -= 1
        is_shown = self._shown_id() == self._wanted_id
        if is_shown or self._left <= 0:
            self._timer.stop()
        if is_shown:
            self._write()
