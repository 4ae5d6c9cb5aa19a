"""Rules of the desk: what a computer guesses and what the server says are one and the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from models.clock import clock_at
from models.commands import Command, CreateTicket, FirstMessage, SetTicket, Take, Transfer
from models.errors import Refused
from models.queries.inbox import inbox_page
from models.rows import Actor
from sync.server.check import faults
from sync.server.writer import ServerWriter
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person

Row = dict[str, Any]
SETTLED = "category_id priority queue_id tier tags assignee_id scope".split()
RULES: Row = {
    "network": {"when": {"category": "network"}, "then": {"queue": "Network"}},
    "vpn": {
        "name": "VPN words",
        "when": {"words": ["vpn"]},
        "then": {"category": "network.vpn", "priority": "high"},
    },
    "supplier": {
        "when": {"sender": "supplier"},
        "then": {"queue": "Suppliers", "tags": ["supplier"]},
    },
    "senders": {"senders": {"supplier": ["vendor.com"]}},
    "1c": {"when": {"product": "1C"}, "then": {"skill": "1c"}},
    "settings": {"same_owner_days": 14, "catch_all": ["other"]},
}
CATEGORIES = {"network": None, "network.vpn": "network", "network.wifi": "network", "other": None}
QUEUES = ("First line", "Network", "Suppliers")


@pytest.fixture(params=["sqlite_url", "postgres_url"], ids=["sqlite", "postgres"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(request.getfixturevalue(request.param), tmp_path / "server")
    made.path.run(settle_in)
    yield made
    assert list(faults(made.store, made.folder)) == []
    made.store.close()


def settle_in(writer: ServerWriter) -> None:
    for key, body in RULES.items():
        insert(writer, "rule", key=key, body=json.dumps(body))
    for key, parent in CATEGORIES.items():
        insert(writer, "category", key=key, parent_id=parent, names=json.dumps({"en": key}))
    insert(writer, "contact", key="c", name="Ivan", email="ivan@client.com", role="customer")
    insert(writer, "contact", key="v", name="Vera", email="vera@eu.vendor.com", role="customer")


def insert(writer: ServerWriter, kind: str, *, key: str, **row: Any) -> None:
    named = {"key": key} if kind != "contact" else {}
    writer.insert(kind, {"id": key, "scope": "ws", **named, **row})


@pytest.fixture
def anna(desk: ServerDesk, tmp_path: Path) -> Person:
    made = Person.made(tmp_path / "anna", desk, desk.agent("anna", *QUEUES))
    made.sync()
    return made


def settled(desk: ServerDesk, person: Person, command: Command) -> Row:
    """The ticket's columns, alike as they were guessed and as the server says."""
    person.do(command)
    guessed = person.row("ticket", str(command.ticket)) or {}
    lines = history(person, str(command.ticket))
    person.sync()
    said = desk.row("ticket", str(command.ticket))
    assert {name: said[name] for name in SETTLED} == {name: guessed[name] for name in SETTLED}
    assert history(person, str(command.ticket)) == lines
    assert person.row("ticket", str(command.ticket)) == said
    return said


def history(person: Person, ticket_id: str) -> list[tuple[Any, ...]]:
    text = "SELECT what, old, new, why, who_name FROM event WHERE ticket_id = ? ORDER BY what, id"
    return person.store.sql(text, (ticket_id,))


def new(desk: ServerDesk, subject: str = "Help", html: str = "", **given: Any) -> CreateTicket:
    chosen = given.pop("queue_chosen", False)
    message = FirstMessage(kind="customer", html=html) if html else None
    fields = {"subject": subject, "queue_id": desk.queue("First line"), **given}
    return CreateTicket(set=fields, message=message, queue_chosen=chosen)


def test_words_give_category_priority_and_queue(desk: ServerDesk, anna: Person) -> None:
    command = new(desk, html="<p>the <b>VPN</b> is gone</p>")
    row = settled(desk, anna, command)
    assert (row["category_id"], row["priority"]) == ("network.vpn", "high")
    assert (row["queue_id"], row["scope"]) == (desk.queue("Network"), f"q:{desk.queue('Network')}")
    assert history(anna, command.id) == [
        ("category", None, "network.vpn", "rule “VPN words”", "Deskside"),
        ("created", None, "desk", None, "Anna"),
        ("priority", "normal", "high", "rule “VPN words”", "Deskside"),
        ("queue", "First line", "Network", "rule “network”", "Deskside"),
    ]


def test_a_category_that_is_set_moves_the_ticket_and_undo_brings_it_back(
    desk: ServerDesk, anna: Person
) -> None:
    command = new(desk)
    settled(desk, anna, command)
    done = anna.do(SetTicket(id=command.id, set={"category_id": "network.wifi"}))
    anna.sync()
    assert desk.row("ticket", command.id)["queue_id"] == desk.queue("Network")
    assert done.inverse is not None
    back = settled(desk, anna, done.inverse)
    assert (back["category_id"], back["queue_id"]) == (None, desk.queue("First line"))
    again = anna.do(done.inverse).inverse
    assert again is None  # nothing is left to be taken back


def test_undo_can_be_undone(desk: ServerDesk, anna: Person) -> None:
    command = new(desk)
    settled(desk, anna, command)
    undo = anna.do(SetTicket(id=command.id, set={"category_id": "network.wifi"})).inverse
    assert undo is not None
    redo = anna.do(undo).inverse
    assert redo is not None
    row = settled(desk, anna, redo)
    assert (row["category_id"], row["queue_id"]) == ("network.wifi", desk.queue("Network"))


def test_what_a_person_chose_stands(desk: ServerDesk, anna: Person) -> None:
    chosen = new(desk, "vpn", priority="low", category_id="other", queue_chosen=True)
    row = settled(desk, anna, chosen)
    assert (row["category_id"], row["priority"]) == ("other", "low")
    assert row["queue_id"] == desk.queue("First line")
    row = settled(desk, anna, SetTicket(id=row["id"], set={"category_id": "network.vpn"}))
    assert row["queue_id"] == desk.queue("First line")


def test_a_transfer_by_hand_is_a_choice(desk: ServerDesk, anna: Person) -> None:
    command = new(desk)
    settled(desk, anna, command)
    settled(desk, anna, Transfer(id=command.id, queue_id=desk.queue("Suppliers")))
    row = settled(desk, anna, SetTicket(id=command.id, set={"category_id": "network.wifi"}))
    assert row["queue_id"] == desk.queue("Suppliers")


def test_a_ticket_that_somebody_has_stays_in_its_queue(desk: ServerDesk, anna: Person) -> None:
    command = new(desk)
    settled(desk, anna, command)
    settled(desk, anna, Take(id=command.id))
    row = settled(desk, anna, SetTicket(id=command.id, set={"category_id": "network.wifi"}))
    assert row["queue_id"] == desk.queue("First line")


def test_impact_and_urgency_give_a_priority_till_somebody_says_otherwise(
    desk: ServerDesk, anna: Person
) -> None:
    command = new(desk, impact="high", urgency="low")
    assert settled(desk, anna, command)["priority"] == "normal"
    change = {"urgency": "high"}
    assert settled(desk, anna, SetTicket(id=command.id, set=change))["priority"] == "urgent"
    settled(desk, anna, SetTicket(id=command.id, set={"priority": "low"}))
    row = settled(desk, anna, SetTicket(id=command.id, set={"impact": "low", "urgency": "medium"}))
    assert row["priority"] == "low"


def test_a_suppliers_mail_goes_to_its_own_queue_with_a_tag(desk: ServerDesk, anna: Person) -> None:
    row = settled(desk, anna, new(desk, requester_id="v", tags=["offer"]))
    assert row["queue_id"] == desk.queue("Suppliers")
    assert json.loads(row["tags"]) == ["offer", "supplier"]
    other = settled(desk, anna, new(desk, requester_id="c"))
    assert (other["queue_id"], other["tags"]) == (desk.queue("First line"), "[]")


def test_a_requester_who_is_named_later_tags_the_ticket_and_undo_takes_the_tag(
    desk: ServerDesk, anna: Person
) -> None:
    command = new(desk)
    settled(desk, anna, command)
    undo = anna.do(SetTicket(id=command.id, set={"requester_id": "v"})).inverse
    anna.sync()
    assert json.loads(desk.row("ticket", command.id)["tags"]) == ["supplier"]
    assert undo is not None
    row = settled(desk, anna, undo)
    assert (row["tags"], row["queue_id"]) == ("[]", desk.queue("First line"))


def member(desk: ServerDesk, login: str, *queues: str, **row: Any) -> Actor:
    agent = desk.agent(login, *queues)
    desk.path.run(lambda writer: writer.update("agent", agent.id, row) if row else None)
    return agent


def test_a_skill_finds_who_has_it_and_the_fewest_open_tickets(
    desk: ServerDesk, anna: Person
) -> None:
    boris = member(desk, "boris", "First line", skills="1C, vpn")
    vera = member(desk, "vera", "First line", skills="1c")
    member(desk, "gleb", "First line", skills="1c", absent_until_ms=1 << 60)
    member(desk, "dora", "Network", skills="1c")
    desk.ticket("First line", assignee_id=boris.id)
    anna.sync()
    row = settled(desk, anna, new(desk, product="1C"))
    assert row["assignee_id"] == vera.id
    mine = settled(desk, anna, new(desk, product="1C", assignee_id=anna.actor.id))
    assert mine["assignee_id"] == anna.actor.id


def test_who_had_the_contact_last_gets_the_next_ticket_unless_away(
    desk: ServerDesk, anna: Person
) -> None:
    boris = member(desk, "boris", "First line")
    desk.ticket("First line", requester_id="c", assignee_id=boris.id)
    anna.sync()
    row = settled(desk, anna, new(desk, requester_id="c"))
    assert row["assignee_id"] == boris.id
    assert ("assignee", None, "Boris", "had this contact last", "Deskside") in history(
        anna, row["id"]
    )
    desk.path.run(lambda writer: writer.update("agent", boris.id, {"absent_until_ms": 1 << 60}))
    anna.sync()
    assert settled(desk, anna, new(desk, requester_id="c"))["assignee_id"] is None


def test_after_fourteen_days_nobody_had_the_contact(desk: ServerDesk, anna: Person) -> None:
    boris = member(desk, "boris", "First line")
    old = desk.ticket("First line", requester_id="c", assignee_id=boris.id)
    ago = desk.row("ticket", old)["activity_at_ms"] - 15 * 24 * 3_600_000
    desk.path.run(lambda writer: writer.update("ticket", old, {"activity_at_ms": ago}))
    anna.sync()
    assert settled(desk, anna, new(desk, requester_id="c"))["assignee_id"] is None


def test_a_ticket_is_done_with_a_leaf_that_says_something(desk: ServerDesk, anna: Person) -> None:
    command = new(desk)
    settled(desk, anna, command)
    for category in (None, "network", "other"):
        change = {"category_id": category, "status": "done"}
        with pytest.raises(Refused) as refused:
            anna.do(SetTicket(id=command.id, set=change))
        assert refused.value.code == "category"
        [said] = desk.device(anna.actor).push(SetTicket(id=command.id, set=change))
        assert (said.s, said.code) == ("rejected", "category")
    done = SetTicket(id=command.id, set={"category_id": "network.wifi", "status": "done"})
    undo = anna.do(done).inverse
    anna.sync()
    assert desk.row("ticket", command.id)["status"] == "done"
    assert undo is not None
    assert settled(desk, anna, undo)["status"] == "new"


def test_undo_brings_a_ticket_back_that_was_done_without_a_category(
    desk: ServerDesk, anna: Person
) -> None:
    old = desk.ticket("First line")
    desk.path.run(lambda writer: writer.update("ticket", old, {"status": "done"}))
    anna.sync()
    undo = anna.do(SetTicket(id=old, set={"status": "open"})).inverse
    assert undo is not None
    assert settled(desk, anna, undo)["status"] == "done"


def test_who_flags_a_specialist_moves_the_ticket_to_the_other_level_for_all(
    desk: ServerDesk, anna: Person, tmp_path: Path
) -> None:
    boris = Person.made(tmp_path / "boris", desk, desk.agent("boris", *QUEUES))
    command = new(desk)
    settled(desk, anna, command)
    anna.do(SetTicket(id=command.id, set={"tier": 2}))
    anna.sync()
    boris.sync()
    for person in (anna, boris):
        by_level = [
            [row.id for row in inbox_page(person.store, view, person.actor, clock_at(0))]
            for view in ("level_1", "level_2")
        ]
        assert by_level == [[], [command.id]]


def test_who_made_a_ticket_keeps_it_where_rules_send_it_to_strangers(
    desk: ServerDesk, anna: Person, tmp_path: Path
) -> None:
    carl = Person.made(tmp_path / "carl", desk, desk.agent("carl", "First line"))
    carl.sync()
    command = new(desk, "vpn", html="<p>no net</p>")
    carl.do(command)
    carl.sync()
    anna.sync()
    for person in (carl, anna):
        row = person.row("ticket", command.id)
        assert row is not None
        assert row["queue_id"] == desk.queue("Network")
        assert person.texts(command.id) == ["<p>no net</p>"]
