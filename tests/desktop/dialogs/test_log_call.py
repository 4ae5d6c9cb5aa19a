from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.dialogs.log_call import LogCallDialog
from desktop.dialogs.new_contact import ContactFacts, read_contact
from desktop.work.form_drafts import FormDrafts
from desktop.work.reader import Reader
from models.commands import CreateTicket, Mutation, Put
from models.perform import perform, perform_together
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


@pytest.fixture
def petr_with_tickets(people: SampleDesk) -> SampleDesk:
    """Two open tickets of Petr's, an older done one, and a check list."""
    people.ticket("Printer prints stripes", number=10410, requester_id="petr")
    people.ticket("Badge is not read", number=10411, requester_id="petr", status="new")
    people.ticket("No mail", number=10412, requester_id="petr", status="done")
    lines = '<li class="unchecked">Is it on?</li><li class="unchecked">Since when?</li>'
    html = f'<ul class="checklist">{lines}</ul>'
    people.put("template", id="list", key="list", name="Printer", html=html)
    return people


def act(people: SampleDesk, dialog: LogCallDialog) -> tuple[Mutation, ...]:
    """Perform what the dialog says, as the window does."""
    commands = dialog.commands()
    perform_together(people._store, commands, people.me, people.now_ms)
    return commands


def test_the_one_who_is_meant_is_chosen_with_their_tickets(
    qtbot: QtBot, petr_with_tickets: SampleDesk, dialog: LogCallDialog
) -> None:
    dialog.begin("Network", "8 495 5550102")
    qtbot.waitUntil(lambda: dialog.who.contact() is not None)
    assert dialog.who.text() == "Петр Ковалёв"
    qtbot.waitUntil(dialog.place.isVisible)
    rows = [dialog.place._rows.row_at(n) for n in range(4)]
    titles = [row.title for row in rows if row]
    assert titles[0] == "A new ticket"
    assert titles[1:3] == ["#10410  Printer prints stripes", "#10411  Badge is not read"]
    assert titles[3] == "#10412  No mail"
    assert dialog.place.ticket_id() is None


def test_a_call_on_a_ticket_by_its_number(
    qtbot: QtBot, petr_with_tickets: SampleDesk, dialog: LogCallDialog
) -> None:
    dialog.begin("Network", "#10411")
    qtbot.waitUntil(lambda: dialog.place.ticket_id() == "ticket-10411")
    assert not dialog.queue.isVisible()
    commit(dialog.what, "It is still not read")
    dialog.outcome.chips.choose("solved")
    act(petr_with_tickets, dialog)
    said = "SELECT kind || html FROM message WHERE ticket_id = 'ticket-10411'"
    assert petr_with_tickets.value(said) == "call<p>It is still not read</p>"
    row = petr_with_tickets.row("ticket", "ticket-10411")
    assert row is not None
    assert row["status"] == "done"


def test_a_call_is_passed_on_to_another_queue(
    qtbot: QtBot, petr_with_tickets: SampleDesk, dialog: LogCallDialog
) -> None:
    dialog.begin("Network", "#10411")
    qtbot.waitUntil(lambda: dialog.place.ticket_id() == "ticket-10411")
    commit(dialog.what, "It is the reader")
    dialog.outcome.chips.choose("passed_on")
    assert dialog.queue.isVisible()
    act(petr_with_tickets, dialog)
    row = petr_with_tickets.row("ticket", "ticket-10411")
    assert row is not None
    assert (row["queue_id"], row["assignee_id"]) == ("Network", None)


def test_a_promise_to_call_back_is_kept(dialog: LogCallDialog, people: SampleDesk) -> None:
    commit(dialog.who, "+7 (812) 555-77-01")
    commit(dialog.what, "Wants to know about the laptop")
    dialog.outcome.chips.choose("call_back")
    assert dialog.outcome.moment.isVisible()
    promised = dialog.outcome.call_back_at_ms()
    assert promised is not None
    assert 55 * 60_000 <= promised - people.now_ms <= 60 * 60_000
    commands = act(people, dialog)
    ticket = next(one for one in commands if isinstance(one, CreateTicket))
    made = "SELECT ticket_id || ' ' || at_ms || ' ' || words || ' ' || scope FROM reminder"
    told = f"{ticket.id} {promised} +7 (812) 555-77-01 u:{people.me.id}"
    assert people.value(made) == told
    assert (ticket.set["assignee_id"], ticket.set["status"]) == (people.me.id, "open")


def test_a_promise_lies_ahead(dialog: LogCallDialog, people: SampleDesk) -> None:
    commit(dialog.what, "Call back")
    dialog.outcome.chips.choose("call_back")
    people.now_ms += 2 * 3_600_000
    dialog.try_accept()
    assert dialog.isVisible()
    assert dialog.words() == "Choose a time that is still to come."


def test_ticked_lines_of_a_check_list_are_stored(
    qtbot: QtBot, petr_with_tickets: SampleDesk, dialog: LogCallDialog
) -> None:
    dialog.begin("Network")
    qtbot.waitUntil(dialog.list.isVisible)
    dialog.list.choice.choose("list")
    first, second = dialog.list._boxes
    second.click()
    assert not first.isChecked()
    commit(dialog.what, "Printer")
    act(petr_with_tickets, dialog)
    lines = "SELECT group_concat(text || done, '|') FROM (SELECT * FROM checklist_item ORDER BY id)"
    assert petr_with_tickets.value(lines) == "Is it on?0|Since when?1"


def test_what_was_begun_is_taken_up_whole(
    qtbot: QtBot, petr_with_tickets: SampleDesk, dialog: LogCallDialog
) -> None:
    dialog.begin("Network", "#10411")
    qtbot.waitUntil(lambda: dialog.place.ticket_id() == "ticket-10411")
    qtbot.waitUntil(dialog.list.isVisible)
    commit(dialog.what, "Again")
    dialog.outcome.chips.choose("call_back")
    dialog.list.choice.choose("list")
    dialog.list._boxes[1].click()
    kept = dialog._content()
    assert kept is not None
    dialog.outcome.chips.choose("open")
    dialog.list.choice.choose(None)
    dialog.place.go_to("new")
    dialog.kept.taken_up.emit(kept[1])
    qtbot.waitUntil(lambda: dialog.place.ticket_id() == "ticket-10411")
    assert dialog.outcome.choice() == "call_back"
    assert dialog.list.lines() == (("Is it on?", False), ("Since when?", True))


def test_a_number_in_the_clipboard_is_who_called(
    qtbot: QtBot,
    people: SampleDesk,
    reader: Reader,
    drafts: FormDrafts,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[LogCallDialog] = []

    def leave(dialog: LogCallDialog) -> int:
        opened.append(dialog)
        return 0

    monkeypatch.setattr(LogCallDialog, "exec", leave)
    for text, who in (("tel:+7 495 555 01 02", "+7 495 555 01 02"), ("Hello", "")):
        QApplication.clipboard().setText(text)
        assert LogCallDialog.ask(None, reader=reader, me=people.me, drafts=drafts) == ()
        assert opened[-1].who.text() == who
    QApplication.clipboard().clear()


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
