"""Contacts and companies that two people edit and merge at once: nothing is lost, all agree."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from models.commands import Delete, MergeRecords, Put, SetTicket
from models.errors import Refused
from models.queries.conversation import ticket_header
from sync.server.check import faults
from sync.server.writer import ServerWriter
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person, held_rows

FIELDS = {"other_emails": "[]", "phone": "1"}


@pytest.fixture
def desk(store_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(store_url, tmp_path / "server")
    for id in ("one", "two", "three"):
        row = {"id": id, "scope": "ws", "name": id.title(), "email": f"{id}@x.example", **FIELDS}
        made.path.run(partial(ServerWriter.insert, kind="contact", row=row))
    yield made
    assert list(faults(made.store, made.folder)) == []
    made.store.close()


def agree(desk: ServerDesk, *people: Person) -> None:
    for person in (*people, *people):
        person.sync()
    for person in people:
        assert person.rows() == held_rows(desk, person.actor)


def conflicts(desk: ServerDesk) -> list[list[Any]]:
    found = desk.store.sql("SELECT ent, field, base, theirs, mine FROM conflict ORDER BY id")
    return [[ent, field, *map(json.loads, values)] for ent, field, *values in found]


def merge(id: str, into_id: str, **chosen: str) -> MergeRecords:
    return MergeRecords(entity="contact", id=id, into_id=into_id, set=chosen)


def test_tickets_of_a_queue_nobody_here_sees_are_the_survivor_s_too(
    desk: ServerDesk, anna: Person, boris: Person
) -> None:
    carl = Person.made(anna.store.path.parent / "carl", desk, desk.agent("carl", "Vault"))  # type: ignore[union-attr]
    ticket = desk.ticket("Vault", "Secret", requester_id="two")
    agree(desk, anna, boris, carl)
    done = anna.do(merge("two", "one"))
    agree(desk, anna, boris, carl)
    assert ticket_header(carl.store, ticket).requester_name == "One"
    assert done.inverse
    anna.do(done.inverse)
    agree(desk, anna, boris, carl)
    assert ticket_header(carl.store, ticket).requester_name == "Two"
    assert desk.row("contact", "one")["other_emails"] == "[]"
    assert desk.count("ticket") == 1
    assert desk.row("ticket", ticket)["rev"] == 1
    carl.store.close()


def test_two_who_merge_one_into_two_others_make_one_of_all(
    desk: ServerDesk, anna: Person, boris: Person
) -> None:
    agree(desk, anna, boris)
    anna.do(merge("one", "two"))
    back = boris.do(merge("one", "three")).inverse
    anna.sync()
    agree(desk, anna, boris)
    parts = {id: desk.row("contact", id)["merged_into"] for id in ("one", "two", "three")}
    assert parts == {"one": "three", "two": "three", "three": None}
    assert set(json.loads(desk.row("contact", "three")["other_emails"])) == {
        "one@x.example",
        "two@x.example",
    }
    assert back
    boris.do(back)
    agree(desk, anna, boris)


def test_two_who_merge_the_other_way_round_make_no_circle(
    desk: ServerDesk, anna: Person, boris: Person
) -> None:
    agree(desk, anna, boris)
    anna.do(merge("one", "two", phone="2"))
    boris.do(merge("two", "one", phone="3"))
    anna.sync()
    agree(desk, anna, boris)
    assert desk.row("contact", "two")["merged_into"] is None
    assert desk.row("contact", "one")["merged_into"] == "two"
    assert desk.row("contact", "two")["phone"] == "3"
    assert conflicts(desk) == [["two", "phone", "1", "2", "3"]]


def test_a_value_chosen_in_ignorance_of_another_is_a_conflict(
    desk: ServerDesk, anna: Person, boris: Person
) -> None:
    agree(desk, anna, boris)
    anna.do(Put(entity="contact", id="one", set={"phone": "2"}))
    boris.do(merge("two", "one", phone="3"))
    anna.sync()
    agree(desk, anna, boris)
    assert conflicts(desk) == [["one", "phone", "1", "2", "3"]]


def test_an_edit_of_what_was_merged_meanwhile_arrives_at_the_survivor(
    desk: ServerDesk, anna: Person, boris: Person
) -> None:
    agree(desk, anna, boris)
    anna.do(merge("two", "one", phone="2"))
    boris.do(Put(entity="contact", id="two", set={"name": "Two", "title": "CFO", "phone": "3"}))
    anna.sync()
    agree(desk, anna, boris)
    row = desk.row("contact", "one")
    assert (row["name"], row["title"], row["phone"]) == ("One", "CFO", "3")
    assert conflicts(desk) == [["one", "phone", "1", "2", "3"]]


def test_both_write_the_same_field_offline(desk: ServerDesk, anna: Person, boris: Person) -> None:
    agree(desk, anna, boris)
    anna.do(Put(entity="contact", id="one", set={"phone": "2", "title": "CFO"}))
    boris.do(Put(entity="contact", id="one", set={"phone": "3", "note": "calls in the morning"}))
    anna.sync()
    agree(desk, anna, boris)
    row = desk.row("contact", "one")
    assert (row["phone"], row["title"], row["note"]) == ("3", "CFO", "calls in the morning")
    assert conflicts(desk) == [["one", "phone", "1", "2", "3"]]
    told = desk.store.sql("SELECT who_name, what, old, new FROM record_event ORDER BY what, new")
    assert told == [
        ("Boris", "note", None, "calls in the morning"),
        ("Anna", "phone", "1", "2"),
        ("Boris", "phone", "2", "3"),
        ("Anna", "title", None, "CFO"),
    ]


def test_a_customer_with_open_tickets_is_not_deleted_on_any_side(
    desk: ServerDesk, tmp_path: Path
) -> None:
    anna, boris = (
        Person.made(tmp_path / login, desk, desk.agent(login, "Network"))
        for login in ("anna", "boris")
    )
    ticket = desk.ticket("Network", requester_id="two")
    anna.sync()
    anna.do(MergeRecords(entity="contact", id="two", into_id="one"))
    anna.sync()
    gone = Delete(entity="contact", id="one")
    with pytest.raises(Refused, match="open tickets"):
        anna.do(gone)
    answer = desk.device(anna.actor).push(gone)[0]
    assert (answer.s, answer.code) == ("rejected", "open_tickets")
    anna.do(SetTicket(id=ticket, set={"status": "done"}))
    deleted = anna.do(gone)
    agree(desk, anna, boris)
    assert boris.row("contact", "one") is None
    assert ticket_header(boris.store, ticket).requester_name == "One", "the history stays"
    assert deleted.inverse is not None
    anna.do(deleted.inverse)
    agree(desk, anna, boris)
    assert boris.row("contact", "one") is not None
