"""The page of customers on a filled local file: found, read, edited, merged, taken back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.actions.undo import UndoStack
from desktop.customers.card_pane import CardPane
from desktop.customers.customers_page import CustomersPage
from desktop.widgets.button import Button
from desktop.widgets.fact_edit import FactEdit
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models.commands import Command
from models.queries.customers import PAGE
from tests.desktop.work.conftest import desk
from tests.desktop.work.sample import MINUTE, SampleDesk
from tests.helpers.desktop import type_text

__all__ = ["desk"]

PETER = {"name": "Peter Hale", "email": "peter@northwind.example", "phone": "+49 30 1234567"}
PETE = {"name": "Pеte Hale", "email": "pete@home.example", "phone": "0049 30 123 45 67"}
ANNA = {"name": "Анна Петрова", "email": "anna@corp.example", "company_id": "north"}


@pytest.fixture
def filled(desk: SampleDesk) -> SampleDesk:
    desk.put("company", id="north", name="Northwind", domains='["northwind.example"]', plan="Gold")
    desk.put("contact", id="peter", company_id="north", other_emails="[]", **PETER)
    desk.put("contact", id="pete", other_emails="[]", **PETE)
    desk.put("contact", id="anna", other_emails="[]", **ANNA)
    desk.put("asset", id="laptop", name="Laptop", serial="X1", contact_id="peter")
    for n in range(3):
        at = desk.now_ms - n * MINUTE
        id = desk.ticket(f"VPN {n}", requester_id="peter", company_id="north", created_at_ms=at)
        desk.put("message", id=f"m{n}", ticket_id=id, kind="note", html=f"<p>n{n}</p>", at_ms=at)
    return desk


@pytest.fixture
def writer(filled: SampleDesk) -> Iterator[CommandWriter]:
    made = CommandWriter(filled.database, filled.me, filled.clock)
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, filled: SampleDesk, writer: CommandWriter) -> Iterator[CustomersPage]:
    reader = Reader(filled.database)
    made = CustomersPage(reader, writer, filled.me, filled.clock)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    with qtbot.waitSignal(made.customer_shown):
        made.show()
    qtbot.waitActive(made)
    yield made
    reader.close()


def names(page: CustomersPage) -> list[str]:
    model = page.list.model
    return [str(model.index(n).data()) for n in range(model.rowCount())]


def entries(page: CustomersPage) -> list[str]:
    model = page.timeline.model
    return [str(model.index(n).data()) for n in range(model.rowCount())]


def card(page: CustomersPage) -> CardPane:
    return page.cards[page.kind]


def line(page: CustomersPage, field: str) -> FactEdit:
    return card(page).form.lines[field]


def show(qtbot: QtBot, page: CustomersPage, id: str, kind: Any = "contact") -> None:
    with qtbot.waitSignal(page.customer_shown, check_params_cb=lambda shown: shown == id):
        page.open_customer(kind, id)


def enter(qtbot: QtBot, page: CustomersPage, field: FactEdit, text: str) -> None:
    """Type over what stands there, press Enter and wait until it is read again."""
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    type_text(field, text)
    with qtbot.waitSignal(page.customer_shown):
        QTest.keyClick(field, Qt.Key.Key_Return)


def test_people_stand_by_name_and_a_search_narrows_them(qtbot: QtBot, page: CustomersPage) -> None:
    qtbot.waitUntil(lambda: names(page) == ["Peter Hale", "Pеte Hale", "Анна Петрова"])
    page.setFocus()
    with qtbot.waitSignal(page.customer_shown):
        type_text(page.list.search, "петрова")
    qtbot.waitUntil(lambda: names(page) == ["Анна Петрова"])
    assert page.list._count.text() == "1"
    assert line(page, "email").text() == "anna@corp.example"
    assert page.list.search.hasFocus()
    page.list.search.setText("qqqq")
    qtbot.waitUntil(page.empty.isVisible)
    assert page.empty.accessibleName().startswith("Nobody has these words")
    page.list.search.clear()
    qtbot.waitUntil(lambda: len(names(page)) == 3)
    qtbot.waitUntil(card(page).isVisible)


def test_the_card_and_the_timeline_tell_all_about_a_contact(
    qtbot: QtBot, page: CustomersPage
) -> None:
    show(qtbot, page, "peter")
    assert line(page, "phone").text() == "+49 30 1234567"
    assert card(page).form.company.text() == "Northwind"
    assert [name.text() for name, _ in card(page).assets.fields.values()] == ["Laptop"]
    assert entries(page)[:4] == ["Open tickets", "VPN 0", "VPN 1", "VPN 2"]
    assert entries(page)[4] == "Timeline"
    assert len(entries(page)) == 5 + 6
    show(qtbot, page, "north", "company")
    assert line(page, "domains").text() == "northwind.example"
    people = [button.text() for button in card(page).findChildren(Button)]
    assert {"Peter Hale", "Анна Петрова"} <= set(people)


def test_opening_a_ticket_and_coming_back_keeps_the_place(
    qtbot: QtBot, page: CustomersPage
) -> None:
    show(qtbot, page, "peter")
    view = page.timeline.view
    view.setCurrentIndex(page.timeline.model.index(2))
    view.setFocus()
    page.resize(1150, 320)
    view.verticalScrollBar().setValue(90)
    with qtbot.waitSignal(page.ticket_opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == ["ticket-10402"]
    page.hide()
    with qtbot.waitSignal(page.customer_shown):
        page.show()
    assert page.list.selected_id() == "peter"
    assert view.currentIndex().row() == 2
    assert view.verticalScrollBar().value() == 90


def test_a_field_is_edited_where_it_stands_and_taken_back(
    qtbot: QtBot, page: CustomersPage, filled: SampleDesk, writer: CommandWriter
) -> None:
    undo = UndoStack(writer)
    show(qtbot, page, "peter")
    enter(qtbot, page, line(page, "title"), "Глава на продажби")
    row = filled.row("contact", "peter")
    assert row
    assert row["title"] == "Глава на продажби"
    history = page.timeline.history
    assert history.item(0).text().startswith("Title: — → Глава на продажби\nMaria Orlova")
    with qtbot.waitSignal(page.customer_shown):
        undo.undo()
    assert line(page, "title").text() == ""
    assert history.count() == 2


def test_escape_leaves_a_field_as_it_was(qtbot: QtBot, page: CustomersPage) -> None:
    show(qtbot, page, "peter")
    field = line(page, "name")
    field.setFocus()
    type_text(field, "xyz")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "Peter Hale"
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert page.list.view.hasFocus()


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("name", " ", "Without a name nobody will find this again."),
        ("email", "peter at home", "One address stands here. The others go below."),
        ("email", "peter", "“peter” is no e-mail address."),
        ("other_emails", "a@x.example, b", "“b” is no e-mail address."),
        (
            "nickname",
            "Ж" * 10_000,
            "A line may have 300 letters at most. Put the rest into the note.",
        ),
    ],
)
def test_what_can_not_stand_there_is_refused_with_a_sentence(
    qtbot: QtBot,
    page: CustomersPage,
    filled: SampleDesk,
    field: str,
    typed: str,
    sentence: str,
) -> None:
    show(qtbot, page, "peter")
    before = filled.row("contact", "peter")
    edit = line(page, field)
    edit.setFocus()
    edit.setText(typed)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(page.bar.isVisible)
    assert page.bar.text() == sentence
    assert filled.row("contact", "peter") == before


def test_more_addresses_are_kept_as_a_list(
    qtbot: QtBot, page: CustomersPage, filled: SampleDesk
) -> None:
    show(qtbot, page, "peter")
    enter(qtbot, page, line(page, "other_emails"), "a@x.example; b@x.example a@x.example")
    row = filled.row("contact", "peter")
    assert row
    assert json.loads(row["other_emails"]) == ["a@x.example", "b@x.example"]
    assert line(page, "other_emails").text() == "a@x.example, b@x.example"


def test_a_name_that_pretends_is_marked(qtbot: QtBot, page: CustomersPage) -> None:
    show(qtbot, page, "pete")
    assert "“Pеte”" in card(page).form.warning.text()
    assert card(page).form.warning.isVisible()
    spoken = page.list.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Look-alike letters" in spoken
    show(qtbot, page, "peter")
    assert not card(page).form.warning.isVisible()


def test_a_right_to_left_name_is_shown_as_it_is(
    qtbot: QtBot, page: CustomersPage, filled: SampleDesk
) -> None:
    show(qtbot, page, "peter")
    enter(qtbot, page, line(page, "name"), "שרה-לאה לוי")
    assert line(page, "name").text() == "שרה-לאה לוי"
    qtbot.waitUntil(lambda: "שרה-לאה לוי" in names(page))


def test_two_with_one_number_are_offered_compared_merged_and_separated(
    qtbot: QtBot, page: CustomersPage, filled: SampleDesk, writer: CommandWriter
) -> None:
    undo = UndoStack(writer)
    page.undo_wanted.connect(undo.undo)
    show(qtbot, page, "peter")
    offers = [each for each in card(page).findChildren(Button) if each.text() == "Compare"]
    assert ["same phone" in offer.accessibleName() for offer in offers] == [True]
    offers[0].click()
    qtbot.waitUntil(page.merging.isVisible)
    assert set(page.merging.choices) == {"name", "email", "phone"}
    page.merging.choices["email"].button(1).setChecked(True)
    with qtbot.waitSignal(page.customer_shown):
        page.merging.merge.click()
    qtbot.waitUntil(lambda: names(page) == ["Peter Hale", "Анна Петрова"])
    assert line(page, "email").text() == "pete@home.example"
    assert line(page, "other_emails").text() == "peter@northwind.example"
    assert page.bar.text() == "Both are one now."
    with qtbot.waitSignal(page.customer_shown):
        page.bar._action.click()
    qtbot.waitUntil(lambda: names(page) == ["Peter Hale", "Pеte Hale", "Анна Петрова"])
    assert line(page, "email").text() == "peter@northwind.example"


def test_any_two_can_be_merged_by_name(qtbot: QtBot, page: CustomersPage) -> None:
    show(qtbot, page, "peter")
    field = card(page).merge_with
    field.setFocus()
    type_text(field, "анна")
    qtbot.waitUntil(field._list.isVisible)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(page.merging.isVisible)
    QTest.keyClick(page.merging.merge, Qt.Key.Key_Escape)
    assert card(page).isVisible()
    page._on_merge_wanted("anna")
    qtbot.waitUntil(page.merging.isVisible)
    page.merging.swap.click()
    with qtbot.waitSignal(page.customer_shown) as shown:
        page.merging.merge.click()
    assert shown.args == ["anna"]


def test_the_company_of_a_contact_is_found_and_taken_away(
    qtbot: QtBot, page: CustomersPage, filled: SampleDesk
) -> None:
    show(qtbot, page, "pete")
    field = card(page).form.company
    field.setFocus()
    type_text(field, "north")
    qtbot.waitUntil(field._list.isVisible)
    with qtbot.waitSignal(page.customer_shown):
        QTest.keyClick(field, Qt.Key.Key_Return)
    row = filled.row("contact", "pete")
    assert row
    assert row["company_id"] == "north"
    field.clear()
    with qtbot.waitSignal(page.customer_shown):
        QTest.keyClick(field, Qt.Key.Key_Return)
    row = filled.row("contact", "pete")
    assert row
    assert row["company_id"] is None


def test_equipment_is_added_and_removed(
    qtbot: QtBot, page: CustomersPage, filled: SampleDesk
) -> None:
    show(qtbot, page, "peter")
    enter(qtbot, page, card(page).assets.new, "Phone")
    fields = card(page).assets.fields
    assert sorted(name.text() for name, _ in fields.values()) == ["Laptop", "Phone"]
    added = next(serial for name, serial in fields.values() if name.text() == "Phone")
    enter(qtbot, page, added, "IMEI 35")
    assert filled.value("SELECT serial FROM asset WHERE name = 'Phone'") == "IMEI 35"


def test_a_new_contact_is_named_by_what_was_searched(
    qtbot: QtBot, page: CustomersPage, filled: SampleDesk
) -> None:
    page.list.search.setText("ivan@new.example")
    qtbot.waitUntil(page.empty.isVisible)
    with qtbot.waitSignal(page.customer_shown):
        page.empty.action_chosen.emit()
    assert line(page, "email").text() == "ivan@new.example"
    assert line(page, "name").hasFocus()
    assert line(page, "name").selectedText() == "ivan"


def test_what_is_being_typed_is_not_replaced_by_news(
    qtbot: QtBot, page: CustomersPage, filled: SampleDesk
) -> None:
    show(qtbot, page, "peter")
    field = line(page, "title")
    field.setFocus()
    type_text(field, "CF")
    filled.put("contact", id="peter", company_id="north", title="CEO", other_emails="[]", **PETER)
    with qtbot.waitSignal(page.customer_shown):
        page.refresh()
    assert field.text() == "CF"


def test_a_list_of_many_is_read_in_pages(
    qtbot: QtBot, page: CustomersPage, filled: SampleDesk
) -> None:
    for n in range(PAGE + 20):
        filled.put("contact", id=f"z{n:04}", name=f"Zoe {n:04}")
    page.load()
    qtbot.waitUntil(lambda: len(names(page)) >= PAGE)
    page.list.view.scrollToBottom()
    qtbot.waitUntil(lambda: len(names(page)) == PAGE + 23)
    assert names(page)[-1] == "Анна Петрова"


def test_every_field_has_a_name_and_is_reached_by_tab(page: CustomersPage) -> None:
    for pane in page.cards.values():
        for field in pane.findChildren(FactEdit):
            assert field.accessibleName()
            assert field.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_equipment_without_a_name_is_not_added(qtbot: QtBot, page: CustomersPage) -> None:
    commands: list[Command] = []
    card(page).command_chosen.connect(commands.append)
    show(qtbot, page, "peter")
    card(page).assets.new.setText("  ")
    QTest.keyClick(card(page).assets.new, Qt.Key.Key_Return)
    assert commands == []


def test_a_contact_without_open_tickets_is_deleted_listed_apart_and_brought_back(
    qtbot: QtBot, page: CustomersPage, filled: SampleDesk, writer: CommandWriter
) -> None:
    show(qtbot, page, "anna")
    with qtbot.waitSignal(page.customer_shown):
        card(page).state.delete.click()
    qtbot.waitUntil(lambda: names(page) == ["Peter Hale", "Pеte Hale"])
    assert page.bar.text() == "Deleted. The tickets and their history stay."
    assert not card(page).form.isEnabled()
    page.list.gone.click()
    qtbot.waitUntil(lambda: names(page) == ["Анна Петрова"])
    qtbot.waitUntil(lambda: not card(page).form.isEnabled())
    back = next(b for b in card(page).findChildren(Button) if b.text() == "Bring back")
    back.click()
    qtbot.waitUntil(lambda: names(page) == [])
    page.list.gone.click()
    qtbot.waitUntil(lambda: len(names(page)) == 3)
    assert filled.value("SELECT deleted FROM contact WHERE id = 'anna'") == 0
    told = "SELECT GROUP_CONCAT(what) FROM (SELECT what FROM record_event ORDER BY at_ms, id)"
    assert sorted(filled.value(told).split(",")) == ["deleted", "restored"]


@pytest.mark.parametrize(("kind", "id"), [("contact", "peter"), ("company", "north")])
def test_whose_tickets_are_open_is_not_deleted(
    qtbot: QtBot, page: CustomersPage, filled: SampleDesk, kind: Any, id: str
) -> None:
    show(qtbot, page, id, kind)
    card(page).state.delete.click()
    qtbot.waitUntil(page.bar.isVisible)
    said = "There are open tickets of theirs. Close them, or merge this one with another."
    assert page.bar.text() == said
    assert filled.value(f"SELECT deleted FROM {kind} WHERE id = '{id}'") == 0


def test_a_contact_is_deactivated_and_activated_again(
    qtbot: QtBot, page: CustomersPage, filled: SampleDesk
) -> None:
    filled.put("contact", id="anna", active=1, other_emails="[]", **ANNA)
    show(qtbot, page, "anna")
    state = card(page).state
    assert state.active.text() == "Deactivate"
    state.active.click()
    qtbot.waitUntil(lambda: state.active.text() == "Activate again")
    assert filled.value("SELECT active FROM contact WHERE id = 'anna'") == 0
    state.active.click()
    qtbot.waitUntil(lambda: state.active.text() == "Deactivate")
    show(qtbot, page, "north", "company")
    assert not card(page).state.active.isVisible()
