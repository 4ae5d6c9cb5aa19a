"""Requests of several clients that share one transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from models.commands import AddNote, CreateTicket, SetTicket, Tags
from sync.protocol import schema
from sync.server.protest import Protest
from sync.server.push import Ask, Result, push_together
from sync.server.push_queue import PushQueue
from tests.helpers.desk import Device, ServerDesk


@pytest.fixture(params=["sqlite_url", "postgres_url"], ids=["sqlite", "postgres"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(request.getfixturevalue(request.param), tmp_path)
    yield made
    made.store.close()


def ask_of(device: Device, *payloads: bytes, base: schema.Base | None = None) -> Ask:
    request = schema.PushRequest(
        schema.ClientInfo(device.id),
        base or schema.Base(device.mid, device.chain),
        [msgspec.Raw(payload) for payload in payloads],
    )
    return Ask(request, device.desk.rights(device.actor))


def states(result: Result) -> list[str]:
    assert isinstance(result, schema.PushAnswer), result
    return [outcome.s for outcome in result.out]


def test_each_gets_the_rows_of_its_own_changes_alone(desk: ServerDesk) -> None:
    anna, boris = (desk.device(desk.agent(login, "Network")) for login in ("anna", "boris"))
    ticket = desk.ticket("Network")
    notes = [AddNote(ticket_id=ticket, html=f"<p>{n}</p>") for n in range(2)]
    first, second = push_together(
        desk.path,
        [
            ask_of(device, *device.payloads([note]))
            for device, note in zip((anna, boris), notes, strict=True)
        ],
    )
    assert states(first) == states(second) == ["applied"]
    assert isinstance(first, schema.PushAnswer)
    assert isinstance(second, schema.PushAnswer)
    assert [row.id for row in first.rows if row.kind == "message"] == [notes[0].id]
    assert [row.id for row in second.rows if row.kind == "message"] == [notes[1].id]
    written = desk.store.sql("SELECT rev FROM change WHERE ent = ?", (ticket,))
    assert written == [(desk.row("ticket", ticket)["rev"],)]


def test_two_clients_share_one_transaction(desk: ServerDesk) -> None:
    devices = [desk.device(desk.agent(login, "Network")) for login in ("anna", "boris")]
    ticket = desk.ticket("Network")
    before = desk.count("seq_mark")
    asks = [
        ask_of(device, *device.payloads([AddNote(ticket_id=ticket, html="<p>x</p>")]))
        for device in devices
    ]
    push_together(desk.path, asks)
    assert desk.count("seq_mark") == before + 1


def test_a_refused_request_takes_nothing_of_the_others_with_it(desk: ServerDesk) -> None:
    anna, boris = (desk.device(desk.agent(login, "Network")) for login in ("anna", "boris"))
    ticket = desk.ticket("Network")
    lost = AddNote(ticket_id=ticket, html="<p>mine</p>")
    gap = b'{"mid":9,"kind":"tags","id":"x"}'
    first, second = push_together(
        desk.path,
        [
            ask_of(anna, *anna.payloads([lost]), gap),
            ask_of(boris, *boris.payloads([AddNote(ticket_id=ticket, html="<p>his</p>")])),
        ],
    )
    assert isinstance(first, Protest)
    assert first.code == "mid_gap"
    assert states(second) == ["applied"]
    kept = [html for (html,) in desk.store.sql("SELECT html FROM message WHERE kind = 'note'")]
    assert kept == ["<p>his</p>"]
    assert desk.store.sql("SELECT last_mid FROM client WHERE id = ?", (anna.id,)) == [(0,)]
    assert desk.store.sql("SELECT 1 FROM change WHERE ent = ?", (lost.id,)) == []


def test_a_fault_in_one_request_stops_that_one_alone(
    desk: ServerDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, boris = (desk.device(desk.agent(login, "Network")) for login in ("anna", "boris"))
    ticket = desk.ticket("Network")

    def broken(command: Tags, writer: object) -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(Tags, "apply", broken)
    bad = ask_of(anna, *anna.payloads([Tags(id=ticket, add=("vip",))]))
    good = ask_of(boris, *boris.payloads([AddNote(ticket_id=ticket, html="<p>his</p>")]))
    first, second = push_together(desk.path, [bad, good])
    assert isinstance(first, RuntimeError)
    assert states(second) == ["applied"]


def test_the_same_request_twice_in_one_transaction_has_one_effect(desk: ServerDesk) -> None:
    anna = desk.device(desk.agent("anna", "Network"))
    note = AddNote(ticket_id=desk.ticket("Network"), html="<p>once</p>")
    payloads = anna.payloads([note])
    first, second = push_together(desk.path, [ask_of(anna, *payloads), ask_of(anna, *payloads)])
    assert (states(first), states(second)) == (["applied"], ["duplicate"])
    assert desk.store.sql("SELECT COUNT(*) FROM message WHERE id = ?", (note.id,)) == [(1,)]


def test_later_changes_of_a_batch_see_what_earlier_ones_wrote(desk: ServerDesk) -> None:
    anna = desk.device(desk.agent("anna", "Network"))
    made = CreateTicket(set={"subject": "New", "queue_id": desk.queue("Network")})
    outcomes = anna.push(
        made,
        AddNote(ticket_id=made.id, html="<p>first</p>"),
        SetTicket(id=made.id, set={"priority": "high"}),
        Tags(id=made.id, add=("vip",)),
    )
    assert [outcome.s for outcome in outcomes] == ["applied"] * 4
    row = desk.row("ticket", made.id)
    assert (row["priority"], row["tags"], row["rev"]) == ("high", '["vip"]', 4)


async def _queued(count: int, together: list[int]) -> list[schema.PushAnswer]:
    """``count`` requests at once, through a queue that notes how many came together."""

    async def write(asks: list[Ask]) -> list[Result]:
        together.append(len(asks))
        await asyncio.sleep(0)
        return [schema.PushAnswer(1, schema.Ack(0, ""), [], [], 0) for _ in asks]

    queue = PushQueue(write)
    request = schema.PushRequest(schema.ClientInfo("c"), schema.Base(0, ""), [])
    ask = Ask(request, "Bearer x")
    return await asyncio.gather(*(queue.push(ask) for _ in range(count)))


def test_what_comes_during_a_commit_is_written_together() -> None:
    together: list[int] = []
    answers = asyncio.run(_queued(70, together))
    assert len(answers) == sum(together) == 70
    assert max(together) == 32
    assert len(together) <= 4


def test_a_store_that_fails_fails_each_waiting_request() -> None:
    async def write(asks: list[Ask]) -> list[Result]:
        raise OSError("the disk is gone")

    async def two() -> list[schema.PushAnswer | BaseException]:
        queue = PushQueue(write)
        request = schema.PushRequest(schema.ClientInfo("c"), schema.Base(0, ""), [])
        ask = Ask(request, "Bearer x")
        return list(await asyncio.gather(queue.push(ask), queue.push(ask), return_exceptions=True))

    assert [type(answer) for answer in asyncio.run(two())] == [OSError, OSError]
