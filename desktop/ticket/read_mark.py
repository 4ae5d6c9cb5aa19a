"""A ticket that was open long enough counts as read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from desktop.work.writer import CommandWriter
from models.commands import MarkRead
from models.ids import stable_id
from models.rows import Actor

READ_AFTER_MS = 800


class ReadMark(QTimer):
    """``shown_on`` has to be visible by then."""

    def __init__(
        self, writer: CommandWriter, me: Actor, now_ms: Callable[[], int], shown_on: QWidget
    ) -> None:
        super().__init__(shown_on, singleShot=True, interval=READ_AFTER_MS)
        self._writer, self._me, self._now_ms, self._shown_on = writer, me, now_ms, shown_on
        self._ticket_id = ""
        self.timeout.connect(self._on_time_over)

    def look_at(self, ticket_id: str) -> None:
        self._ticket_id = ticket_id
        self.start()

    @Slot()
    def _on_time_over(self) -> None:
        if self._shown_on.isVisible():
            mark = stable_id(f"read_state/{self._me.id}/{self._ticket_id}")
            self._writer.submit(
                MarkRead(id=mark, ticket_id=self._ticket_id, read_at_ms=self._now_ms())
            )
