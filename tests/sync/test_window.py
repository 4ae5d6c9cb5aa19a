"""A computer that keeps a window of the work: what leaves it, what comes back, what never goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from models import window
from models.clock import wall_ms
from models.commands import AddNote, Put, SetTicket
from models.drafts import save_draft
from models.ids import new_id
from sync.engine.evicting import evict
from sync.protocol import errors, schema
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person, held_rows
from tests.soak.device import Device
from tests.soak.settled import check_same

DAYS = 90
OLD_MS = wall_ms() - 200 * window.DAY_MS


@pytest.fixture
def desk(store_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(store_url, tmp_path / "files")
    made.agent("anna", "Network")
    yield made
    made.store.close()


@pytest.fixture
def anna(desk: ServerDesk, tmp_path: Path) -> Iterator[Callable[[int], Person]]:
    """A new device of Anna that keeps so many days."""
    made: list[Person] = []

    def another(days: int = DAYS) -> Person:
        one = Person.made(tmp_path / str(len(made)), desk, desk.actor("anna"))
        window.set_keep_days(one.store, days)
        made.append(one)
        return one

    yield another
    for each in made:
        each.store.close()


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every scope begins with a snapshot."""
    monkeypatch.setattr(schema, "SNAPSHOT_LINES", 0)


def old(desk: ServerDesk, subject: str, **values: Any) -> str:
    """A ticket that was done long ago."""
    id = desk.ticket("Network", subject)
    past = {"status": "done", "activity_at_ms": OLD_MS, "created_at_ms": OLD_MS, **values}
    desk.path.run(lambda writer: writer.update("ticket", id, past))
    return id


def customer_writes(desk: ServerDesk, ticket: str, html: str = "<p>again</p>") -> None:
    desk.path.run(lambda writer: AddNote(ticket_id=ticket, html=html).apply(writer))


def let_go(person: Person) -> None:
    evict(person.store, window.floor_ms(person.store, wall_ms()), lambda: False)


def stubs(person: Person) -> set[str]:
    text = "SELECT ticket_id FROM old_ticket WHERE children_complete = 0"
    return {id for (id,) in person.store.sql(text)}


def agree(desk: ServerDesk, person: Person) -> None:
    floor = window.floor_ms(person.store, wall_ms())
    check_same(desk, Device("anna", person.actor, person.store, floor_ms=floor))


@pytest.mark.usefixtures("large")
def test_a_first_sync_leaves_old_work_on_the_server(
    desk: ServerDesk, anna: Callable[[int], Person]
) -> None:
    recent, gone = desk.ticket("Network", "recent"), old(desk, "old")
    still_open = old(desk, "open", status="open")
    one, everything = anna(DAYS), anna(0)
    one.sync()
    everything.sync()
    assert one.row("ticket", gone) is None
    assert one.texts(gone) == []
    assert one.texts(recent) == ["<p>recent</p>"]
    assert one.texts(still_open) == ["<p>open</p>"]
    assert everything.rows() == held_rows(desk, one.actor)
    agree(desk, one)


def test_what_is_older_is_let_go_and_comes_back_when_it_changes(
    desk: ServerDesk, anna: Callable[[int], Person]
) -> None:
    ticket, other = old(desk, "first"), desk.ticket("Network", "recent")
    one = anna(DAYS)
    one.sync()
    assert one.texts(ticket) == ["<p>first</p>"], "a small scope comes whole"
    let_go(one)
    assert one.row("ticket", ticket) is None
    assert one.row("ticket", other) is not None
    agree(desk, one)
    customer_writes(desk, ticket)
    one.sync()
    assert one.texts(ticket) == ["<p>again</p>"]
    assert stubs(one) == {ticket}
    agree(desk, one)
    one.fetcher.ticket(ticket)
    assert one.texts(ticket) == ["<p>first</p>", "<p>again</p>"]
    assert stubs(one) == set()
    assert one.rows() == held_rows(desk, one.actor)


def test_a_row_whose_ticket_is_not_here_brings_its_ticket(
    desk: ServerDesk, anna: Callable[[int], Person]
) -> None:
    """A watcher is added to an old ticket: the ticket's own row did not change."""
    ticket, one = old(desk, "old"), anna(DAYS)
    one.sync()
    let_go(one)
    row = {"ticket_id": ticket, "agent_id": one.actor.id, "id": new_id()}
    scope = f"q:{desk.queue('Network')}"
    desk.path.run(lambda writer: writer.insert("watcher", {**row, "scope": scope}))
    one.sync()
    assert one.row("ticket", ticket) is not None
    assert stubs(one) == {ticket}
    agree(desk, one)
    let_go(one)
    assert one.row("ticket", ticket) is not None, "it changed a moment ago"


def test_a_new_ticket_is_whole_at_once(desk: ServerDesk, anna: Callable[[int], Person]) -> None:
    old(desk, "old")
    one = anna(DAYS)
    one.sync()
    let_go(one)
    ticket = desk.ticket("Network", "new")
    customer_writes(desk, ticket)
    one.sync()
    assert one.texts(ticket) == ["<p>new</p>", "<p>again</p>"]
    assert stubs(one) == set()


def test_what_one_has_to_do_with_stays(desk: ServerDesk, anna: Callable[[int], Person]) -> None:
    """Drafts, pins, unsent changes, one's own tickets and what was opened stay; others go."""
    names = ("draft", "pin", "unsent", "noted", "opened", "merged", "other")
    tickets = {name: old(desk, name) for name in names}
    tickets["mine"] = old(desk, "mine", assignee_id=desk.actor("anna").id)
    root = desk.ticket("Network", "root")
    merged = {"merged_into": root}
    desk.path.run(lambda writer: writer.update("ticket", tickets["merged"], merged))
    one = anna(DAYS)
    one.sync()
    save_draft(one.store, tickets["draft"], "note", "<p>typed</p>", wall_ms())
    one.do(Put(entity="pin", id=new_id(), set={"ticket_id": tickets["pin"]}))
    one.do(SetTicket(id=tickets["unsent"], set={"priority": "low"}))
    one.do(AddNote(ticket_id=tickets["noted"], html="<p>mine</p>"))
    one.fetcher.ticket(tickets["opened"])
    let_go(one)
    left = {name for name, id in tickets.items() if one.row("ticket", id) is not None}
    assert left == tickets.keys() - {"other"}
    assert one.texts(tickets["noted"]) == ["<p>noted</p>", "<p>mine</p>"]
    one.sync()
    agree(desk, one)


@pytest.mark.usefixtures("large")
def test_pinned_tickets_come_though_they_are_old(
    desk: ServerDesk, anna: Callable[[int], Person]
) -> None:
    ticket = old(desk, "pinned")
    first = anna(0)
    first.sync()
    first.do(Put(entity="pin", id=new_id(), set={"ticket_id": ticket}))
    first.sync()
    one = anna(DAYS)
    one.sync()
    assert one.texts(ticket) == ["<p>pinned</p>"]
    assert stubs(one) == set()
    agree(desk, one)


def test_all_comes_back_when_everything_is_to_be_kept(
    desk: ServerDesk, anna: Callable[[int], Person]
) -> None:
    old(desk, "old")
    one = anna(DAYS)
    one.sync()
    let_go(one)
    window.set_keep_days(one.store, 0)
    one.sync()
    assert one.rows() == held_rows(desk, one.actor)
    assert not window.is_partial(one.store)


@pytest.mark.usefixtures("large")
def test_an_expired_window_begins_with_a_windowed_snapshot(
    desk: ServerDesk, anna: Callable[[int], Person]
) -> None:
    typed, opened, gone = (old(desk, name) for name in ("typed", "opened", "gone"))
    one = anna(DAYS)
    one.sync()
    for ticket in (typed, opened):
        one.fetcher.ticket(ticket)
    save_draft(one.store, typed, "note", "<p>words</p>", wall_ms())
    desk.forget_what_went()
    one.sync()
    assert one.row("ticket", gone) is None
    assert one.texts(typed) == ["<p>typed</p>"], "a draft is there: it was fetched again"
    agree(desk, one)


@pytest.mark.usefixtures("large")
def test_all_who_keep_as_much_read_the_same_parts(
    desk: ServerDesk, anna: Callable[[int], Person]
) -> None:
    """And a snapshot of everything beside them is another one."""
    old(desk, "old")
    scope = f"q:{desk.queue('Network')}"
    line = anna(0).line
    names = {days: line.snapshot(scope, 0, days) for days in (0, 1, 30, 31, 90, 400)}
    found = {days: each and (each.name, each.floor > 0) for days, each in names.items()}
    assert found[1] == found[30] != found[31] == found[90]
    assert found[0] == found[400]
    assert [bool(each and each[1]) for each in found.values()] == [
        False,
        True,
        True,
        True,
        True,
        False,
    ]
    for days in (30, 0, 90):
        assert line.snapshot(scope, 0, days) == names[days]


def test_an_old_ticket_is_fetched_by_its_number_and_with_what_was_merged_into_it(
    desk: ServerDesk, anna: Callable[[int], Person]
) -> None:
    ticket = old(desk, "root")
    part = old(desk, "part", merged_into=ticket)
    one = anna(DAYS)
    one.sync()
    let_go(one)
    let_go(one)  # a part goes after the whole
    assert (one.row("ticket", ticket), one.row("ticket", part)) == (None, None)
    assert one.fetcher.by_number("999999") == []
    assert one.fetcher.by_number(str(desk.row("ticket", ticket)["number"])) == [ticket]
    assert (one.texts(ticket), one.texts(part)) == (["<p>root</p>"], ["<p>part</p>"])
    assert one.rows() == held_rows(desk, one.actor)


def test_a_broken_fetch_leaves_a_stub_that_is_fetched_next_time(
    desk: ServerDesk, anna: Callable[[int], Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync.server.aggregates.PAGE_ROWS", 1)
    ticket = old(desk, "first")
    customer_writes(desk, ticket)
    desk.path.run(lambda writer: writer.update("ticket", ticket, {"activity_at_ms": OLD_MS}))
    one = anna(DAYS)
    one.sync()
    let_go(one)
    one.line.faults = ["", "cut"]
    with pytest.raises(errors.Offline):
        one.fetcher.ticket(ticket)
    assert stubs(one) == {ticket}
    agree(desk, one)
    one.fetcher.ticket(ticket)
    assert one.texts(ticket) == ["<p>first</p>", "<p>again</p>"]
    assert stubs(one) == set()


def test_a_queue_that_is_taken_away_leaves_nothing_of_old_tickets(
    desk: ServerDesk, anna: Callable[[int], Person]
) -> None:
    ticket = old(desk, "old")
    one = anna(DAYS)
    one.sync()
    let_go(one)
    one.fetcher.ticket(ticket)
    desk.revoke("Network", one.actor)
    one.sync()
    agree(desk, one)
    assert one.store.sql("SELECT * FROM old_ticket") == []
    with pytest.raises(errors.NotThere):
        one.fetcher.ticket(ticket)
