"""The pages that take the place of the desk, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.actions.registry import ActionRegistry
from desktop.customers.customers_page import KINDS, CustomersPage
from desktop.dialogs.edit_text import EditTextDialog
from desktop.dialogs.ticket_start import note_for_ticket, start_from_note
from desktop.errors import words_for
from desktop.forms import Forms, make_editor
from desktop.home.home_page import HomePage
from desktop.knowledge.knowledge_page import KnowledgePage
from desktop.notes.notes_page import NotesPage
from desktop.outbox import words as outbox_words
from desktop.outbox.outbox_page import OutboxPage
from desktop.outbox.sync_details import SyncDetails
from desktop.shell.navigation import CUSTOMERS_KEY
from desktop.shell.window import MainWindow
from desktop.surroundings import Surroundings
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models.commands import AddNote, Command, CreateTicket, Mutation
from models.commands.messages import AddMessage
from models.outbox import Withdrawn
from models.queries.customer_rows import CustomerKind
from models.queries.outbox import OutboxEntry
from models.rows import Actor, NoteRow
from sync.protocol import link as lines


class Pages(QObject):
    """``show_conflict`` opens the card of one conflict."""

    def __init__(
        self,
        me: Actor,
        around: Surroundings,
        reader: Reader,
        writer: CommandWriter,
        window: MainWindow,
        actions: ActionRegistry,
        forms: Forms,
        show_conflict: Callable[[str], object],
        language: str,
    ) -> None:
        super().__init__(window)
        self._me, self._around, self._window = me, around, window
        self._reader, self._writer, self._actions = reader, writer, actions
        self._forms, self._show_conflict, self._language = forms, show_conflict, language
        around.link.rows_changed.connect(self._on_rows_changed)

    @cached_property
    def notes(self) -> NotesPage:
        around, window = self._around, self._window
        notes = NotesPage(
            self._reader,
            self._writer,
            self._me,
            around.clock.now_ms,
            make_editor,
            around.profile.files,
        )
        window.closing.connect(notes.settle)
        name = QCoreApplication.translate("Assembly", "My notes")
        self._actions.note(*notes.key_notes(name))
        notes.ticket_requested.connect(self._on_ticket_from_note)
        notes.add_to_ticket_requested.connect(self._on_note_into_ticket)
        notes.ticket_opened.connect(window.open_ticket)
        notes.failed.connect(lambda error: window.show_message("error", words_for(error)))
        around.link.file_arrived.connect(lambda file: notes.load())
        return notes

    @cached_property
    def knowledge(self) -> KnowledgePage:
        return KnowledgePage(self._reader, self._language)

    @cached_property
    def customers(self) -> CustomersPage:
        window = self._window
        page = CustomersPage(self._reader, self._writer, self._me, self._around.clock.now_ms)
        self._actions.note(*page.key_notes(QCoreApplication.translate("Assembly", "Customers")))
        page.ticket_opened.connect(window.open_ticket)
        page.conflict_wanted.connect(self._show_conflict)
        page.undo_wanted.connect(window.undo.undo)
        return page

    @cached_property
    def home(self) -> HomePage:
        home = HomePage(self._reader, self._me, self._around.clock.now_ms)
        home.view_wanted.connect(self._window.show_view)
        home.ticket_wanted.connect(self._window.open_ticket)
        home.command_chosen.connect(self._window.acts.submit)
        self._window.numbers_read.connect(home.refresh)
        return home

    @cached_property
    def outbox(self) -> OutboxPage:
        around, window = self._around, self._window
        link = around.link
        outbox = OutboxPage(self._reader, self._writer, link.send, around.clock.now_ms)
        self._actions.note(*outbox.list.key_notes())
        outbox.ticket_opened.connect(window.open_ticket)
        outbox.conflict_opened.connect(self._on_conflict_opened)
        outbox.edit_wanted.connect(self._on_edit_wanted)
        outbox.details_wanted.connect(self._on_details_wanted)
        outbox.acts.withdrawn.connect(self._on_withdrawn)
        outbox.acts.refused.connect(lambda error: window.show_message("error", words_for(error)))
        outbox.acts.changed.connect(lambda: window.ticket_changed(""))
        window.numbers_read.connect(outbox.refresh)
        window.sync_told.connect(
            lambda said: outbox.show_as_of(said.as_of, confirmed=said.confirmed)
        )
        link.file_progressed.connect(outbox.file_progressed)
        return outbox

    @Slot(str, str)
    def show_customer(self, kind: CustomerKind, id: str) -> None:
        """The card of a contact or company."""
        self._window.show_page(CUSTOMERS_KEY)
        self.customers.open_customer(kind, id)

    @Slot(object)
    def _on_rows_changed(self, changed: lines.Changed) -> None:
        """A page that is not made yet reads when it is shown."""
        if "personal_note" in changed.kinds and "notes" in self.__dict__:
            self.notes.load()
        if {*KINDS, "ticket", "message"} & {*changed.kinds} and "customers" in self.__dict__:
            self.customers.refresh()
        if "article" in changed.kinds and "knowledge" in self.__dict__:
            self.knowledge.reload()

    @Slot(object)
    def _on_ticket_from_note(self, note: NoteRow) -> None:
        made = self._forms.new_ticket(self._window, start_from_note(note))
        self._submit(made)
        for command in made:
            if isinstance(command, CreateTicket):
                self.notes.link_note(note.id, command.id)
                self._window.open_ticket(command.id)
            elif isinstance(command, AddNote):
                self.notes.link_note(note.id, command.ticket_id)

    @Slot(object)
    def _on_note_into_ticket(self, note: NoteRow) -> None:
        ticket = self._forms.ticket_for_note(self._window)
        if ticket is not None:
            self._submit([note_for_ticket(note, ticket.id)])
            self.notes.link_note(note.id, ticket.id)

    @Slot(object)
    def _on_conflict_opened(self, entry: OutboxEntry) -> None:
        self._show_conflict(entry.conflict_id)

    @Slot()
    def _on_details_wanted(self) -> None:
        self.show_sync_details(self._window)

    def show_sync_details(self, parent: QWidget) -> None:
        SyncDetails.show_for(
            parent,
            reader=self._reader,
            link=self._around.link,
            now_ms=self._around.clock.now_ms,
            state_words=self._window.status_bar.sync_sentence,
        )

    @Slot(object)
    def _on_edit_wanted(self, entry: OutboxEntry) -> None:
        if not isinstance(entry.command, AddMessage):
            return
        html = EditTextDialog.ask(
            self._window,
            make_editor=make_editor,
            title=outbox_words.title(entry),
            sentence=outbox_words.where(entry),
            html=entry.command.html,
        )
        if html is not None:
            self.outbox.acts.rewrite(entry, html)

    @Slot(object, object)
    def _on_withdrawn(self, entry: OutboxEntry, what: Withdrawn) -> None:
        """The number of what was taken back goes out; all of it can come back here."""
        tr, window = QCoreApplication.translate, self._window
        self._around.link.send(lines.Poke())
        window.undo.forget(what.mids)
        window.ticket_changed(entry.ticket_id or "")
        words = tr("Assembly", "Withdrawn: {0}.").format(outbox_words.title(entry))
        undo = tr("Assembly", "Undo") if what.commands else ""
        put_back = partial(self.outbox.acts.put_back, what.commands)
        window.show_message("info", words, undo, put_back)

    def _submit(self, commands: list[Command] | tuple[Mutation, ...]) -> None:
        for command in commands:
            self._writer.submit(command)
