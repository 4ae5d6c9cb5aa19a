"""What the open ticket's category tells and the ticket does not have: a channel, a screenshot."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.hint_words import channel_hint_words
from desktop.theme import PANE_PADDING_PX
from desktop.ticket_words import CHANNEL_ICONS
from desktop.widgets.button import Button
from desktop.widgets.hint_line import HintLine
from models.queries.hints import TicketHints


class HintStrip(QFrame):
    """Hidden while nothing is to be said. Signals: ``screenshot_wanted()``: ask for one."""

    screenshot_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hints")
        self.ask = Button(self.tr("Ask for a screenshot"), kind="flat", small=True)
        self.line = HintLine(self.ask)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PANE_PADDING_PX, 3, PANE_PADDING_PX, 3)
        layout.addWidget(self.line)
        self.ask.clicked.connect(self.screenshot_wanted)
        self.hide()

    def show_hints(self, told: TicketHints) -> None:
        """Beside a channel the button alone says that a screenshot is lacking."""
        lacking = self.tr("No screenshot yet") if told.lacks_image else ""
        icon = CHANNEL_ICONS.get(told.other_channel, "screenshot")
        self.line.show_hint(channel_hint_words(told.other_channel) or lacking, icon)
        self.ask.setVisible(told.lacks_image)
        self.setVisible(bool(self.line.words()))
