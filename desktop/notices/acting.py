"""What an act on a notice does to the desk."""

from __future__ import annotations

from desktop.notices.toast import DONE, POSTPONE, TAKE
from desktop.notices.words import OWN_KINDS
from models.commands import Command, Delete, Put, SetTicket, Take
from models.notices import Happening

HOUR_MS, QUARTER_MS = 3_600_000, 900_000


def command_of(happening: Happening, act: str, now_ms: int) -> Command | None:
    """The command, or None where the act only opens something."""
    if happening.kind in OWN_KINDS:
        return _of_reminder(happening, act, now_ms)
    if happening.ticket_id is None:
        return None
    if act == TAKE:
        return Take(id=happening.ticket_id)
    if act == DONE:
        return SetTicket(id=happening.ticket_id, set={"status": "done"})
    if act == POSTPONE:
        later = {"status": "postponed", "wake_at_ms": now_ms + HOUR_MS}
        return SetTicket(id=happening.ticket_id, set=later)
    return None


def _of_reminder(happening: Happening, act: str, now_ms: int) -> Command | None:
    """The key names the reminder."""
    id = happening.key.split(":")[1]
    if act == DONE:
        return Delete(entity="reminder", id=id)
    if act == POSTPONE:
        return Put(entity="reminder", id=id, set={"at_ms": now_ms + QUARTER_MS})
    return None
