"""Drafts of one person on several devices: each sees the others', none is ever written over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models import drafts
from models import profile as profiles
from models.clock import wall_ms
from models.commands import AddReply, DraftDrop
from models.profile import Profile
from models.queries.notes import draft
from models.shared_drafts import share_drafts, sibling_drafts
from sync.protocol import link
from tests.helpers.desk import ServerDesk
from tests.helpers.engine import EngineProcess, engine
from tests.helpers.person import Person, held_rows
from tests.helpers.server import Served, served
from tests.helpers.waiting import until
from tests.sync.test_put_back import copy, no_keyring, put_file_back, put_server_back

__all__ = ["no_keyring"]


@pytest.fixture
def desk(store_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(store_url, tmp_path / "server")
    yield made
    made.store.close()


@pytest.fixture
def devices(desk: ServerDesk, tmp_path: Path) -> Iterator[tuple[Person, Person, Person]]:
    """Anna's desk and laptop, and Boris."""
    anna, boris = desk.agent("anna", "Network"), desk.agent("boris", "Network")
    names = (("desk", anna), ("laptop", anna), ("boris", boris))
    made = [Person.made(tmp_path / name, desk, actor) for name, actor in names]
    yield made[0], made[1], made[2]
    for one in made:
        one.store.close()


def type_in(one: Person, ticket: str, html: str) -> None:
    drafts.save_draft(one.store, ticket, "reply", html, wall_ms())
    share_drafts(one.store, one.actor, wall_ms(), one.profile.folder.name)


def send(one: Person, ticket: str, html: str) -> None:
    one.do(AddReply(ticket_id=ticket, html=html))
    drafts.drop_draft(one.store, ticket, "reply")
    share_drafts(one.store, one.actor, wall_ms(), one.profile.folder.name)


def own(one: Person, ticket: str) -> str:
    found = draft(one.store, ticket, "reply")
    return found.html if found else ""


def seen(one: Person, ticket: str) -> list[tuple[str, str]]:
    found = sibling_drafts(one.store, one.actor, ticket)
    return sorted((row.device, row.html) for row in found)


def agree(desk: ServerDesk, *people: Person) -> None:
    for _ in range(2):
        for one in people:
            one.sync()
    for one in people:
        assert one.rows() == held_rows(desk, one.actor)
        assert one.store.sql("SELECT 1 FROM shadow") == []


def test_two_devices_that_wrote_offline_keep_both(
    desk: ServerDesk, devices: tuple[Person, Person, Person]
) -> None:
    first, second, boris = devices
    ticket = desk.ticket("Network")
    agree(desk, *devices)
    for n in range(3):
        type_in(first, ticket, f"<p>desk {n}</p>")
        type_in(second, ticket, f"<p>laptop {n}</p>")
    agree(desk, *devices)
    assert (own(first, ticket), own(second, ticket)) == ("<p>desk 2</p>", "<p>laptop 2</p>")
    assert seen(first, ticket) == [("laptop", "<p>laptop 2</p>")]
    assert seen(second, ticket) == [("desk", "<p>desk 2</p>")]
    assert boris.store.sql("SELECT COUNT(*) FROM draft") == [(0,)]
    assert desk.count("conflict") == 0
    assert first.states() == [(1, "settled")], "a stretch of typing is one change"


def test_sending_removes_ones_own_draft_everywhere_and_no_other(
    desk: ServerDesk, devices: tuple[Person, Person, Person]
) -> None:
    first, second, _ = devices
    ticket = desk.ticket("Network")
    agree(desk, *devices)
    type_in(first, ticket, "<p>desk</p>")
    type_in(second, ticket, "<p>laptop</p>")
    agree(desk, first, second)
    send(first, ticket, "<p>desk</p>")
    type_in(second, ticket, "<p>laptop goes on</p>")
    agree(desk, *devices)
    assert (own(first, ticket), seen(second, ticket)) == ("", [])
    assert own(second, ticket) == "<p>laptop goes on</p>"
    assert seen(first, ticket) == [("laptop", "<p>laptop goes on</p>")]


def test_a_draft_that_went_on_meanwhile_is_not_dropped(
    desk: ServerDesk, devices: tuple[Person, Person, Person]
) -> None:
    first, second, _ = devices
    ticket = desk.ticket("Network")
    agree(desk, *devices)
    type_in(second, ticket, "<p>laptop</p>")
    agree(desk, first, second)
    (sibling,) = sibling_drafts(first.store, first.actor, ticket)
    drop = DraftDrop(id=sibling.id, ticket_id=ticket, seen_at_ms=sibling.updated_at_ms)
    drafts.save_draft(second.store, ticket, "reply", "<p>more</p>", sibling.updated_at_ms + 1)
    share_drafts(second.store, second.actor, wall_ms(), "laptop")
    second.sync()
    first.do(drop)
    assert seen(first, ticket) == []
    agree(desk, first, second)
    assert seen(first, ticket) == [("laptop", "<p>more</p>")]
    (sibling,) = sibling_drafts(first.store, first.actor, ticket)
    first.do(DraftDrop(id=sibling.id, ticket_id=ticket, seen_at_ms=sibling.updated_at_ms))
    agree(desk, first, second)
    share_drafts(second.store, second.actor, wall_ms(), "laptop")
    agree(desk, first, second)
    assert seen(first, ticket) == []
    assert own(second, ticket) == "<p>more</p>", "nothing goes where it is typed"


def test_what_is_typed_stays_when_the_queue_is_taken_away(
    desk: ServerDesk, devices: tuple[Person, Person, Person]
) -> None:
    first, second, _ = devices
    ticket = desk.ticket("Network")
    agree(desk, *devices)
    type_in(second, ticket, "<p>laptop</p>")
    type_in(first, ticket, "<p>desk</p>")
    desk.revoke("Network", first.actor)
    agree(desk, *devices)
    assert first.row("ticket", ticket) is None
    assert own(first, ticket) == "<p>desk</p>"
    assert seen(first, ticket) == [("laptop", "<p>laptop</p>")]


def test_a_copy_of_a_file_does_not_write_into_the_drafts_of_the_first(
    desk: ServerDesk, devices: tuple[Person, Person, Person], tmp_path: Path
) -> None:
    first, second, _ = devices
    ticket = desk.ticket("Network")
    type_in(first, ticket, "<p>before</p>")
    agree(desk, first, second)
    copy(first.profile.database, tmp_path / "copy.db")
    type_in(first, ticket, "<p>the first goes on</p>")
    first.sync()
    type_in(second, ticket, "<p>laptop</p>")
    put_file_back(first, tmp_path / "copy.db")
    type_in(first, ticket, "<p>the copy goes on</p>")
    first.sync()
    assert own(first, ticket) == "<p>the copy goes on</p>"
    assert ("desk", "<p>the first goes on</p>") in seen(first, ticket)
    share_drafts(first.store, first.actor, wall_ms(), "copy")
    agree(desk, first, second)
    assert seen(second, ticket) == [
        ("copy", "<p>the copy goes on</p>"),
        ("desk", "<p>the first goes on</p>"),
    ]


def test_drafts_come_again_to_a_server_that_was_put_back(sqlite_url: str, tmp_path: Path) -> None:
    desk = ServerDesk.made(sqlite_url, tmp_path / "server")
    anna, ticket = desk.agent("anna", "Network"), desk.ticket("Network")
    first, second = (Person.made(tmp_path / name, desk, anna) for name in ("desk", "laptop"))
    agree(desk, first, second)
    assert desk.store.path
    copy(desk.store.path, tmp_path / "backup.db")
    type_in(first, ticket, "<p>desk</p>")
    agree(desk, first, second)
    put_server_back(desk, tmp_path / "backup.db")
    agree(desk, first, second)
    assert seen(second, ticket) == [("desk", "<p>desk</p>")]
    type_in(first, ticket, "<p>desk goes on</p>")
    agree(desk, first, second)
    assert seen(second, ticket) == [("desk", "<p>desk goes on</p>")], "it is the same device"
    for one in (first, second):
        one.store.close()
    desk.store.close()


def test_a_copy_and_its_first_keep_apart_on_a_server_that_was_put_back(
    sqlite_url: str, tmp_path: Path
) -> None:
    desk = ServerDesk.made(sqlite_url, tmp_path / "server")
    anna, ticket = desk.agent("anna", "Network"), desk.ticket("Network")
    first, twin = (Person.made(tmp_path / name, desk, anna) for name in ("desk", "twin"))
    first.sync()
    copy(first.profile.database, tmp_path / "copy.db")
    put_file_back(twin, tmp_path / "copy.db")
    assert desk.store.path
    copy(desk.store.path, tmp_path / "backup.db")
    type_in(first, ticket, "<p>desk</p>")
    first.cycle.push_all()
    put_server_back(desk, tmp_path / "backup.db")
    type_in(twin, ticket, "<p>twin</p>")
    agree(desk, twin, first)
    share_drafts(first.store, first.actor, wall_ms(), "desk")
    agree(desk, first, twin)
    assert seen(first, ticket) == [("twin", "<p>twin</p>")]
    assert seen(twin, ticket) == [("desk", "<p>desk</p>")]
    for one in (first, twin):
        one.store.close()
    desk.store.close()


@pytest.fixture
def server(store_url: str, tmp_path: Path) -> Iterator[Served]:
    with served(store_url, tmp_path) as running:
        yield running


def write(running: EngineProcess, ticket: str, html: str) -> None:
    """What a desktop does when somebody stops typing for a while."""
    store = running.profile.open()
    actor = profiles.actor(store)
    assert actor is not None
    drafts.save_draft(store, ticket, "reply", html, wall_ms())
    share_drafts(store, actor, wall_ms(), running.profile.folder.name)
    store.close()
    running.say(link.Poke())


def read(profile: Profile, ticket: str) -> list[tuple[str, str]]:
    store = profile.open()
    actor = profiles.actor(store)
    found = sibling_drafts(store, actor, ticket) if actor else ()
    store.close()
    return [(row.device, row.html) for row in found]


def test_real_engines_carry_drafts_and_survive_being_killed(server: Served, tmp_path: Path) -> None:
    ticket = server.desk.ticket("Network")
    with engine(tmp_path / "desk") as one, engine(tmp_path / "laptop") as other:
        for running in (one, other):
            running.sign_in(server.url, "anna")
            running.state("synced")
        write(one, ticket, "<p>first words</p>")
        until(lambda: read(other.profile, ticket) == [("desk", "<p>first words</p>")])
        other.heard(link.Changed, lambda news: ticket in news.tickets and "draft" in news.kinds)
        server.kill()
        write(one, ticket, "<p>no server</p>")
        write(other, ticket, "<p>none here either</p>")
        one.kill()
        other.kill()
    server.start()
    with engine(tmp_path / "desk") as one, engine(tmp_path / "laptop") as other:
        for running in (one, other):
            running.sign_in(server.url, "anna")
        until(lambda: read(other.profile, ticket) == [("desk", "<p>no server</p>")])
        until(lambda: read(one.profile, ticket) == [("laptop", "<p>none here either</p>")])
