"""The whole right side of the window: head, conversation, composer and side panel of a ticket."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.editor.composer import Composer
from desktop.hint_words import channel_hint_words, request_html
from desktop.ticket.approval_strip import ApprovalStrip
from desktop.ticket.choices import Choices
from desktop.ticket.conversation_view import ConversationView
from desktop.ticket.edit_desk import EditDesk
from desktop.ticket.file_actions import FileActions
from desktop.ticket.header import MoreActions, TicketHeaderBar
from desktop.ticket.image_store import ImageStore
from desktop.ticket.knowledge_desk import KnowledgeDesk
from desktop.ticket.late_bar import LateBar
from desktop.ticket.message_editor import MessageEditor
from desktop.ticket.older_bar import OlderBar
from desktop.ticket.open_link import open_link
from desktop.ticket.pane_frame import framed
from desktop.ticket.pane_reading import PaneReading
from desktop.ticket.pane_signals import PaneSignals
from desktop.ticket.places import Places
from desktop.ticket.presence import PresenceWatch, presence_words
from desktop.ticket.read_mark import ReadMark
from desktop.ticket.side_panel import SidePanel
from desktop.ticket.ticket_content import SideContent, TicketContent
from desktop.ticket.words import recipient_words
from desktop.ticket.work_strips import WorkStrips
from desktop.ticket.writing_desk import WritingDesk
from desktop.ticket.writing_place import WritingPlace
from desktop.widgets.empty_state import EmptyState
from desktop.work.clock import DeskClock
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models.perform import Performed
from models.queries.hints import TicketHints
from models.rows import Actor, MessageRow, TicketHeader
from sync.protocol.link import FileProgress, Present
from sync.protocol.live import Person

_ROOM_FOR_SIDE_PX = 700
_PAINTED_MS = 10
"""By then a conversation is painted, as a rule; a timer of 0 comes before it now and then."""
_CHOICES_AFTER_MS = 250
"""Menus are for who stays on a ticket; who walks through the list needs the computer otherwise."""


class TicketPane(PaneSignals):
    """Shows one ticket. Nothing is read before ``show_ticket``."""

    def __init__(
        self,
        *,
        reader: Reader,
        writer: CommandWriter,
        me: Actor,
        clock: DeskClock,
        files: Path,
        language: str = "en",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._reader, self._writer, self._me = reader, writer, me
        self._clock, self._language = clock, language
        self._narrow = False
        self._reading = PaneReading(reader, me, clock, language, files, self)
        self._content: TicketContent | None = None
        self.places = Places()
        self._images = ImageStore(reader, files, self)
        self._header_bar = TicketHeaderBar(me, clock.now_ms)
        self._late_bar, self._approvals = LateBar(me.id), ApprovalStrip(me)
        self.older, self.work = OlderBar(), WorkStrips(reader, me, clock.now_ms, language)
        self._conversation = ConversationView(self._images, me=me)
        self._composer, self._editor = Composer(), MessageEditor()
        self._writing = WritingPlace(self._composer, self._editor, self._images)
        self._side = SidePanel(self._images)
        self._nothing = EmptyState()
        self._files = FileActions(reader, files, self)
        self._desk = WritingDesk(self._composer, reader, writer, clock.now_ms, files, self)
        self._presence = PresenceWatch(self)
        self._edits = EditDesk(self._editor, reader, writer, me, clock.now_ms, self)
        self._read_mark = ReadMark(writer, me, clock.now_ms, self)
        self._once_painted = QTimer(self, singleShot=True, interval=_PAINTED_MS)
        self._once_painted.timeout.connect(self._on_painted)
        self._lay_out()
        self._connect()
        self._connect_side()
        self._connect_late()
        self.clear()

    def show_ticket(self, ticket_id: str) -> None:
        """Read and show a ticket; what stood here stays until it is read."""
        self._look_at(ticket_id)
        self._reading.ask()

    def walk_to(self, ticket_id: str) -> None:
        """The same, but once its person has stopped walking: then the list has the computer."""
        self._look_at(ticket_id)
        self._reading.ask_when_still()

    def hurry(self) -> None:
        self._reading.hurry()

    def _look_at(self, ticket_id: str) -> None:
        if ticket_id != self._reading.ticket_id:
            self._reading.look_at(ticket_id)
            self._read_mark.stop()
            self._reading.ask_for_choices(_CHOICES_AFTER_MS if self._content else 0)
            self._show_people(())

    @Slot(object)
    def show_present(self, present: Present) -> None:
        """Who else has a ticket open; what is not about this one is passed over."""
        if present.ticket == self._reading.ticket_id:
            self._show_people(present.people)

    def show_online(self, ids: Collection[str]) -> None:
        """Which agents are online."""
        self._header_bar.show_online(ids)

    def tell_presence_again(self) -> None:
        """The engine was started anew."""
        self._presence.say_again()

    @Slot(object)
    def refresh(self, changed: Collection[str] | None) -> None:
        """Read again if the shown ticket is among ``changed``; None: anything may have changed."""
        if changed is None:
            self._reading.ask_for_choices()
        if self._reading.ticket_id and (changed is None or self._reading.ticket_id in changed):
            self._reading.ask()

    def clear(self) -> None:
        """Show no ticket."""
        self.save_now()
        self._reading.look_at("")
        self._read_mark.stop()
        self._content = None
        self._presence.look_at("")
        words = self.tr("Choose one in the list and it opens here.")
        self._nothing.show_state("ticket", self.tr("No ticket is open"), words)
        self._stack.setCurrentWidget(self._nothing)

    def release(self) -> None:
        """Show no ticket and be bound to none: another pane is to have it."""
        self.clear()
        self._composer.show_ticket("", "")
        self._edits.show_ticket("")

    def forget(self, ticket_id: str) -> None:
        """Another pane has this ticket now."""
        self._composer.forget(ticket_id)
        self._desk.forget(ticket_id)

    @Slot()
    def save_now(self) -> None:
        """Hand what is being typed to the writer; call before closing, then flush the writer."""
        self._writing.save_now()
        self._desk.share_now()

    def write(self, kind: str) -> None:
        """Put the cursor into the reply or the note."""
        if self._content is not None:
            self._writing.show_composer()
            self._composer.open_kind(kind)

    @Slot(str)
    def file_arrived(self, sha256: str) -> None:
        """The bytes of a file came to this computer."""
        self._images.file_arrived(sha256)
        self.refresh({self._reading.ticket_id})

    def file_progressed(self, progress: FileProgress) -> None:
        """A file is on its way up: how far, or that this changed for another reason."""
        if progress.direction != "up":
            return
        if self._conversation.show_progress(progress) and progress.state != "moving":
            self.refresh({self._reading.ticket_id})

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow panes leave the room to the conversation; the side panel can be called back."""
        super().resizeEvent(event)
        narrow = event.size().width() < _ROOM_FOR_SIDE_PX
        if narrow != self._narrow:
            self._narrow = narrow
            self._side.setVisible(not narrow)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._presence.set_seen(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page, a minimised or a closed window: nobody looks at the ticket."""
        super().hideEvent(event)
        self._presence.set_seen(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def header(self) -> TicketHeader | None:
        """The head of the ticket that is shown, or None."""
        return self._content.header if self._content else None

    def shown_id(self) -> str:
        """The ticket that is shown or about to be, "" for none."""
        return self._reading.ticket_id

    def conversation(self) -> QWidget:
        """What has the keyboard when nobody types."""
        return self._conversation

    def current_message(self) -> MessageRow | None:
        """The message that the keyboard is on in the conversation."""
        view = self._conversation
        return view.current_message() if view.hasFocus() else None

    def set_more_actions(self, more: MoreActions) -> None:
        """What else the "⋯" of the head offers."""
        self._header_bar.more_actions = more

    def edit_subject(self) -> None:
        self._header_bar.edit_subject()

    def _lay_out(self) -> None:
        strips = (self._header_bar, self.work, self._late_bar, self._approvals, self.older)
        self._ticket = framed(strips, self._conversation, self._writing, self._side)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._ticket)

    def _connect(self) -> None:
        bar, view, desk = self._header_bar, self._conversation, self._desk
        bar.command_chosen.connect(self.command_requested)
        bar.transfer_requested.connect(self.transfer_requested)
        bar.postpone_requested.connect(self.postpone_requested)
        bar.side_panel_toggled.connect(self._on_side_panel_toggled)
        bar.copied.connect(self._on_copied)
        view.link_chosen.connect(self._on_link_chosen)
        view.earlier_wanted.connect(self._on_earlier_wanted)
        view.file_open_requested.connect(self._files.open)
        view.file_save_requested.connect(self._files.save)
        self._files.told.connect(self.message_shown)
        desk.told.connect(self.trouble_told)
        for missing in (self._files.file_missing, self._images.file_missing):
            missing.connect(self.file_wanted)
        desk.acted.connect(self._on_acted)
        desk.drafts_changed.connect(self.drafts_changed)
        desk.command_requested.connect(self.command_requested)
        self._composer.typed.connect(self._presence.typed)
        self._composer.sent.connect(self._presence.stop_typing)
        self._presence.told.connect(self.presence_told)
        self._reading.content_read.connect(self._on_content)
        self._reading.choices_read.connect(self._on_choices)
        self._reading.side_read.connect(self._on_side_content)
        self._writer.performed.connect(self._on_performed)
        self.work.hints_read.connect(self._on_hints)
        self.work.hints.screenshot_wanted.connect(self.ask_screenshot)

    def _connect_side(self) -> None:
        knowledge = self._side.knowledge
        customer = self._side.customer
        customer.ticket_chosen.connect(self.ticket_opened)
        customer.customer_wanted.connect(self.customer_wanted)
        customer.command_chosen.connect(self.command_requested)
        customer.fault_told.connect(self.trouble_told)
        self._knowledge = KnowledgeDesk(
            knowledge, self._composer, self._reader, self._language, self
        )
        knowledge.link_chosen.connect(self._on_link_chosen)
        knowledge.ticket_wanted.connect(self.ticket_opened)

    def _connect_late(self) -> None:
        """What is to be decided about changes that came late, and about approvals."""
        view, edits = self._conversation, self._edits
        self._header_bar.approval_requested.connect(self.approval_wanted)
        self._late_bar.looked.connect(lambda: self.conflicts_wanted.emit(self._reading.ticket_id))
        self._approvals.command_chosen.connect(self.command_requested)
        view.command_chosen.connect(self.command_requested)
        view.versions_wanted.connect(self.versions_wanted)
        view.split_wanted.connect(self.split_wanted)
        view.key_left.connect(self.key_left)
        view.edit_wanted.connect(edits.edit)
        edits.opened.connect(self._writing.show_editor)
        edits.closed.connect(self._writing.show_composer)
        self._writing.left.connect(view.take_focus)
        edits.performed.connect(self.edited)
        edits.told.connect(self.trouble_told)

    @Slot(object)
    def _on_choices(self, choices: Choices) -> None:
        self._header_bar.show_choices(choices)

    @Slot(object)
    def _on_content(self, content: TicketContent | None) -> None:
        if content is None:
            self._show_gone()
            return
        header, before = content.header, self.header()
        fresh = before is None or before.id != header.id
        if fresh and before is not None:
            self.places.note(before.id, self._conversation.anchor())
        self._content = content
        self._images.expect(content.pictures)
        self._stack.setCurrentWidget(self._ticket)
        self._header_bar.show_header(header)
        self._composer.show_ticket(header.id, recipient_words(header))
        if fresh:
            self._desk.show_kept(header.id, content.drafts, content.draft_files)
            self._edits.show_ticket(header.id)
        self._composer.show_siblings(header.id, content.siblings)
        self._late_bar.show_conflicts(content.conflicts)
        self._approvals.show_approvals(content.approvals)
        self.older.show_ticket(header.id, content.whole)
        self.work.show_ticket(header.id)
        place = self.places.of(header.id)
        self._conversation.show_items(content.items, fresh=fresh, place=place)
        if content.unread:
            self._read_mark.look_at(header.id)
        if fresh:
            self.opened.emit()
        self._once_painted.start()

    @Slot()
    def _on_painted(self) -> None:
        """The conversation stands; what is beside it comes now, and did not hold it up."""
        header = self.header()
        if header is not None and header.id == self._reading.ticket_id:
            self._presence.look_at(header.id)
            self._knowledge.show_ticket(header.id, header.subject)
            self.work.read()
            self._reading.ask_for_side(header)

    @Slot(object)
    def _on_side_content(self, side: SideContent) -> None:
        shown = self.header()
        if shown is not None and shown.id == side.header.id:
            self._side.customer.show_requester(
                side.header, side.tickets, side.beside, side.promises
            )
            self._side.history.show_events(side.events)

    def _show_gone(self) -> None:
        self.clear()
        words = self.tr("It was moved to another queue or to the trash.")
        self._nothing.show_state("ticket", self.tr("This ticket is not here"), words)

    @Slot()
    def _on_earlier_wanted(self) -> None:
        if self._content is not None:
            self._reading.ask_for_earlier(self._content)

    @Slot(object)
    def _on_hints(self, told: TicketHints) -> None:
        self._composer.show_advice(channel_hint_words(told.other_channel))

    @Slot()
    def ask_screenshot(self) -> None:
        """Put the question for a screenshot into the reply, at the cursor."""
        if self._content is not None:
            self._writing.show_composer()
            self._composer.insert_answer(request_html())

    def _show_people(self, people: Sequence[Person]) -> None:
        typing = any(person.state == "typing" for person in people)
        self._composer.show_present(presence_words(people), typing=typing)

    @Slot(object)
    def _on_performed(self, performed: Performed) -> None:
        if self._reading.is_about(performed):
            self._reading.ask()

    @Slot(object)
    def _on_acted(self, performed: Performed) -> None:
        self._conversation.go_to_end()
        self.acted.emit(performed)

    @Slot(str)
    def _on_copied(self, words: str) -> None:
        self.message_shown.emit(self.tr("Copied %1").replace("%1", words))

    @Slot()
    def _on_side_panel_toggled(self) -> None:
        self._side.setVisible(self._side.isHidden())

    @Slot()
    def focus_next_part(self) -> None:
        """Conversation, composer, side panel, and round again."""
        if self._conversation.hasFocus() or self._conversation.isAncestorOf(self.focusWidget()):
            self._writing.take_focus()
        elif self._writing.isAncestorOf(self.focusWidget()) and self._side.isVisible():
            self._side.take_focus()
        else:
            self._conversation.take_focus()

    def insert_answer(self, article_id: str) -> None:
        """Put an article's answer into what is being written here."""
        self._knowledge.insert_answer(article_id)

    @Slot(str)
    def _on_link_chosen(self, href: str) -> None:
        """An article is read here, everything else outside."""
        if self._knowledge.follows(href):
            self._side.show()
            self._side.show_knowledge()
        else:
            open_link(href)

    def focus_knowledge(self) -> None:
        """Turn the side panel to what may help, and put the keyboard there."""
        self._side.show()
        self._side.show_knowledge()
        self._side.knowledge.take_focus()

    def show_history(self) -> None:
        """Turn the side panel to what was changed."""
        self._side.show()
        self._side.show_history()
