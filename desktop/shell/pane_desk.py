"""What the window does for a pane that shows a ticket: performs, asks, tells it the news."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from desktop.shell.late_desk import LateDesk
from desktop.shell.meeting_desk import MeetingDesk
from desktop.shell.private_desk import PrivateDesk
from desktop.shell.relations_desk import RelationsDesk
from desktop.shell.window import MainWindow
from desktop.shell.work_desk import WorkDesk
from desktop.ticket.ticket_pane import TicketPane
from desktop.work.colleagues import Colleagues
from desktop.work.engine_link import EngineLink
from models.rows import MessageRow
from sync.protocol import link as lines
from sync.protocol.live import PresenceState


class PaneDesk(QObject):
    """Belongs to the pane."""

    def __init__(
        self,
        pane: TicketPane,
        window: MainWindow,
        link: EngineLink,
        late: LateDesk,
        relations: RelationsDesk,
        work: WorkDesk,
        meeting: MeetingDesk,
        private: PrivateDesk,
        colleagues: Colleagues,
    ) -> None:
        super().__init__(pane)
        self._pane, self._window, self._link = pane, window, link
        self._late, self._relations, self._work = late, relations, work
        self._meeting, self._private = meeting, private
        self._colleagues = colleagues
        self._connect_acts()
        self._connect_strips()
        self._connect_news()
        self._connect_presence()

    def _connect_acts(self) -> None:
        pane, window, late = self._pane, self._window, self._late
        pane.command_requested.connect(window.acts.submit)
        pane.transfer_requested.connect(window.acts.transfer)
        pane.postpone_requested.connect(window.acts.postpone)
        pane.edited.connect(window.acts.tell)
        pane.conflicts_wanted.connect(self._on_conflicts_wanted)
        pane.approval_wanted.connect(late.ask_approval)
        pane.versions_wanted.connect(late.show_versions)
        pane.ticket_opened.connect(window.open_ticket)
        pane.file_wanted.connect(self._on_file_wanted)
        pane.drafts_changed.connect(window.ticket_changed)
        pane.message_shown.connect(self._on_message_shown)
        pane.trouble_told.connect(self._on_trouble_told)

    def _connect_strips(self) -> None:
        work, window = self._pane.work, self._window
        work.ticket_opened.connect(window.open_ticket)
        work.command_chosen.connect(window.acts.submit)
        work.step_chosen.connect(window.acts.submit_together)
        work.answer_wanted.connect(self._relations.answer)
        work.escalation_wanted.connect(self._relations.escalate)
        work.clock_wanted.connect(self._work.toggle)
        work.time_wanted.connect(self._work.ask_time)
        work.facts.picture_wanted.connect(self._on_picture_wanted)
        work.reminder_wanted.connect(self._private.change_reminder)
        work.meeting.toggle_wanted.connect(self._meeting.toggle)
        work.meeting.link_wanted.connect(self._meeting.ask_link)
        work.meeting.opening_wanted.connect(self._meeting.open)
        self._pane.split_wanted.connect(self._on_split_wanted)

    def _connect_news(self) -> None:
        pane, link = self._pane, self._link
        self._window.tickets_changed.connect(pane.refresh)
        link.file_arrived.connect(self._on_file_arrived)
        link.file_progressed.connect(pane.file_progressed)
        pane.older.wanted.connect(self._on_older_wanted)
        link.ticket_fetched.connect(pane.older.show_fetched)
        link.state_changed.connect(pane.older.note_state)

    def _connect_presence(self) -> None:
        pane, link = self._pane, self._link
        pane.presence_told.connect(self._on_presence_told)
        link.present_told.connect(pane.show_present)
        link.state_changed.connect(self._on_state_changed)
        self._colleagues.changed.connect(self._show_online)
        self._show_online()
        pane.tell_presence_again()  # it may show a ticket already

    @Slot()
    def _show_online(self) -> None:
        self._pane.show_online(self._colleagues.online())

    @Slot()
    def _on_picture_wanted(self) -> None:
        self._pane.write("note")

    @Slot(str)
    def _on_conflicts_wanted(self, ticket_id: str) -> None:
        self._late.show_conflicts(ticket_id=ticket_id)

    @Slot(object)
    def _on_split_wanted(self, message: MessageRow) -> None:
        self._relations.split_off(message.id)

    @Slot(str)
    def _on_message_shown(self, text: str) -> None:
        self._window.show_message("info", text)

    @Slot(str)
    def _on_trouble_told(self, text: str) -> None:
        self._window.show_message("warn", text)

    @Slot(str)
    def _on_file_wanted(self, sha256: str) -> None:
        self._link.send(lines.FetchFile(sha256=sha256))

    @Slot(object)
    def _on_file_arrived(self, file: lines.FileHere) -> None:
        self._pane.file_arrived(file.sha256)

    @Slot(str)
    def _on_older_wanted(self, ticket_id: str) -> None:
        self._link.send(lines.FetchTicket(ticket=ticket_id))

    @Slot(str, str)
    def _on_presence_told(self, ticket_id: str, state: PresenceState) -> None:
        self._link.send(lines.Presence(ticket=ticket_id, state=state))

    @Slot(object)
    def _on_state_changed(self, state: lines.State) -> None:
        if state.state == "starting":
            self._pane.tell_presence_again()
