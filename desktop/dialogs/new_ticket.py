"""A new ticket: who asks, what about, where it goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, cast

import msgspec
from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.dialogs.asked_facts import AskedFacts
from desktop.dialogs.category_hint import CategoryHint
from desktop.dialogs.choices import IdCombo
from desktop.dialogs.contact_field import ContactField
from desktop.dialogs.duplicate_line import DuplicateLine
from desktop.dialogs.form_content import NewTicketContent, packed
from desktop.dialogs.frame import DialogFrame
from desktop.dialogs.kept_form import FormWords, KeptForm
from desktop.dialogs.new_contact import NewContactForm
from desktop.dialogs.text_box import TextBoxFactory
from desktop.dialogs.ticket_start import TicketStart
from desktop.errors import words_for
from desktop.ticket_words import priority_words
from desktop.work.form_drafts import FormDrafts
from desktop.work.reader import Reader
from models.classify import Hints
from models.commands import AddNote, CreateTicket, FirstMessage, Mutation, Put
from models.commands.base import SUBJECT_LIMIT
from models.queries import directory, people
from models.queries.facts import FactRow, category_facts
from models.queries.hints import category_hints
from models.queries.likeness import AlikeRow
from models.rows import PRIORITIES, Actor, CategoryRow, QueueRow

if TYPE_CHECKING:
    from models.database import Store

_WIDTH_PX, _HEIGHT_PX = 680, 620
_FORM = "new_ticket"


@dataclass(frozen=True)
class Lists:
    """What the combo boxes offer."""

    queues: list[QueueRow]
    categories: list[CategoryRow]
    facts: dict[str, tuple[FactRow, ...]]
    hints: dict[str, Hints]


@dataclass(frozen=True)
class Asker:
    """Who asks; ``command`` makes the contact when it is new."""

    id: str
    name: str
    company_id: str | None
    command: Put | None = None


class NewTicketDialog(DialogFrame):
    """Look-ups go through ``reader``, what is typed is kept in ``drafts``; ``commands`` says what
    to do."""

    def __init__(
        self,
        reader: Reader,
        me: Actor,
        make_box: TextBoxFactory,
        language: str,
        drafts: FormDrafts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.set_heading(self.tr("New ticket"), "", self.tr("Create ticket"))
        self._reader, self._me, self._language = reader, me, language
        self._start = TicketStart()
        self.requester = ContactField(reader)
        self.new_contact = NewContactForm()
        self._contact_slot = QWidget()
        self.subject = QLineEdit()
        self.alike = DuplicateLine(reader, drafts.now_ms)
        self._into: AlikeRow | None = None
        self.opened_id = ""
        """The ticket that is wanted instead, while the form stays kept."""
        self.queue, self.category, self.priority = IdCombo(), IdCombo(), IdCombo()
        self.box = make_box(self)
        self.facts = AskedFacts(self.category, self.box)
        self.hint = CategoryHint(self.category, self.box)
        self.asks_screenshot = False
        today, earlier = self.tr("You began a ticket at %1."), self.tr("You began a ticket on %1.")
        self.kept = KeptForm(_FORM, FormWords(today, earlier), drafts, self._content)
        self._lay_out_fields()
        self._connect()
        self.resize(_WIDTH_PX, _HEIGHT_PX)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        *,
        reader: Reader,
        me: Actor,
        make_box: TextBoxFactory,
        language: str,
        drafts: FormDrafts,
        start: TicketStart | None = None,
        open_ticket: Callable[[str], object] = lambda id: None,
        ask_screenshot: Callable[[str], object] = lambda id: None,
    ) -> tuple[Mutation, ...]:
        """Commands to perform in this order, the CreateTicket last; none when cancelled.

        Where it is known already, an AddNote to that ticket comes instead; ``open_ticket`` shows
        one that is looked at first, ``ask_screenshot`` begins a reply that asks for one on the
        ticket to be made. ``language`` is that of the categories.
        """
        dialog = cls(reader, me, make_box, language, drafts, parent)
        dialog.begin(start or TicketStart())
        commands = dialog.commands() if dialog.exec() else ()
        dialog.kept.becomes(commands)
        if dialog.opened_id:
            open_ticket(dialog.opened_id)
        if commands and dialog.asks_screenshot:
            ask_screenshot(commands[-1].ticket or "")
        dialog.deleteLater()
        return commands

    def begin(self, start: TicketStart) -> None:
        """Ask for the lists and put in what is known already; an empty form offers the last one."""
        self._start = start
        self.subject.setText(start.subject)
        self.box.show_content(start.html, start.files)
        self._reader.ask(f"new ticket {id(self)}", self._read_lists, self._on_lists_read)
        self.requester.setFocus()

    def commands(self) -> tuple[Mutation, ...]:
        """What the form says: perhaps a new contact, then the ticket."""
        asker = self._asker()
        act: Mutation = CreateTicket(
            set=self._fields(asker),
            message=self._message(asker),
            queue_chosen=self.queue.is_picked(),
        )
        if self._into is not None:
            act = self._note(self._into, asker)
        return (asker.command, act) if asker and asker.command else (act,)

    def problem(self) -> tuple[str, QWidget] | None:
        if self.new_contact.isVisibleTo(self) and not self.new_contact.facts().shown():
            return self.tr("The new contact needs a name."), self.new_contact.name
        if not self.subject.text().strip():
            return self.tr("Give the ticket a subject."), self.subject
        if len(self.subject.text()) > SUBJECT_LIMIT:
            words = self.tr("The subject is longer than %1 characters; the rest belongs below.")
            return words.replace("%1", QLocale().toString(SUBJECT_LIMIT)), self.subject
        if self.queue.chosen() is None and self._into is None:
            return self.tr("Choose the queue that it goes to."), self.queue
        if self.box.busy():
            return self.tr("A picture is still being kept; try again in a moment."), self.subject
        return self.facts.problem() or self.hint.problem() if self._into is None else None

    def is_dirty(self) -> bool:
        start = (self._start.subject, self._start.html, self._start.files)
        now = (self.subject.text(), self.box.html(), self.box.files())
        return now != start or bool(self.requester.text())

    def done(self, result: int) -> None:
        self.kept.leave(accepted=bool(result) or bool(self.opened_id))
        super().done(result)

    def _lay_out_fields(self) -> None:
        self.body.addWidget(self.kept)
        self.add_field(self.tr("Requester"), self.requester)
        slot = QVBoxLayout(self._contact_slot)
        slot.setContentsMargins(0, 0, 0, 7)
        slot.addWidget(self.new_contact)
        self.body.addWidget(self._contact_slot)
        self._contact_slot.hide()
        self.add_field(self.tr("Subject"), self.subject)
        self.body.addWidget(self.alike)
        self.body.addLayout(self._combos())
        self.body.addWidget(self.hint)
        self.body.addWidget(self.facts)
        self.body.addSpacing(7)
        self.body.addWidget(self.label(self.tr("Text"), self.box.edit_widget()))
        self.body.addWidget(cast(QWidget, self.box), 1)
        self.setTabOrder(self.priority, self.box.edit_widget())

    def _combos(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        named = (
            (self.tr("Queue"), self.queue),
            (self.tr("Category"), self.category),
            (self.tr("Priority"), self.priority),
        )
        for column, (text, combo) in enumerate(named):
            grid.addWidget(self.label(text, combo), 0, column)
            grid.addWidget(combo, 1, column)
            grid.setColumnStretch(column, 2 if combo is self.category else 1)
        priorities = [(key, priority_words(key)) for key in PRIORITIES]
        self.priority.show_choices(priorities, "normal")
        return grid

    def _connect(self) -> None:
        self.watch_keys(self.requester, self.subject, self.box.edit_widget())
        self.requester.contact_chosen.connect(self._on_contact_chosen)
        self.requester.create_requested.connect(self._on_create_requested)
        self.box.failed.connect(self._on_file_failed)
        self.new_contact.given_up.connect(self._on_creating_given_up)
        self.kept.taken_up.connect(self._on_taken_up)
        contact = self.new_contact
        for field in (self.requester, self.subject, contact.name, contact.email, contact.phone):
            field.textChanged.connect(self.kept.touch)
        for known in (self.subject.textChanged, self.requester.contact_chosen):
            known.connect(self._look_for_alike)
        self.alike.open_wanted.connect(self._on_open_wanted)
        self.alike.add_wanted.connect(self._on_add_wanted)
        self.hint.save_wanted.connect(self.try_accept)
        self.hint.ask_wanted.connect(self._on_ask_wanted)
        for combo in (self.queue, self.category, self.priority):
            combo.currentIndexChanged.connect(self.kept.touch)
        for changed in (self.box.text_edited, self.box.files_changed, self.facts.changed):
            changed.connect(self.kept.touch)

    def _read_lists(self, store: Store) -> Lists:
        queues = [row for row in people.queues(store, self._me) if row.mine]
        categories = directory.categories(store, self._language)
        facts = category_facts(store, self._language)
        return Lists(queues, categories, facts, category_hints(store))

    def _on_lists_read(self, lists: Lists) -> None:
        queues: list[tuple[str | None, str]] = [(row.id, row.name) for row in lists.queues]
        self.queue.show_choices(queues, self.queue.chosen())
        none: list[tuple[str | None, str]] = [(None, self.tr("No category"))]
        paths = [(row.id, " › ".join(row.path)) for row in lists.categories]
        self.category.show_choices([*none, *paths], self.category.chosen())
        self.facts.show_asked(lists.facts)
        self.hint.show_known(lists.hints)
        if self._start == TicketStart():
            self.kept.offer()

    @Slot(object)
    def _on_contact_chosen(self) -> None:
        self.subject.setFocus()

    @Slot(str)
    def _on_create_requested(self, typed: str) -> None:
        self.requester.setEnabled(False)
        self._contact_slot.show()
        self.new_contact.start_with(typed)

    @Slot()
    def _on_creating_given_up(self) -> None:
        self._contact_slot.hide()
        self.requester.setEnabled(True)
        self.requester.setFocus()
        self.requester.selectAll()

    def _content(self) -> tuple[str, str] | None:
        if not self.is_dirty():
            return None
        creating = self.new_contact.isVisibleTo(self)
        content = NewTicketContent(
            requester=self.requester.text(),
            contact=self.requester.contact(),
            new_contact=self.new_contact.facts() if creating else None,
            subject=self.subject.text(),
            queue_id=self.queue.chosen(),
            category_id=self.category.chosen(),
            priority=self.priority.chosen(),
            html=self.box.html(),
            files=self.box.files(),
            written_at_ms=self._start.written_at_ms,
            facts=self.facts.told(),
        )
        return self.subject.text().strip(), packed(content)

    @Slot(str)
    def _on_taken_up(self, content: str) -> None:
        kept = msgspec.json.decode(content, type=NewTicketContent)
        self._start = TicketStart(written_at_ms=kept.written_at_ms)
        self._show_requester(kept)
        self.subject.setText(kept.subject)
        self.queue.choose(kept.queue_id)
        self.category.choose(kept.category_id)
        self.priority.choose(kept.priority)
        self.box.show_content(kept.html, kept.files)
        self.facts.show_told(kept.facts)
        self.hint.look()
        (self.box.edit_widget() if kept.subject else self.subject).setFocus()

    def _show_requester(self, kept: NewTicketContent) -> None:
        if kept.contact is not None:
            self.requester.show_contact(kept.contact)
        else:
            self.requester.setText(kept.requester)
        if kept.new_contact is not None:
            self._on_create_requested(kept.requester)
            self.new_contact.show_facts(kept.new_contact)

    @Slot()
    def _look_for_alike(self) -> None:
        contact = self.requester.contact()
        asker = (contact.id, contact.company_id) if contact else (None, None)
        self.alike.look(self.subject.text(), *asker)

    @Slot(object)
    def _on_open_wanted(self, row: AlikeRow) -> None:
        self.opened_id = row.id
        self.done(self.DialogCode.Rejected)

    @Slot(object)
    def _on_add_wanted(self, row: AlikeRow) -> None:
        self._into = row
        self.try_accept()
        self._into = row if self.result() else None

    @Slot()
    def _on_ask_wanted(self) -> None:
        self.asks_screenshot = True
        self.try_accept()
        self.asks_screenshot = bool(self.result())

    @Slot(object)
    def _on_file_failed(self, error: Exception) -> None:
        self.show_words(words_for(error), "overdue")

    def _asker(self) -> Asker | None:
        if self.new_contact.isVisibleTo(self):
            facts = self.new_contact.facts()
            command = facts.command()
            return Asker(command.id, facts.shown(), None, command)
        contact = self.requester.contact()
        return Asker(contact.id, contact.name, contact.company_id) if contact else None

    def _fields(self, asker: Asker | None) -> dict[str, object]:
        fields = {
            "subject": self.subject.text().strip(),
            "queue_id": self.queue.chosen(),
            "category_id": self.category.chosen(),
            "priority": self._priority(),
            "facts": self.facts.column(),
            "requester_id": asker and asker.id,
            "company_id": asker and asker.company_id,
        }
        return {key: value for key, value in fields.items() if value is not None}

    def _note(self, into: AlikeRow, asker: Asker | None) -> AddNote:
        """What was typed, for the ticket where it is known already; says who told of it."""
        told = ": ".join(filter(None, (asker.name if asker else "", self.subject.text().strip())))
        heading = f"<p><strong>{escape(told, quote=False)}</strong></p>"
        return AddNote(
            ticket_id=into.id,
            html=heading + self.box.html(),
            written_at_ms=self._start.written_at_ms,
            files=self.box.files(),
        )

    def _priority(self) -> str | None:
        """What a person chose; where nobody did, the desk's rules have a word."""
        chosen = self.priority.chosen()
        return chosen if chosen != "normal" or self.priority.is_picked() else None

    def _message(self, asker: Asker | None) -> FirstMessage | None:
        """The text as the requester's words; as a note of ours when it comes from My notes."""
        html, files = self.box.html(), self.box.files()
        if not html and not files:
            return None
        of_customer = asker is not None and self._start.written_at_ms is None
        author = asker if asker is not None and of_customer else self._me
        return FirstMessage(
            kind="customer" if of_customer else "note",
            html=html,
            author_id=author.id,
            author_name=author.name,
            written_at_ms=self._start.written_at_ms,
            files=files,
        )
