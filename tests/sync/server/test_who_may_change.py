"""Each kind of change of a ticket, by those who have its queue and by those who have not.

The table is held against all kinds: one that is not in it fails here.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from models.commands import (
    AddCall,
    AddItem,
    AddNote,
    AddReply,
    AddTime,
    AskApproval,
    Command,
    CreateTicket,
    Decide,
    Delete,
    DeleteTicket,
    DraftDrop,
    DraftPut,
    EditItem,
    EditMessage,
    HoldReply,
    Link,
    MarkRead,
    MergeRecords,
    MergeTickets,
    MoveItem,
    Mutation,
    Noop,
    Put,
    Release,
    RemoveItem,
    ResolveConflict,
    RestoreTicket,
    ReturnApproval,
    ReturnItem,
    ReturnMessage,
    ReturnTime,
    SetFacts,
    SetTicket,
    Split,
    Tags,
    Take,
    TickItem,
    Transfer,
    Unlink,
    UnmergeRecord,
    UnmergeTicket,
    Unsplit,
    Unwatch,
    Watch,
    WithdrawApproval,
    WithdrawMessage,
    WithdrawTime,
)
from sync.protocol.kinds import KINDS
from sync.server.check import faults
from sync.server.writer import ServerWriter
from tests.helpers.desk import Device, ServerDesk

ELSEWHERE = {CreateTicket, Put, Delete, DraftPut, DraftDrop, MarkRead, Noop}
ELSEWHERE |= {MergeRecords, UnmergeRecord}
"""Of no ticket; and anybody may ask any queue for help."""


@pytest.fixture
def desk(store_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(store_url, tmp_path / "files")
    yield made
    assert list(faults(made.store, made.folder)) == []
    made.store.close()


def table(desk: ServerDesk, inside: Device) -> list[Command]:
    """One of each kind, about rows that ``inside`` made; each can be done after those before."""
    ids = {name: desk.ticket("Network", name) for name in ("one", "two", "part", "trash", "next")}
    one, two = ids["one"], ids["two"]
    note, gone, held, split_off, last = (AddNote(ticket_id=one, html="<p>x</p>") for _ in range(5))
    time, gone_time = (AddTime(ticket_id=one, minutes=5) for _ in range(2))
    item, second, gone_item = (AddItem(ticket_id=one, text="x") for _ in range(3))
    asked, unasked, again = (AskApproval(ticket_id=one, what="a gateway") for _ in range(3))
    before = Split(ticket_id=one, messages=(split_off.id,))
    made = [
        note,
        gone,
        held,
        split_off,
        last,
        time,
        gone_time,
        item,
        second,
        gone_item,
        asked,
        unasked,
        again,
        before,
    ]
    ended = [
        WithdrawMessage(id=gone.id),
        WithdrawTime(id=gone_time.id),
        RemoveItem(id=gone_item.id),
        WithdrawApproval(id=again.id),
        MergeTickets(id=ids["part"], into_id=one),
        DeleteTicket(id=ids["trash"]),
    ]
    outcomes = inside.push(*made, *ended)
    assert {outcome.s for outcome in outcomes} == {"applied"}
    conflict = desk.path.run(lambda writer: _furnish(writer, one, held.id))
    return [
        AddNote(ticket_id=one, html="<p>x</p>"),
        AddReply(ticket_id=one, html="<p>x</p>"),
        AddCall(ticket_id=one, html="<p>x</p>"),
        EditMessage(id=note.id, html="<p>y</p>"),
        ReturnMessage(id=gone.id),
        WithdrawMessage(id=last.id),
        Release(uid="released", id=held.id, act="note"),
        HoldReply(id=held.id, of="released", act="note", reason="", at_ms=0),
        SetFacts(id=one, set={"serial": "X1"}),
        SetTicket(id=one, set={"priority": "high"}),
        Take(id=one),
        Tags(id=one, add=("vip",)),
        AskApproval(ticket_id=one, what="a gateway"),
        Decide(id=asked.id, state="approved"),
        WithdrawApproval(id=unasked.id),
        ReturnApproval(id=again.id),
        ResolveConflict(id=conflict, choice="theirs"),
        Link(id=one, other_id=two, role="related"),
        Unlink(id=one, other_id=two, role="related"),
        AddTime(ticket_id=one, minutes=5),
        WithdrawTime(id=time.id),
        ReturnTime(id=gone_time.id),
        AddItem(ticket_id=one, text="x"),
        EditItem(id=item.id, text="y"),
        TickItem(id=item.id),
        MoveItem(id=item.id, after=second.id),
        RemoveItem(id=item.id),
        ReturnItem(id=gone_item.id),
        Watch(ticket_id=one, agent_id=inside.actor.id),
        Unwatch(ticket_id=one, agent_id=inside.actor.id),
        Split(ticket_id=one, messages=(note.id,)),
        Unsplit(id=before.id, of=before.uid, messages={split_off.id: one}),
        MergeTickets(id=ids["next"], into_id=one),
        UnmergeTicket(id=ids["part"]),
        RestoreTicket(id=ids["trash"]),
        DeleteTicket(id=two),
        Transfer(id=one, queue_id=desk.queue("Access")),
    ]


def _furnish(writer: ServerWriter, ticket: str, message: str) -> str:
    """A held reply, and a conflict, as two people leave them. The conflict's id."""
    writer.update("message", message, {"kind": "reply", "delivery": "held"})
    row = {"id": "conflict", "scope": (writer.get("ticket", ticket) or {})["scope"]}
    about = {"ticket_id": ticket, "entity": "ticket", "ent": ticket, "field": "priority"}
    values = {"base": '"low"', "theirs": '"low"', "mine": '"high"', "state": "open"}
    writer.insert("conflict", {**row, **about, **values})
    return "conflict"


def all_rows(desk: ServerDesk) -> dict[str, list[tuple[object, ...]]]:
    return {kind: desk.store.sql(f'SELECT * FROM "{kind}" ORDER BY id') for kind in KINDS}


def test_a_change_of_a_ticket_needs_its_queue(desk: ServerDesk) -> None:
    people = {
        "inside": desk.agent("inside", "Network"),
        "outside": desk.agent("outside", "Vault"),
        "lead": desk.agent("lead", "Vault", role="lead"),
        "admin": desk.agent("admin", role="admin"),
    }
    inside = desk.device(people["inside"])
    commands = table(desk, inside)
    assert {type(command) for command in commands} == set(get_args(Mutation)) - ELSEWHERE
    before = all_rows(desk)
    for name in ("outside", "lead"):
        outcomes = desk.device(people[name]).push(*commands)
        told = zip(commands, outcomes, strict=True)
        assert {(c.kind, o.s, o.code) for c, o in told} == {
            (command.kind, "rejected", "forbidden") for command in commands
        }
    assert all_rows(desk) == before
    outcomes = inside.push(*commands)
    done = {(c.kind, o.s, o.sentence) for c, o in zip(commands, outcomes, strict=True)}
    assert done == {(command.kind, "applied", "") for command in commands}


def test_a_link_or_a_split_needs_both_tickets(desk: ServerDesk) -> None:
    """Not only the one that is named first."""
    inside = desk.device(desk.agent("inside", "Network"))
    own, foreign = desk.ticket("Network", "own"), desk.ticket("Vault", "foreign")
    note, secret = (
        AddNote(ticket_id=own, html="<p>x</p>"),
        desk.store.sql("SELECT id FROM message WHERE ticket_id = ?", (foreign,)),
    )
    inside.push(note)
    before = Split(ticket_id=own, messages=(note.id,))
    inside.push(before)
    moves = {note.id: foreign}
    outcomes = inside.push(
        Link(id=own, other_id=foreign, role="related"),
        Unlink(id=own, other_id=foreign, role="related"),
        Unsplit(id=before.id, of=before.uid, messages=moves),
        Split(ticket_id=own, messages=(note.id,), id=foreign),
        Split(ticket_id=own, messages=(secret[0][0],)),
    )
    assert [outcome.s for outcome in outcomes] == ["rejected"] * 5
    assert desk.row("message", secret[0][0])["ticket_id"] == foreign
    assert desk.row("message", note.id)["ticket_id"] == before.id
