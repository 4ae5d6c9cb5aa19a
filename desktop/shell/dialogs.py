"""The dialogs that the window opens. ``app.py`` builds them, the window knows no areas' parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from models.commands import Command
from models.rows import TicketRow

AskNew = Callable[[QWidget], Sequence[Command]]
AskAbout = Callable[[QWidget, TicketRow], Command | Sequence[Command] | None]


@dataclass(frozen=True, slots=True)
class Dialogs:
    """Each asks and gives the commands to perform, in order; none when cancelled. Several about
    one ticket are one step.

    None in place of a dialog leaves its action out of the window.
    """

    new_ticket: AskNew | None = None
    log_call: AskNew | None = None
    postpone: AskAbout | None = None
    transfer: AskAbout | None = None
    category: Callable[[], object] | None = None
    specialist: Callable[[], object] | None = None
    due: Callable[[], object] | None = None
    """These three are about the shown ticket, and perform what was chosen themselves."""
    settings: Callable[[QWidget], object] | None = None
    sync_details: Callable[[QWidget], object] | None = None
    palette: Callable[[], object] | None = None
