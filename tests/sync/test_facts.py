"""What a category asks for is told on either side, found, kept, undone, and needed for Done."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from models.classify.asked import read_known
from models.clock import clock_at, wall_ms
from models.commands import (
    AddNote,
    CreateTicket,
    FileRef,
    ResolveConflict,
    SetFacts,
    SetTicket,
)
from models.errors import Refused
from models.indexing import index_dirty
from models.queries.facts import ticket_facts
from models.queries.inbox import inbox_page
from sync.server.check import faults
from sync.server.writer import ServerWriter
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person

SERIAL = {"key": "serial", "names": {"en": "Serial number", "ru": "Номер"}, "must": True}
PLACE = {"key": "place", "type": "choice", "choices": ["Office", "Home"]}
PRINTER = json.dumps([SERIAL])
DEVICES = json.dumps([PLACE, {"key": "screen", "name": "Screenshot", "type": "image"}])


@pytest.fixture(params=["sqlite_url", "postgres_url"], ids=["sqlite", "postgres"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(request.getfixturevalue(request.param), tmp_path / "server")
    made.path.run(categories)
    yield made
    assert list(faults(made.store, made.folder)) == []
    made.store.close()


def categories(writer: ServerWriter) -> None:
    tree = (("devices", None, DEVICES), ("printer", "devices", PRINTER), ("other", None, "[]"))
    for key, parent_id, required in tree:
        names = json.dumps({"en": key})
        row = {"key": key, "parent_id": parent_id, "names": names, "required": required}
        writer.insert("category", {"id": key, "scope": "ws", **row})


@pytest.fixture
def people(desk: ServerDesk, tmp_path: Path) -> tuple[Person, Person]:
    anna, boris = (
        Person.made(tmp_path / login, desk, desk.agent(login, "Network"))
        for login in ("anna", "boris")
    )
    return anna, boris


@pytest.fixture
def ticket(desk: ServerDesk, people: tuple[Person, Person]) -> str:
    made = desk.ticket("Network", category_id="printer")
    for person in people:
        person.sync()
    return made


def known(desk: ServerDesk, *people: Person, id: str) -> dict[str, str]:
    """The same for everybody once all have synced."""
    for person in (*people, *people):
        person.sync()
    rows = [desk.row("ticket", id), *(person.row("ticket", id) for person in people)]
    texts = {row and row["facts"] for row in rows}
    assert len(texts) == 1, texts
    return read_known(texts.pop() or "")


def test_two_people_tell_different_facts_and_both_stay(
    desk: ServerDesk, people: tuple[Person, Person], ticket: str
) -> None:
    anna, boris = people
    anna.do(SetFacts(id=ticket, set={"serial": "X1"}))
    boris.do(SetFacts(id=ticket, set={"place": "Home"}))
    assert known(desk, anna, boris, id=ticket) == {"serial": "X1", "place": "Home"}
    assert desk.count("conflict") == 0


def test_one_fact_told_twice_keeps_both_values_and_theirs_can_be_chosen(
    desk: ServerDesk, people: tuple[Person, Person], ticket: str
) -> None:
    anna, boris = people
    anna.do(SetFacts(id=ticket, set={"serial": "X1", "place": "Home"}))
    boris.do(SetFacts(id=ticket, set={"serial": "X2"}))
    anna.sync()
    assert known(desk, boris, anna, id=ticket) == {"serial": "X2", "place": "Home"}
    ((id, theirs, mine),) = desk.store.sql("SELECT id, theirs, mine FROM conflict")
    assert [json.loads(json.loads(each)) for each in (theirs, mine)] == [
        {"serial": "X1"},
        {"serial": "X2"},
    ]
    chosen = boris.do(ResolveConflict(id=id, choice="theirs"))
    assert known(desk, boris, anna, id=ticket) == {"serial": "X1", "place": "Home"}
    assert chosen.inverse is not None
    boris.do(chosen.inverse)
    assert known(desk, boris, anna, id=ticket) == {"serial": "X2", "place": "Home"}


def test_undo_takes_a_fact_away_and_leaves_the_others(
    desk: ServerDesk, people: tuple[Person, Person], ticket: str
) -> None:
    anna, boris = people
    anna.do(SetFacts(id=ticket, set={"place": "Home"}))
    told = anna.do(SetFacts(id=ticket, set={"serial": "X1", "place": "Office"}))
    assert told.inverse is not None
    anna.do(told.inverse)
    assert known(desk, anna, boris, id=ticket) == {"place": "Home"}
    lines = desk.store.sql("SELECT old, new FROM event WHERE what = 'facts' ORDER BY at_ms, id")
    assert len(lines) == 3


def test_what_was_told_is_found_by_search(people: tuple[Person, Person], ticket: str) -> None:
    anna, _ = people
    anna.do(SetFacts(id=ticket, set={"serial": "ZX-4711"}))
    while index_dirty(anna.store):
        pass
    clock = clock_at(wall_ms())
    found = inbox_page(anna.store, "all", anna.actor, clock, search="4711")
    assert [row.id for row in found] == [ticket]


def test_done_needs_what_must_be_told(
    desk: ServerDesk, people: tuple[Person, Person], ticket: str
) -> None:
    anna, boris = people
    done = SetTicket(id=ticket, set={"status": "done"})
    with pytest.raises(Refused, match="Serial number") as refused:
        anna.do(done)
    assert refused.value.code == "facts"
    outcome = desk.device(anna.actor).push(done)[0]
    assert (outcome.s, outcome.code) == ("rejected", "facts")
    anna.do(SetFacts(id=ticket, set={"serial": "X1"}))
    anna.do(done)
    known(desk, anna, boris, id=ticket)
    assert desk.row("ticket", ticket)["status"] == "done"


def test_a_picture_on_the_ticket_is_the_fact(people: tuple[Person, Person], ticket: str) -> None:
    anna, _ = people
    assert missing(anna, ticket) == ["Serial number", "place", "Screenshot"]
    file = FileRef(id="f1", sha256="a" * 64, name="a.png", media_type="image/png", size_bytes=1)
    anna.do(AddNote(ticket_id=ticket, html="", files=(file,)))
    assert missing(anna, ticket) == ["Serial number", "place"]


def missing(person: Person, ticket: str) -> list[str]:
    return [fact.name for fact in ticket_facts(person.store, ticket) if fact.missing]


def test_a_new_ticket_carries_what_was_told(
    desk: ServerDesk, people: tuple[Person, Person]
) -> None:
    anna, boris = people
    known(desk, anna, boris, id=desk.ticket("Network"))
    facts = json.dumps({"serial": "X9"})
    about = {"subject": "New", "queue_id": desk.queue("Network"), "category_id": "printer"}
    made = CreateTicket(set={**about, "facts": facts})
    anna.do(made)
    assert known(desk, anna, boris, id=made.id) == {"serial": "X9"}


BAD: dict[str, dict[str, Any]] = {
    "lines": {"serial": "a\nb"},
    "long": {"serial": "x" * 1001},
    "no key": {" ": "x"},
    "nul": {"serial": "a\x00"},
    "not offered": {"place": "Moon"},
}


@pytest.mark.parametrize("given", BAD.values(), ids=BAD)
def test_what_can_be_no_fact_is_refused(
    people: tuple[Person, Person], ticket: str, given: dict[str, str]
) -> None:
    with pytest.raises(Refused):
        people[0].do(SetFacts(id=ticket, set=given))
