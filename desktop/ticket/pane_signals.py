"""What the ticket pane tells."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class PaneSignals(QWidget):
    """Signals: ``command_requested(Command)``: perform this; ``acted(Performed)``: a reply or note
    was added; ``transfer_requested(TicketHeader)``, ``postpone_requested(TicketHeader)``: ask
    how; ``ticket_opened(str)``: another ticket is wanted; ``file_wanted(str)``: bytes of this
    sha256 are missing here; ``message_shown(str)``, ``trouble_told(str)``: a sentence for the
    message bar; ``left()`` by Escape: the keyboard goes back to the list;
    ``drafts_changed(str)``: a ticket has a draft more or fewer; ``presence_told(str, str)``: what
    somebody does with a ticket here, viewing, typing or gone; ``edited(Performed)``: a message
    was changed; ``conflicts_wanted(str)`` of a ticket, ``approval_wanted(TicketHeader)`` and
    ``versions_wanted(MessageRow)``: show the dialog; ``customer_wanted(str, str)``: kind and id
    of a contact or company whose card is wanted; ``opened()``: another ticket stands here now;
    ``key_left(str)``: a letter that means nothing on this message.
    """

    opened = Signal()

    command_requested = Signal(object)
    acted = Signal(object)
    transfer_requested = Signal(object)
    postpone_requested = Signal(object)
    ticket_opened = Signal(str)
    file_wanted = Signal(str)
    message_shown = Signal(str)
    trouble_told = Signal(str)
    left = Signal()
    drafts_changed = Signal(str)
    presence_told = Signal(str, str)
    edited = Signal(object)
    conflicts_wanted = Signal(str)
    approval_wanted = Signal(object)
    versions_wanted = Signal(object)
    customer_wanted = Signal(str, str)
    split_wanted = Signal(object)
    key_left = Signal(str)
