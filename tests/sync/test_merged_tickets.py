"""Two tickets become one: nothing that was said is lost, and it can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.commands import (
    AddNote,
    MergeTickets,
    SetTicket,
    Tags,
    Transfer,
    UnmergeTicket,
)
from models.errors import Refused
from models.queries.conversation import conversation
from models.rows import MessageRow
from sync.server.check import faults
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person, held_rows


@pytest.fixture
def desk(store_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(store_url, tmp_path / "server")
    yield made
    assert list(faults(made.store, made.folder)) == []
    made.store.close()


@pytest.fixture
def people(desk: ServerDesk, tmp_path: Path) -> Iterator[list[Person]]:
    """Anna has both queues, Boris the first alone."""
    anna, boris = desk.agent("anna", "Network", "1C"), desk.agent("boris", "Network")
    made = [Person.made(tmp_path / who.login, desk, who) for who in (anna, boris)]
    yield made
    for person in made:
        person.store.close()


def said(person: Person, ticket: str) -> list[str]:
    items = conversation(person.store, ticket)
    return [item.html for item in items if isinstance(item, MessageRow)]


def agree(desk: ServerDesk, people: list[Person]) -> None:
    for person in (*people, *people):
        person.sync()
    for person in people:
        assert person.rows() == held_rows(desk, person.actor)


def test_a_merged_ticket_s_words_stand_in_the_other_one(
    desk: ServerDesk, people: list[Person]
) -> None:
    anna, boris = people
    first, second = desk.ticket("Network", "VPN drops"), desk.ticket("1C", "VPN again")
    agree(desk, people)
    done = anna.do(MergeTickets(id=second, into_id=first))
    agree(desk, people)
    for person in people:
        assert said(person, first) == ["<p>VPN drops</p>", "<p>VPN again</p>"]
        row = person.row("ticket", second)
        assert row
        assert (row["merged_into"], row["status"]) == (first, "done")
    assert done.inverse
    anna.do(done.inverse)
    agree(desk, people)
    assert said(anna, first) == ["<p>VPN drops</p>"]
    assert said(anna, second) == ["<p>VPN again</p>"]
    row = anna.row("ticket", second)
    assert row
    assert (row["merged_into"], row["status"], row["queue_id"]) == (None, "new", desk.queue("1C"))
    assert boris.row("ticket", second) is None


def test_what_is_written_on_a_ticket_merged_meanwhile_goes_where_it_is_now(
    desk: ServerDesk, people: list[Person]
) -> None:
    anna, boris = people
    first, second = desk.ticket("Network", "one"), desk.ticket("Network", "two")
    agree(desk, people)
    anna.do(MergeTickets(id=second, into_id=first))
    note = AddNote(ticket_id=second, html="<p>late</p>")
    boris.do(note)
    boris.do(Tags(id=second, add=("late",)))
    boris.do(SetTicket(id=second, set={"priority": "high"}))
    anna.sync()
    agree(desk, people)
    assert desk.row("message", note.id)["ticket_id"] == first
    assert desk.row("ticket", first)["tags"] == '["late"]'
    assert desk.row("ticket", second)["priority"] == "normal"
    assert [state for _, state in boris.states()] == ["settled", "settled", "refused"]


def test_two_who_merge_the_same_two_the_other_way_round_make_no_circle(
    desk: ServerDesk, people: list[Person]
) -> None:
    anna, boris = people
    first, second = desk.ticket("Network", "one"), desk.ticket("Network", "two")
    agree(desk, people)
    anna.do(MergeTickets(id=second, into_id=first))
    boris.do(MergeTickets(id=first, into_id=second))
    agree(desk, people)
    assert desk.row("ticket", first)["merged_into"] is None
    assert desk.row("ticket", second)["merged_into"] == first
    assert sorted(said(boris, first)) == ["<p>one</p>", "<p>two</p>"]


def test_a_chain_of_merges_moves_together(desk: ServerDesk, people: list[Person]) -> None:
    anna, _ = people
    a, b = desk.ticket("Network", "a"), desk.ticket("Network", "b")
    c = desk.ticket("1C", "c")
    agree(desk, people)
    anna.do(MergeTickets(id=a, into_id=b))
    anna.do(MergeTickets(id=b, into_id=c))
    agree(desk, people)
    assert sorted(said(anna, c)) == ["<p>a</p>", "<p>b</p>", "<p>c</p>"]
    home = f"q:{desk.queue('1C')}"
    assert {desk.row("ticket", id)["scope"] for id in (a, b, c)} == {home}


def test_what_is_no_part_can_t_be_taken_out(desk: ServerDesk, people: list[Person]) -> None:
    ticket = desk.ticket("Network", "one")
    agree(desk, people)
    with pytest.raises(Refused):
        people[0].do(UnmergeTicket(id=ticket))


def test_a_transfer_takes_along_what_was_merged_into_the_ticket(
    desk: ServerDesk, people: list[Person]
) -> None:
    """Whoever has the new queue alone reads the whole of it."""
    anna, boris = people
    first, second = desk.ticket("1C", "VPN drops"), desk.ticket("1C", "VPN again")
    agree(desk, people)
    anna.do(MergeTickets(id=second, into_id=first))
    moved = anna.do(Transfer(id=first, queue_id=desk.queue("Network")))
    agree(desk, people)
    assert said(boris, first) == ["<p>VPN drops</p>", "<p>VPN again</p>"]
    assert moved.inverse
    anna.do(moved.inverse)
    agree(desk, people)
    assert desk.row("ticket", second)["queue_id"] == desk.queue("1C")
    assert boris.row("ticket", second) is None
