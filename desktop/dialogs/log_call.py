"""A call in two fields, without touching the mouse: who called, and what about."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget

from desktop.dialogs.call_commands import Call, call_commands
from desktop.dialogs.call_list import CallList
from desktop.dialogs.call_place import CallPlace
from desktop.dialogs.call_result import OPEN, PASSED_ON, CallResult
from desktop.dialogs.choices import IdCombo
from desktop.dialogs.contact_field import ContactField
from desktop.dialogs.form_content import CallContent, packed
from desktop.dialogs.frame import DialogFrame
from desktop.dialogs.kept_form import FormWords, KeptForm
from desktop.dialogs.new_contact import read_contact
from desktop.dialogs.ticket_start import first_line
from desktop.work.form_drafts import FormDrafts
from desktop.work.reader import Reader
from models.clock import clock_at
from models.commands import Mutation, Put
from models.queries import people
from models.queries.callers import call_lists, caller_in, callers, ticket_meant
from models.queries.conversation import requester_tickets
from models.queries.inbox import ticket_rows
from models.rows import Actor, CallListRow, ContactRow, QueueRow, TicketRow

if TYPE_CHECKING:
    from models.database import Store

_WIDTH_PX, _HEIGHT_PX = 560, 520
_TICKETS_SHOWN = 3
_FORM = "log_call"


class LogCallDialog(DialogFrame):
    """Somebody unknown becomes a contact with the call; an empty first field is no obstacle."""

    def __init__(
        self,
        reader: Reader,
        me: Actor,
        drafts: FormDrafts,
        parent: QWidget | None = None,
        *,
        language: str = "en",
    ) -> None:
        super().__init__(parent)
        self.set_heading(
            self.tr("Log a call"),
            self.tr("Who called, and what about. Ctrl+Enter keeps it as a ticket."),
            self.tr("Keep the call"),
        )
        self._reader, self._me, self._now_ms = reader, me, drafts.now_ms
        self._about, self._language = "", language
        self.who = ContactField(reader, find=callers)
        self.what = QPlainTextEdit()
        self.place = CallPlace()
        self.outcome = CallResult()
        self.queue = IdCombo()
        self.list = CallList()
        self._who_hint = QLabel()
        spoken = FormWords(self.tr("You began a call at %1."), self.tr("You began a call on %1."))
        self.kept = KeptForm(_FORM, spoken, drafts, self._content)
        self._lay_out_fields()
        self._connect_fields()
        self.resize(_WIDTH_PX, _HEIGHT_PX)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        *,
        reader: Reader,
        me: Actor,
        drafts: FormDrafts,
        language: str = "en",
        queue_id: str | None = None,
        caller: str = "",
    ) -> tuple[Mutation, ...]:
        """Commands to perform as one step, in this order; none when cancelled.

        ``queue_id`` is chosen when given, else the first queue of this person. ``caller`` is what
        the telephone tells of who calls; without it the clipboard may.
        """
        dialog = cls(reader, me, drafts, parent, language=language)
        dialog.begin(queue_id, caller or caller_in(QApplication.clipboard().text()))
        commands = dialog.commands() if dialog.exec() else ()
        dialog.kept.becomes(commands)
        dialog.deleteLater()
        return commands

    def begin(self, queue_id: str | None = None, caller: str = "") -> None:
        """Ask for what can be chosen and put the keyboard where the next thing is missing."""
        me, language = self._me, self._language

        def read(store: Store) -> tuple[list[QueueRow], list[CallListRow]]:
            return people.queues(store, me), call_lists(store, language)

        self._reader.ask(f"log call {id(self)}", read, partial(self._on_read, queue_id))
        self.outcome.begin(self._now_ms())
        self.who.setFocus()
        if caller:
            self._about = caller
            self.who.look_up(caller)
            self.who.selectAll()

    def commands(self) -> tuple[Mutation, ...]:
        """Perhaps a new contact, then the ticket or the call on one, and what belongs to it."""
        call = Call(
            what=self.what.toPlainText(),
            contact=self.who.contact(),
            new_contact=self._new_contact(),
            ticket_id=self.place.ticket_id(),
            queue_id=self.queue.chosen(),
            queue_chosen=self.queue.is_picked(),
            result=self.outcome.choice(),
            call_back_at_ms=self.outcome.call_back_at_ms(),
            lines=self.list.lines(),
        )
        return call_commands(call, self._me)

    def problem(self) -> tuple[str, QWidget] | None:
        if not self.what.toPlainText().strip():
            return self.tr("Write down what the call was about."), self.what
        if self.queue.chosen() is None and self._asks_queue():
            return self.tr("Choose the queue that it goes to."), self.queue
        promised = self.outcome.call_back_at_ms()
        if promised is not None and promised <= self._now_ms():
            return self.tr("Choose a time that is still to come."), self.outcome.moment
        return None

    def is_dirty(self) -> bool:
        return bool(self.what.toPlainText().strip())

    def done(self, result: int) -> None:
        self.kept.leave(accepted=bool(result))
        super().done(result)

    def _lay_out_fields(self) -> None:
        self.body.addWidget(self.kept)
        self._who_hint.setProperty("role", "tiny")
        self.body.addWidget(self.label(self.tr("Who called"), self.who))
        self.body.addWidget(self.who)
        self.body.addWidget(self._who_hint)
        self.body.addSpacing(5)
        self.add_field(self.tr("What about"), self.what, stretch=1)
        self.what.setTabChangesFocus(True)
        self.what.setPlaceholderText(self.tr("The first line becomes the subject."))
        self.body.addWidget(self.place)
        self.add_field(self.tr("Result"), self.outcome)
        self._queue_label = self.add_field(self.tr("Queue"), self.queue)
        self._list_label = self.add_field(self.tr("Check list"), self.list)
        self._list_label.hide()
        self._on_who_changed()

    def _connect_fields(self) -> None:
        self.watch_keys(self.who, self.what, self.place, self.outcome.moment)
        self.who.textChanged.connect(self._on_who_changed)
        self.who.textEdited.connect(self._on_typed)
        self.who.contact_chosen.connect(self._on_contact_chosen)
        self.who.contact_cleared.connect(self._on_contact_cleared)
        self.who.create_requested.connect(self._on_contact_made)
        self.place.row_changed.connect(self._on_place_changed)
        self.place.row_chosen.connect(self.outcome.chips.take_focus)
        self.outcome.changed.connect(self._on_place_changed)
        self.kept.taken_up.connect(self._on_taken_up)
        for changed in (
            self.who.textChanged,
            self.what.textChanged,
            self.queue.currentIndexChanged,
            self.place.row_changed,
            self.outcome.changed,
            self.list.changed,
        ):
            changed.connect(self.kept.touch)

    def _asks_queue(self) -> bool:
        """A call on a ticket that is there leaves it in its queue, unless it is passed on."""
        return self.place.ticket_id() is None or self.outcome.choice() == PASSED_ON

    def _new_contact(self) -> Put | None:
        typed = self.who.text().strip()
        return read_contact(typed).command() if typed and not self.who.contact() else None

    def _content(self) -> tuple[str, str] | None:
        content = CallContent(
            who=self.who.text(),
            contact=self.who.contact(),
            what=self.what.toPlainText(),
            queue_id=self.queue.chosen(),
            ticket_id=self.place.ticket_id(),
            result=self.outcome.choice(),
            call_back_at_ms=self.outcome.call_back_at_ms(),
            list_id=self.list.chosen(),
            ticked=self.list.ticked(),
        )
        typed = content.who.strip() or content.what.strip()
        return (first_line(content.what), packed(content)) if typed else None

    def _on_read(
        self, queue_id: str | None, read: tuple[list[QueueRow], list[CallListRow]]
    ) -> None:
        queues, lists = read
        self.queue.show_choices([(row.id, row.name) for row in queues if row.mine], queue_id)
        self.list.show_lists(lists)
        self._list_label.setVisible(bool(lists))
        self.kept.offer()

    @Slot(str)
    def _on_taken_up(self, content: str) -> None:
        kept = msgspec.json.decode(content, type=CallContent)
        if kept.contact is not None:
            self.who.show_contact(kept.contact)
            self._ask_tickets(kept.contact, kept.ticket_id)
        else:
            self.who.setText(kept.who)
        self._on_who_changed()
        self.what.setPlainText(kept.what)
        self.queue.choose(kept.queue_id)
        self.outcome.show_result(kept.result or OPEN, kept.call_back_at_ms)
        self.list.choose(kept.list_id, kept.ticked)
        self.what.setFocus()

    @Slot()
    def _on_who_changed(self) -> None:
        typed = self.who.text().strip()
        contact = self.who.contact()
        words = " "
        if contact is not None:
            words = self.who.toolTip() or " "
        elif typed:
            words = self.tr("“%1” is new: a contact is made with this call.").replace("%1", typed)
        self._who_hint.setText(words)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._about = text

    @Slot(object)
    def _on_contact_chosen(self, contact: ContactRow) -> None:
        self._ask_tickets(contact)
        self._on_contact_made()

    @Slot()
    def _on_contact_made(self) -> None:
        self._on_who_changed()
        self.what.setFocus()

    @Slot()
    def _on_contact_cleared(self) -> None:
        self._on_tickets(None, ([], None))

    def _ask_tickets(self, contact: ContactRow, chosen_id: str | None = None) -> None:
        """The caller's last tickets; the one whose number was typed is meant."""
        me, about, clock = self._me, self._about, clock_at(self._now_ms())

        def read(store: Store) -> tuple[list[TicketRow], str | None]:
            meant = ticket_meant(store, about)
            rows = requester_tickets(store, contact.id, me, clock, _TICKETS_SHOWN)
            if meant and meant.id not in [row.id for row in rows]:
                rows = [*ticket_rows(store, [meant.id], me, clock), *rows[: _TICKETS_SHOWN - 1]]
            return rows, meant.id if meant else None

        self._reader.ask(f"call tickets {id(self)}", read, partial(self._on_tickets, chosen_id))

    def _on_tickets(self, chosen_id: str | None, read: tuple[list[TicketRow], str | None]) -> None:
        rows, meant_id = read
        self.place.show_tickets(rows, chosen_id or meant_id)

    @Slot()
    def _on_place_changed(self) -> None:
        for part in (self.queue, self._queue_label):
            part.setVisible(self._asks_queue())
