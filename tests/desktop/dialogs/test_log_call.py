from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.dialogs.log_call import LogCallDialog
from desktop.dialogs.new_contact import ContactFacts, read_contact
from desktop.work.form_drafts import FormDrafts
from desktop.work.reader import Reader
from models.commands import CreateTicket, Put
from models.perform import perform
from tests.desktop.dialogs.conftest import commit, press
from tests.desktop.work.sample import SampleDesk


@pytest.fixture
def dialog(qtbot: QtBot, people: SampleDesk, reader: Reader, drafts: FormDrafts) -> LogCallDialog:
    made = LogCallDialog(reader, people.me, drafts)
    qtbot.addWidget(made)
    made.begin("Network")
    made.show()
    qtbot.waitActive(made)
    qtbot.waitUntil(lambda: made.queue.chosen() == "Network")
    return made


def test_a_call_is_kept_by_the_keyboard_alone(
    qtbot: QtBot, dialog: LogCallDialog, people: SampleDesk
) -> None:
    assert dialog.who.hasFocus()
    commit(dialog.who, "пет")
    qtbot.waitUntil(lambda: dialog.who._list.isVisible())
    press(dialog.who, Qt.Key.Key_Return)
    assert dialog.what.hasFocus()
    commit(dialog.what, "Printer <2> prints stripes\nSecond floor")
    with qtbot.waitSignal(dialog.accepted):
        press(dialog.what, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (ticket,) = dialog.commands()
    assert isinstance(ticket, CreateTicket)
    perform(people._store, ticket, people.me, people.now_ms)
    row = people.row("ticket", ticket.id)
    assert row is not None
    assert row["subject"] == "Printer <2> prints stripes"
    assert (row["channel"], row["queue_id"], row["requester_id"]) == ("phone", "Network", "petr")
    assert people.value("SELECT kind || author_name || html FROM message") == (
        "callMaria Orlova<p>Printer &lt;2&gt; prints stripes</p><p>Second floor</p>"
    )


def test_somebody_unknown_becomes_a_contact(dialog: LogCallDialog) -> None:
    commit(dialog.who, "+7 (812) 555-77-01")
    commit(dialog.what, "Call back")
    contact, ticket = dialog.commands()
    assert isinstance(contact, Put)
    assert isinstance(ticket, CreateTicket)
    assert contact.set["phone"] == "+7 (812) 555-77-01"
    assert ticket.set["requester_id"] == contact.id


def test_nothing_written_is_no_call(dialog: LogCallDialog) -> None:
    dialog.try_accept()
    assert dialog.isVisible()
    assert dialog.what.hasFocus()
    assert dialog.words() == "Write down what the call was about."


@pytest.mark.parametrize(
    ("typed", "facts"),
    [
        (" Ivan Petrov ", ContactFacts(name="Ivan Petrov")),
        ("ivan@x.example", ContactFacts(email="ivan@x.example")),
        ("+359 2 555 01 02", ContactFacts(phone="+359 2 555 01 02")),
        ("112", ContactFacts(name="112")),
    ],
)
def test_what_was_typed_is_read_as(typed: str, facts: ContactFacts) -> None:
    assert read_contact(typed) == facts
