"""The forms that the window asks: a new ticket, a call, until when, to whom."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from desktop.dialogs.find_ticket import FindTicketDialog
from desktop.dialogs.log_call import LogCallDialog
from desktop.dialogs.new_ticket import NewTicketDialog
from desktop.dialogs.postpone import PostponeDialog
from desktop.dialogs.ticket_start import TicketStart
from desktop.dialogs.transfer import TransferDialog
from desktop.editor.format_bar import FormatBar
from desktop.editor.rich_text_edit import RichTextEdit
from desktop.hint_words import request_html
from desktop.notes.writing_box import WritingBox
from desktop.shell.relations_desk import RelationsDesk
from desktop.shell.window import MainWindow
from desktop.surroundings import Surroundings
from desktop.work.form_drafts import FormDrafts
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models.commands import AddNote, Command, Mutation
from models.drafts import save_draft
from models.rows import Actor, TicketRow


class Forms(QObject):
    """Each gives the commands to perform; none when it was cancelled. ``online`` tells
    which agents are."""

    def __init__(
        self,
        me: Actor,
        around: Surroundings,
        reader: Reader,
        writer: CommandWriter,
        window: MainWindow,
        relations: RelationsDesk,
        online: Callable[[], frozenset[str]],
        language: str,
    ) -> None:
        super().__init__(window)
        self._me, self._around, self._reader, self._window = me, around, reader, window
        self._relations, self._online, self._language = relations, online, language
        self._writer = writer
        self._drafts = FormDrafts(reader, writer, around.clock.now_ms, self)
        window.closing.connect(self._drafts.closing)

    def new_ticket(self, parent: QWidget, start: TicketStart | None = None) -> tuple[Mutation, ...]:
        made = NewTicketDialog.ask(
            parent,
            reader=self._reader,
            me=self._me,
            make_box=self._make_box,
            language=self._language,
            drafts=self._drafts,
            start=start,
            open_ticket=self._window.open_ticket,
            ask_screenshot=self._ask_screenshot,
        )
        for command in made:
            if isinstance(command, AddNote):
                self._relations.open_after(command, command.ticket_id)
        return made

    def _ask_screenshot(self, ticket_id: str) -> None:
        """The reply is there as a draft when the ticket opens."""
        html, now_ms = request_html(), self._around.clock.now_ms()
        self._writer.write(lambda store: save_draft(store, ticket_id, "reply", html, now_ms))

    def _make_box(self, parent: QWidget) -> WritingBox:
        return WritingBox(make_editor, self._reader, self._around.profile.files, parent)

    def log_call(self, parent: QWidget, caller: str = "") -> tuple[Mutation, ...]:
        return LogCallDialog.ask(
            parent,
            reader=self._reader,
            me=self._me,
            drafts=self._drafts,
            language=self._language,
            caller=caller,
        )

    def take_call(self, caller: str) -> None:
        """The telephone, or a key pressed anywhere: the window comes and asks what about.

        Over another dialog nothing opens; the window says who calls, with a button for it.
        """
        window, take = self._window, partial(self.take_call, caller)
        window.bring_to_front()
        if QApplication.activeModalWidget() is None:
            window.acts.make(partial(self.log_call, caller=caller))
            return
        tr = QCoreApplication.translate
        words = tr("Assembly", "A call from {0}.").format(caller)
        words = words if caller else tr("Assembly", "A call is to be logged.")
        window.show_message("info", words, tr("Assembly", "Log a call"), take)

    def postpone(self, parent: QWidget, row: TicketRow) -> Command | None:
        return PostponeDialog.ask(parent, ticket_id=row.id, number=row.number)

    def transfer(self, parent: QWidget, row: TicketRow) -> list[Command]:
        return TransferDialog.ask(
            parent,
            reader=self._reader,
            me=self._me,
            now_ms=self._around.clock.now_ms,
            ticket_id=row.id,
            number=row.number,
            assignee_id=row.assignee_id,
            online=self._online(),
        )

    def ticket_for_note(self, parent: QWidget) -> TicketRow | None:
        """Which ticket a note of one's own goes into."""
        tr = QCoreApplication.translate
        return FindTicketDialog.ask(
            parent,
            title=tr("Assembly", "Add the note to a ticket"),
            accept_text=tr("Assembly", "Add as internal note"),
            reader=self._reader,
            me=self._me,
            clock=self._around.clock.moment,
        )


def make_editor(parent: QWidget) -> tuple[QTextEdit, QWidget]:
    """The editor with its bar, for areas that don't know it."""
    name = QCoreApplication.translate("Assembly", "Text")
    editor = RichTextEdit(name, parent)
    return editor, FormatBar(editor, parent)
