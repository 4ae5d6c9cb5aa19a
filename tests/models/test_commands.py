"""What each command does, refuses and undoes on a local file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from models import commands
from models.commands import (
    AddCall,
    AddNote,
    AddReply,
    Command,
    CreateTicket,
    Delete,
    DeleteTicket,
    FirstMessage,
    MarkRead,
    Put,
    RestoreTicket,
    ReturnMessage,
    SetTicket,
    Tags,
    Take,
    Transfer,
    WithdrawMessage,
)
from models.commands.tickets import Undone
from models.errors import Refused
from models.ids import new_id, ticket_alias
from models.rows import Actor
from tests.helpers.local import ANNA, NOW, LocalDesk

BORIS = "agent-boris"
LEAD = Actor("agent-lead", "lena", "Lena", "lead")
NOTE = {"title": "", "html": "<p>milk</p>", "files": "[]", "at_ms": 1, "updated_at_ms": 1}


@pytest.fixture
def desk(tmp_path: Path) -> LocalDesk:
    made = LocalDesk.made(tmp_path)
    made.ticket("printer")
    return made


def undo(desk: LocalDesk, command: Command) -> None:
    inverse = desk.do(command).inverse
    assert inverse is not None
    desk.do(inverse)


def messages(desk: LocalDesk, ticket: str = "printer") -> list[tuple[str, str]]:
    text = "SELECT kind, html FROM message WHERE ticket_id = ? AND deleted = 0 ORDER BY id"
    return desk.store.sql(text, (ticket,))


def events(desk: LocalDesk, ticket: str = "printer") -> list[tuple[Any, ...]]:
    text = "SELECT what, old, new, why FROM event WHERE ticket_id = ? ORDER BY what"
    return desk.store.sql(text, (ticket,))


def test_a_new_ticket_has_an_alias_a_first_message_and_a_history(desk: LocalDesk) -> None:
    command = CreateTicket(
        set={"subject": "VPN", "queue_id": "network", "tags": ["vip", "a"], "priority": "high"},
        message=FirstMessage(kind="customer", html="<p>no <b>net</b></p><script>x</script>"),
    )
    done = desk.do(command)
    row = desk.row("ticket", command.id)
    assert (row["number"], row["alias"]) == (None, ticket_alias(command.id))
    assert (row["status"], row["priority"], row["scope"]) == ("new", "high", "q:network")
    assert json.loads(row["tags"]) == ["a", "vip"]
    assert row["customer_at_ms"] == row["created_at_ms"] == NOW
    assert messages(desk, command.id) == [("customer", "<p>no <b>net</b></p>")]
    assert events(desk, command.id) == [("created", None, "desk", None)]
    assert done.inverse is not None
    desk.do(done.inverse)
    assert desk.row("ticket", command.id)["deleted"] == 1
    desk.do(RestoreTicket(id=command.id))
    assert desk.row("ticket", command.id)["deleted"] == 0


def test_the_same_ticket_or_message_twice_is_one(desk: LocalDesk) -> None:
    create = CreateTicket(set={"subject": "VPN", "queue_id": "network"})
    note = AddNote(ticket_id="printer", html="<p>once</p>")
    for command in (create, note):
        desk.do(command)
        assert desk.do(command).inverse is None
    assert len(messages(desk)) == 1
    assert desk.store.sql("SELECT COUNT(*) FROM ticket") == [(2,)]


@pytest.mark.parametrize(
    "given",
    [
        {"colour": "red"},
        {"status": "asleep"},
        {"priority": None},
        {"waiting_for": "godot"},
        {"subject": "x" * 1_001},
        {"subject": None},
        {"subject": 5},
        {"subject": "nul \x00 here"},
        {"product": ["a"]},
        {"due_at_ms": "tomorrow"},
        {"due_at_ms": 1 << 70},
        {"tier": "one"},
        {"assignee_id": 7},
    ],
)
def test_a_ticket_never_gets_a_value_it_can_not_have(
    desk: LocalDesk, given: dict[str, Any]
) -> None:
    before = desk.row("ticket", "printer")
    with pytest.raises(Refused):
        desk.do(SetTicket(id="printer", set=given))
    with pytest.raises(Refused):
        desk.do(CreateTicket(set={"subject": "s", "queue_id": "network", **given}))
    assert desk.row("ticket", "printer") == before
    assert desk.store.sql("SELECT COUNT(*) FROM outbox") == [(0,)]


@pytest.mark.parametrize("tags", [5, "vip", [1], [["a"]], {"a": 1}])
def test_a_new_ticket_has_a_list_of_tags(desk: LocalDesk, tags: Any) -> None:
    with pytest.raises(Refused):
        desk.do(CreateTicket(set={"subject": "s", "queue_id": "network", "tags": tags}))


def test_a_ticket_needs_a_queue_that_is_there(desk: LocalDesk) -> None:
    for queue in ({}, {"queue_id": "nowhere"}, {"queue_id": 5}, {"queue_id": None}):
        with pytest.raises(Refused):
            desk.do(CreateTicket(set={"subject": "s", **queue}))


def test_a_first_message_is_of_a_known_kind(desk: LocalDesk) -> None:
    message = FirstMessage(kind="telepathy", html="<p>x</p>")
    with pytest.raises(Refused):
        desk.do(CreateTicket(set={"subject": "s", "queue_id": "network"}, message=message))


def test_every_act_on_a_ticket_that_is_gone_is_refused(desk: LocalDesk) -> None:
    desk.do(DeleteTicket(id="printer"))
    acts = [
        SetTicket(id="printer", set={"status": "done"}),
        Take(id="printer"),
        Transfer(id="printer", queue_id="access"),
        Tags(id="printer", add=("a",)),
        AddNote(ticket_id="printer", html="<p>x</p>"),
        AddReply(ticket_id="nowhere", html="<p>x</p>"),
        AddCall(ticket_id="nowhere", html="<p>x</p>"),
        DeleteTicket(id="printer"),
        RestoreTicket(id="nowhere"),
        WithdrawMessage(id="nowhere"),
        ReturnMessage(id="nowhere"),
    ]
    for act in acts:
        with pytest.raises(Refused) as refusal:
            desk.do(act)
        assert refusal.value.code == "gone", act


def test_done_and_reopened(desk: LocalDesk) -> None:
    desk.do(SetTicket(id="printer", set={"status": "done"}, why="new drum"))
    assert desk.row("ticket", "printer")["solved_at_ms"] == NOW
    assert events(desk) == [("status", "open", "done", "new drum")]
    desk.do(SetTicket(id="printer", set={"status": "open"}))
    row = desk.row("ticket", "printer")
    assert (row["solved_at_ms"], row["reopen_count"]) == (None, 1)


def solved(desk: LocalDesk) -> tuple[Any, ...]:
    row = desk.row("ticket", "printer")
    return row["status"], row["solved_at_ms"], row["reopen_count"]


def test_done_that_is_undone_was_never_reopened(desk: LocalDesk) -> None:
    done = desk.do(SetTicket(id="printer", set={"status": "done"}))
    assert done.inverse is not None
    back = desk.do(done.inverse, NOW + 1)
    assert solved(desk) == ("open", None, 0)
    assert back.inverse is not None
    desk.do(back.inverse, NOW + 2)
    assert solved(desk) == ("done", NOW, 0)


def test_a_reopen_that_is_undone_was_none(desk: LocalDesk) -> None:
    desk.do(SetTicket(id="printer", set={"status": "done"}))
    again = desk.do(SetTicket(id="printer", set={"status": "open"}), NOW + 1)
    assert again.inverse is not None
    back = desk.do(again.inverse, NOW + 2)
    assert solved(desk) == ("done", NOW, 0)
    assert back.inverse is not None
    desk.do(back.inverse, NOW + 3)
    assert solved(desk) == ("open", None, 1)


def test_what_was_not_done_by_oneself_is_reopened(desk: LocalDesk) -> None:
    """An inverse that names no act of the actor's own on this ticket is a change like another."""
    done = desk.do(SetTicket(id="printer", set={"status": "done"}))
    assert done.inverse is not None
    desk.me = LEAD
    desk.do(done.inverse)
    assert solved(desk) == ("open", None, 1)


@pytest.mark.parametrize(
    "undone", [Undone("x", 2), Undone("x", 0, 1 << 70), Undone("x\x00"), Undone("x", -5)]
)
def test_an_inverse_takes_back_no_more_than_one_act(desk: LocalDesk, undone: Undone) -> None:
    with pytest.raises(Refused):
        desk.do(SetTicket(id="printer", set={"status": "done"}, undone=undone))


def test_waking_up_forgets_when_and_for_whom(desk: LocalDesk) -> None:
    desk.do(SetTicket(id="printer", set={"status": "postponed", "wake_at_ms": NOW + 5}))
    done = desk.do(SetTicket(id="printer", set={"status": "waiting", "waiting_for": "vendor"}))
    assert desk.row("ticket", "printer")["wake_at_ms"] is None
    assert done.inverse is not None
    desk.do(done.inverse)
    row = desk.row("ticket", "printer")
    assert (row["status"], row["wake_at_ms"], row["waiting_for"]) == ("postponed", NOW + 5, None)


def test_what_does_not_change_leaves_no_trace(desk: LocalDesk) -> None:
    before = desk.row("ticket", "printer")
    for command in (
        SetTicket(id="printer", set={"status": "open", "priority": "normal"}),
        Tags(id="printer", remove=("nothing",)),
        Transfer(id="printer"),
    ):
        assert desk.do(command).inverse is None
    assert desk.row("ticket", "printer") == before
    assert events(desk) == []


def test_take_is_for_the_first(desk: LocalDesk) -> None:
    desk.ticket("mouse", status="new")
    done = desk.do(Take(id="mouse"))
    row = desk.row("ticket", "mouse")
    assert (row["assignee_id"], row["status"]) == (ANNA.id, "open")
    assert done.inverse is not None
    desk.do(done.inverse)
    row = desk.row("ticket", "mouse")
    assert (row["assignee_id"], row["status"]) == (None, "new")
    desk.do(SetTicket(id="mouse", set={"assignee_id": BORIS}))
    with pytest.raises(Refused, match="Boris Petrov took this ticket first"):
        desk.do(Take(id="mouse"))


def test_transfer_moves_the_ticket_and_says_why(desk: LocalDesk) -> None:
    done = desk.do(
        Transfer(id="printer", queue_id="access", assignee_id=BORIS, note="needs rights")
    )
    row = desk.row("ticket", "printer")
    assert (row["scope"], row["queue_id"], row["assignee_id"]) == ("q:access", "access", BORIS)
    assert row["handover_count"] == 1
    assert events(desk) == [
        ("assignee", None, "Boris Petrov", "needs rights"),
        ("queue", "Network", "Access rights", "needs rights"),
    ]
    assert done.inverse is not None
    desk.do(done.inverse)
    row = desk.row("ticket", "printer")
    assert (row["scope"], row["queue_id"], row["assignee_id"]) == ("q:network", "network", None)
    assert row["handover_count"] == 0, "what was taken back is no handover"
    with pytest.raises(Refused):
        desk.do(Transfer(id="printer", queue_id="nowhere"))
    with pytest.raises(Refused):
        desk.do(Transfer(id="printer", assignee_id="nobody"))


def test_only_what_stands_as_it_was_handed_over_is_taken_back(desk: LocalDesk) -> None:
    first = desk.do(Transfer(id="printer", queue_id="access"))
    desk.do(Transfer(id="printer", queue_id="access", assignee_id=BORIS))
    desk.do(Transfer(id="printer", queue_id="network", assignee_id=BORIS))
    assert first.inverse is not None
    desk.do(first.inverse)
    assert desk.row("ticket", "printer")["handover_count"] == 4, "it is one more"
    desk.do(Transfer(id="printer", queue_id="access", undone="\x7f" * 20))
    assert desk.row("ticket", "printer")["handover_count"] == 5
    with pytest.raises(Refused):
        desk.do(Transfer(id="printer", queue_id="network", undone="\x00"))
    again = desk.do(Transfer(id="printer", queue_id="network"))
    assert again.inverse is not None
    desk.do(again.inverse)
    desk.do(msgspec.structs.replace(again.inverse, uid=new_id()))
    assert desk.row("ticket", "printer")["handover_count"] == 5, "nothing is taken back twice"


def test_tags_are_a_set(desk: LocalDesk) -> None:
    desk.do(Tags(id="printer", add=("vip", " принтер ")))
    done = desk.do(Tags(id="printer", add=("vip", "new"), remove=("принтер",)))
    assert json.loads(desk.row("ticket", "printer")["tags"]) == ["new", "vip"]
    assert done.inverse is not None
    desk.do(done.inverse)
    assert json.loads(desk.row("ticket", "printer")["tags"]) == ["vip", "принтер"]
    for bad in ("", "  ", "two\nlines", "x" * 81, "nul\x00"):
        with pytest.raises(Refused):
            desk.do(Tags(id="printer", add=(bad,)))


def test_a_row_of_ones_own_is_put_changed_and_deleted(desk: LocalDesk) -> None:
    put = Put(entity="personal_note", set=NOTE)
    made = desk.do(put)
    assert desk.row("personal_note", put.id)["scope"] == f"u:{ANNA.id}"
    undo(desk, Put(entity="personal_note", id=put.id, set={"html": "<p>beer</p>"}))
    assert desk.row("personal_note", put.id)["html"] == "<p>milk</p>"
    undo(desk, Delete(entity="personal_note", id=put.id))
    row = desk.row("personal_note", put.id)
    assert (row["deleted"], row["html"]) == (0, "<p>milk</p>")
    assert made.inverse is not None
    back = desk.do(made.inverse)
    assert desk.row("personal_note", put.id)["deleted"] == 1
    assert back.inverse is not None
    undo(desk, back.inverse)
    assert desk.row("personal_note", put.id)["deleted"] == 1


@pytest.mark.parametrize(
    ("entity", "given"),
    [
        ("ticket", {"subject": "x"}),
        ("outbox", {"state": "settled"}),
        ("personal_note", {"scope": "ws"}),
        ("personal_note", {"rev": 9}),
        ("personal_note", {"colour": "red"}),
        ("personal_note", {"html": 5}),
        ("personal_note", {"title": None}),
        ("personal_note", {"title": "nul\x00"}),
        ("personal_note", {"at_ms": "then"}),
        ("personal_note", {"at_ms": 1 << 64}),
        ("personal_note", {"at_ms": True}),
        ("personal_note", {"files": [1]}),
        ("personal_note", {"files": "no list"}),
        ("personal_note", {"files": '[{"sha256": 5}]'}),
        ("contact", {"name": {"first": "A"}}),
    ],
)
def test_put_refuses_what_a_row_can_not_hold(
    desk: LocalDesk, entity: str, given: dict[str, Any]
) -> None:
    there = Put(entity="personal_note", set=NOTE)
    desk.do(there)
    for id in (there.id, new_id()):
        with pytest.raises(Refused):
            desk.do(Put(entity=entity, id=id, set=given))


def test_rows_of_others_and_the_directory_are_guarded(desk: LocalDesk) -> None:
    desk.put("personal_note", id="theirs", scope=f"u:{BORIS}", html="<p>secret</p>")
    for command in (
        Put(entity="personal_note", id="theirs", set={"html": "<p>mine</p>"}),
        Delete(entity="personal_note", id="theirs"),
        Put(entity="queue", set={"name": "Mine"}),
        Put(entity="agent", id=ANNA.id, set={"role": "admin"}),
        Delete(entity="agent", id=BORIS),
    ):
        with pytest.raises(Refused) as refusal:
            desk.do(command)
        assert refusal.value.code == "forbidden"
    desk.do(Put(entity="company", set={"name": "Kontur"}))
    desk.me = LEAD
    desk.do(Put(entity="macro", set={"name": "Thanks"}))


def test_only_an_admin_makes_an_admin(desk: LocalDesk) -> None:
    desk.me = LEAD
    for id in (LEAD.id, new_id()):
        with pytest.raises(Refused) as refusal:
            desk.do(Put(entity="agent", id=id, set={"login": "x", "role": "admin"}))
        assert refusal.value.code == "forbidden"


def test_the_later_read_mark_wins(desk: LocalDesk) -> None:
    for at in (5, 9, 7):
        assert desk.do(MarkRead(id="r", ticket_id="printer", read_at_ms=at)).inverse is None
    assert desk.row("read_state", "r")["read_at_ms"] == 9


def test_what_is_sent_is_what_was_done(desk: LocalDesk) -> None:
    command = SetTicket(id="printer", set={"status": "done"}, why="ок")
    done = desk.do(command)
    payload, inverse, ticket, state = desk.store.sql(
        "SELECT payload, inverse, ticket_id, state FROM outbox WHERE mid = ?", (done.mid,)
    )[0]
    assert commands.decode(payload) == done.command
    assert done.command.uid == command.uid
    assert commands.decode(inverse) == done.inverse
    assert (ticket, state) == ("printer", "queued")


@pytest.mark.parametrize(
    "payload", [b"", b"[]", b"{", b'{"kind":"nope"}', b'{"kind":"take"}', b"\xff", b"[" * 100_000]
)
def test_what_is_no_command_is_refused(payload: bytes) -> None:
    with pytest.raises(Refused) as refusal:
        commands.decode(payload)
    assert refusal.value.code == "invalid"


def test_fields_of_a_newer_program_are_ignored() -> None:
    assert commands.decode(b'{"kind":"take","id":"t","uid":"u","later":1}') == Take(id="t", uid="u")
