"""What its person alone sees of the open ticket: a pin, a colour, a reminder."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.icons import icon, pixmap
from desktop.own_colours import own_colour
from desktop.own_mark_words import colour_words, reminder_words
from desktop.theme import PANE_PADDING_PX, current_theme, theme_state
from desktop.widgets.button import Button
from desktop.widgets.elided_label import ElidedLabel
from models import own
from models.commands import Command
from models.own import Marks
from models.rows import Actor

_ICON_PX = 15


class OwnStrip(QFrame):
    """Hidden while there is nothing; each button takes away what it names.

    Signals: ``command_chosen(Command)``; ``reminder_wanted()``: ask for another moment.
    """

    command_chosen = Signal(object)
    reminder_wanted = Signal()

    def __init__(self, me: Actor, now_ms: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ownMarks")
        self.setAccessibleName(self.tr("Only you see this"))
        self._me, self._now_ms = me, now_ms
        self._ticket_id, self._marks = "", Marks()
        self.pin = Button(self.tr("Pinned"), "pin", small=True)
        self.colour = Button("", "circle", small=True)
        self.words = ElidedLabel()
        self.done = Button(self.tr("Dealt with"), "check", small=True)
        self.change = Button(self.tr("Another time …"), "clock", small=True)
        self._bell, self._note = QLabel(), QLabel(self.tr("Only you see this"))
        self._note.setProperty("role", "secondary")
        self._reminder = QWidget()
        self.pin.setToolTip(self.tr("Unpin"))
        self._lay_out()
        self.pin.clicked.connect(partial(self._choose, partial(own.pin, on=False)))
        self.colour.clicked.connect(partial(self._choose, partial(own.give_colour, colour="")))
        self.done.clicked.connect(partial(self._choose, own.reminded))
        self.change.clicked.connect(self.reminder_wanted)
        theme_state().changed.connect(self._on_theme_changed)
        self.hide()

    def show_marks(self, ticket_id: str, marks: Marks) -> None:
        self._ticket_id, self._marks = ticket_id, marks
        name = colour_words(marks.colour)
        self.pin.setVisible(marks.pinned)
        self.colour.setText(name)
        self.colour.setAccessibleName(self.tr("Remove my colour: {0}").format(name))
        self.colour.setToolTip(self.tr("Remove my colour"))
        self.colour.setVisible(bool(marks.colour))
        self.words.setText(reminder_words(marks, self._now_ms()))
        self._reminder.setVisible(marks.remind_at_ms is not None)
        self._on_theme_changed()
        self.setVisible(marks.any)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        for part in (self.pin, self.colour):
            first.addWidget(part)
        first.addStretch(1)
        first.addWidget(self._note)
        second = QHBoxLayout(self._reminder)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(8)
        second.addWidget(self._bell)
        second.addWidget(self.words, 1)
        second.addWidget(self.done)
        second.addWidget(self.change)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PANE_PADDING_PX, 5, PANE_PADDING_PX, 5)
        layout.setSpacing(4)
        layout.addLayout(first)
        layout.addWidget(self._reminder)

    def _choose(self, make: Callable[[Actor, str], Command], checked: bool = False) -> None:
        self.command_chosen.emit(make(self._me, self._ticket_id))

    @Slot()
    def _on_theme_changed(self) -> None:
        theme, marks = current_theme(), self._marks
        due = marks.remind_at_ms is not None and marks.remind_at_ms <= self._now_ms()
        tone = theme.at_risk if due else theme.secondary_text
        self._bell.setPixmap(pixmap("bell", tone, _ICON_PX, self.devicePixelRatioF()))
        if colour := own_colour(marks.colour, theme):
            self.colour.setIcon(icon("circle", colour, size_px=_ICON_PX, room_after_px=3))
