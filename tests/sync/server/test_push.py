from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from models.commands import (
    AddCall,
    AddNote,
    CreateTicket,
    FileRef,
    MarkRead,
    Put,
    ResolveConflict,
    ReturnMessage,
    SetTicket,
    Tags,
    Take,
    Transfer,
    WithdrawMessage,
    encode,
)
from models.commands.tickets import Undone
from models.ids import new_id
from sync.protocol import schema
from sync.protocol.schema import Base, chain_after
from tests.helpers.desk import Device, ServerDesk, refused_with


@pytest.fixture
def desk(store_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(store_url, tmp_path / "files")
    yield made
    made.store.close()


@pytest.fixture
def anna(desk: ServerDesk) -> Device:
    return desk.device(desk.agent("anna", "Network", "Access"))


def states(outcomes: list[schema.Outcome]) -> list[str]:
    return [outcome.s for outcome in outcomes]


def test_changes_are_applied_in_order_and_acknowledged(desk: ServerDesk, anna: Device) -> None:
    create = CreateTicket(set={"subject": "VPN", "queue_id": desk.queue("Network")})
    note = AddNote(ticket_id=create.id, html="<p>x</p>")
    payloads = anna.payloads([create, note])
    answer = anna.send(payloads)
    chain = ""
    for payload in payloads:
        chain = chain_after(chain, payload)
    assert answer.ack == schema.Ack(2, chain)
    assert [(out.mid, out.s, out.number) for out in answer.out] == [
        (1, "applied", 1),
        (2, "applied", None),
    ]
    assert {(line.kind, line.scope) for line in answer.rows} == {
        (kind, f"q:{desk.queue('Network')}") for kind in ("ticket", "message", "event")
    }
    ticket = next(line for line in answer.rows if line.kind == "ticket")
    assert ticket.row is not None
    assert (ticket.row["number"], ticket.rev) == (1, 2)


def test_undoing_done_on_the_server_is_no_reopen(desk: ServerDesk, anna: Device) -> None:
    ticket = desk.ticket("Network")
    done = SetTicket(id=ticket, set={"status": "done"})
    anna.push(done, SetTicket(id=ticket, set={"status": "new"}, undone=Undone(done.uid)))
    row = desk.row("ticket", ticket)
    assert (row["status"], row["solved_at_ms"], row["reopen_count"]) == ("new", None, 0)
    anna.push(done_again := SetTicket(id=ticket, set={"status": "done"}))
    boris = desk.device(desk.agent("boris", "Network"))
    boris.push(SetTicket(id=ticket, set={"status": "new"}, undone=Undone(done_again.uid)))
    assert desk.row("ticket", ticket)["reopen_count"] == 1


def test_a_call_that_is_taken_back_was_not_heard_by_the_server(
    desk: ServerDesk, anna: Device
) -> None:
    ticket = desk.ticket("Network")
    before = desk.row("ticket", ticket)["customer_at_ms"]
    call = AddCall(ticket_id=ticket, html="<p>It hums.</p>")
    anna.push(call)
    desk.store.sql("UPDATE message SET at_ms = at_ms + 1000 WHERE id = ?", (call.id,))
    anna.push(WithdrawMessage(id=call.id))
    assert desk.row("ticket", ticket)["customer_at_ms"] == before
    anna.push(ReturnMessage(id=call.id))
    assert desk.row("ticket", ticket)["customer_at_ms"] == desk.row("message", call.id)["at_ms"]


def test_a_resent_batch_has_its_outcomes_repeated_and_no_effect(
    desk: ServerDesk, anna: Device
) -> None:
    ticket = desk.ticket("Network")
    payloads = anna.payloads(
        [AddNote(ticket_id=ticket, html="<p>once</p>"), SetTicket(id=ticket, set={"status": "x"})]
    )
    first = anna.send(payloads)
    lines = desk.store.sql("SELECT * FROM change ORDER BY kind, ent, scope")
    anna.mid, anna.chain = 0, ""
    again = anna.send(payloads)
    assert states(first.out) == ["applied", "rejected"]
    assert states(again.out) == ["duplicate", "rejected"]
    assert again.ack == first.ack
    assert desk.store.sql("SELECT * FROM change ORDER BY kind, ent, scope") == lines
    assert desk.store.sql("SELECT COUNT(*) FROM message WHERE kind = 'note'") == [(1,)]


def test_a_longer_batch_after_a_lost_answer_goes_on(desk: ServerDesk, anna: Device) -> None:
    ticket = desk.ticket("Network")
    notes = [AddNote(ticket_id=ticket, html=f"<p>{n}</p>") for n in range(3)]
    payloads = anna.payloads(notes)
    anna.send(payloads[:2])
    anna.mid, anna.chain = 0, ""
    assert states(anna.send(payloads).out) == ["duplicate", "duplicate", "applied"]


def test_a_gap_is_refused_and_nothing_of_the_batch_is_kept(desk: ServerDesk, anna: Device) -> None:
    ticket = desk.ticket("Network")
    payloads = anna.payloads([AddNote(ticket_id=ticket, html=f"<p>{n}</p>") for n in range(3)])
    with refused_with("mid_gap"):
        anna.send([payloads[0], payloads[2]])
    assert desk.count("mutation_seen") == 0
    assert desk.store.sql("SELECT last_mid FROM client") == [(0,)]


def test_a_client_whose_past_is_another_is_told_so(desk: ServerDesk, anna: Device) -> None:
    ticket = desk.ticket("Network")
    anna.push(*(AddNote(ticket_id=ticket, html=f"<p>{n}</p>") for n in range(3)))
    other = anna.payloads([AddNote(ticket_id=ticket, html="<p>other</p>")])
    with refused_with("client_forked"):  # the same numbers for other changes
        anna.send([payload.replace(b'"mid":4', b'"mid":3') for payload in other])
    for base in (Base(3, "other"), Base(2, "other"), Base(0, "other")):
        with refused_with("client_forked"):
            anna.send(other, base)
    with refused_with("rewound"):
        anna.send(other, Base(4, "later"))
    for stranger in (Device(desk, anna.actor, new_id()), Device(desk, desk.agent("eve"), anna.id)):
        with refused_with("client_forked"):
            stranger.send(stranger.payloads([Take(id=ticket)]))
    desk.store.sql("UPDATE client SET revoked = 1")
    with refused_with("revoked"):
        anna.push(Take(id=ticket))
    assert desk.store.sql("SELECT COUNT(*) FROM message WHERE kind = 'note'") == [(3,)]


def test_a_refused_change_keeps_its_place_and_its_text(desk: ServerDesk, anna: Device) -> None:
    ticket = desk.ticket("Network")
    foreign = desk.ticket("Vault")
    outcomes = anna.push(
        AddNote(ticket_id=ticket, html="<p>1</p>"),
        AddNote(ticket_id=foreign, html="<p>a long text</p>"),
        AddNote(ticket_id=ticket, html="<p>3</p>"),
    )
    assert states(outcomes) == ["applied", "rejected", "applied"]
    assert outcomes[1].code == "forbidden"
    assert outcomes[1].sentence
    assert anna.mid == 3
    kept = desk.store.sql("SELECT agent_id, payload, reason FROM undelivered")
    assert [(row[0], row[2]) for row in kept] == [(anna.actor.id, "forbidden")]
    assert "a long text" in kept[0][1]
    assert desk.store.sql("SELECT COUNT(*) FROM message WHERE ticket_id = ?", (foreign,)) == [(1,)]


def test_only_so_many_are_taken_at_once(desk: ServerDesk, anna: Device) -> None:
    ticket = desk.ticket("Network")
    notes = [AddNote(ticket_id=ticket, html=f"<p>{n}</p>") for n in range(schema.PUSH_LIMIT + 1)]
    with refused_with("too_large"):
        anna.push(*notes)
    assert states(anna.push(*notes[:-1])) == ["applied"] * schema.PUSH_LIMIT
    with refused_with("malformed"):
        anna.send([b'{"kind":"take"}'])


POISON = [
    b'{"kind":"never_heard_of"}',
    b'{"kind":"take","id":5}',
    b'{"kind":"put","entity":"company","set":{"name":5}}',
    b'{"kind":"put","entity":"company","set":{"name":"a\\u0000b"}}',
    b'{"kind":"put","entity":"company","set":{"nope":"x"}}',
    b'{"kind":"put","entity":"company","set":{"by_domain":9999999999}}',
    b'{"kind":"put","entity":"personal_note","set":{"at_ms":1e99}}',
    b'{"kind":"mark_read","id":"r\\u0000","ticket_id":"t","read_at_ms":1}',
    b'{"kind":"mark_read","id":"r","ticket_id":"t","read_at_ms":99999999999999999999999}',
    b'{"kind":"mark_read","id":"r","ticket_id":"t","read_at_ms":9223372036854775808}',
    b'{"kind":"set_fields","id":"TICKET","set":{"subject":"a\\u0000"}}',
    b'{"kind":"set_fields","id":"TICKET","set":{"assignee_id":{"a":1}}}',
    b'{"kind":"set_fields","id":"TICKET","set":{"status":["done"]}}',
    b'{"kind":"set_fields","id":"a\\u0000b","set":{"status":"done"}}',
    b'{"kind":"tags","id":"TICKET","add":["a\\u0000"]}',
    b'{"kind":"create_ticket","id":"a\\u0000b","set":{"subject":"s","queue_id":"QUEUE"}}',
    b'{"kind":"create_ticket","set":{"subject":"s","queue_id":"QUEUE","tags":[[1]]}}',
    b'{"kind":"create_ticket","set":{"subject":"s","queue_id":["QUEUE"]}}',
    b'{"kind":"add_note","ticket_id":"TICKET","html":"<p>x</p>","id":"n\\u0000"}',
    b'{"kind":"transfer","id":"TICKET","queue_id":"QUEUE","assignee_id":"a\\u0000"}',
]


def test_no_change_can_stop_those_behind_it(desk: ServerDesk, anna: Device) -> None:
    ticket, queue = desk.ticket("Network"), desk.queue("Network")
    note = b'{"kind":"add_note","ticket_id":"%s","html":"<p>after</p>"}' % ticket.encode()
    bodies: list[bytes] = []
    for poison in POISON:
        bad = poison.replace(b"TICKET", ticket.encode()).replace(b"QUEUE", queue.encode())
        bodies += [bad, note]
    payloads = [b'{"mid":%d,' % n + body[1:] for n, body in enumerate(bodies, start=1)]
    found = states(anna.send(payloads).out)
    assert found[1::2] == ["applied"] * len(POISON)
    assert [p for p, s in zip(POISON, found[::2], strict=True) if s != "rejected"] == []
    written = desk.store.sql("SELECT COUNT(*) FROM message WHERE kind = 'note'")
    assert written == [(len(POISON),)]


def test_ids_of_rows_that_are_there_already_are_refused(desk: ServerDesk, anna: Device) -> None:
    ticket, other = desk.ticket("Network"), desk.ticket("Vault")
    stolen = desk.store.sql("SELECT id FROM message WHERE ticket_id = ?", (other,))[0][0]
    file = FileRef(new_id(), "a" * 64, "f", "image/png", 1)
    first = AddNote(ticket_id=ticket, html="<p>1</p>", files=(file,))
    second = AddNote(ticket_id=ticket, html="<p>2</p>", files=(file,))
    third = AddNote(ticket_id=ticket, html="<p>3</p>", id=stolen)
    assert states(anna.push(first, second, third))[:2] == ["applied", "rejected"]
    assert "<p>3</p>" not in [row[0] for row in desk.store.sql("SELECT html FROM message")]


def test_an_id_that_no_store_can_hold_names_nothing(desk: ServerDesk, anna: Device) -> None:
    (outcome,) = anna.push(ResolveConflict(id="a\x00b", choice="mine"))
    assert (outcome.s, outcome.code) == ("rejected", "gone")


def test_an_act_that_was_taken_under_another_number_changes_nothing_more(
    desk: ServerDesk, anna: Device
) -> None:
    """A device that starts anew re-sends what it does not know to be settled."""
    ticket = desk.ticket("Network")
    acts = [
        SetTicket(id=ticket, set={"priority": "high"}),
        SetTicket(id=ticket, set={"priority": "low"}),
        AddNote(ticket_id=ticket, html="<p>x</p>"),
        Tags(id=ticket, add=("vip",)),
    ]
    anna.push(*acts)
    anew = desk.device(anna.actor)
    assert "rejected" not in states(anew.push(*acts))
    assert desk.row("ticket", ticket)["priority"] == "low"
    assert desk.store.sql("SELECT COUNT(*) FROM message WHERE kind = 'note'") == [(1,)]


def test_the_first_one_takes(desk: ServerDesk, anna: Device) -> None:
    boris = desk.device(desk.agent("boris", "Network"))
    ticket = desk.ticket("Network")
    assert states(anna.push(Take(id=ticket))) == ["applied"]
    outcome = boris.push(Take(id=ticket))[0]
    assert (outcome.s, outcome.code) == ("rejected", "taken")
    assert "Anna" in outcome.sentence


def test_children_go_with_their_ticket_withdrawn_ones_too(desk: ServerDesk, anna: Device) -> None:
    ticket = desk.ticket("Network")
    note = AddNote(ticket_id=ticket, html="<p>x</p>")
    anna.push(
        note,
        WithdrawMessage(id=note.id),
        Transfer(id=ticket, queue_id=desk.queue("Access")),
        ReturnMessage(id=note.id),
    )
    scope = f"q:{desk.queue('Access')}"
    for kind in ("ticket", "message", "event"):
        where = "id" if kind == "ticket" else "ticket_id"
        found = desk.store.sql(f"SELECT DISTINCT scope FROM {kind} WHERE {where} = ?", (ticket,))
        assert found == [(scope,)], kind


def test_puts_come_before_outs_in_the_answer(desk: ServerDesk, anna: Device) -> None:
    ticket = desk.ticket("Network")
    command = Transfer(id=ticket, queue_id=desk.queue("Access"))
    ops = [line.op for line in anna.send(anna.payloads([command])).rows]
    assert ops == sorted(ops, key=lambda op: op != "put")
    assert "out" in ops


def test_a_ticket_for_a_foreign_queue_stays_with_its_author(desk: ServerDesk, anna: Device) -> None:
    vault = desk.queue("Vault")
    create = CreateTicket(set={"subject": "Key lost", "queue_id": vault})
    assert states(anna.push(create)) == ["applied"]
    assert ("ticket", create.id) in {(line.kind, line.id) for line in anna.pull()}


def test_a_personal_row_of_somebody_else_is_refused(desk: ServerDesk, anna: Device) -> None:
    note = Put(entity="personal_note", set={"html": "<p>mine</p>"})
    anna.push(note)
    boris = desk.device(desk.agent("boris"))
    outcome = boris.push(Put(entity="personal_note", id=note.id, set={"html": "<p>his</p>"}))[0]
    assert (outcome.s, outcome.code) == ("rejected", "forbidden")


def test_two_devices_of_one_person_have_numbers_of_their_own(
    desk: ServerDesk, anna: Device
) -> None:
    second = desk.device(anna.actor)
    ticket = desk.ticket("Network")
    for device in (anna, second, anna, second):
        device.push(MarkRead(id="r", ticket_id=ticket, read_at_ms=device.mid))
    assert (anna.mid, second.mid) == (2, 2)


def test_the_stored_outcome_is_what_was_told(desk: ServerDesk, anna: Device) -> None:
    create = CreateTicket(set={"subject": "VPN", "queue_id": desk.queue("Network")})
    told = anna.push(create)[0]
    stored = desk.store.sql("SELECT outcome FROM mutation_seen")[0][0]
    assert msgspec.json.decode(stored, type=schema.Outcome) == told
    payload = json.loads(encode(create))
    assert payload["kind"] == "create_ticket"
