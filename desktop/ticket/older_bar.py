"""Above the conversation: older messages of this ticket are on the server alone."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.widgets.message_bar import MessageBar
from sync.protocol.link import State, TicketFetched


class OlderBar(MessageBar):
    """Asks for them as soon as such a ticket is shown, and again when the server is back.

    Signals: ``wanted(str)``: fetch the whole of this ticket.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticket_id = ""
        self._waits = False

    def show_ticket(self, ticket_id: str, whole: bool) -> None:
        """Of this ticket everything is here, or not."""
        if whole:
            self._ticket_id = ""
            self.hide()
        elif ticket_id != self._ticket_id:
            self._ticket_id = ticket_id
            self._ask()

    @Slot(object)
    def show_fetched(self, answer: TicketFetched) -> None:
        """What became of it; when it worked the ticket is read again."""
        if not self._ticket_id or answer.ticket != self._ticket_id or answer.ids:
            return
        self._waits = True
        words = self.tr(
            "Older messages of this ticket are not on this computer. "
            "They come when the server can be reached."
        )
        self.show_message("info", words, self.tr("Try again"), self._ask)

    @Slot(object)
    def note_state(self, state: State) -> None:
        """The engine reached the server: what waited is asked for again."""
        if self._waits and self._ticket_id and state.state == "synced":
            self._ask()

    def _ask(self) -> None:
        self._waits = False
        self.show_message("info", self.tr("Loading older messages…"))
        self.wanted.emit(self._ticket_id)
