"""Categories say by which channel to answer and whether a screenshot helps; everybody has that."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.classify import Hints
from models.commands import AddNote, Command, FileRef, Put, SetTicket
from models.errors import Refused
from models.queries.hints import TicketHints, category_hints, category_settings, ticket_hints
from sync.server.check import faults
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person

PICTURE = FileRef(id="f1", sha256="a" * 64, name="a.png", media_type="image/png", size_bytes=1)
PHONE = Hints("Ask for the room.", "phone", screenshot=True)


@pytest.fixture
def desk(store_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(store_url, tmp_path / "server")
    yield made
    assert list(faults(made.store, made.folder)) == []
    made.store.close()


@pytest.fixture
def people(desk: ServerDesk, tmp_path: Path) -> tuple[Person, Person]:
    """A lead and an agent who have the same two categories."""
    lead = Person.made(tmp_path / "lead", desk, desk.agent("lead", "Network", role="lead"))
    anna = Person.made(tmp_path / "anna", desk, desk.agent("anna", "Network"))
    lead.sync()
    for id, parent_id in (("devices", None), ("setup", "devices")):
        about = {"key": id, "names": json.dumps({"en": id}), "parent_id": parent_id}
        lead.do(Put(entity="category", id=id, set=about))
    lead.do(hint("devices", hint=PHONE.text, preferred_channel="phone"))
    lead.do(hint("setup", ask_screenshot=1))
    lead.sync()
    anna.sync()
    return lead, anna


def hint(id: str, **values: str | int) -> Put:
    return Put(entity="category", id=id, set=values)


def test_a_category_has_what_those_above_it_say(people: tuple[Person, Person]) -> None:
    _, anna = people
    above = Hints(PHONE.text, "phone")
    assert category_hints(anna.store) == {"devices": above, "setup": PHONE}
    devices, setup = category_settings(anna.store)
    assert (devices.preferred_channel, devices.ask_screenshot, devices.above) == (
        "phone",
        False,
        Hints(),
    )
    assert (setup.path, setup.preferred_channel, setup.above) == (("devices", "setup"), "", above)


def test_a_nearer_word_counts_and_undo_takes_it_back(
    desk: ServerDesk, people: tuple[Person, Person]
) -> None:
    lead, anna = people
    told = lead.do(hint("setup", preferred_channel="chat"))
    lead.sync()
    anna.sync()
    assert category_hints(anna.store)["setup"].channel == "chat"
    assert desk.row("category", "setup")["preferred_channel"] == "chat"
    assert told.inverse is not None
    lead.do(told.inverse)
    lead.sync()
    anna.sync()
    assert category_hints(anna.store)["setup"].channel == "phone"


def test_a_picture_is_lacking_until_there_is_one(
    desk: ServerDesk, people: tuple[Person, Person]
) -> None:
    _, anna = people
    ticket = desk.ticket("Network", category_id="setup")
    anna.sync()
    before = ticket_hints(anna.store, ticket)
    assert (before.hints, before.lacks_image) == (PHONE, True)
    anna.do(AddNote(ticket_id=ticket, html="", files=(PICTURE,)))
    assert not ticket_hints(anna.store, ticket).lacks_image


@pytest.mark.parametrize(("channel", "other"), [("email", "phone"), ("phone", "")])
def test_another_channel_is_told_of(
    desk: ServerDesk, people: tuple[Person, Person], channel: str, other: str
) -> None:
    _, anna = people
    ticket = desk.ticket("Network", category_id="setup", channel=channel)
    anna.sync()
    assert ticket_hints(anna.store, ticket).other_channel == other


def test_a_done_ticket_lacks_nothing(desk: ServerDesk, people: tuple[Person, Person]) -> None:
    _, anna = people
    ticket = desk.ticket("Network", category_id="setup")
    anna.sync()
    anna.do(SetTicket(id=ticket, set={"status": "done"}))
    assert ticket_hints(anna.store, ticket) == TicketHints()


def test_a_picture_that_is_a_fact_is_asked_for_once(people: tuple[Person, Person]) -> None:
    lead, _ = people
    screen = json.dumps([{"key": "screen", "type": "image"}])
    lead.do(Put(entity="category", id="setup", set={"required": screen}))
    assert not category_hints(lead.store)["setup"].screenshot


BAD = (hint("setup", preferred_channel="pigeon"), hint("setup", ask_screenshot=2))


@pytest.mark.parametrize("command", BAD, ids=["channel", "screenshot"])
def test_what_can_not_be_is_refused_on_both_sides(
    desk: ServerDesk, people: tuple[Person, Person], command: Command
) -> None:
    lead, _ = people
    with pytest.raises(Refused) as refused:
        lead.do(command)
    outcome = desk.device(lead.actor).push(command)[0]
    assert (refused.value.code, outcome.s, outcome.code) == ("invalid", "rejected", "invalid")
