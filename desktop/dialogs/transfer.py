"""Handing a ticket to a person or a queue: one list, filtered as one types."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QWidget

from desktop.dialogs.choice_list import ChoiceList
from desktop.dialogs.frame import DialogFrame
from desktop.dialogs.ticket_start import first_line
from desktop.dialogs.transfer_words import (
    PERSON,
    QUEUE,
    agent_row,
    card_html,
    handover_words,
    is_away,
    queue_row,
    words_of,
)
from desktop.widgets.popup_row import PopupRow
from desktop.widgets.search_field import SearchField
from desktop.work.reader import Reader
from models.commands import AddNote, Command, Transfer, Watch
from models.queries import people
from models.queries.relations import relations
from models.rows import Actor, AgentRow, QueueRow

if TYPE_CHECKING:
    from models.database import Store

_WIDTH_PX, _HEIGHT_PX, _NOTE_HEIGHT_PX = 500, 640, 62


@dataclass(frozen=True)
class Targets:
    """Everybody and everything that a ticket can go to."""

    agents: list[AgentRow]
    queues: list[QueueRow]
    handovers: int = 0


class TransferDialog(DialogFrame):
    """A person needs to be told what is next; a queue may be. What is told becomes a card in the
    conversation, which the next person reads first."""

    def __init__(
        self,
        reader: Reader,
        me: Actor,
        now_ms: Callable[[], int],
        ticket_id: str,
        number: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.set_heading(self.tr("Transfer #%1").replace("%1", number), "", self.tr("Transfer"))
        self._reader, self._me, self._now_ms = reader, me, now_ms
        self._ticket_id = ticket_id
        self._assignee_id: str | None = None
        self._online: Collection[str] = ()
        self._targets = Targets([], [])
        self.search = SearchField(self.tr("Person or queue"))
        self.list = ChoiceList(self.tr("People and queues"))
        self.note, self.done_text = QPlainTextEdit(), QPlainTextEdit()
        self.watch = QCheckBox(self.tr("Keep watching it"))
        self.warning, self._note_label, self._done_label = QLabel(), QLabel(), QLabel()
        self._for_many = False
        self._lay_out_fields()
        self.list.drive_from(self.search)
        self.watch_keys(self.search, self.list, self.done_text, self.note, self.watch)
        self.search.textChanged.connect(self._show_matching)
        self.list.row_changed.connect(self._on_row_changed)
        self.list.row_chosen.connect(self.note.setFocus)
        self.resize(_WIDTH_PX, _HEIGHT_PX)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        *,
        reader: Reader,
        me: Actor,
        now_ms: Callable[[], int],
        ticket_id: str,
        number: str,
        assignee_id: str | None = None,
        title: str = "",
        online: Collection[str] = (),
    ) -> list[Command]:
        """One step, the Transfer last; nothing when cancelled. ``assignee_id`` has it now;
        ``online`` is who would see it at once. ``title`` is for what is more than one ticket: then
        there is nothing but the Transfer."""
        dialog = cls(reader, me, now_ms, ticket_id, number, parent)
        if title:
            dialog.be_for_many(title)
        dialog.begin(assignee_id, online)
        commands = dialog.commands() if dialog.exec() else []
        dialog.deleteLater()
        return commands

    def be_for_many(self, title: str) -> None:
        """Without a card of its own for each ticket; the whole note goes with every Transfer."""
        self.rename(title)
        self._for_many = True
        for field in (self._done_label, self.done_text, self.watch):
            field.hide()

    def begin(self, assignee_id: str | None = None, online: Collection[str] = ()) -> None:
        """Ask who and what there is; the keyboard is in the search."""
        self._assignee_id, self._online = assignee_id, online
        self._reader.ask(f"transfer {id(self)}", self._read_targets, self._on_targets_read)
        self.search.setFocus()

    def commands(self) -> list[Command]:
        """What the dialog says now: the card first, as long as the ticket is one's own to write on;
        nothing while nobody is chosen."""
        row = self.list.current_row()
        if row is None:
            return []
        done, following = self.done_text.toPlainText().strip(), self.note.toPlainText().strip()
        step: list[Command] = []
        if (done or following) and not self._for_many:
            html = card_html(self._me.name, row.title, done, following)
            step.append(AddNote(ticket_id=self._ticket_id, html=html))
        if self.watch.isChecked() and self.watch.isEnabled() and not self._for_many:
            step.append(Watch(ticket_id=self._ticket_id, agent_id=self._me.id))
        note = " ".join(following.split()) if self._for_many else first_line(following)
        if row.key.startswith(PERSON):
            person = row.key.removeprefix(PERSON)
            return [*step, Transfer(id=self._ticket_id, assignee_id=person, note=note)]
        queue = row.key.removeprefix(QUEUE)
        return [*step, Transfer(id=self._ticket_id, queue_id=queue, note=note)]

    def problem(self) -> tuple[str, QWidget] | None:
        row = self.list.current_row()
        if row is None:
            return self.tr("Choose a person or a queue."), self.search
        if row.key.startswith(PERSON) and not self.note.toPlainText().strip():
            words = self.tr("Tell %1 what is next.").replace("%1", row.title)
            return words, self.note
        return None

    def is_dirty(self) -> bool:
        return bool(self.note.toPlainText().strip() or self.done_text.toPlainText().strip())

    def _lay_out_fields(self) -> None:
        self.warning.setWordWrap(True)
        self.warning.setProperty("tone", "risk")
        self.warning.setContentsMargins(0, 0, 0, 6)
        self.warning.hide()
        self.body.addWidget(self.warning)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list.in_card(), 1)
        self.body.addSpacing(6)
        self._note_label = self.add_field(self.tr("What is next"), self.note)
        self._done_label = self.add_field(self.tr("What was done"), self.done_text)
        for field in (self.note, self.done_text):
            field.setFixedHeight(_NOTE_HEIGHT_PX)
            field.setTabChangesFocus(True)
        self.done_text.setPlaceholderText(self.tr("Found out, tried, told the customer"))
        self.note.setPlaceholderText(self.tr("What is left, and why it goes there"))
        self.body.addWidget(self.watch)

    def _read_targets(self, store: Store) -> Targets:
        agents = [row for row in people.agents(store) if row.id != self._assignee_id]
        now_ms, online = self._now_ms(), self._online
        agents.sort(key=lambda row: (is_away(row, now_ms), row.id not in online))
        handovers = relations(store, self._ticket_id).handovers
        return Targets(agents, people.queues(store, self._me), handovers)

    def _on_targets_read(self, targets: Targets) -> None:
        self._targets = targets
        words = handover_words(targets.handovers)
        self.warning.setText(words)
        self.warning.setVisible(bool(words))
        self.watch.setChecked(bool(words))
        self._show_matching()

    @Slot()
    def _show_matching(self) -> None:
        typed = self.search.text().strip()
        fits = people.word_test(typed, respelt=True)
        now_ms, found = self._now_ms(), self._targets
        agents = [
            agent_row(row, self._me, now_ms, self._online)
            for row in found.agents
            if fits(words_of(row))
        ]
        queues = [queue_row(row) for row in found.queues if fits(row.name)]
        headings = (self.tr("People"), self.tr("Queues"))
        rows: list[PopupRow] = []
        for heading, group in zip(headings, (agents, queues), strict=True):
            if group:
                rows += [PopupRow(key=heading, title=heading, heading=True), *group]
        self.list.show_rows(rows)
        nobody = self.tr("Nobody and no queue is called that.")
        self.show_words(nobody if typed and not rows else "")

    def _mine(self) -> set[str]:
        """Queues from which one still sees the ticket, and so can watch it."""
        return {row.id for row in self._targets.queues if row.mine}

    @Slot(object)
    def _on_row_changed(self, row: PopupRow | None) -> None:
        person = row is not None and row.key.startswith(PERSON)
        words = (
            self.tr("What is next")
            if person
            else self.tr("What is next, if there is something to say")
        )
        self._note_label.setText(words)
        sees = person or (row is not None and row.key.removeprefix(QUEUE) in self._mine())
        self.watch.setEnabled(sees)
        self.note.setAccessibleName(words)
