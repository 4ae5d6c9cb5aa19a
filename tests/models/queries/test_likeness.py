"""Likely duplicates while a subject is typed, and an outage seen as one."""

from __future__ import annotations

import pytest

from models.commands import Link, MergeTickets, SetTicket
from models.perform import perform
from models.queries.likeness import DAY_MS, AlikeRow, alike, burst
from tests.models.queries.local_desk import ANNA, NOON_MS, LocalDesk


def ids(found: list[AlikeRow]) -> list[str]:
    return [row.id for row in found]


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("VPN drops every few minutes", "VPN drops every 10 minutes"),
        ("Не открываются отчёты в 1С", "Не открывается отчёт в 1С"),
        ("Принтерът не печата", "Принтер не печата"),
    ],
)
def test_words_in_other_forms_are_alike(desk: LocalDesk, typed: str, there: str) -> None:
    wanted = desk.new_ticket(there)
    desk.new_ticket("New laptop for an employee")
    desk.new_ticket("Не приходят письма")
    assert ids(alike(desk.store, typed, NOON_MS)) == [wanted]


def test_of_the_same_requester_fewer_words_are_enough(desk: LocalDesk) -> None:
    desk.write("contact", "peter", name="Peter Hale", company_id="nw")
    of_peter = desk.new_ticket("VPN is down again in the office", requester_id="peter")
    of_company = desk.new_ticket("Gateway down, no VPN at all", company_id="nw")
    desk.new_ticket("Coffee machine is down")
    typed = "VPN down since lunch"
    assert alike(desk.store, typed, NOON_MS) == []
    assert ids(alike(desk.store, typed, NOON_MS, requester_id="peter")) == [of_peter]
    both = alike(desk.store, typed, NOON_MS, requester_id="peter", company_id="nw")
    assert set(ids(both)) == {of_peter, of_company}


def test_old_merged_and_the_ticket_itself_are_left_out(desk: LocalDesk) -> None:
    one, two = desk.new_ticket("Printer is jammed"), desk.new_ticket("Printer jammed")
    assert set(ids(alike(desk.store, "Printer is jammed", NOON_MS))) == {one, two}
    assert ids(alike(desk.store, "Printer is jammed", NOON_MS, but=one)) == [two]
    perform(desk.store, MergeTickets(id=two, into_id=one), ANNA, NOON_MS)
    assert ids(alike(desk.store, "Printer is jammed", NOON_MS)) == [one]
    assert alike(desk.store, "Printer is jammed", NOON_MS + 31 * DAY_MS) == []
    assert alike(desk.store, "", NOON_MS) == []


def test_behind_hundreds_of_newer_ones_the_index_finds_it(desk: LocalDesk) -> None:
    wanted = desk.new_ticket("Badge reader at the north gate is broken")
    with desk.store.transaction():
        desk.store.sql("UPDATE ticket SET activity_at_ms = activity_at_ms - 1000")
    for n in range(320):
        desk.write("ticket", f"t{n}", subject=f"Request {n}", activity_at_ms=NOON_MS, tags="[]")
    typed = "Badge reader broken at north gate"
    assert alike(desk.store, typed, NOON_MS) == []
    desk.index()
    assert ids(alike(desk.store, typed, NOON_MS)) == [wanted]


def test_the_fifth_of_an_outage_shows_that_it_is_one(desk: LocalDesk) -> None:
    seen = []
    for n in range(12):
        place = ("on floor 2", "in sales", "at the desk", "again", "here")[n % 5]
        id = desk.new_ticket(f"No internet connection {place}")
        desk.new_ticket(f"Something else number {n}")
        seen.append((id, len(burst(desk.store, id))))
    assert [count for _, count in seen][:5] == [0, 0, 0, 0, 5]
    first, last = seen[0][0], seen[11][0]
    assert len(burst(desk.store, last)) == 12
    perform(desk.store, Link(id=first, other_id=last, role="child"), ANNA, NOON_MS)
    assert burst(desk.store, last) == burst(desk.store, first) == []
    perform(desk.store, SetTicket(id=seen[5][0], set={"status": "done"}), ANNA, NOON_MS)
    assert burst(desk.store, seen[5][0]) == []
