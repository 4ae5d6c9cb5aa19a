"""Engines and servers together: what one writes is in the other's file, by the stream."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models import profile as profiles
from models.clock import wall_ms
from models.commands import AddNote, SetTicket
from models.perform import perform
from models.profile import Profile
from sync.protocol import link
from tests.helpers.engine import EngineProcess, engine
from tests.helpers.server import Served, served
from tests.helpers.waiting import until


@pytest.fixture(params=["sqlite", "postgres", "two processes"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Served]:
    several = request.param == "two processes"
    url = request.getfixturevalue(f"{'postgres' if several else request.param}_url")
    with served(url, tmp_path, *(("--processes", "2") if several else ())) as running:
        yield running


def note(profile: Profile, ticket: str, text: str) -> None:
    """What a desktop does when somebody writes a note."""
    store = profile.open()
    actor = profiles.actor(store)
    assert actor is not None
    perform(store, AddNote(ticket_id=ticket, html=f"<p>{text}</p>"), actor, wall_ms())
    store.close()


def texts(profile: Profile) -> list[str]:
    store = profile.open()
    try:
        return [html for (html,) in store.sql("SELECT html FROM message WHERE kind = 'note'")]
    finally:
        store.close()


def began(running: EngineProcess, url: str, login: str) -> None:
    """Signed in, and synced once more after the stream's first event."""
    running.sign_in(url, login)
    until(lambda: sum(isinstance(s, link.State) and s.state == "synced" for s in running.said) > 1)


def pulls(server: Served) -> int:
    return server.log.count("POST /v1/pull")


def test_a_note_is_in_the_others_file(server: Served, tmp_path: Path) -> None:
    ticket = server.desk.ticket("Network")
    with engine(tmp_path / "anna") as anna, engine(tmp_path / "boris") as boris:
        for running, login in ((anna, "anna"), (boris, "boris")):
            began(running, server.url, login)
        for number in range(3):
            note(anna.profile, ticket, f"words {number}")
            anna.say(link.Poke())
            until(lambda n=number: f"<p>words {n}</p>" in texts(boris.profile))  # type: ignore[misc]
        boris.heard(link.Changed, lambda changed: ticket in changed.tickets)


def test_the_stream_alone_brings_it(sqlite_url: str, tmp_path: Path) -> None:
    """No pull is made for a change whose rows came along."""
    with served(sqlite_url, tmp_path) as server, engine(tmp_path / "anna") as anna:
        ticket = server.desk.ticket("Network")
        began(anna, server.url, "anna")
        before = pulls(server)
        anna.forget()
        for priority in ("high", "low"):
            command = SetTicket(id=ticket, set={"priority": priority})
            server.desk.path.run(lambda writer, command=command: command.apply(writer))  # type: ignore[misc]
            anna.heard(link.Changed, lambda changed: ticket in changed.tickets)
            anna.forget()
        assert pulls(server) == before


def test_a_queue_that_is_taken_away_leaves_the_file(sqlite_url: str, tmp_path: Path) -> None:
    with served(sqlite_url, tmp_path) as server, engine(tmp_path / "anna") as anna:
        ticket = server.desk.ticket("Network")
        began(anna, server.url, "anna")
        server.desk.revoke("Network", server.people["anna"])

        def gone() -> bool:
            store = anna.profile.open()
            try:
                return not store.sql("SELECT 1 FROM ticket WHERE id = ?", (ticket,))
            finally:
                store.close()

        until(gone)
        server.desk.grant("Network", server.people["anna"])
        until(lambda: not gone())


def test_who_looks_at_a_ticket_is_told_to_the_other(server: Served, tmp_path: Path) -> None:
    ticket = server.desk.ticket("Network")
    with engine(tmp_path / "anna") as anna, engine(tmp_path / "boris") as boris:
        for running, login in ((anna, "anna"), (boris, "boris")):
            began(running, server.url, login)
        anna.say(link.Presence(ticket=ticket, state="viewing"))
        anna.heard(link.Present, lambda told: told.ticket == ticket)
        boris.say(link.Presence(ticket=ticket, state="viewing"))
        anna.heard(link.Present, lambda told: seen(told) == [("Boris", "viewing")])
        boris.heard(link.Present, lambda told: seen(told) == [("Anna", "viewing")])
        boris.say(link.Presence(ticket=ticket, state="typing"))
        anna.heard(link.Present, lambda told: seen(told) == [("Boris", "typing")])
        anna.forget()
        boris.close()  # its window was closed
        anna.heard(link.Present, lambda told: not told.people)
        everything = [told for told in anna.said if isinstance(told, link.Present)]
        assert all("Anna" not in name for told in everything for name, _ in seen(told))


def seen(told: link.Present) -> list[tuple[str, str]]:
    return [(person.name, person.state) for person in told.people]


def test_offline_nobody_is_there(sqlite_url: str, tmp_path: Path) -> None:
    with served(sqlite_url, tmp_path) as server, engine(tmp_path / "anna") as anna:
        ticket = server.desk.ticket("Network")
        began(anna, server.url, "anna")
        anna.say(link.Presence(ticket=ticket, state="viewing"))
        anna.heard(link.Present)
        anna.forget()
        server.kill()
        anna.state("offline")
        assert anna.heard(link.Present).people == ()
        server.start()
        anna.say(link.Poke())
        anna.state("synced")


def test_who_is_online_is_told_to_the_others(server: Served, tmp_path: Path) -> None:
    with engine(tmp_path / "anna") as anna, engine(tmp_path / "boris") as boris:
        began(anna, server.url, "anna")
        anna.heard(link.Online, lambda told: told.people == ())
        began(boris, server.url, "boris")
        people = server.people
        anna.heard(link.Online, lambda told: told.people == (people["boris"].id,))
        boris.heard(link.Online, lambda told: told.people == (people["anna"].id,))
        anna.forget()
        boris.say(link.SignOut())
        anna.heard(link.Online, lambda told: told.people == ())
        anna.forget()
        server.kill()
        anna.heard(link.Online, lambda told: told.people is None)
