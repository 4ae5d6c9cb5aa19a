"""Handing a ticket to a person or a queue: one list, filtered as one types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from desktop.dialogs.choice_list import ChoiceList
from desktop.dialogs.frame import DialogFrame
from desktop.widgets.popup_row import PopupRow
from desktop.widgets.search_field import SearchField
from desktop.work.reader import Reader
from models.commands import Transfer
from models.queries import people
from models.rows import Actor, AgentRow, QueueRow

if TYPE_CHECKING:
    from models.database import Store

_WIDTH_PX, _HEIGHT_PX, _NOTE_HEIGHT_PX = 480, 580, 76
_PERSON, _QUEUE = "person:", "queue:"


@dataclass(frozen=True)
class Targets:
    """Everybody and everything that a ticket can go to."""

    agents: list[AgentRow]
    queues: list[QueueRow]


class TransferDialog(DialogFrame):
    """A person needs a note, which says why; a queue may have one."""

    def __init__(
        self, reader: Reader, me: Actor, ticket_id: str, number: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.set_heading(self.tr("Transfer #%1").replace("%1", number), "", self.tr("Transfer"))
        self._reader, self._me, self._ticket_id = reader, me, ticket_id
        self._assignee_id: str | None = None
        self._targets = Targets([], [])
        self.search = SearchField(self.tr("Person or queue"))
        self.list = ChoiceList(self.tr("People and queues"))
        self.note = QPlainTextEdit()
        self._note_label = QLabel()
        self._lay_out_fields()
        self.list.drive_from(self.search)
        self.watch_keys(self.search, self.list, self.note)
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
        ticket_id: str,
        number: str,
        assignee_id: str | None = None,
    ) -> Transfer | None:
        """The command, or None when cancelled. ``assignee_id`` has the ticket now."""
        dialog = cls(reader, me, ticket_id, number, parent)
        dialog.begin(assignee_id)
        command = dialog.command() if dialog.exec() else None
        dialog.deleteLater()
        return command

    def begin(self, assignee_id: str | None = None) -> None:
        """Ask who and what there is; the keyboard is in the search."""
        self._assignee_id = assignee_id
        self._reader.ask(f"transfer {id(self)}", self._read_targets, self._on_targets_read)
        self.search.setFocus()

    def command(self) -> Transfer | None:
        """What the dialog says now, or None while nothing is chosen."""
        row = self.list.current_row()
        if row is None:
            return None
        note = self.note.toPlainText().strip()
        if row.key.startswith(_PERSON):
            person = row.key.removeprefix(_PERSON)
            return Transfer(id=self._ticket_id, assignee_id=person, note=note)
        return Transfer(id=self._ticket_id, queue_id=row.key.removeprefix(_QUEUE), note=note)

    def problem(self) -> tuple[str, QWidget] | None:
        row = self.list.current_row()
        if row is None:
            return self.tr("Choose a person or a queue."), self.search
        if row.key.startswith(_PERSON) and not self.note.toPlainText().strip():
            words = self.tr("Tell %1 in a note why they get this.").replace("%1", row.title)
            return words, self.note
        return None

    def is_dirty(self) -> bool:
        return bool(self.note.toPlainText().strip())

    def _lay_out_fields(self) -> None:
        self.body.addWidget(self.search)
        self.body.addWidget(self.list.in_card(), 1)
        self.body.addSpacing(6)
        self._note_label = self.add_field(self.tr("Note"), self.note)
        self.note.setFixedHeight(_NOTE_HEIGHT_PX)
        self.note.setTabChangesFocus(True)
        self.note.setPlaceholderText(self.tr("What was done, what is left, what they should know"))

    def _read_targets(self, store: Store) -> Targets:
        agents = [row for row in people.agents(store) if row.id != self._assignee_id]
        return Targets(agents, people.queues(store, self._me))

    def _on_targets_read(self, targets: Targets) -> None:
        self._targets = targets
        self._show_matching()

    @Slot()
    def _show_matching(self) -> None:
        typed = self.search.text().strip()
        fits = people.word_test(typed, respelt=True)
        agents = [self._agent_row(row) for row in self._targets.agents if fits(_words_of(row))]
        queues = [self._queue_row(row) for row in self._targets.queues if fits(row.name)]
        headings = (self.tr("People"), self.tr("Queues"))
        rows: list[PopupRow] = []
        for heading, group in zip(headings, (agents, queues), strict=True):
            if group:
                rows += [PopupRow(key=heading, title=heading, heading=True), *group]
        self.list.show_rows(rows)
        nobody = self.tr("Nobody and no queue is called that.")
        self.show_words(nobody if typed and not rows else "")

    def _agent_row(self, row: AgentRow) -> PopupRow:
        mine = self.tr("you") if row.id == self._me.id else ""
        roles = {"lead": self.tr("lead"), "admin": self.tr("administrator")}
        parts = (row.title, roles.get(row.role, ""), mine)
        return PopupRow(
            key=f"{_PERSON}{row.id}",
            title=row.name,
            second=" · ".join(filter(None, parts)) or row.login,
            hint=self.tr("%n open", "", row.open_count),
            is_person=True,
        )

    def _queue_row(self, row: QueueRow) -> PopupRow:
        hint = "" if row.mine else self.tr("not one of yours")
        icon = row.icon or "inbox"
        return PopupRow(key=f"{_QUEUE}{row.id}", title=row.name, icon_name=icon, hint=hint)

    @Slot(object)
    def _on_row_changed(self, row: PopupRow | None) -> None:
        person = row is not None and row.key.startswith(_PERSON)
        words = self.tr("Note") if person else self.tr("Note, if there is something to say")
        self._note_label.setText(words)
        self.note.setAccessibleName(words)


def _words_of(row: AgentRow) -> str:
    return f"{row.name} {row.login} {row.title} {row.email}"
