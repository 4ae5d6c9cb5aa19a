from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from models.commands import (
    AddNote,
    CreateTicket,
    Delete,
    DeleteTicket,
    Put,
    SetTicket,
    Transfer,
    WithdrawMessage,
)
from models.ids import new_id
from models.tables import ENTITIES
from sync.protocol import cursor as cursors
from sync.protocol import schema
from sync.protocol.kinds import KINDS
from sync.server import pull
from sync.server.writer import ServerWriter
from tests.bench.watched import Watch
from tests.helpers.desk import Device, ServerDesk, refused_with


@pytest.fixture
def desk(store_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(store_url, tmp_path / "files")
    yield made
    made.store.close()


@pytest.fixture
def anna(desk: ServerDesk) -> Device:
    return desk.device(desk.agent("anna", "Network", "Access"))


def keys(lines: list[schema.Line], op: str = "put") -> set[tuple[str, str]]:
    return {(line.kind, line.id) for line in lines if line.op == op}


def live(desk: ServerDesk, device: Device) -> set[tuple[str, str]]:
    """Every live row that this person may have, straight from the tables."""
    held = desk.rights(device.actor).scopes
    found: set[tuple[str, str]] = set()
    for kind in ENTITIES:
        rows = desk.store.sql(f'SELECT id, scope FROM "{kind}" WHERE deleted = 0')
        found |= {(kind, id) for id, scope in rows if scope in held}
    return found


def test_a_first_pull_brings_everything_that_is_ones_own_and_nothing_else(
    desk: ServerDesk, anna: Device
) -> None:
    desk.ticket("Network")
    foreign = desk.ticket("Vault")
    boris = desk.device(desk.agent("boris", "Vault"))
    boris.push(Put(entity="personal_note", set={"html": "<p>secret</p>"}))
    lines = anna.pull()
    assert keys(lines) == live(desk, anna)
    assert all(line.scope in desk.rights(anna.actor).scopes for line in lines)
    assert foreign not in {line.id for line in lines}
    assert all(line.row and "rev" not in line.row and line.row["scope"] for line in lines)
    assert anna.pull() == []


def test_a_row_comes_as_it_stands_with_all_its_columns(desk: ServerDesk, anna: Device) -> None:
    ticket = desk.ticket("Network", 'Принтер «HP» \\ "x"', tier=2)
    line = next(line for line in anna.pull() if line.id == ticket)
    row = desk.row("ticket", ticket)
    assert line.row == {k: v for k, v in row.items() if k not in ("id", "rev")}
    assert line.rev == row["rev"]
    assert {*KINDS["ticket"].columns, "scope", "deleted"} == set(line.row or ())


@pytest.mark.parametrize("limit", [1, 2, 3, 7])
def test_pages_never_split_a_position_and_add_up(
    desk: ServerDesk, anna: Device, limit: int
) -> None:
    for n in range(6):
        desk.ticket("Network" if n % 2 else "Access", str(n))
    whole = anna.pull()
    small = desk.device(anna.actor)
    pages = list(small.pages(limit))
    assert [line for page in pages for line in page.changes] == whole
    ends = [page.changes[-1].seq for page in pages if page.changes]
    begins = [page.changes[0].seq for page in pages if page.changes]
    assert all(end < begin for end, begin in zip(ends, begins[1:], strict=False))
    assert len(pages) > 2


def test_what_changes_between_pages_is_not_lost(desk: ServerDesk, anna: Device) -> None:
    tickets = [desk.ticket("Network", str(n)) for n in range(5)]
    got: dict[tuple[str, str], int] = {}
    while True:
        page = anna.page(limit=2)
        got |= {(line.kind, line.id): line.rev for line in page.changes}
        if not page.more:
            break
        if tickets:
            change = SetTicket(id=tickets.pop(0), set={"priority": "high"})
            desk.path.run(lambda writer, change=change: change.apply(writer))  # type: ignore[misc]
    for (kind, id), rev in got.items():
        assert desk.row(kind, id)["rev"] == rev
    assert got.keys() == live(desk, anna)


def test_a_ticket_transferred_away_goes_with_one_out(desk: ServerDesk, anna: Device) -> None:
    ticket = desk.ticket("Network")
    anna.push(AddNote(ticket_id=ticket, html="<p>x</p>"))
    vault = desk.queue("Vault")
    anna.pull()
    anna.push(Transfer(id=ticket, queue_id=vault))
    lines = anna.pull()
    assert [(line.op, line.kind, line.id, line.row) for line in lines] == [
        ("out", "ticket", ticket, None)
    ]
    boris = desk.device(desk.agent("boris", "Vault"))
    assert {kind for kind, _ in keys(boris.pull())} >= {"ticket", "message", "event"}


def test_a_ticket_transferred_between_ones_own_queues_is_put_and_out(
    desk: ServerDesk, anna: Device
) -> None:
    ticket = desk.ticket("Network")
    anna.pull()
    anna.push(Transfer(id=ticket, queue_id=desk.queue("Access")))
    lines = anna.pull()
    assert {line.kind for line in lines if line.op == "put"} == {"ticket", "message", "event"}
    assert [line.op for line in lines] == sorted((line.op for line in lines), key="out".__eq__)
    assert len({line.seq for line in lines}) == 1
    access = f"q:{desk.queue('Access')}"
    assert all(line.scope == access for line in lines if line.op == "put")


MENTION = '<p><span class="mention" data-id="{}">@</span> look</p>'


def test_a_mention_shares_the_ticket_with_its_children(desk: ServerDesk, anna: Device) -> None:
    boris = desk.device(desk.agent("boris", "Vault"))
    ticket, other = desk.ticket("Network"), desk.ticket("Network")
    boris.pull()
    anna.push(AddNote(ticket_id=ticket, html=MENTION.format(boris.actor.id)))
    lines = boris.pull()
    mine = f"u:{boris.actor.id}"
    assert {line.scope for line in lines} == {mine}
    assert {line.kind for line in lines} == {"share", "ticket", "message", "event", "mention"}
    assert other not in {line.id for line in lines}
    assert boris.push(AddNote(ticket_id=ticket, html="<p>here</p>"))[0].s == "applied"
    assert boris.push(AddNote(ticket_id=other, html="<p>no</p>"))[0].code == "forbidden"
    assert {line.kind for line in boris.pull()} == {"ticket", "message"}
    anna.push(Transfer(id=ticket, queue_id=desk.queue("Access")))
    moved = next(line for line in boris.pull() if line.kind == "ticket")
    assert moved.op == "put"
    assert moved.row is not None
    assert moved.row["scope"] == f"q:{desk.queue('Access')}"


def test_a_mention_of_a_member_or_of_nobody_shares_nothing(desk: ServerDesk, anna: Device) -> None:
    boris = desk.agent("boris", "Network")
    ticket = desk.ticket("Network")
    for id in (boris.id, "nobody"):
        assert anna.push(AddNote(ticket_id=ticket, html=MENTION.format(id)))[0].s == "applied"
    assert desk.count("share") == 0


def test_a_queue_granted_is_new_and_one_taken_away_is_gone(desk: ServerDesk, anna: Device) -> None:
    ticket = desk.ticket("Vault")
    anna.pull()
    desk.grant("Vault", anna.actor)
    vault = f"q:{desk.queue('Vault')}"
    answer = anna.page()
    assert answer.scopes[vault].new
    assert ("ticket", ticket) in keys(answer.changes)
    assert not anna.page().scopes[vault].new
    desk.revoke("Vault", anna.actor)
    answer = anna.page()
    assert answer.scopes[vault] == schema.ScopeState(gone=True)
    assert vault not in anna.page().scopes
    desk.path.run(lambda writer: AddNote(ticket_id=ticket, html="<p>later</p>").apply(writer))
    assert [line for line in anna.pull() if line.kind != "queue_member"] == []


def test_asking_for_a_scope_of_others_gives_nothing_of_it(desk: ServerDesk, anna: Device) -> None:
    desk.ticket("Vault")
    boris = desk.agent("boris")
    for scope in (f"q:{desk.queue('Vault')}", f"u:{boris.id}", "q:nowhere", "*", ""):
        anna.cursors = {scope: None}
        answer = anna.page()
        assert answer.scopes[scope].gone
        assert scope not in {line.scope for line in answer.changes}


def test_an_admin_has_every_queue(desk: ServerDesk) -> None:
    ticket = desk.ticket("Vault")
    admin = desk.device(desk.agent("root", role="admin"))
    assert ("ticket", ticket) in keys(admin.pull())


def test_deleted_rows_are_told_to_those_who_had_them_and_not_to_the_new(
    desk: ServerDesk, anna: Device
) -> None:
    ticket = desk.ticket("Network")
    note = AddNote(ticket_id=ticket, html="<p>x</p>")
    memo = Put(entity="personal_note", set={"html": "<p>x</p>"})
    anna.push(note, memo)
    anna.pull()
    anna.push(
        WithdrawMessage(id=note.id),
        Delete(entity="personal_note", id=memo.id),
        DeleteTicket(id=ticket),
    )
    told = {(line.kind, line.id): line.row for line in anna.pull()}
    for key in (("message", note.id), ("personal_note", memo.id), ("ticket", ticket)):
        row = told[key]
        assert row is not None
        assert row["deleted"] == 1
    fresh = keys(desk.device(anna.actor).pull())
    assert ("ticket", ticket) not in fresh
    assert ("message", note.id) not in fresh


def test_a_cursor_of_another_store_or_another_past_is_told(
    desk: ServerDesk, anna: Device, tmp_path: Path
) -> None:
    other = ServerDesk.made(f"sqlite:///{tmp_path / 'other.db'}", tmp_path / "files")
    guest = other.device(other.agent("guest", "Network"))
    for n in range(3):
        other.ticket("Network", str(n))
        desk.ticket("Network", str(n))
    guest.pull()
    anna.cursors = {"ws": guest.cursors["ws"]}
    with refused_with("rewound"):
        anna.page()
    other.store.close()

    anna.cursors = {}
    anna.pull()
    cursor = cursors.decode(anna.cursors["ws"] or "")
    assert cursor is not None
    ahead = {"seq": cursor.seq + 9}, {"mark_seq": cursor.mark_seq + 9}, {"epoch": 2}
    for change in (*ahead, {"nonce": "0"}):
        fields: dict[str, Any] = {
            name: getattr(cursor, name) for name in ("epoch", "seq", "mark_seq", "nonce")
        }
        anna.cursors = {"ws": cursors.encode(**{**fields, **change})}
        with refused_with("rewound"):
            anna.page()


@pytest.mark.parametrize("text", ["!", "e30", "WzJd", "x" * 5_000, "Ϣ", "WzEsMSwiYSJd"])
def test_a_cursor_that_is_none_means_a_fresh_start(
    desk: ServerDesk, anna: Device, text: str
) -> None:
    anna.cursors = {"ws": text}
    state = anna.page().scopes["ws"]
    assert state.expired


def test_a_device_that_is_not_known_is_told(desk: ServerDesk, anna: Device) -> None:
    for device in (Device(desk, anna.actor, new_id()), Device(desk, desk.agent("eve"), anna.id)):
        with refused_with("client_forked"):
            device.page()


def test_a_lost_answer_is_given_again(desk: ServerDesk, anna: Device) -> None:
    desk.ticket("Network")
    before = dict(anna.cursors)
    first = anna.page()
    anna.cursors = before
    assert anna.page().changes == first.changes


def test_an_import_of_many_rows_in_one_step_arrives_together(
    desk: ServerDesk, anna: Device
) -> None:
    def step(writer: ServerWriter) -> None:
        rows = [{"id": f"t{n}", "scope": "ws", "name": str(n)} for n in range(1_200)]
        writer.insert_many("tag", rows)

    anna.pull()
    desk.path.run(step)
    answer = anna.page(limit=500)
    assert len(answer.changes) == 1_200
    assert not anna.page().more


def test_what_was_made_and_transferred_at_once_leaves_no_trace_in_between(
    desk: ServerDesk, anna: Device
) -> None:
    vault = desk.queue("Vault")
    anna.pull()
    create = CreateTicket(set={"subject": "s", "queue_id": desk.queue("Network")})
    anna.push(create, Transfer(id=create.id, queue_id=vault))
    lines = anna.pull()
    assert keys(lines) == set()
    assert keys(lines, "out") <= {("ticket", create.id)}


def test_nothing_new_is_one_question_and_the_answer_is_the_same(
    desk: ServerDesk, anna: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.ticket("Network")
    anna.pull()
    rights = desk.rights(anna.actor)
    request = schema.PullRequest(schema.ClientInfo(anna.id), dict(anna.cursors))
    answers: list[pull.RawAnswer] = []

    def ask() -> None:
        answers.append(pull.pull(desk.store, rights, request, 0))

    asked = Watch(desk.store)
    assert asked.count(ask) == 1
    monkeypatch.setattr(pull, "_nothing_new", lambda *_: None)
    assert asked.count(ask) > 1
    assert answers[0] == answers[1]
