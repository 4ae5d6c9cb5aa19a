"""A call in two fields, without touching the mouse: who called, and what about."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from desktop.dialogs.choices import IdCombo
from desktop.dialogs.contact_field import ContactField
from desktop.dialogs.form_content import CallContent, packed
from desktop.dialogs.frame import DialogFrame
from desktop.dialogs.kept_form import FormWords, KeptForm
from desktop.dialogs.new_contact import read_contact
from desktop.dialogs.ticket_start import first_line, html_of
from desktop.work.form_drafts import FormDrafts
from desktop.work.reader import Reader
from models.commands import CreateTicket, FirstMessage, Mutation, Put
from models.queries import people
from models.rows import Actor, QueueRow

_WIDTH_PX, _HEIGHT_PX = 520, 430
_FORM = "log_call"


class LogCallDialog(DialogFrame):
    """Somebody unknown becomes a contact with the call; an empty first field is no obstacle."""

    def __init__(
        self, reader: Reader, me: Actor, drafts: FormDrafts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.set_heading(
            self.tr("Log a call"),
            self.tr("Who called, and what about. Ctrl+Enter keeps it as a ticket."),
            self.tr("Keep the call"),
        )
        self._reader, self._me = reader, me
        self.who = ContactField(reader)
        self.what = QPlainTextEdit()
        self.queue = IdCombo()
        self._who_hint = QLabel()
        spoken = FormWords(self.tr("You began a call at %1."), self.tr("You began a call on %1."))
        self.kept = KeptForm(_FORM, spoken, drafts, self._content)
        self._lay_out_fields()
        self.watch_keys(self.who, self.what)
        self.who.textChanged.connect(self._on_who_changed)
        self.who.contact_chosen.connect(self._on_contact_chosen)
        self.who.create_requested.connect(self._on_contact_chosen)
        self.kept.taken_up.connect(self._on_taken_up)
        for changed in (
            self.who.textChanged,
            self.what.textChanged,
            self.queue.currentIndexChanged,
        ):
            changed.connect(self.kept.touch)
        self.resize(_WIDTH_PX, _HEIGHT_PX)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        *,
        reader: Reader,
        me: Actor,
        drafts: FormDrafts,
        queue_id: str | None = None,
    ) -> tuple[Mutation, ...]:
        """Commands to perform in this order, the CreateTicket last; none when cancelled.

        ``queue_id`` is chosen when given, else the first queue of this person.
        """
        dialog = cls(reader, me, drafts, parent)
        dialog.begin(queue_id)
        commands = dialog.commands() if dialog.exec() else ()
        dialog.kept.becomes(commands)
        dialog.deleteLater()
        return commands

    def begin(self, queue_id: str | None = None) -> None:
        """Ask for the queues and put the keyboard into the first field."""

        def show(queues: list[QueueRow]) -> None:
            self.queue.show_choices([(row.id, row.name) for row in queues if row.mine], queue_id)
            self.kept.offer()

        me = self._me
        self._reader.ask(f"log call {id(self)}", lambda store: people.queues(store, me), show)
        self.who.setFocus()

    def commands(self) -> tuple[Mutation, ...]:
        """Perhaps a new contact, then the ticket with the call as its first message."""
        contact, made = self.who.contact(), self._new_contact()
        fields = {
            "subject": first_line(self.what.toPlainText()),
            "queue_id": self.queue.chosen(),
            "channel": "phone",
            "requester_id": made.id if made else contact and contact.id,
            "company_id": contact and contact.company_id,
        }
        call = FirstMessage(
            kind="call",
            html=html_of(self.what.toPlainText()),
            author_id=self._me.id,
            author_name=self._me.name,
            channel="phone",
        )
        known = {key: value for key, value in fields.items() if value is not None}
        ticket = CreateTicket(set=known, message=call, queue_chosen=self.queue.is_picked())
        return (made, ticket) if made else (ticket,)

    def problem(self) -> tuple[str, QWidget] | None:
        if not self.what.toPlainText().strip():
            return self.tr("Write down what the call was about."), self.what
        if self.queue.chosen() is None:
            return self.tr("Choose the queue that it goes to."), self.queue
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
        self.add_field(self.tr("Queue"), self.queue)
        self._on_who_changed()

    def _new_contact(self) -> Put | None:
        typed = self.who.text().strip()
        return read_contact(typed).command() if typed and not self.who.contact() else None

    def _content(self) -> tuple[str, str] | None:
        content = CallContent(
            who=self.who.text(),
            contact=self.who.contact(),
            what=self.what.toPlainText(),
            queue_id=self.queue.chosen(),
        )
        typed = content.who.strip() or content.what.strip()
        return (first_line(content.what), packed(content)) if typed else None

    @Slot(str)
    def _on_taken_up(self, content: str) -> None:
        kept = msgspec.json.decode(content, type=CallContent)
        if kept.contact is not None:
            self.who.show_contact(kept.contact)
        else:
            self.who.setText(kept.who)
        self._on_who_changed()
        self.what.setPlainText(kept.what)
        self.queue.choose(kept.queue_id)
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

    @Slot()
    def _on_contact_chosen(self) -> None:
        self._on_who_changed()
        self.what.setFocus()
