"""Splitting messages off a ticket, which become one of their own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.dialogs.frame import DialogFrame
from desktop.dialogs.tick_list import TickList
from desktop.field_words import kind_words, time_words
from desktop.ticket_words import number_words
from desktop.widgets.popup_row import PopupRow
from models.commands import Split
from models.commands.base import SUBJECT_LIMIT
from models.richtext import to_plain
from models.rows import MessageRow, TicketHeader

_WIDTH_PX, _HEIGHT_PX, _SHOWN_CHARS = 600, 520, 160


class SplitDialog(DialogFrame):
    """Which messages, and what the new ticket is called."""

    def __init__(
        self,
        header: TicketHeader,
        messages: Sequence[MessageRow],
        chosen_id: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._header, self._count = header, len(messages)
        self.list = TickList(self.tr("Messages of the ticket"))
        self.subject = QLineEdit(header.subject)
        self.subject.setMaxLength(SUBJECT_LIMIT)
        self.body.addWidget(self.label(self.tr("Messages that go (Space chooses)"), self.list))
        self.body.addWidget(self.list.in_card(), 1)
        self.body.addSpacing(7)
        self.add_field(self.tr("Subject of the new ticket"), self.subject)
        self.watch_keys(self.list, self.subject)
        self.list.ticks_changed.connect(self._show_heading)
        self.list.entered.connect(self.try_accept)
        self.list.show_choices([_row(message) for message in messages], [chosen_id])
        last = messages[-1].id if messages else ""
        self.list.go_to(chosen_id or last)
        self.list.setFocus()
        self._show_heading()
        self.resize(_WIDTH_PX, _HEIGHT_PX)

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        header: TicketHeader,
        messages: Sequence[MessageRow],
        chosen_id: str,
    ) -> Split | None:
        """``chosen_id`` is ticked at the start; None when cancelled."""
        dialog = cls(header, messages, chosen_id, parent)
        command = dialog.command() if dialog.exec() else None
        dialog.deleteLater()
        return command

    def command(self) -> Split:
        return Split(
            ticket_id=self._header.id,
            messages=tuple(self.list.ticked()),
            subject=self.subject.text().strip(),
        )

    def problem(self) -> tuple[str, QWidget] | None:
        if not self.list.ticked():
            return self.tr("Choose at least one message."), self.list
        return None

    def is_dirty(self) -> bool:
        return self.subject.text() != self._header.subject

    @Slot()
    def _show_heading(self) -> None:
        number = number_words(self._header.number)
        going = len(self.list.ticked())
        said = self.tr("%n messages become a ticket of their own", "", going)
        left = self.tr("%n stay on %1", "", self._count - going).replace("%1", number)
        sentence = f"{said}, {left}." if going else ""
        self.set_heading(self.tr("Split %1").replace("%1", number), sentence, self.tr("Split off"))


def _row(message: MessageRow) -> PopupRow:
    who = " · ".join(filter(None, (message.author_name, kind_words(message.kind))))
    text = " ".join(to_plain(message.html).split())[:_SHOWN_CHARS]
    files = ", ".join(file.name for file in message.files)
    return PopupRow(
        key=message.id, title=who, second=text or files or "…", hint=time_words(message.at_ms)
    )
