"""What somebody keeps for themselves: the same on all their devices, and on nobody else's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from models import own
from models.clock import clock_at, wall_ms
from models.commands import Put
from models.queries.happenings import happenings
from models.queries.inbox import view_counts
from models.queries.pins_first import pins_first
from models.rows import Actor, TicketRow
from sync.protocol import errors, schema
from sync.server import pull
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person, held_rows
from tests.sync.server.test_snapshots import made, rows_of

HOUR = 3_600_000
KINDS = {"pin", "own_place", "highlight", "reminder"}
SECRET = "Ask Peter for the vault key"


@pytest.fixture
def desk(store_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(store_url, tmp_path / "server")
    yield made
    made.store.close()


@pytest.fixture
def devices(desk: ServerDesk, tmp_path: Path) -> Iterator[tuple[Person, Person, Person]]:
    """Anna's desk and laptop, and Boris, who sees the same queue and is an admin."""
    anna = desk.agent("anna", "Network", "Access")
    boris = desk.agent("boris", "Network", role="admin")
    names = (("desk", anna), ("laptop", anna), ("boris", boris))
    made = [Person.made(tmp_path / name, desk, actor) for name, actor in names]
    yield made[0], made[1], made[2]
    for one in made:
        one.store.close()


@pytest.fixture
def tickets(desk: ServerDesk, devices: tuple[Person, ...]) -> list[str]:
    """Seven that are Anna's, on every device."""
    mine = {"assignee_id": devices[0].actor.id}
    found = [desk.ticket("Network", f"Ticket {n}", due_at_ms=n, **mine) for n in range(1, 8)]
    agree(*devices)
    return found


def agree(*people: Person) -> None:
    for person in (*people, *people):
        person.sync()


def rows_in(one: Person, view: str, order: str = "own") -> list[TicketRow]:
    return pins_first(one.store, view, one.actor, clock_at(wall_ms()), order=order)


def shown(one: Person, view: str = "my_open") -> list[str]:
    return [row.id for row in rows_in(one, view)]


def move(one: Person, id: str, to: int, view: str = "my_open") -> None:
    """Within its band."""
    rows = rows_in(one, view)
    band = next(row.key.band for row in rows if row.id == id)
    order = [(row.id, str(row.key.value)) for row in rows if row.key.band == band]
    for command in own.move(one.actor, order, id, to):
        one.do(command)


def private_rows(one: Person) -> list[tuple[str, str]]:
    return sorted(key for key in one.rows() if key[0] in KINDS)


def test_two_devices_apart_come_to_the_same(
    desk: ServerDesk, devices: tuple[Person, Person, Person], tickets: list[str]
) -> None:
    one, two, boris = devices
    me, (a, b, c, d, e, f, g) = one.actor, tickets
    at_ms = wall_ms() + HOUR
    one.do(own.pin(me, d, on=True))
    one.do(own.give_colour(me, e, "red"))
    one.do(own.remind(me, f, at_ms, SECRET))
    one.do(own.remind(me, g, at_ms))
    move(one, c, 0)
    two.do(own.pin(me, d, on=True))
    two.do(own.pin(me, g, on=True))
    two.do(own.give_colour(me, e, "blue"))
    move(two, b, 4)
    agree(one, two)
    assert private_rows(one) == private_rows(two)
    assert one.rows() == two.rows() == held_rows(desk, me)
    assert shown(one) == shown(two)
    assert shown(one) == [d, g, c, a, e, f, b]
    assert shown(one, "pinned") == [d, g]
    for each in (one, two):
        assert own.marks(each.store, me, e).colour == "blue"
        assert own.marks(each.store, me, f).words == SECRET
    two.do(own.reminded(me, f))
    agree(one, two, boris)
    told = happenings(one.store, me, at_ms + 1)
    assert [each.ticket_id for each in told if each.kind == "reminder"] == [g]
    assert private_rows(boris) == []
    assert boris.rows() == held_rows(desk, boris.actor)


@pytest.fixture
def marked(devices: tuple[Person, Person, Person], tickets: list[str]) -> list[tuple[str, str]]:
    """Anna's marks on the first ticket, as the server has them."""
    one, me = devices[0], devices[0].actor
    one.do(own.pin(me, tickets[0], on=True))
    one.do(own.give_colour(me, tickets[0], "red"))
    one.do(own.remind(me, tickets[0], wall_ms() + HOUR, SECRET))
    move(one, tickets[0], 0)
    one.sync()
    found = private_rows(one)
    assert {kind for kind, _ in found} == KINDS
    return found


def test_nobody_else_ever_receives_it(
    desk: ServerDesk,
    devices: tuple[Person, Person, Person],
    tickets: list[str],
    marked: list[tuple[str, str]],
) -> None:
    anna, _, boris = devices
    scope = f"u:{anna.actor.id}"
    boris.sync()
    assert private_rows(boris) == []
    everything = everything_pulled(desk, boris, dict.fromkeys([scope, "ws"]))
    assert not KINDS & {line["kind"] for line in everything}
    assert not [line for line in everything if SECRET in str(line)]
    assert not [row for row in boris.line.rows(list(marked)).rows]
    assert not KINDS & {row.kind for row in boris.line.ticket(tickets[0], "").rows}
    with pytest.raises(errors.NotThere):
        boris.line.snapshot(scope, 0)
    for other in desk.rights(boris.actor).scopes:
        rows = rows_of(boris.line.kept, made(boris.line.kept, other))
        assert not [kind for kind, row in rows if kind in KINDS or row["scope"] == scope]
    own_rows = rows_of(anna.line.kept, made(anna.line.kept, scope))
    assert {(kind, row["id"]) for kind, row in own_rows} >= set(marked)


def everything_pulled(
    desk: ServerDesk, one: Person, scopes: dict[str, str | None]
) -> list[dict[str, Any]]:
    """All lines that a new client of this person gets, whatever scopes it asks for."""
    found: list[dict[str, Any]] = []
    client = schema.ClientInfo(desk.device(one.actor).id)
    more = True
    while more:
        request = schema.PullRequest(client, dict(scopes), 500)
        raw = pull.pull(desk.store, desk.rights(one.actor), request, wall_ms())
        answer = msgspec.json.decode(msgspec.json.encode(raw))
        found += answer["changes"]
        scopes.update((name, s["cur"]) for name, s in answer["scopes"].items() if s.get("cur"))
        more = answer.get("more", False)
    return found


def test_nobody_else_can_write_it(
    desk: ServerDesk, devices: tuple[Person, Person, Person], marked: list[tuple[str, str]]
) -> None:
    anna, _, boris = devices
    before = anna.rows()
    for kind, id in marked:
        stolen = Put(entity=kind, id=id, set={"ticket_id": "t"})
        outcome = desk.device(boris.actor).push(stolen)[0]
        assert (outcome.s, outcome.code) == ("rejected", "forbidden")
    anna.sync()
    assert anna.rows() == before


def test_a_mark_on_a_ticket_that_went_away_shows_nothing_of_it(
    desk: ServerDesk, devices: tuple[Person, Person, Person]
) -> None:
    one, two, _ = devices
    me: Actor = one.actor
    at_ms = wall_ms() + HOUR
    lost = desk.ticket("Access", "Payroll", assignee_id=me.id)
    agree(one, two)
    one.do(own.pin(me, lost, on=True))
    one.do(own.remind(me, lost, at_ms, "Mine"))
    agree(one, two)
    desk.revoke("Access", me)
    agree(one, two)
    clock = clock_at(at_ms)
    for each in (one, two):
        assert not [row for row in each.rows().values() if "Payroll" in str(row)]
        assert shown(each, "pinned") == shown(each, "reminders") == []
        counts = view_counts(each.store, me, clock)
        assert (counts["pinned"], counts["reminders"]) == (0, 0)
        told = [found for found in happenings(each.store, me, at_ms) if found.kind == "reminder"]
        assert [(found.words, found.subject, found.number) for found in told] == [("Mine", "", "")]
    desk.grant("Access", me)
    agree(one, two)
    assert shown(two, "pinned") == [lost]
