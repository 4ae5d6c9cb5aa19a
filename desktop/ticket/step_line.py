"""Where a ticket stands in one line: its step, who has it, and who gets it when that is over."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.ticket.words import status_until_words
from desktop.widgets.elided_label import ElidedLabel
from models.rows import TicketHeader


def _tr(text: str) -> str:
    return QCoreApplication.translate("StepLine", text)


class StepLine(ElidedLabel):
    """All of it is in the file on this computer, so it is there without the server as well."""

    def __init__(self) -> None:
        super().__init__()
        self._step, self._before = "", ""
        self.setProperty("role", "secondary")

    def show_header(self, header: TicketHeader) -> None:
        self._step = step_words(header)
        self._show()

    def show_before(self, words: str) -> None:
        """What has no room above stands before the step; empty for nothing."""
        if words != self._before:
            self._before = words
            self._show()

    def _show(self) -> None:
        words = " · ".join(filter(None, (self._before, self._step)))
        self.setText(words)
        self.setAccessibleName(words)


def step_words(header: TicketHeader) -> str:
    """E.g. "Step: waiting for customer · Owner: Maria Orlova · Next: Ivan Petrov"."""
    step = status_until_words(header.status, header.waiting_for, header.wake_at_ms)
    owner = header.assignee_name or _tr("nobody")
    parts = (
        _tr("Step: %1").replace("%1", step),
        _tr("Level 2: needs a specialist") if header.tier > 1 else "",
        _tr("Owner: %1").replace("%1", owner),
        _tr("Next: %1").replace("%1", next_owner(header)) if header.status != "done" else "",
    )
    return " · ".join(filter(None, parts))


def next_owner(header: TicketHeader) -> str:
    """Who gets it next: whoever asked once it is answered; who has it once a wait is over; and
    what nobody has, the queue's people."""
    if header.status in ("new", "open") and header.assignee_id:
        return header.requester_name or _tr("the customer")
    if header.assignee_id:
        return header.assignee_name
    if header.tier > 1:
        return _tr("a specialist of %1").replace("%1", header.queue_name)
    return _tr("somebody of %1").replace("%1", header.queue_name)
