"""PostgreSQL itself is killed, with all its processes, while engines push into it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from random import Random

import psutil
import pytest

from models import profile as profiles
from models.clock import wall_ms
from models.commands import AddNote
from models.perform import perform
from models.profile import Profile
from sync.protocol import link
from sync.server.check import faults
from tests.helpers.engine import EngineProcess, engine
from tests.helpers.postgres import PostgresCluster
from tests.helpers.server import Served, served
from tests.helpers.waiting import until

KILLS = 3
NOTES = 40
BACK_S = 60.0


@pytest.fixture
def durable() -> Iterator[PostgresCluster]:
    """A cluster that writes through to the disk, as a real one does."""
    running = PostgresCluster.started(fsync=True)
    yield running
    running.stop()


def write(profile: Profile, ticket: str, count: int) -> None:
    store = profile.open()
    actor = profiles.actor(store)
    assert actor is not None
    for _ in range(count):
        perform(store, AddNote(ticket_id=ticket, html="<p>note</p>"), actor, wall_ms())
    store.close()


def settled(profile: Profile) -> list[str]:
    """Ids of the notes of which the server said that it has them."""
    store = profile.open()
    text = "SELECT payload ->> 'id' FROM outbox WHERE state = 'settled' ORDER BY mid"
    found = [row[0] for row in store.sql(text)]
    store.close()
    return found


def stored(server: Served) -> list[str]:
    text = "SELECT id FROM message WHERE kind = 'note' ORDER BY id"
    return [row[0] for row in server.desk.store.sql(text)]


def test_what_was_acknowledged_outlives_a_killed_store(
    durable: PostgresCluster, tmp_path: Path
) -> None:
    chance = Random(11)
    with ExitStack() as end:
        url = end.enter_context(durable.fresh_database())
        server = end.enter_context(served(url, tmp_path, "--processes", "2"))
        workers = set(psutil.Process(server.pid).children(recursive=True))
        ticket = server.desk.ticket("Network")
        people = [end.enter_context(engine(tmp_path / name)) for name in ("anna", "boris")]
        for one in people:
            one.sign_in(server.url, one.profile.folder.name)
            one.state("synced")
        for _ in range(KILLS):
            while_they_push(server, durable, people, ticket, chance)
        assert set(psutil.Process(server.pid).children(recursive=True)) == workers
        sent = [id for one in people for id in settled(one.profile)]
        assert len(sent) == KILLS * 2 * NOTES * len(people)
        assert sorted(sent) == stored(server), "each of them, once"
        assert list(faults(server.desk.store, server.desk.folder)) == []
        for one in people:
            assert one.close() == 0


def while_they_push(
    server: Served,
    durable: PostgresCluster,
    people: list[EngineProcess],
    ticket: str,
    chance: Random,
) -> None:
    """The store dies somewhere among the pushes of both, and comes back."""
    before = len(stored(server))
    server.desk.store.close()
    for one in people:
        one.forget()
        write(one.profile, ticket, NOTES)
        one.say(link.Poke())
    until(lambda: len(stored(server)) > before + chance.randrange(NOTES))
    server.desk.store.close()
    durable.kill()
    for one in people:
        write(one.profile, ticket, NOTES)
        one.say(link.Poke())
    for one in people:
        one.state("offline", lambda state: state.code == "busy")
    acknowledged = {id for one in people for id in settled(one.profile)}
    durable.start_again()
    assert acknowledged <= set(stored(server)), "nothing acknowledged is lost"
    for one in people:
        one.forget()
        one.say(link.Poke())
    until(lambda: all(waiting(one) == 0 for one in people), BACK_S)


def waiting(one: EngineProcess) -> int:
    store = one.profile.open()
    text = "SELECT COUNT(*) FROM outbox WHERE state IN ('queued', 'sending')"
    count = int(store.sql(text)[0][0])
    store.close()
    return count
