"""Two people who had not seen each other's changes: nothing is lost, nobody is asked needlessly."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from models.commands import (
    AddNote,
    AskApproval,
    Command,
    Decide,
    DeleteTicket,
    EditMessage,
    Put,
    ResolveConflict,
    SetTicket,
    Tags,
    Transfer,
)
from sync.server.writer import ServerWriter
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person
from tests.sync.late_room import Row, outcome, rows


def late(first: Person, second: Person, theirs: Command, mine: Command) -> None:
    """``second`` acts without having seen what ``first`` did; then both know everything."""
    first.do(theirs)
    second.do(mine)
    for person in (first, second, first):
        person.sync()


def values(conflict: Row) -> list[Any]:
    return [json.loads(conflict[name]) for name in ("base", "theirs", "mine")]


# Fields


def test_a_value_that_nobody_saw_overwritten_is_kept(
    anna: Person, boris: Person, ticket: str
) -> None:
    high, low = ({"priority": value} for value in ("high", "low"))
    late(anna, boris, SetTicket(id=ticket, set=high), SetTicket(id=ticket, set=low))
    for person in (anna, boris):
        assert person.row("ticket", ticket)["priority"] == "low"  # type: ignore[index]
        (conflict,) = rows(person.store, "conflict")
        assert values(conflict) == ["normal", "high", "low"]
        assert (conflict["theirs_name"], conflict["mine_name"]) == ("Anna", "Boris")
        assert (conflict["state"], conflict["applied"]) == ("open", 1)
        (pointer,) = rows(person.store, "notification")
        assert (pointer["kind"], pointer["ticket_id"]) == ("conflict", ticket)
    assert outcome(boris) == ("settled", "conflict")
    assert outcome(anna) == ("settled", "applied")


@pytest.mark.parametrize(
    ("theirs", "mine"),
    [
        ({"priority": "high"}, {"product": "1C"}),
        ({"priority": "high"}, {"priority": "high"}),
    ],
    ids=["other fields", "the same value"],
)
def test_what_does_not_clash_leaves_no_record(
    anna: Person, boris: Person, ticket: str, theirs: Row, mine: Row
) -> None:
    late(anna, boris, SetTicket(id=ticket, set=theirs), SetTicket(id=ticket, set=mine))
    assert rows(anna.store, "conflict") == []
    assert outcome(boris) == ("settled", "applied")
    row = anna.row("ticket", ticket)
    assert row
    assert {name: row[name] for name in {**theirs, **mine}} == {**theirs, **mine}


def test_one_who_writes_twice_is_in_no_conflict_with_himself(anna: Person, ticket: str) -> None:
    for value in ("high", "low", "urgent"):
        anna.do(SetTicket(id=ticket, set={"priority": value}))
    anna.sync()
    assert rows(anna.store, "conflict") == []


def test_what_was_seen_is_overwritten_without_a_word(
    anna: Person, boris: Person, ticket: str
) -> None:
    anna.do(SetTicket(id=ticket, set={"priority": "high"}))
    anna.sync()
    boris.sync()
    boris.do(SetTicket(id=ticket, set={"priority": "low"}))
    boris.sync()
    assert rows(boris.store, "conflict") == []


def test_a_wrong_clock_changes_nothing(anna: Person, boris: Person, ticket: str) -> None:
    anna.do(SetTicket(id=ticket, set={"priority": "high"}))
    anna.store.sql(
        "UPDATE outbox SET payload = replace(payload, 'at_client_ms\":1', 'at_client_ms\":9')"
    )
    boris.do(SetTicket(id=ticket, set={"priority": "low"}))
    for person in (anna, boris, anna):
        person.sync()
    assert anna.row("ticket", ticket)["priority"] == "low"  # type: ignore[index]
    assert len(rows(anna.store, "conflict")) == 1


def test_two_transfers_are_a_conflict_of_the_queue(
    desk: ServerDesk, anna: Person, boris: Person, ticket: str
) -> None:
    for name in ("First line", "1C"):
        for person in (anna, boris):
            desk.grant(name, person.actor)
    for person in (anna, boris):
        person.sync()
    to = {name: Transfer(id=ticket, queue_id=desk.queue(name)) for name in ("First line", "1C")}
    late(anna, boris, to["First line"], to["1C"])
    (conflict,) = rows(anna.store, "conflict")
    assert conflict["field"] == "queue_id"
    assert conflict["scope"] == f"q:{desk.queue('1C')}"
    settled = boris.do(ResolveConflict(id=conflict["id"], choice="theirs"))
    boris.sync()
    anna.sync()
    assert anna.row("ticket", ticket)["queue_id"] == desk.queue("First line")  # type: ignore[index]
    assert rows(anna.store, "conflict")[0]["scope"] == f"q:{desk.queue('First line')}"
    assert desk.row("ticket", ticket)["handover_count"] == 3
    assert settled.inverse is not None
    boris.do(settled.inverse)
    boris.sync()
    row = desk.row("ticket", ticket)
    assert (row["queue_id"], row["handover_count"]) == (desk.queue("1C"), 2)


def test_a_choice_settles_a_conflict_and_can_be_taken_back(
    anna: Person, boris: Person, ticket: str
) -> None:
    high, low = ({"priority": value} for value in ("high", "low"))
    late(anna, boris, SetTicket(id=ticket, set=high), SetTicket(id=ticket, set=low))
    (conflict,) = rows(boris.store, "conflict")
    done = boris.do(ResolveConflict(id=conflict["id"], choice="theirs"))
    assert boris.row("ticket", ticket)["priority"] == "high"  # type: ignore[index]
    boris.sync()
    anna.sync()
    (seen,) = rows(anna.store, "conflict")
    assert (seen["state"], seen["choice"], seen["resolved_name"]) == ("resolved", "theirs", "Boris")
    assert anna.row("ticket", ticket)["priority"] == "high"  # type: ignore[index]
    assert done.inverse
    boris.do(done.inverse)
    boris.sync()
    anna.sync()
    assert rows(anna.store, "conflict")[0]["state"] == "open"
    assert anna.row("ticket", ticket)["priority"] == "low"  # type: ignore[index]


def test_a_tag_added_meanwhile_survives_its_removal(
    anna: Person, boris: Person, ticket: str
) -> None:
    anna.do(Tags(id=ticket, add=("vip", "vpn")))
    for person in (anna, boris):
        person.sync()
    anna.do(Tags(id=ticket, remove=("vip",)))
    anna.sync()
    anna.do(Tags(id=ticket, add=("vip",)))
    late(anna, boris, Tags(id=ticket, add=("mtu",)), Tags(id=ticket, remove=("vip", "vpn")))
    for person in (anna, boris):
        assert person.row("ticket", ticket)["tags"] == '["mtu", "vip"]'  # type: ignore[index]


def test_two_edits_of_a_contact_are_a_conflict_in_the_directory(
    desk: ServerDesk, anna: Person, boris: Person, ticket: str
) -> None:
    made = Put(entity="contact", set={"name": "Peter Hale", "phone": "1"})
    anna.do(made)
    for person in (anna, boris):
        person.sync()
    theirs, mine = (Put(entity="contact", id=made.id, set={"phone": v}) for v in ("2", "3"))
    late(anna, boris, theirs, mine)
    (conflict,) = rows(anna.store, "conflict")
    assert (conflict["scope"], conflict["ticket_id"]) == ("ws", None)
    assert values(conflict) == ["1", "2", "3"]
    boris.do(ResolveConflict(id=conflict["id"], choice="other", value='"4"'))
    boris.sync()
    anna.sync()
    assert anna.row("contact", made.id)["phone"] == "4"  # type: ignore[index]


def test_a_value_that_was_only_sent_along_is_no_word_of_its_sender(
    anna: Person, boris: Person, ticket: str
) -> None:
    made = Put(entity="contact", set={"name": "Peter Hale", "phone": "1"})
    anna.do(made)
    for person in (anna, boris):
        person.sync()
    card = Put(entity="contact", id=made.id, set={"name": "Peter Hale", "phone": "2"})
    late(anna, boris, card, Put(entity="contact", id=made.id, set={"name": "Peter J. Hale"}))
    assert rows(anna.store, "conflict") == []
    assert anna.row("contact", made.id)["name"] == "Peter J. Hale"  # type: ignore[index]


# Text


BASE = "<p>one</p><p>two</p><p>three</p>"


@pytest.fixture
def note(anna: Person, boris: Person, ticket: str) -> str:
    written = AddNote(ticket_id=ticket, html=BASE)
    anna.do(written)
    for person in (anna, boris):
        person.store.sql("UPDATE profile SET value = 'lead' WHERE key = 'agent_role'")
        person.sync()
    return written.id


def as_lead(desk: ServerDesk, person: Person) -> None:
    def step(writer: ServerWriter) -> None:
        writer.update("agent", person.actor.id, {"role": "lead"})

    desk.path.run(step)
    person.actor = type(person.actor)(
        person.actor.id, person.actor.login, person.actor.name, "lead"
    )


def test_two_edits_far_enough_apart_merge(
    desk: ServerDesk, anna: Person, boris: Person, note: str
) -> None:
    as_lead(desk, boris)
    late(
        anna,
        boris,
        EditMessage(id=note, html="<p>ONE</p><p>two</p><p>three</p>"),
        EditMessage(id=note, html="<p>one</p><p>two</p><p>THREE</p>"),
    )
    for person in (anna, boris):
        assert person.row("message", note)["html"] == "<p>ONE</p><p>two</p><p>THREE</p>"  # type: ignore[index]
        assert rows(person.store, "conflict") == []
    assert outcome(boris) == ("settled", "merged")
    kept = {version["n"]: version["html"] for version in rows(anna.store, "message_version")}
    assert [kept[1], kept[2]] == [BASE, "<p>ONE</p><p>two</p><p>three</p>"]


def test_two_edits_of_one_line_keep_the_late_text_whole(
    desk: ServerDesk, anna: Person, boris: Person, note: str
) -> None:
    as_lead(desk, boris)
    late(
        anna,
        boris,
        EditMessage(id=note, html="<p>one</p><p>theirs</p><p>three</p>"),
        EditMessage(id=note, html="<p>one</p><p>mine</p><p>three</p>"),
    )
    for person in (anna, boris):
        assert "theirs" in person.row("message", note)["html"]  # type: ignore[index]
        (conflict,) = rows(person.store, "conflict")
        assert (conflict["entity"], conflict["applied"]) == ("message", 0)
        assert values(conflict)[2] == "<p>one</p><p>mine</p><p>three</p>"
    boris.do(ResolveConflict(id=conflict["id"], choice="mine"))
    boris.sync()
    anna.sync()
    assert "mine" in anna.row("message", note)["html"]  # type: ignore[index]


def test_ones_own_note_written_on_two_devices_merges(
    desk: ServerDesk, anna: Person, tmp_path: Path
) -> None:
    phone = Person.made(tmp_path / "second", desk, anna.actor)
    made = Put(entity="personal_note", set={"title": "Rack 4", "html": BASE, "at_ms": 1})
    anna.do(made)
    for device in (anna, phone):
        device.sync()
    texts = ("<p>ONE</p><p>two</p><p>three</p>", "<p>one</p><p>two</p><p>THREE</p>")
    theirs, mine = (Put(entity="personal_note", id=made.id, set={"html": t}) for t in texts)
    late(anna, phone, theirs, mine)
    for device in (anna, phone):
        assert device.row("personal_note", made.id)["html"] == "<p>ONE</p><p>two</p><p>THREE</p>"  # type: ignore[index]
    phone.store.close()


# Other rules


def test_the_word_that_came_first_holds_on_an_approval(
    anna: Person, boris: Person, ticket: str
) -> None:
    asked = AskApproval(ticket_id=ticket, what="Order a second gateway")
    anna.do(asked)
    for person in (anna, boris):
        person.sync()
    late(
        anna,
        boris,
        Decide(id=asked.id, state="rejected", why="too dear"),
        Decide(id=asked.id, state="approved"),
    )
    for person in (anna, boris):
        approval = person.row("approval", asked.id)
        assert approval
        assert (approval["state"], approval["decided_name"]) == ("rejected", "Anna")
        (conflict,) = rows(person.store, "conflict")
        assert values(conflict) == ["asked", "rejected", "approved"]
    boris.do(ResolveConflict(id=conflict["id"], choice="mine"))
    boris.sync()
    anna.sync()
    assert anna.row("approval", asked.id)["state"] == "approved"  # type: ignore[index]


def test_a_note_on_a_ticket_deleted_meanwhile_is_in_the_trash_with_it(
    desk: ServerDesk, anna: Person, boris: Person, ticket: str
) -> None:
    note = AddNote(ticket_id=ticket, html="<p>Rebooted it.</p>")
    late(anna, boris, DeleteTicket(id=ticket), note)
    assert outcome(boris) == ("settled", "applied")
    assert desk.row("message", note.id)["html"] == "<p>Rebooted it.</p>"
    assert "written_in_trash" in [event["what"] for event in rows(desk.store, "event")]
