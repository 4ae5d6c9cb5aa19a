from __future__ import annotations

import pytest

from models import records
from models.database import Store
from models.queries import finding, inbox
from models.rows import Clock
from tests.models.queries.local_desk import ANNA, NOON_MS, LocalDesk

CLOCK = Clock(NOON_MS, NOON_MS)


def test_words_may_stand_in_different_messages_of_a_ticket(desk: LocalDesk) -> None:
    both = desk.new_ticket("Printer on the third floor", "<p>It shows a red light.</p>")
    desk.new_ticket("Printer in the basement", "<p>Out of toner.</p>")
    desk.index()

    assert desk.found("printer light") == [both]


def test_every_word_has_to_occur(desk: LocalDesk) -> None:
    desk.new_ticket("Printer on the third floor")
    desk.index()

    assert desk.found("printer basement") == []


def test_other_forms_of_a_word_and_its_beginning_are_found(desk: LocalDesk) -> None:
    ticket = desk.new_ticket("Не работает принтер", "<p>Сбросьте пароль</p>")
    desk.index()

    assert desk.found("принтеры пароля") == [ticket]
    assert desk.found("прин") == [ticket]
    assert desk.found("ghbynth") == [ticket]


@pytest.mark.parametrize("typed", ["4711", "#4711", " 4711 ", "N-3F7KQ2", "n-3f7kq2"])
def test_a_ticket_is_found_by_number_and_alias_before_it_is_indexed(
    desk: LocalDesk, typed: str
) -> None:
    desk.write("ticket", "t1", number=4711, alias="N-3F7KQ2", subject="Phone")

    assert desk.found(typed) == ["t1"]


@pytest.mark.parametrize("typed", ["²", "٤٧", "!!!", '"', "* OR *", "a" * 5000, "NEAR(a b)"])
def test_odd_queries_find_nothing_and_break_nothing(desk: LocalDesk, typed: str) -> None:
    desk.new_ticket("Printer")
    desk.index()

    assert desk.found(typed) == []


def test_a_very_common_word_finds_the_newest_in_whatever_order_they_arrived(
    desk: LocalDesk,
) -> None:
    count = finding.NEWEST_HITS + 50
    rows = [
        records.complete("ticket", {"id": f"t{n:05}", "subject": "Same", "created_at_ms": at_ms})
        for n, at_ms in enumerate(range(NOON_MS, NOON_MS - count * 60_000, -60_000))
    ]
    with desk.store.transaction():
        records.put_many(desk.store, "ticket", rows, guard_rev=False)
    desk.index()  # marks everything, as this file was never indexed

    found = desk.found("same")

    assert found == [f"t{n:05}" for n in range(finding.NEWEST_HITS)]


def test_personal_notes_are_no_hits_of_a_ticket(desk: LocalDesk) -> None:
    ticket = desk.new_ticket("Router")
    desk.write("personal_note", "n1", title="Secret", html="<p>secret</p>", ticket_id=ticket)
    desk.index()

    assert desk.found("secret") == []


def test_a_search_narrows_a_page_of_the_inbox(desk: LocalDesk) -> None:
    desk.new_ticket("Router")
    ticket = desk.new_ticket("Printer")
    desk.index()

    rows = inbox.inbox_page(desk.store, "all", ANNA, CLOCK, search="printers")

    assert [row.id for row in rows] == [ticket]


def test_a_server_finds_tickets_by_number_and_alias(store_url: str) -> None:
    store = Store.open(store_url, "server")
    row = {"id": "t1", "number": 4711, "alias": "N-3F7KQ2", "subject": "Phone", "status": "open"}
    with store.transaction():
        records.put(store, "ticket", records.complete("ticket", row))

    for typed, count in (("#4711", 1), ("n-3f7kq2", 1), ("4712", 0), ("phone", 0)):
        assert len(inbox.inbox_page(store, "all", ANNA, CLOCK, search=typed)) == count
    store.close()
