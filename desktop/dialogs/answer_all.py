"""One answer to all incidents of a problem, a reply to each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtCore import SignalInstance, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.dialogs.edit_text import EditorFactory
from desktop.dialogs.frame import DialogFrame
from desktop.dialogs.tick_list import TickList
from desktop.ticket_words import number_words, status_words, subject_words
from desktop.widgets.popup_row import PopupRow
from models.commands import AddReply, Command, SetTicket
from models.queries.relations import Side
from models.rows import TicketHeader

_WIDTH_PX, _HEIGHT_PX, _LIST_HEIGHT_PX = 640, 620, 200


class _RichText(Protocol):
    image_pasted: SignalInstance
    files_dropped: SignalInstance

    def canonical_html(self) -> str: ...


class _Buttons(Protocol):
    file_wanted: SignalInstance


class AnswerAllDialog(DialogFrame):
    """Those that are not done are ticked at the start."""

    def __init__(
        self,
        make_editor: EditorFactory,
        header: TicketHeader,
        incidents: Sequence[Side],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._header = header
        self.list = TickList(self.tr("Incidents"))
        self.edit, bar = make_editor(self)
        self.done_too = QCheckBox(self.tr("Mark them done as well"))
        self.body.addWidget(self.label(self.tr("Who is answered (Space chooses)"), self.list))
        card = self.list.in_card()
        card.setFixedHeight(_LIST_HEIGHT_PX)
        self.body.addWidget(card)
        self.body.addSpacing(7)
        self.body.addWidget(self.label(self.tr("Reply to each of them"), self.edit))
        self.body.addWidget(bar)
        self.body.addWidget(self.edit, 1)
        self.body.addSpacing(4)
        self.body.addWidget(self.done_too)
        self.watch_keys(self.list, self.edit, self.done_too)
        self.list.ticks_changed.connect(self._show_heading)
        text, buttons = cast(_RichText, self.edit), cast(_Buttons, bar)
        for wanted in (text.image_pasted, text.files_dropped, buttons.file_wanted):
            wanted.connect(self._on_file_offered)
        open_ones = [side.id for side in incidents if side.status != "done"]
        self.list.show_choices([_row(side) for side in incidents], open_ones)
        self._show_heading()
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self.edit.setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        make_editor: EditorFactory,
        header: TicketHeader,
        incidents: Sequence[Side],
    ) -> list[list[Command]]:
        """A step for each ticket; nothing when cancelled."""
        dialog = cls(make_editor, header, incidents, parent)
        steps = dialog.steps() if dialog.exec() else []
        dialog.deleteLater()
        return steps

    def steps(self) -> list[list[Command]]:
        html = cast(_RichText, self.edit).canonical_html()
        return [self._step(id, html) for id in self.list.ticked()]

    def problem(self) -> tuple[str, QWidget] | None:
        if not self.list.ticked():
            return self.tr("Choose at least one ticket."), self.list
        if not self.edit.toPlainText().strip():
            return self.tr("There is nothing to send yet."), self.edit
        return None

    def is_dirty(self) -> bool:
        return bool(self.edit.toPlainText().strip())

    def _step(self, ticket_id: str, html: str) -> list[Command]:
        reply = AddReply(ticket_id=ticket_id, html=html)
        done = SetTicket(id=ticket_id, set={"status": "done"})
        return [reply, done] if self.done_too.isChecked() else [reply]

    @Slot()
    def _on_file_offered(self) -> None:
        self.show_words(self.tr("Files can't be added to one answer for many."), "risk")

    @Slot()
    def _show_heading(self) -> None:
        title = self.tr("Answer the incidents of %1")
        count = len(self.list.ticked())
        sentence = self.tr("%n tickets get this reply, each its own.", "", count) if count else ""
        words = self.tr("Answer %n", "", count)
        self.set_heading(title.replace("%1", number_words(self._header.number)), sentence, words)


def _row(side: Side) -> PopupRow:
    return PopupRow(
        key=side.id,
        title=f"{number_words(side.number)}  {subject_words(side.subject)}",
        second=" · ".join(filter(None, (side.requester_name, side.queue_name))),
        hint=status_words(side.status),
    )
