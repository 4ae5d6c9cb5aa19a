from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.dialogs.new_ticket import NewTicketDialog
from desktop.dialogs.ticket_start import TicketStart, note_for_ticket, start_from_note
from desktop.work.form_drafts import FormDrafts
from desktop.work.reader import Reader
from models.commands import AddNote, CreateTicket, Put
from models.perform import perform
from models.rows import NoteRow
from tests.desktop.dialogs.conftest import commit, make_box, press
from tests.desktop.work.sample import SampleDesk

NOTE = NoteRow(
    id="note-1",
    title="Server room",
    html="<p>Battery at 11 %.</p>",
    at_ms=1_700_000_000_000,
    updated_at_ms=1_700_000_000_000,
    files=(),
    unsent=False,
    ticket_id=None,
)


@pytest.fixture
def dialog(
    qtbot: QtBot, people: SampleDesk, reader: Reader, drafts: FormDrafts, tmp_path: Path
) -> NewTicketDialog:
    made = NewTicketDialog(reader, people.me, partial(make_box, reader, tmp_path), "en", drafts)
    qtbot.addWidget(made)
    made.begin(TicketStart())
    made.show()
    qtbot.waitActive(made)
    qtbot.waitUntil(lambda: made.queue.count() == 5)
    return made


def find(qtbot: QtBot, dialog: NewTicketDialog, typed: str) -> None:
    dialog.requester.setFocus()
    commit(dialog.requester, typed)
    qtbot.waitUntil(lambda: dialog.requester._list.isVisible())


def test_a_requester_is_found_by_letters_and_chosen_by_enter(
    qtbot: QtBot, dialog: NewTicketDialog
) -> None:
    find(qtbot, dialog, "ковал")
    press(dialog.requester, Qt.Key.Key_Return)
    contact = dialog.requester.contact()
    assert contact is not None
    assert contact.id == "petr"
    assert dialog.subject.hasFocus()


def test_tab_goes_down_the_form(dialog: NewTicketDialog) -> None:
    fields = (dialog.subject, dialog.queue, dialog.category, dialog.priority)
    dialog.requester.setFocus()
    for field in (*fields, dialog.box.edit_widget(), dialog.cancel_button, dialog.accept_button):
        press(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is field


def test_the_ticket_carries_what_the_form_says(
    qtbot: QtBot, dialog: NewTicketDialog, people: SampleDesk
) -> None:
    find(qtbot, dialog, "7946 0018")
    press(dialog.requester, Qt.Key.Key_Tab)
    commit(dialog.subject, "VPN drops")
    commit(dialog.box.edit_widget(), "Every ten minutes")
    dialog.priority.setCurrentIndex(dialog.priority.findData("high"))
    (ticket,) = dialog.commands()
    assert isinstance(ticket, CreateTicket)
    perform(people._store, ticket, people.me, people.now_ms)
    row = people.row("ticket", ticket.id)
    assert row is not None
    wanted = ("VPN drops", "First line", "high", "peter", "nw")
    kept = ("subject", "queue_id", "priority", "requester_id", "company_id")
    assert tuple(row[name] for name in kept) == wanted
    words = "SELECT kind || ' ' || author_name || ' ' || html FROM message"
    assert people.value(words) == "customer Peter Hale <p>Every ten minutes</p>"


def test_a_new_contact_is_made_in_the_form(qtbot: QtBot, dialog: NewTicketDialog) -> None:
    find(qtbot, dialog, "ivan@new.example")
    press(dialog.requester, Qt.Key.Key_Return)
    assert dialog.new_contact.email.text() == "ivan@new.example"
    commit(dialog.new_contact.name, "Иван Петров")
    commit(dialog.subject, "Hello")
    contact, ticket = dialog.commands()
    assert isinstance(contact, Put)
    assert isinstance(ticket, CreateTicket)
    assert (contact.set["name"], contact.set["email"]) == ("Иван Петров", "ivan@new.example")
    assert ticket.set["requester_id"] == contact.id


def test_without_a_subject_it_says_so_and_goes_there(qtbot: QtBot, dialog: NewTicketDialog) -> None:
    press(dialog.box.edit_widget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    assert dialog.words() == "Give the ticket a subject."
    assert dialog.subject.hasFocus()


def test_a_subject_that_is_too_long_is_told_in_the_form(dialog: NewTicketDialog) -> None:
    commit(dialog.subject, "Long " * 2_000)
    dialog.try_accept()
    assert dialog.isVisible()
    assert dialog.words() == "The subject is longer than 1000 characters; the rest belongs below."
    assert dialog.subject.hasFocus()


def test_escape_asks_once_when_something_was_typed(qtbot: QtBot, dialog: NewTicketDialog) -> None:
    commit(dialog.subject, "Half a thought")
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_ask_gives_the_commands_of_the_accepted_form(
    qtbot: QtBot, people: SampleDesk, reader: Reader, drafts: FormDrafts, tmp_path: Path
) -> None:
    def fill_in() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewTicketDialog)
        if not dialog.queue.count():
            QTimer.singleShot(10, fill_in)
            return
        commit(dialog.subject, "Asked")
        press(dialog.subject, Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier)

    QTimer.singleShot(0, fill_in)
    box = partial(make_box, reader, tmp_path)
    (ticket,) = NewTicketDialog.ask(
        None, reader=reader, me=people.me, make_box=box, language="en", drafts=drafts
    )
    assert isinstance(ticket, CreateTicket)
    assert ticket.set["subject"] == "Asked"
    assert ticket.message is None


def test_a_note_becomes_a_ticket_with_its_time_and_author(
    qtbot: QtBot, dialog: NewTicketDialog, people: SampleDesk
) -> None:
    dialog.begin(start_from_note(NOTE))
    find(qtbot, dialog, "hale")
    press(dialog.requester, Qt.Key.Key_Return)
    (ticket,) = dialog.commands()
    assert isinstance(ticket, CreateTicket)
    assert ticket.set["subject"] == "Server room"
    assert ticket.message is not None
    assert ticket.message.kind == "note"
    assert ticket.message.html == NOTE.html
    assert ticket.message.written_at_ms == NOTE.at_ms
    assert ticket.message.author_id == people.me.id


def test_a_note_becomes_an_internal_note_with_its_time() -> None:
    added = note_for_ticket(NOTE, "ticket-1")
    assert isinstance(added, AddNote)
    assert added.html == "<p><strong>Server room</strong></p><p>Battery at 11 %.</p>"
    assert (added.ticket_id, added.written_at_ms) == ("ticket-1", NOTE.at_ms)


def test_a_file_that_is_too_large_is_refused_in_words(
    qtbot: QtBot, dialog: NewTicketDialog, tmp_path: Path
) -> None:
    large = tmp_path / "film.mp4"
    with large.open("wb") as file:
        file.truncate((2 << 30) + 1)
    dialog.box.edit_widget().files_dropped.emit([large])  # type: ignore[attr-defined]
    assert dialog.box.busy()
    qtbot.waitUntil(lambda: dialog.words() == "A file can have at most 2 GB.")
    assert not dialog.box.busy()
    assert dialog.box.files() == ()


def known(qtbot: QtBot, dialog: NewTicketDialog, entry: int) -> None:
    """Type the subject of a ticket that is there, and choose a line of its menu."""
    commit(dialog.subject, "The printer is jammed again")
    qtbot.waitUntil(lambda: len(dialog.alike.chips()) == 1)
    (chip,) = dialog.alike.chips()
    assert chip.accessibleName() == "#10475: Printer is jammed again"
    assert chip._menu is not None
    chip._menu.actions()[entry].trigger()


def test_what_is_known_already_is_said_and_added_to(
    qtbot: QtBot, dialog: NewTicketDialog, people: SampleDesk
) -> None:
    there = people.ticket("Printer is jammed again", number=10475)
    people.ticket("VPN drops", number=10476)
    assert not dialog.alike.isVisible()
    find(qtbot, dialog, "hale")
    press(dialog.requester, Qt.Key.Key_Return)
    with qtbot.waitSignal(dialog.accepted):
        known(qtbot, dialog, 1)
    (note,) = dialog.commands()
    assert isinstance(note, AddNote)
    assert note.ticket_id == there
    assert note.html == "<p><strong>Peter Hale: The printer is jammed again</strong></p>"


def test_looking_at_it_first_keeps_the_form(
    qtbot: QtBot, dialog: NewTicketDialog, people: SampleDesk, drafts: FormDrafts
) -> None:
    there = people.ticket("Printer is jammed again", number=10475)
    with qtbot.waitSignal(dialog.rejected):
        known(qtbot, dialog, 0)
    assert dialog.opened_id == there
    assert drafts._writer.flush()
    assert people.value("SELECT title FROM form_draft") == "The printer is jammed again"
