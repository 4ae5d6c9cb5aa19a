"""Merging a ticket into another one, or linking the two; says beforehand what will happen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget

from desktop.dialogs.choices import IdCombo
from desktop.dialogs.find_ticket import FindTicketDialog
from desktop.dialogs.relate_words import MERGE, accept_words, kinds_of, sentence
from desktop.ticket_words import number_words
from desktop.work.reader import Reader
from models.commands import Command, Link, MergeTickets, Watch
from models.queries.inbox import ticket_rows
from models.queries.likeness import alike
from models.queries.relations import Preview, preview
from models.rows import Actor, Clock, TicketHeader, TicketRow

if TYPE_CHECKING:
    from models.database import Store

_PREVIEW_HEIGHT_PX = 66


class RelateDialog(FindTicketDialog):
    """The other ticket is found by typing; ``kind`` is MERGE or the role of a link."""

    def __init__(
        self,
        reader: Reader,
        me: Actor,
        clock: Callable[[], Clock],
        header: TicketHeader,
        kind: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(reader, me, clock, parent)
        self._header = header
        self._told: Preview | None = None
        self._accepts_soon = False
        self.kind, self.preview = IdCombo(), QLabel()
        self.kind.show_choices(kinds_of(header.number), kind)
        self._lay_out_more()
        self.watch_keys(self.kind)
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        self.list.row_changed.connect(self._look)
        self._on_kind_changed()

    @classmethod
    def ask_how(
        cls,
        parent: QWidget | None,
        *,
        reader: Reader,
        me: Actor,
        clock: Callable[[], Clock],
        header: TicketHeader,
        kind: str,
    ) -> list[Command]:
        """What to do as one step; nothing when cancelled."""
        dialog = cls(reader, me, clock, header, kind, parent)
        dialog.begin()
        commands = dialog.commands() if dialog.exec() else []
        dialog.deleteLater()
        return commands

    def commands(self) -> list[Command]:
        """A merge keeps whoever had the ticket in the picture."""
        told = self._told
        if told is None:
            return []
        this, other, kind = told.this, told.other, self.kind.chosen()
        if kind != MERGE:
            return [Link(id=this.id, other_id=other.id, role=str(kind))]
        merge = MergeTickets(id=this.id, into_id=other.id)
        if not told.new_watcher or this.assignee_id is None:
            return [merge]
        return [Watch(ticket_id=other.id, agent_id=this.assignee_id), merge]

    def problem(self) -> tuple[str, QWidget] | None:
        """A part of another ticket would take that one along."""
        told = self._told
        if told is not None and self.kind.chosen() == MERGE:
            for side in (told.this, told.other):
                if side.merged_into:
                    words = self.tr(
                        "%1 was merged into another ticket. Take it out of there first."
                    )
                    return words.replace("%1", number_words(side.number)), self.search
        return super().problem()

    @Slot()
    def try_accept(self) -> None:
        """What is done is what was said before: a ticket that is being looked at is waited for."""
        ticket = self.ticket()
        self._accepts_soon = ticket is not None and not self._is_told(ticket.id)
        if not self._accepts_soon:
            super().try_accept()

    def look_up(self, typed: str, clock: Clock, store: Store) -> list[TicketRow]:
        """While nothing is typed, what is most like the ticket comes first."""
        found = super().look_up(typed, clock, store)
        if typed.strip():
            return found
        header, now_ms = self._header, clock.now_ms
        likely = alike(
            store,
            header.subject,
            now_ms,
            requester_id=header.requester_id,
            company_id=header.company_id,
            but=header.id,
        )
        rows = {row.id: row for row in ticket_rows(store, [a.id for a in likely], self._me, clock)}
        first = [rows[each.id] for each in likely if each.id in rows]
        return [*first, *(row for row in found if row.id not in rows)]

    def fits(self, row: TicketRow) -> bool:
        return row.id != self._header.id

    def _lay_out_more(self) -> None:
        self.body.insertWidget(
            0, self.label(self.tr("What they have to do with each other"), self.kind)
        )
        self.body.insertWidget(1, self.kind)
        self.body.insertSpacing(2, 7)
        self.preview.setWordWrap(True)
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        self.preview.setMinimumHeight(_PREVIEW_HEIGHT_PX)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addSpacing(4)
        self.body.addWidget(self.preview)

    @Slot()
    def _on_kind_changed(self) -> None:
        kind = str(self.kind.chosen())
        merges, number = kind == MERGE, number_words(self._header.number)
        title = self.tr("Merge %1 into another ticket") if merges else self.tr("Link %1")
        self.set_heading(title.replace("%1", number), "", accept_words(kind))
        self._show_preview()

    @Slot(object)
    def _look(self) -> None:
        ticket = self.ticket()
        self._show_preview()
        if ticket is not None:
            question = partial(preview, this_id=self._header.id, other_id=ticket.id)
            self._reader.ask(f"relate {id(self)}", question, self._on_told)

    def _on_told(self, told: Preview | None) -> None:
        self._told = told
        self._show_preview()
        if self._accepts_soon:
            self.try_accept()

    def _show_preview(self) -> None:
        ticket = self.ticket()
        known = ticket is not None and self._is_told(ticket.id)
        words = sentence(str(self.kind.chosen()), self._told) if known and self._told else ""
        self.preview.setText(words)
        self.preview.setAccessibleName(words)

    def _is_told(self, ticket_id: str) -> bool:
        return self._told is not None and self._told.other.id == ticket_id
