"""Work goes on without a server, and nothing is lost or doubled when processes are killed."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from models import files
from models import profile as profiles
from models.clock import wall_ms
from models.commands import AddNote, Command, FileRef, Put, SetTicket
from models.database import Store
from models.ids import new_id
from models.perform import perform
from models.profile import Profile
from sync.protocol import link
from tests.helpers.engine import EngineProcess, begun_once, engine, sync_once
from tests.helpers.person import held_rows, live_rows
from tests.helpers.server import Served, served
from tests.helpers.waiting import until

PICTURE = b"\x89PNG\r\n\x1a\n a picture of a cable"
CHANGES = 4_000
KILLS = 6


@pytest.fixture
def server(store_url: str, tmp_path: Path) -> Iterator[Served]:
    with served(store_url, tmp_path) as running:
        yield running


def signed_in(server: Served, login: str, device: str) -> Profile:
    """A profile that has fetched everything."""
    profile = Profile(server.folder / device)
    assert sync_once(profile, "--server", server.url, "--login", login) == 0
    return profile


def do(store: Store, command: Command) -> None:
    actor = profiles.actor(store)
    assert actor is not None
    perform(store, command, actor, wall_ms())


def opened(profile: Profile, look: Callable[[Store], Any]) -> Any:
    store = profile.open()
    try:
        return look(store)
    finally:
        store.close()


def waiting(profile: Profile) -> int:
    text = "SELECT COUNT(*) FROM outbox WHERE state <> 'settled'"
    return int(opened(profile, lambda store: store.sql(text))[0][0])


def test_a_day_without_the_server(server: Served) -> None:
    ticket, other = server.desk.ticket("Network", "VPN"), server.desk.ticket("Network", "Mouse")
    anna, second, boris = (
        signed_in(server, login, device)
        for login, device in (("anna", "anna-desk"), ("anna", "anna-home"), ("boris", "boris"))
    )
    server.kill()
    memo = new_id()
    with engine(anna.folder) as desktop:
        store = anna.open()
        sha256 = files.keep(anna.files, PICTURE)
        picture = FileRef(new_id(), sha256, "cable.png", "image/png", len(PICTURE))
        do(store, AddNote(ticket_id=ticket, html="<p>first note</p>"))
        do(store, AddNote(ticket_id=ticket, html="<p>второй</p>", files=(picture,)))
        listed = msgspec.json.encode([picture]).decode()
        do(store, Put(entity="personal_note", id=memo, set={"html": "<p>x</p>", "files": listed}))
        do(store, SetTicket(id=ticket, set={"priority": "urgent"}))
        do(store, SetTicket(id=other, set={"status": "done"}))
        shown = store.sql("SELECT html FROM message WHERE kind = 'note' ORDER BY at_ms, id")
        assert shown == [("<p>first note</p>",), ("<p>второй</p>",)]
        store.close()
        assert desktop.close() == 0
    assert sync_once(anna, "--push-only") == 4
    assert waiting(anna) == 5

    server.start()
    with engine(anna.folder) as desktop:
        desktop.sign_in(server.url, "anna")
        desktop.state("synced", lambda state: state.waiting == 0)
        found = server.desk.store.sql(
            "SELECT html FROM message WHERE kind = 'note' ORDER BY at_ms, id"
        )
        assert found == [("<p>first note</p>",), ("<p>второй</p>",)]
        desktop.heard(link.FileProgress, lambda line: line.state == "done")
        desktop.close()
    for device in (second, boris):
        assert sync_once(device) == 0
    whole = {login: held_rows(server.desk, actor) for login, actor in server.people.items()}
    for device, login in ((anna, "anna"), (second, "anna"), (boris, "boris")):
        if device == anna:
            assert sync_once(device) == 0
        assert opened(device, live_rows) == whole[login], device.folder.name
    assert ("personal_note", memo) in whole["anna"]
    assert ("personal_note", memo) not in whole["boris"]
    for device in (second, boris):
        assert files.read(device.files, sha256) == PICTURE
    row = whole["boris"]["ticket", ticket]
    assert row["priority"] == "urgent"
    assert whole["boris"]["ticket", other]["status"] == "done"


def many_notes(profile: Profile, ticket: str) -> list[str]:
    """CHANGES notes that wait to be sent, all in one go."""
    store = profile.open()
    store.db.execute_sql("PRAGMA synchronous = OFF")
    texts = [f"<p>{n}</p>" for n in range(CHANGES)]
    with store.transaction():
        for text in texts:
            do(store, AddNote(ticket_id=ticket, html=text))
    store.close()
    return texts


def arrived(server: Served, ticket: str) -> int:
    text = "SELECT COUNT(*) FROM message WHERE kind = 'note' AND ticket_id = ?"
    return int(server.desk.store.sql(text, (ticket,))[0][0])


def expect_all_once(server: Served, ticket: str, texts: list[str], profile: Profile) -> None:
    found = server.desk.store.sql(
        "SELECT m.html FROM message m JOIN change c ON c.ent = m.id "
        "WHERE m.kind = 'note' AND m.ticket_id = ? ORDER BY c.seq",
        (ticket,),
    )
    assert [html for (html,) in found] == texts
    assert server.desk.store.sql("SELECT COUNT(*) FROM mutation_seen") == [(CHANGES,)]
    assert waiting(profile) == 0
    assert opened(profile, live_rows) == held_rows(server.desk, server.people["anna"])
    assert opened(profile, lambda s: s.sql("SELECT COUNT(*) FROM pending_effect")) == [(0,)]


def test_an_engine_killed_in_the_middle_of_a_push(server: Served) -> None:
    chance = random.Random(5)
    ticket = server.desk.ticket("Network")
    anna = signed_in(server, "anna", "anna")
    texts = many_notes(anna, ticket)
    seen: set[int] = set()
    for _ in range(KILLS):
        wanted = arrived(server, ticket) + 1
        if wanted > CHANGES:
            break
        with begun_once(anna) as running:
            until(lambda wanted=wanted: arrived(server, ticket) >= wanted, 30)  # type: ignore[misc]
            later = time.monotonic() + chance.random() * 0.02
            until(lambda later=later: time.monotonic() > later)  # type: ignore[misc]
            running.kill()
        seen.add(arrived(server, ticket))
        assert opened(anna, lambda s: s.sql("PRAGMA integrity_check")) == [("ok",)]
    assert len(seen) > 2, "the kills came too late to mean anything"
    assert sync_once(anna) == 0
    expect_all_once(server, ticket, texts, anna)


def test_a_server_killed_in_the_middle_of_a_push(server: Served) -> None:
    chance = random.Random(6)
    ticket = server.desk.ticket("Network")
    anna = signed_in(server, "anna", "anna")
    texts = many_notes(anna, ticket)
    with engine(anna.folder) as desktop:
        desktop.sign_in(server.url, "anna")
        for kill in range(3):
            wanted = 60 * kill + 1
            until(lambda wanted=wanted: arrived(server, ticket) >= wanted, 30)  # type: ignore[misc]
            later = time.monotonic() + chance.random() * 0.02
            until(lambda later=later: time.monotonic() > later)  # type: ignore[misc]
            server.kill()
            wait_for_offline_or_done(desktop)
            server.start()
            desktop.forget()
            desktop.say(link.Poke())
        desktop.state("synced", lambda state: state.waiting == 0)
        assert desktop.close() == 0
    assert sync_once(anna) == 0
    expect_all_once(server, ticket, texts, anna)


def wait_for_offline_or_done(desktop: EngineProcess) -> None:
    desktop.heard(link.State, lambda state: state.state in ("offline", "synced"))
