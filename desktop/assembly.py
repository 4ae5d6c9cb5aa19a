"""Puts the window together for somebody who is signed in: every area, connected.

With ``app.py`` the only place that knows all of them; areas speak through signals alone.
"""

from __future__ import annotations

import platform
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from desktop.actions.registry import ActionRegistry
from desktop.dialogs.find_ticket import FindTicketDialog
from desktop.dialogs.log_call import LogCallDialog
from desktop.dialogs.new_ticket import NewTicketDialog
from desktop.dialogs.postpone import PostponeDialog
from desktop.dialogs.ticket_start import TicketStart, note_for_ticket, start_from_note
from desktop.dialogs.transfer import TransferDialog
from desktop.editor.format_bar import FormatBar
from desktop.editor.rich_text_edit import RichTextEdit
from desktop.editor.writing_keys import writing_keys
from desktop.errors import words_for
from desktop.knowledge.knowledge_page import KnowledgePage
from desktop.notes.notes_page import NotesPage
from desktop.notes.writing_box import WritingBox
from desktop.settings.account_facts import AccountFacts
from desktop.settings.dialog import SettingsDialog
from desktop.shell.dialogs import Dialogs
from desktop.shell.window import MainWindow
from desktop.theme import ThemeChoice, apply_theme
from desktop.ticket.ticket_pane import TicketPane
from desktop.work.clock import DeskClock
from desktop.work.engine_link import EngineLink
from desktop.work.form_drafts import FormDrafts
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models import window_state
from models.commands import Command, CreateTicket, Mutation
from models.profile import Profile
from models.rows import Actor, NoteRow, TicketRow
from sync.protocol import link as lines

NOTES, KNOWLEDGE = "notes", "knowledge"
THEME_KEY, LANGUAGE_KEY = "theme", "language"


@dataclass(frozen=True)
class Surroundings:
    """What was there before somebody signed in."""

    profile: Profile
    link: EngineLink
    clock: DeskClock
    remembered: dict[str, str]
    server: str
    practice: bool
    first_time: bool
    restart: Callable[[], None]


class Assembly(QObject):
    """Owns reader, writer and window of one signed-in person; ``close`` ends them in order."""

    def __init__(self, me: Actor, around: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._me, self._around = me, around
        self._running_language = around.remembered.get(LANGUAGE_KEY, "en")
        self.reader = Reader(around.profile.database, self)
        self.writer = CommandWriter(around.profile.database, me, around.clock.now_ms, self)
        self._actions = ActionRegistry(self)
        self._form_drafts = FormDrafts(self.reader, self.writer, around.clock.now_ms, self)
        self.window = self._make_window()
        self._ticket = TicketPane(
            reader=self.reader,
            writer=self.writer,
            me=me,
            clock=around.clock,
            files=around.profile.files,
            language=self._running_language,
        )
        self._notes = self._make_notes()
        self._knowledge = KnowledgePage(self.reader, self._running_language)
        self._fill_window()
        self._add_keys()
        self._connect()

    def begin(self) -> None:
        self.window.begin()

    def close(self) -> None:
        """What is being written is written, then the threads end.

        Before another start or after signing out the window is open still.
        """
        self.window.settle()
        self.writer.close()
        self.reader.close()

    def _make_window(self) -> MainWindow:
        return MainWindow(
            reader=self.reader,
            writer=self.writer,
            link=self._around.link,
            actions=self._actions,
            me=self._me,
            now_ms=self._around.clock.now_ms,
            remembered=self._around.remembered,
            dialogs=Dialogs(
                new_ticket=self._ask_new_ticket,
                log_call=self._ask_log_call,
                postpone=self._ask_postpone,
                transfer=self._ask_transfer,
                settings=self._show_settings,
            ),
            first_time=self._around.first_time,
        )

    def _make_notes(self) -> NotesPage:
        around = self._around
        return NotesPage(
            self.reader,
            self.writer,
            self._me,
            around.clock.now_ms,
            make_editor,
            around.profile.files,
        )

    def _fill_window(self) -> None:
        tr = QCoreApplication.translate
        self.window.set_ticket_pane(self._ticket)
        if self._around.practice:
            self.window.status_bar.show_practice()
        self.window.add_page(NOTES, tr("Assembly", "My notes"), "note", self._notes)
        self.window.add_page(KNOWLEDGE, tr("Assembly", "Knowledge base"), "book", self._knowledge)

    def _add_keys(self) -> None:
        """Keys of the areas: the open ticket's are actions, the others are told of."""
        tr, actions = QCoreApplication.translate, self._actions
        actions.add(*self._ticket.pane_actions())
        actions.install("ticket", self._ticket, context=Qt.ShortcutContext.WindowShortcut)
        actions.note(*self._ticket.key_notes(tr("Assembly", "In the open ticket")))
        actions.note(*self._notes.key_notes(tr("Assembly", "My notes")))
        actions.note(*writing_keys())

    def _connect(self) -> None:
        window, ticket, notes = self.window, self._ticket, self._notes
        window.tickets_changed.connect(ticket.refresh)
        window.reply_wanted.connect(lambda: ticket.write("reply"))
        window.note_wanted.connect(lambda: ticket.write("note"))
        window.closing.connect(ticket.save_now)
        window.closing.connect(notes.settle)
        window.closing.connect(self._form_drafts.closing)
        ticket.command_requested.connect(window.acts.submit)
        ticket.transfer_requested.connect(window.acts.transfer)
        ticket.postpone_requested.connect(window.acts.postpone)
        ticket.ticket_opened.connect(window.open_ticket)
        ticket.file_wanted.connect(self._on_file_wanted)
        ticket.left.connect(window.list_pane.view.setFocus)
        ticket.drafts_changed.connect(window.ticket_changed)
        ticket.message_shown.connect(lambda text: window.show_message("info", text))
        ticket.trouble_told.connect(lambda text: window.show_message("warn", text))
        self._around.link.file_arrived.connect(lambda file: ticket.file_arrived(file.sha256))
        notes.ticket_requested.connect(self._on_ticket_from_note)
        notes.add_to_ticket_requested.connect(self._on_note_into_ticket)
        notes.ticket_opened.connect(window.open_ticket)
        notes.failed.connect(lambda error: window.show_message("error", words_for(error)))
        self._around.link.rows_changed.connect(self._on_rows_changed)
        self._around.link.file_arrived.connect(lambda file: notes.load())

    @Slot(object)
    def _on_rows_changed(self, changed: lines.Changed) -> None:
        if "personal_note" in changed.kinds:
            self._notes.load()
        if "article" in changed.kinds:
            self._knowledge.reload()

    @Slot(str)
    def _on_file_wanted(self, sha256: str) -> None:
        self._around.link.send(lines.FetchFile(sha256=sha256))

    @Slot(object)
    def _on_ticket_from_note(self, note: NoteRow) -> None:
        made = self._new_ticket(self.window, start_from_note(note))
        self._submit(made)
        for command in made:
            if isinstance(command, CreateTicket):
                self._notes.link_note(note.id, command.id)
                self.window.open_ticket(command.id)

    @Slot(object)
    def _on_note_into_ticket(self, note: NoteRow) -> None:
        tr = QCoreApplication.translate
        ticket = FindTicketDialog.ask(
            self.window,
            title=tr("Assembly", "Add the note to a ticket"),
            accept_text=tr("Assembly", "Add as internal note"),
            reader=self.reader,
            me=self._me,
            clock=self._around.clock.moment,
        )
        if ticket is not None:
            self._submit([note_for_ticket(note, ticket.id)])
            self._notes.link_note(note.id, ticket.id)

    def _submit(self, commands: list[Command] | tuple[Mutation, ...]) -> None:
        for command in commands:
            self.writer.submit(command)

    def _ask_new_ticket(self, parent: QWidget) -> tuple[Mutation, ...]:
        return self._new_ticket(parent, None)

    def _new_ticket(self, parent: QWidget, start: TicketStart | None) -> tuple[Mutation, ...]:
        return NewTicketDialog.ask(
            parent,
            reader=self.reader,
            me=self._me,
            make_box=self._make_box,
            language=self._running_language,
            drafts=self._form_drafts,
            start=start,
        )

    def _make_box(self, parent: QWidget) -> WritingBox:
        return WritingBox(make_editor, self.reader, self._around.profile.files, parent)

    def _ask_log_call(self, parent: QWidget) -> tuple[Mutation, ...]:
        drafts = self._form_drafts
        return LogCallDialog.ask(parent, reader=self.reader, me=self._me, drafts=drafts)

    def _ask_postpone(self, parent: QWidget, row: TicketRow) -> Command | None:
        return PostponeDialog.ask(parent, ticket_id=row.id, number=row.number)

    def _ask_transfer(self, parent: QWidget, row: TicketRow) -> Command | None:
        return TransferDialog.ask(
            parent,
            reader=self.reader,
            me=self._me,
            ticket_id=row.id,
            number=row.number,
            assignee_id=row.assignee_id,
        )

    def _show_settings(self, parent: QWidget) -> None:
        dialog = SettingsDialog(
            self._facts(),
            theme=self._theme(),
            running_language=self._running_language,
            chosen_language=self._around.remembered.get(LANGUAGE_KEY, self._running_language),
            parent=parent,
        )
        link = self._around.link
        dialog.theme_chosen.connect(self._on_theme_chosen)
        dialog.language_chosen.connect(lambda language: self._keep(LANGUAGE_KEY, language))
        dialog.restart_requested.connect(self._around.restart)
        dialog.sign_out_requested.connect(lambda: link.send(lines.SignOut()))
        dialog.password_change_requested.connect(
            lambda old, new: link.send(lines.ChangePassword(old=old, new=new))
        )
        link.password_changed.connect(dialog.show_password_changed)
        link.failed.connect(dialog.show_failure)
        dialog.exec()
        dialog.deleteLater()

    def _facts(self) -> AccountFacts:
        me, around = self._me, self._around
        return AccountFacts(
            name=me.name,
            login=me.login,
            role=me.role,
            server=around.server,
            device=platform.node(),
            practice=around.practice,
        )

    @Slot(str)
    def _on_theme_chosen(self, choice: ThemeChoice) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, choice)
        self._keep(THEME_KEY, choice)

    def _keep(self, key: str, value: str) -> None:
        self._around.remembered[key] = value
        self.writer.write(lambda store: window_state.save(store, key, value))

    def _theme(self) -> ThemeChoice:
        chosen = self._around.remembered.get(THEME_KEY, "system")
        return chosen if chosen in ("light", "dark", "system") else "system"  # type: ignore[return-value]


def make_editor(parent: QWidget) -> tuple[QTextEdit, QWidget]:
    """The editor with its bar, for areas that don't know it."""
    name = QCoreApplication.translate("Assembly", "Text")
    editor = RichTextEdit(name, parent)
    return editor, FormatBar(editor, parent)
