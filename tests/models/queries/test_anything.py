from __future__ import annotations

import pytest

from models.queries.anything import TICKETS, Anything, find_anything, tickets_again
from models.queries.slips import without_slips
from models.rows import Clock
from tests.models.queries.local_desk import ANNA, NOON_MS, LocalDesk

CLOCK = Clock(NOON_MS, NOON_MS)


def find(desk: LocalDesk, text: str) -> Anything:
    return find_anything(desk.store, text, ANNA, CLOCK)


@pytest.fixture
def gateway(desk: LocalDesk) -> str:
    desk.write("contact", "peter", name="Peter Hale", email="peter@northwind.example")
    desk.write("article", "a", language="en", title="VPN after a client update", html="<p>MTU</p>")
    ticket = desk.new_ticket("VPN drops every 10 minutes")
    desk.note(ticket, "<p>It is the same <b>gateway</b> as before, says Peter.</p>")
    desk.new_ticket("Принтер печатает полосы")
    desk.index()
    return ticket


def test_one_question_finds_tickets_people_and_articles(desk: LocalDesk, gateway: str) -> None:
    found = find(desk, "vpn")
    assert [hit.row.id for hit in found.tickets] == [gateway]
    assert [hit.row.id for hit in found.articles] == ["a"]
    assert [row.id for row in find(desk, "hale").people] == ["peter"]


def test_a_hit_tells_where_the_words_stand(desk: LocalDesk, gateway: str) -> None:
    (hit,) = find(desk, "vpn gateway").tickets
    subject, snippet = hit.row.subject, hit.snippet
    assert [subject[start:end] for start, end in hit.subject_marks] == ["VPN"]
    assert [snippet[start:end] for start, end in hit.snippet_marks] == ["gateway"]


def test_another_layout_is_understood_and_told(desk: LocalDesk, gateway: str) -> None:
    found = find(desk, "мзт ")
    assert [hit.row.id for hit in found.tickets] == [gateway]
    assert found.also == "vpn"


@pytest.mark.parametrize(
    ("typed", "read"),
    [("gatewya", "gateway"), ("принетр", "принтер"), ("getaway", ""), ("dgy", "vpn")],
)
def test_a_slip_is_read_as_the_nearest_word(
    desk: LocalDesk, gateway: str, typed: str, read: str
) -> None:
    assert without_slips(desk.store, typed) == read
    found = find(desk, typed)
    assert found.also == read
    assert bool(found.tickets) == bool(read)


def test_the_ticket_whose_number_was_typed_comes_first(desk: LocalDesk) -> None:
    desk.write("ticket", "old", number=4711, subject="Phone", activity_at_ms=1)
    desk.write("ticket", "new", number=4712, subject="Like 4711", activity_at_ms=9)
    desk.index()
    assert [hit.row.id for hit in find(desk, "#4711").tickets] == ["old", "new"]


def test_many_texts_with_the_number_do_not_push_its_ticket_out(desk: LocalDesk) -> None:
    desk.write("ticket", "old", number=33, subject="Phone", activity_at_ms=1)
    for n in range(TICKETS + 1):
        desk.write("ticket", f"new {n}", number=50 + n, subject="Retry 33", activity_at_ms=9)
    desk.index()
    found = [hit.row.id for hit in find(desk, "#33").tickets]
    assert (found[0], len(found)) == ("old", TICKETS)


@pytest.mark.parametrize("typed", ["", "v", "!!", '"'])
def test_too_little_finds_nothing(desk: LocalDesk, gateway: str, typed: str) -> None:
    assert find(desk, typed) == Anything()


def test_tickets_are_read_again_in_the_order_they_are_asked_for(desk: LocalDesk) -> None:
    ids = [desk.new_ticket(f"T{n}") for n in range(3)]
    wanted = [ids[2], "gone", ids[0]]
    assert [row.id for row in tickets_again(desk.store, wanted, ANNA, CLOCK)] == [ids[2], ids[0]]
