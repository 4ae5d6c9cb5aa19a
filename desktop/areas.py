"""The areas that the inbox does without until it is painted: ticket, notes, articles, dialogs.

``assembly.py`` imports this module after the first paint, or when one of them is wanted before.
"""

from __future__ import annotations

from functools import cached_property, partial

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from desktop.actions.registry import Action, ActionRegistry
from desktop.customers.customers_page import KINDS, CustomersPage
from desktop.dialogs.edit_text import EditTextDialog
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
from desktop.home.home_page import HomePage
from desktop.knowledge.knowledge_page import KnowledgePage
from desktop.notes.notes_page import NotesPage
from desktop.notes.writing_box import WritingBox
from desktop.outbox import words as outbox_words
from desktop.outbox.outbox_page import OutboxPage
from desktop.outbox.sync_details import SyncDetails
from desktop.palette import lately
from desktop.shell import relations_desk, work_desk
from desktop.shell.away_desk import AwayDesk
from desktop.shell.bulk_desk import BulkDesk
from desktop.shell.call_desk import CallDesk
from desktop.shell.classify_desk import ClassifyDesk
from desktop.shell.comfort_desk import ComfortDesk
from desktop.shell.kept_keys import KeptKeys
from desktop.shell.key_sheets import KeySheets
from desktop.shell.late_desk import LateDesk
from desktop.shell.navigation import CUSTOMERS_KEY
from desktop.shell.next_desk import NextDesk
from desktop.shell.notice_desk import NoticeDesk
from desktop.shell.palette_desk import PaletteDesk
from desktop.shell.settings_commands import settings_commands
from desktop.shell.settings_desk import SettingsDesk
from desktop.shell.view_desk import ViewDesk
from desktop.shell.welcome import welcome
from desktop.shell.window import MainWindow
from desktop.shell.write_soon import WriteSoon
from desktop.surroundings import LANGUAGE_KEY, Surroundings
from desktop.ticket.ticket_pane import TicketPane
from desktop.work.form_drafts import FormDrafts
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models import window_state
from models.commands import AddNote, Command, CreateTicket, Mutation
from models.commands.messages import AddMessage
from models.outbox import Withdrawn
from models.queries.customer_rows import CustomerKind
from models.queries.outbox import OutboxEntry
from models.rows import Actor, NoteRow, TicketRow
from models.undoing import steps
from sync.protocol import link as lines
from sync.protocol.live import PresenceState


class Areas(QObject):
    """The ticket is there from the start, the pages of notes and articles when first asked for."""

    def __init__(
        self,
        me: Actor,
        around: Surroundings,
        reader: Reader,
        writer: CommandWriter,
        window: MainWindow,
        actions: ActionRegistry,
    ) -> None:
        super().__init__(window)
        self._me, self._around, self._window = me, around, window
        self._reader, self._writer, self._actions = reader, writer, actions
        self._form_drafts = FormDrafts(reader, writer, around.clock.now_ms, self)
        self._language = around.remembered.get(LANGUAGE_KEY, "en")
        self.ticket = TicketPane(
            reader=reader,
            writer=writer,
            me=me,
            clock=around.clock,
            files=around.profile.files,
            language=self._language,
        )
        window.set_ticket_pane(self.ticket)
        self._make_desks()
        self._connect_ticket()
        self._connect_relations()
        self._add_keys()
        self._make_choices()
        around.link.rows_changed.connect(self._on_rows_changed)

    def _make_desks(self) -> None:
        """What stands between the window and each kind of work."""
        me, around, window = self._me, self._around, self._window
        reader, writer, actions = self._reader, self._writer, self._actions
        self.late = LateDesk(me, reader, window, self._language, self)
        self.late.history_wanted.connect(self.ticket.show_history)
        self.next = NextDesk(me, reader, window, actions, around.clock.now_ms, self)
        self.views = ViewDesk(me, writer, window, actions, self)
        self.relations = relations_desk.RelationsDesk(
            me,
            reader,
            writer,
            window,
            around.clock.moment,
            self.ticket.header,
            self.ticket.current_message,
            make_editor,
            self,
        )
        work = self.ticket.work
        self.work = work_desk.WorkDesk(
            reader, writer, window, self.ticket.header, work.checklist.open, self
        )
        self.bulk = BulkDesk(me, reader, writer, window, actions, around.clock.now_ms)
        reader.ask("undo", steps, window.undo.show_remembered)
        self.classify = ClassifyDesk(me, reader, window, self._language, self)
        self.calls = CallDesk(window, around.remembered, self._keep, lambda: self.take_call(""))
        self.away = AwayDesk(me, around, reader, writer, window)
        away = self.away.was_away
        self.notices = NoticeDesk(me, around, reader, writer, window, away=away)

    def _make_choices(self) -> None:
        """What its person chose for this window, and the settings where that is done."""
        me, around, window = self._me, self._around, self._window
        reader, writer, actions = self._reader, self._writer, self._actions
        self._keys = KeptKeys(me, reader, writer, actions, self)
        self._keys.read()
        self._comfort = ComfortDesk(window, self._keep)
        self.welcome = welcome(
            window, actions, around.remembered, self._keep, first_time=around.first_time
        )
        self.settings = SettingsDesk(
            me,
            around,
            actions,
            self._keys,
            KeySheets(reader, window, actions),
            self._comfort,
            self._keep,
            (self.notices.add_settings, self.calls.add_settings),
            self,
        )

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
        page.conflict_wanted.connect(lambda id: self.show_conflicts(conflict_id=id))
        page.undo_wanted.connect(window.undo.undo)
        return page

    @cached_property
    def home(self) -> HomePage:
        home = HomePage(self._reader, self._me, self._around.clock.now_ms)
        home.view_wanted.connect(self._window.show_view)
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
        outbox.details_wanted.connect(lambda: self.show_sync_details(window))
        outbox.acts.withdrawn.connect(self._on_withdrawn)
        outbox.acts.refused.connect(lambda error: window.show_message("error", words_for(error)))
        outbox.acts.changed.connect(lambda: window.ticket_changed(""))
        window.numbers_read.connect(outbox.refresh)
        window.sync_told.connect(
            lambda said: outbox.show_as_of(said.as_of, confirmed=said.confirmed)
        )
        link.file_progressed.connect(outbox.file_progressed)
        return outbox

    @cached_property
    def palette(self) -> PaletteDesk:
        kept = self._around.remembered.get(lately.KEY, "")
        return PaletteDesk(
            self._me,
            self._reader,
            self._window,
            self._actions,
            self.ticket,
            self._around.clock.now_ms,
            self._language,
            lately.Lately(kept, self._keep),
            settings_commands(
                partial(self.show_settings, self._window),
                self.settings.set_theme,
                self._comfort.set_density,
            ),
        )

    def _add_keys(self) -> None:
        """Keys of the open ticket are actions; those of an editor are told of."""
        actions = self._actions
        actions.add(*self.ticket.pane_actions())
        words = QCoreApplication.translate("Assembly", "Conflicts to settle")
        actions.add(Action("conflicts", words, "merge", "F4", "ticket", self.show_conflicts))
        actions.add(*self.relations.actions(), *self.work.actions())
        more = (*relations_desk.MENU, *work_desk.MENU)
        self.ticket.set_more_actions(lambda menu: actions.menu_actions(more, menu))
        actions.install("ticket", self.ticket, context=Qt.ShortcutContext.WindowShortcut)
        where = QCoreApplication.translate("Assembly", "In the open ticket")
        actions.note(*self.ticket.key_notes(where))
        actions.note(*writing_keys())

    def _connect_ticket(self) -> None:
        window, ticket = self._window, self.ticket
        window.tickets_changed.connect(ticket.refresh)
        window.reply_wanted.connect(lambda: ticket.write("reply"))
        window.note_wanted.connect(lambda: ticket.write("note"))
        window.closing.connect(ticket.save_now)
        window.closing.connect(self._form_drafts.closing)
        ticket.command_requested.connect(window.acts.submit)
        ticket.transfer_requested.connect(window.acts.transfer)
        ticket.postpone_requested.connect(window.acts.postpone)
        ticket.edited.connect(window.acts.tell)
        ticket.conflicts_wanted.connect(lambda id: self.late.show_conflicts(ticket_id=id))
        ticket.approval_wanted.connect(self.late.ask_approval)
        ticket.versions_wanted.connect(self.late.show_versions)
        ticket.ticket_opened.connect(window.open_ticket)
        ticket.customer_wanted.connect(self._on_customer_wanted)
        ticket.file_wanted.connect(self._on_file_wanted)
        ticket.left.connect(window.list_pane.view.setFocus)
        ticket.drafts_changed.connect(window.ticket_changed)
        ticket.message_shown.connect(lambda text: window.show_message("info", text))
        ticket.trouble_told.connect(lambda text: window.show_message("warn", text))
        link = self._around.link
        link.file_arrived.connect(lambda file: ticket.file_arrived(file.sha256))
        link.file_progressed.connect(ticket.file_progressed)
        ticket.older.wanted.connect(lambda id: link.send(lines.FetchTicket(ticket=id)))
        link.ticket_fetched.connect(ticket.older.show_fetched)
        link.state_changed.connect(ticket.older.note_state)
        window.list_pane.number_wanted.connect(
            lambda number: link.send(lines.FetchTicket(number=number))
        )
        link.ticket_fetched.connect(window.list_pane.show_fetched)
        soon = WriteSoon(self._whole_id, lambda: ticket.write("reply"), self)
        self.notices.reply_wanted.connect(soon.want)
        self._connect_presence()

    def _connect_relations(self) -> None:
        work = self.ticket.work
        work.ticket_opened.connect(self._window.open_ticket)
        work.command_chosen.connect(self._window.acts.submit)
        work.step_chosen.connect(self._window.acts.submit_together)
        work.answer_wanted.connect(self.relations.answer)
        work.escalation_wanted.connect(self.relations.escalate)
        work.clock_wanted.connect(self.work.toggle)
        work.time_wanted.connect(self.work.ask_time)
        self.ticket.split_wanted.connect(lambda message: self.relations.split_off(message.id))

    def _whole_id(self) -> str:
        """The ticket that stands in the pane and was read."""
        header = self.ticket.header()
        return header.id if header else ""

    def _connect_presence(self) -> None:
        link = self._around.link
        self.ticket.presence_told.connect(self._on_presence_told)
        link.present_told.connect(self.ticket.show_present)
        link.state_changed.connect(self._on_state_changed)
        self.ticket.tell_presence_again()  # it may show a ticket already

    @Slot(str, str)
    def _on_presence_told(self, ticket_id: str, state: PresenceState) -> None:
        self._around.link.send(lines.Presence(ticket=ticket_id, state=state))

    @Slot(object)
    def _on_state_changed(self, state: lines.State) -> None:
        if state.state == "starting":
            self.ticket.tell_presence_again()

    def show_conflicts(self, ticket_id: str = "", conflict_id: str = "") -> None:
        """The card of a ticket's open conflicts, of one conflict, or of all of this person's.

        With neither given, those of the open ticket come first.
        """
        self.late.show_conflicts(ticket_id, conflict_id, self._window.desk.shown_id)

    @Slot(object)
    def _on_rows_changed(self, changed: lines.Changed) -> None:
        """A page that is not made yet reads when it is shown."""
        if "personal_note" in changed.kinds and "notes" in self.__dict__:
            self.notes.load()
        if {*KINDS, "ticket", "message"} & {*changed.kinds} and "customers" in self.__dict__:
            self.customers.refresh()
        if "preference" in changed.kinds:
            self._keys.read()
        if "article" in changed.kinds and "knowledge" in self.__dict__:
            self.knowledge.reload()

    @Slot(str)
    def _on_file_wanted(self, sha256: str) -> None:
        self._around.link.send(lines.FetchFile(sha256=sha256))

    @Slot(object)
    def _on_ticket_from_note(self, note: NoteRow) -> None:
        made = self._new_ticket(self._window, start_from_note(note))
        self._submit(made)
        for command in made:
            if isinstance(command, CreateTicket):
                self.notes.link_note(note.id, command.id)
                self._window.open_ticket(command.id)
            elif isinstance(command, AddNote):
                self.notes.link_note(note.id, command.ticket_id)

    @Slot(object)
    def _on_note_into_ticket(self, note: NoteRow) -> None:
        tr = QCoreApplication.translate
        ticket = FindTicketDialog.ask(
            self._window,
            title=tr("Assembly", "Add the note to a ticket"),
            accept_text=tr("Assembly", "Add as internal note"),
            reader=self._reader,
            me=self._me,
            clock=self._around.clock.moment,
        )
        if ticket is not None:
            self._submit([note_for_ticket(note, ticket.id)])
            self.notes.link_note(note.id, ticket.id)

    @Slot(str, str)
    def _on_customer_wanted(self, kind: CustomerKind, id: str) -> None:
        self._window.show_page(CUSTOMERS_KEY)
        self.customers.open_customer(kind, id)

    @Slot(object)
    def _on_conflict_opened(self, entry: OutboxEntry) -> None:
        self.show_conflicts(conflict_id=entry.conflict_id)

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

    def ask_new_ticket(self, parent: QWidget) -> tuple[Mutation, ...]:
        return self._new_ticket(parent, None)

    def _new_ticket(self, parent: QWidget, start: TicketStart | None) -> tuple[Mutation, ...]:
        made = NewTicketDialog.ask(
            parent,
            reader=self._reader,
            me=self._me,
            make_box=self._make_box,
            language=self._language,
            drafts=self._form_drafts,
            start=start,
            open_ticket=self._window.open_ticket,
        )
        for command in made:
            if isinstance(command, AddNote):
                self.relations.open_after(command, command.ticket_id)
        return made

    def _make_box(self, parent: QWidget) -> WritingBox:
        return WritingBox(make_editor, self._reader, self._around.profile.files, parent)

    def ask_log_call(self, parent: QWidget, caller: str = "") -> tuple[Mutation, ...]:
        return LogCallDialog.ask(
            parent,
            reader=self._reader,
            me=self._me,
            drafts=self._form_drafts,
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
            window.acts.make(partial(self.ask_log_call, caller=caller))
            return
        tr = QCoreApplication.translate
        words = tr("Assembly", "A call from {0}.").format(caller)
        words = words if caller else tr("Assembly", "A call is to be logged.")
        window.show_message("info", words, tr("Assembly", "Log a call"), take)

    def ask_postpone(self, parent: QWidget, row: TicketRow) -> Command | None:
        return PostponeDialog.ask(parent, ticket_id=row.id, number=row.number)

    def ask_transfer(self, parent: QWidget, row: TicketRow) -> list[Command]:
        return TransferDialog.ask(
            parent,
            reader=self._reader,
            me=self._me,
            now_ms=self._around.clock.now_ms,
            ticket_id=row.id,
            number=row.number,
            assignee_id=row.assignee_id,
        )

    def show_sync_details(self, parent: QWidget) -> None:
        SyncDetails.show_for(
            parent,
            reader=self._reader,
            link=self._around.link,
            now_ms=self._around.clock.now_ms,
            state_words=self._window.status_bar.sync_sentence,
        )

    def show_settings(self, parent: QWidget, page: str = "account") -> None:
        self.settings.show(parent, page)

    def _keep(self, key: str, value: str) -> None:
        self._around.remembered[key] = value
        self._writer.write(lambda store: window_state.save(store, key, value))


def make_editor(parent: QWidget) -> tuple[QTextEdit, QWidget]:
    """The editor with its bar, for areas that don't know it."""
    name = QCoreApplication.translate("Assembly", "Text")
    editor = RichTextEdit(name, parent)
    return editor, FormatBar(editor, parent)
