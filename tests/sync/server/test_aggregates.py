"""A whole ticket and rows by their ids: just what a pull of everything would bring."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from models.commands import AddNote, MergeTickets
from sync.protocol import schema
from sync.server import aggregates
from sync.server.rights import SYSTEM
from tests.helpers.desk import Device, ServerDesk, refused_with

Key = tuple[str, str, str]


@pytest.fixture
def desk(store_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(store_url, tmp_path / "files")
    yield made
    made.store.close()


@pytest.fixture
def anna(desk: ServerDesk) -> Device:
    return desk.device(desk.agent("anna", "Network"))


def whole(desk: ServerDesk, device: Device, ticket: str) -> list[schema.Line]:
    """All pages."""
    after, lines = "", []
    while True:
        raw = aggregates.whole_ticket(desk.store, desk.rights(device.actor), ticket, after)
        found = msgspec.json.decode(msgspec.json.encode(raw), type=schema.RowsAnswer)
        assert len(found.rows) <= 2 * (aggregates.PAGE_ROWS + 2)
        lines += found.rows
        if found.next is None:
            return lines
        assert found.next != after
        after = found.next


def keys(lines: list[schema.Line]) -> set[Key]:
    return {(line.kind, line.id, line.scope) for line in lines}


def about(lines: list[schema.Line], *tickets: str) -> set[Key]:
    """Of a pull, what belongs to these tickets and is still there."""
    return {
        (line.kind, line.id, line.scope)
        for line in lines
        if line.row
        and not line.row["deleted"]
        and (line.id in tickets or line.row.get("ticket_id") in tickets)
        and line.kind in ("ticket", *aggregates.CHILDREN)
    }


def test_a_ticket_comes_as_a_pull_would_bring_it(
    desk: ServerDesk, anna: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In pages of any size, with what was merged into it, and without other tickets."""
    one, two, other = (desk.ticket("Network", name) for name in ("one", "two", "other"))
    for number in range(5):
        anna.push(AddNote(ticket_id=one, html=f"<p>{number}</p>"))
    anna.push(AddNote(ticket_id=two, html="<p>two</p>"), AddNote(ticket_id=other, html="<p>x</p>"))
    anna.push(MergeTickets(id=two, into_id=one))
    pulled = anna.pull()
    for size in (1, 2, 3, 500):
        monkeypatch.setattr(aggregates, "PAGE_ROWS", size)
        lines = whole(desk, anna, one)
        assert keys(lines) == about(pulled, one, two), size
        assert len(lines) == len(keys(lines)), "each row comes once"
    rows = {(line.kind, line.id): line.row for line in pulled}
    assert all(line.row == rows[line.kind, line.id] for line in whole(desk, anna, one))


def test_a_shared_ticket_comes_through_the_persons_own_scope(
    desk: ServerDesk, anna: Device
) -> None:
    boris = desk.device(desk.agent("boris", "Vault"))
    ticket = desk.ticket("Network", "shared")
    with refused_with("not_found"):
        whole(desk, boris, ticket)
    name = f'<span class="mention" data-id="{boris.actor.id}">@boris</span>'
    anna.push(AddNote(ticket_id=ticket, html=f"<p>look {name}</p>"))
    lines = whole(desk, boris, ticket)
    assert {line.scope for line in lines} == {f"u:{boris.actor.id}"}
    assert keys(lines) == about(boris.pull(), ticket)


def test_what_is_in_the_trash_is_no_ticket_but_a_row(desk: ServerDesk, anna: Device) -> None:
    """A row that is asked for by its id may be here already: that it was deleted must be told."""
    ticket = desk.ticket("Network")
    desk.path.run(lambda writer: writer.update("ticket", ticket, {"deleted": 1}))
    with refused_with("not_found"):
        whole(desk, anna, ticket)
    found = aggregates.rows(desk.store, desk.rights(anna.actor), [("ticket", ticket)])
    (line,) = found.rows
    assert line.row is not None
    assert msgspec.json.decode(line.row)["deleted"] == 1


def test_a_ticket_is_found_by_its_number_by_who_may_see_it(desk: ServerDesk, anna: Device) -> None:
    ticket, foreign = desk.ticket("Network"), desk.ticket("Vault")
    rights = desk.rights(anna.actor)
    numbers = [str(desk.row("ticket", id)["number"]) for id in (ticket, foreign)]
    found = [aggregates.find_tickets(desk.store, rights, number).ids for number in numbers]
    assert found == [[ticket], []]
    assert aggregates.find_tickets(desk.store, rights, f"#{numbers[0]}").ids == [ticket]


def test_a_place_that_was_never_given_is_refused(desk: ServerDesk) -> None:
    ticket = desk.ticket("Network")
    for after in ("ticket:x", "nothing", ":"):
        with refused_with("malformed"):
            aggregates.whole_ticket(desk.store, SYSTEM, ticket, after)
