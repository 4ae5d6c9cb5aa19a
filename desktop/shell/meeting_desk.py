"""What the window does about meetings: their link, and the clock that runs meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Slot

from desktop.actions.registry import Action
from desktop.dialogs.meeting_link import MeetingLinkDialog
from desktop.shell.window import MainWindow
from desktop.shell.work_desk import WorkDesk
from desktop.ticket.open_link import open_link
from desktop.work.reader import Reader
from models.commands import SetTicket
from models.commands.times import MEETING
from models.meeting_link import meeting_link
from models.queries.work import meeting_link_of
from models.rows import TicketHeader
from models.work_timer import running

if TYPE_CHECKING:
    from models.database import Store

MENU = ("meeting", "meeting_link")
"""What the "⋯" of a ticket's head offers of these."""


class Looked(NamedTuple):
    ticket_id: str
    link: str
    is_running: bool


class MeetingDesk(QObject):
    """``shown`` is the open ticket. A meeting is a work time of its own kind."""

    def __init__(
        self,
        reader: Reader,
        window: MainWindow,
        work: WorkDesk,
        shown: Callable[[], TicketHeader | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._reader, self._window, self._work, self._shown = reader, window, work, shown

    def actions(self) -> list[Action]:
        meeting, link = self.tr("Start or end the meeting"), self.tr("Meeting link…")
        return [
            Action("meeting", meeting, "monitor", "Ctrl+M", "ticket", self.toggle, self._is_open),
            Action("meeting_link", link, "link", "", "ticket", self.ask_link, self._is_open),
        ]

    @Slot()
    def toggle(self) -> None:
        """Open the link and start the clock, or end it; a missing link is asked for."""
        self._look(self._toggle)

    @Slot()
    def ask_link(self) -> None:
        """Another link for the open ticket, or none."""
        self._look(self._ask_link_again)

    @Slot(str)
    def open(self, link: str) -> None:
        """In the browser. What came from elsewhere is looked at once more."""
        if meeting_link(link):
            open_link(link)

    def _look(self, then: Callable[[Looked], None]) -> None:
        header = self._shown()
        if header is not None:
            self._reader.ask("meeting", partial(_look, ticket_id=header.id), then)

    def _toggle(self, looked: Looked) -> None:
        if looked.is_running:
            self._work.toggle_on(looked.ticket_id)
            return
        link = looked.link or self._ask_link(looked)
        if link:
            self._work.start_meeting(looked.ticket_id, partial(self.open, link))

    def _ask_link(self, looked: Looked) -> str | None:
        link = MeetingLinkDialog.ask(self._window.front(), looked.link)
        if link is not None:
            self._window.acts.submit(SetTicket(id=looked.ticket_id, set={"meeting_link": link}))
        return link

    def _ask_link_again(self, looked: Looked) -> None:
        self._ask_link(looked)

    def _is_open(self) -> bool:
        return self._shown() is not None


def _look(store: Store, ticket_id: str) -> Looked:
    clock = running(store)
    is_running = clock is not None and (clock.ticket_id, clock.kind) == (ticket_id, MEETING)
    return Looked(ticket_id, meeting_link_of(store, ticket_id), is_running)
