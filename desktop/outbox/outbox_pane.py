"""The right side of the outbox: one line whole, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.editor.file_words import size_words
from desktop.outbox import words
from desktop.outbox.possible import possible
from desktop.theme import CARD_GAP_PX, PANE_PADDING_PX
from desktop.widgets.button import Button
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.pill import Pill
from models.queries.outbox import OutboxEntry


class OutboxPane(QWidget):
    """Signals: ``act_wanted(str)`` by a button: open, edit, retry, withdraw or pause."""

    act_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._where, self.title = ElidedLabel(), QLabel()
        self._state, self._when = Pill(), QLabel()
        self.reason, self.text = QLabel(), QLabel()
        self._reason_card, self._text_card = QFrame(), QFrame()
        self.buttons = {
            "open": Button(self.tr("Open"), "arrow-right"),
            "edit": Button(self.tr("Edit"), "pencil"),
            "retry": Button(self.tr("Try again"), "refresh"),
            "pause": Button("", "pause"),
            "withdraw": Button(self.tr("Withdraw"), "undo"),
        }
        for act, button in self.buttons.items():
            button.clicked.connect(lambda checked=False, act=act: self.act_wanted.emit(act))
        self._lay_out()

    def show_entry(self, entry: OutboxEntry, percent: int | None, when: str) -> None:
        """Show a line; its buttons are those that make sense for it, and work if they may."""
        state = words.state_words(entry, percent)
        self._where.setText(words.where(entry) or self.tr("No ticket"))
        self.title.setText(words.title(entry))
        self._state.set_pill(state.text, state.tone, state.icon)
        size = size_words(entry.size_bytes) if entry.sha256 else ""
        self._when.setText(" · ".join(filter(None, (when, size))))
        self._show_card(self._reason_card, self.reason, words.reason(entry))
        self._show_card(self._text_card, self.text, words.preview(entry))
        self._show_buttons(entry)

    def _show_card(self, card: QFrame, label: QLabel, text: str) -> None:
        label.setText(text)
        card.setVisible(bool(text))

    def _show_buttons(self, entry: OutboxEntry) -> None:
        acts = possible(entry)
        stands = entry.state in ("paused", "failed")
        pause = self.tr("Resume") if stands else self.tr("Pause")
        self.buttons["pause"].setText(pause)
        self.buttons["pause"].setAccessibleName(pause)
        for act, button in self.buttons.items():
            button.setVisible(act in acts)
            button.setEnabled(acts.get(act, False))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header())
        layout.addWidget(self._body(), 1)

    def _header(self) -> QFrame:
        header = QFrame()
        header.setObjectName("ticketHeader")
        self._where.setProperty("role", "secondary")
        self.title.setProperty("role", "title")
        self.title.setWordWrap(True)
        self._when.setProperty("role", "secondary")
        for label in (self.title, self._when, self.reason, self.text):
            label.setTextFormat(Qt.TextFormat.PlainText)
        inside = QVBoxLayout(header)
        inside.setContentsMargins(PANE_PADDING_PX, 12, PANE_PADDING_PX, 12)
        inside.setSpacing(6)
        inside.addWidget(self._where)
        inside.addWidget(self.title)
        facts = QHBoxLayout()
        facts.setSpacing(8)
        facts.addWidget(self._state)
        facts.addWidget(self._when)
        facts.addStretch(1)
        inside.addLayout(facts)
        inside.addSpacing(4)
        acts = QHBoxLayout()
        acts.setSpacing(6)
        for button in self.buttons.values():
            acts.addWidget(button)
        acts.addStretch(1)
        inside.addLayout(acts)
        return header

    def _body(self) -> QScrollArea:
        content = QWidget()
        content.setObjectName("scrollContent")
        column = QVBoxLayout(content)
        pad = PANE_PADDING_PX
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(CARD_GAP_PX)
        for card, label in ((self._reason_card, self.reason), (self._text_card, self.text)):
            self._fill_card(card, label)
            column.addWidget(card)
        column.addStretch(1)
        self._reason_card.setProperty("kind", "note")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        return area

    def _fill_card(self, card: QFrame, label: QLabel) -> None:
        card.setProperty("card", True)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.addWidget(label)
