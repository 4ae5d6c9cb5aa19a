"""At most nine categories lie right below one, whoever writes them and on whichever side."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.commands import Command, Delete, Put
from models.errors import Refused
from sync.server.check import faults
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person

NAMES = json.dumps({"en": "Any"})
FULL = "“top” has 9 categories already. Put one below another."


@pytest.fixture
def desk(store_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(store_url, tmp_path / "server")
    yield made
    assert list(faults(made.store, made.folder)) == []
    made.store.close()


@pytest.fixture
def lead(desk: ServerDesk, tmp_path: Path) -> Person:
    """Whose file and server have a category with nine below it."""
    person = Person.made(tmp_path / "lead", desk, desk.agent("lead", role="lead"))
    person.sync()
    for made in (category("top", None), category("aside", None)):
        person.do(made)
    for n in range(9):
        person.do(category(f"c{n}"))
    person.sync()
    assert desk.count("category") == 11
    return person


def category(id: str, parent_id: str | None = "top") -> Put:
    names = {"key": id, "names": NAMES, "required": "[]", "hint": ""}
    return Put(entity="category", id=id, set={**names, "parent_id": parent_id})


def refused(person: Person, desk: ServerDesk, command: Command) -> set[str]:
    """What is said here, and by the server to whoever does not ask here."""
    with pytest.raises(Refused) as error:
        person.do(command)
    outcome = desk.device(person.actor).push(command)[0]
    assert (outcome.s, outcome.code, error.value.code) == ("rejected", "crowded", "crowded")
    return {str(error.value), outcome.sentence}


def test_a_tenth_is_refused_on_both_sides(desk: ServerDesk, lead: Person) -> None:
    assert refused(lead, desk, category("tenth")) == {FULL}
    moved = Put(entity="category", id="aside", set={"parent_id": "top"})
    assert refused(lead, desk, moved) == {FULL}


def test_what_lies_there_may_be_changed_and_makes_room_when_it_goes(
    desk: ServerDesk, lead: Person
) -> None:
    lead.do(Put(entity="category", id="c0", set={"hint": "Ask for the room."}))
    gone = lead.do(Delete(entity="category", id="c0"))
    lead.do(category("tenth"))
    lead.sync()
    assert gone.inverse is not None
    assert refused(lead, desk, gone.inverse) == {FULL}


def test_the_top_is_a_level_too(desk: ServerDesk, lead: Person) -> None:
    for n in range(7):
        lead.do(category(f"t{n}", None))
    lead.sync()
    said = "The top level has 9 categories already. Put one below another."
    assert refused(lead, desk, category("tenth", None)) == {said}
    nameless = category("imported", None)
    lead.do(Put(entity="category", id="imported", set={**nameless.set, "names": "{}"}))
