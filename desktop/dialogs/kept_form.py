"""What was typed into a form outlives a crash and is offered when the form opens again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QDateTime, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.moments import day_words
from desktop.widgets.button import Button
from desktop.widgets.elided_label import ElidedLabel
from desktop.work.draft_timer import DraftTimer
from desktop.work.form_drafts import FormDrafts
from models.commands import CreateTicket, Mutation
from models.commands.messages import AddMessage
from models.ids import new_id
from models.rows import FormDraftRow


@dataclass(frozen=True)
class FormWords:
    """How an unfinished form is spoken of: %1 is the clock, or day and clock of another day."""

    today: str
    earlier: str


class KeptForm(QFrame):
    """A line above the fields while there is something to go on with; hidden otherwise.

    Signals: ``taken_up(str)`` with the content that is to be put into the fields.
    """

    taken_up = Signal(str)

    def __init__(
        self,
        form: str,
        words: FormWords,
        drafts: FormDrafts,
        content: Callable[[], tuple[str, str] | None],
        parent: QWidget | None = None,
    ) -> None:
        """``content`` gives title and content of the form now; None while nothing was typed."""
        super().__init__(parent)
        self._form, self._spoken, self._drafts, self._content = form, words, drafts, content
        self._id, self._begun_at_ms = new_id(), drafts.now_ms()
        self._saved = False
        self._offered: FormDraftRow | None = None
        self._timer = DraftTimer(self)
        self._timer.due.connect(self._save)
        drafts.closing.connect(self._timer.fire)
        self.words = ElidedLabel()
        self.go_on = Button(self.tr("Go on"), "pencil", small=True)
        self.discard = Button(self.tr("Discard"), kind="flat", small=True)
        self.go_on.clicked.connect(self._on_go_on)
        self.discard.clicked.connect(self._on_discard)
        self._lay_out()
        self.hide()

    @Slot()
    def touch(self) -> None:
        """Something in the form changed."""
        self._timer.touch()

    def offer(self) -> None:
        """Look for a form that was not finished."""
        self._drafts.ask_newest(self._form, self._on_found)

    def leave(self, *, accepted: bool) -> None:
        """The form closes. What was accepted is kept until its ticket is made."""
        self._timer.stop()
        if accepted:
            self._save()
        elif self._saved:
            self._drafts.drop(self._id)

    def becomes(self, commands: Sequence[Mutation]) -> None:
        """These commands finish what was begun."""
        for command in commands:
            if isinstance(command, CreateTicket | AddMessage):
                self._drafts.drop_with(self._id, command.id)

    def _lay_out(self) -> None:
        self.setProperty("card", True)
        self.setProperty("kind", "quiet")
        self.words.setProperty("role", "secondary")
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 8, 6)
        line.addWidget(self.words, 1)
        for button in (self.go_on, self.discard):
            button.setAutoDefault(False)
            line.addWidget(button)

    @Slot()
    def _save(self) -> None:
        found = self._content()
        if found is not None:
            self._saved = True
            row = FormDraftRow(self._id, self._form, *found, self._begun_at_ms)
            self._drafts.save(row)
        elif self._saved:
            self._saved = False
            self._drafts.drop(self._id)

    def _on_found(self, row: FormDraftRow | None) -> None:
        self._offered = row if row is not None and row.id != self._id else None
        self.setVisible(self._offered is not None)
        if self._offered is not None:
            sentence = self._sentence(self._offered)
            self.words.setText(sentence)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _sentence(self, row: FormDraftRow) -> str:
        at = QDateTime.fromMSecsSinceEpoch(row.at_ms)
        today = QDateTime.fromMSecsSinceEpoch(self._drafts.now_ms()).date()
        clock = at.toString("HH:mm")
        if at.date() == today:
            words = self._spoken.today.replace("%1", clock)
        else:
            words = self._spoken.earlier.replace("%1", f"{day_words(row.at_ms)} {clock}")
        return f"{words} “{row.title}”" if row.title else words

    @Slot()
    def _on_go_on(self) -> None:
        """What stands in the form now stays kept under its own id, to be offered later."""
        if self._offered is None:
            return
        self._timer.fire()
        self._id, self._begun_at_ms = self._offered.id, self._offered.at_ms
        self._saved = True
        self.hide()
        self.taken_up.emit(self._offered.content)

    @Slot()
    def _on_discard(self) -> None:
        if self._offered is not None:
            self._drafts.drop(self._offered.id)
            self.hide()
