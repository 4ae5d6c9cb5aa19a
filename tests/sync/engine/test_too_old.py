"""An engine that is too old to read goes on sending, says so, and reads again when it may."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from models import profile as profiles
from models.clock import wall_ms
from models.commands import AddNote
from models.perform import perform
from models.profile import Profile
from sync.engine import loop
from sync.engine.loop import Engine
from sync.protocol import link, schema
from sync.server import ages, pull
from tests.helpers.desk import PASSWORD, ServerDesk
from tests.helpers.http_desk import desk_of_two
from tests.helpers.live import Hosted, hosted
from tests.helpers.waiting import until

YOUNG = schema.SchemaRange(1, 1, 1)
TOO_OLD = schema.SchemaRange(min_pull=2, min_push=1, current=2)
SENTENCE = (
    "This Deskside is too old for the server: install a newer one. What you write is still sent."
)


@dataclass
class Anna:
    """Her engine, in a thread of this process."""

    engine: Engine
    profile: Profile
    said: list[link.Line] = field(default_factory=list)

    def write(self, ticket: str, text: str) -> None:
        store = self.profile.open()
        actor = profiles.actor(store)
        assert actor is not None
        perform(store, AddNote(ticket_id=ticket, html=f"<p>{text}</p>"), actor, wall_ms())
        store.close()
        self.engine.inbox.put(link.Poke())

    def texts(self) -> list[str]:
        store = self.profile.open()
        found = store.sql("SELECT html FROM message WHERE kind = 'note' ORDER BY html")
        store.close()
        return [html for (html,) in found]

    def state(self, name: str) -> link.State:
        def found() -> link.State | None:
            newest = [line for line in self.said if isinstance(line, link.State)][-1:]
            return next((line for line in newest if line.state == name), None)

        told = until(found, 15, f"{name}: {self.said[-3:]}")
        assert told is not None
        return told


@pytest.fixture
def server(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hosted]:
    monkeypatch.setattr("sync.engine.secrets.remember", lambda *_: False)
    monkeypatch.setattr("sync.engine.secrets.recall", lambda *_: None)
    with desk_of_two(sqlite_url, tmp_path / "files", monkeypatch) as desk, hosted(desk) as made:
        yield made


@contextmanager
def signed_in(server: Hosted, folder: Path) -> Iterator[Anna]:
    profile = Profile(folder)
    folder.mkdir()
    store = profile.open()
    said: list[link.Line] = []
    anna = Anna(Engine(profile, store, said.append), profile, said)

    def run() -> None:
        anna.engine.run()
        store.close()

    thread = threading.Thread(target=run)
    thread.start()
    anna.engine.inbox.put(link.SignIn(server=server.url, login="anna", password=PASSWORD))
    try:
        yield anna
    finally:
        anna.engine.inbox.put(link.Quit())
        thread.join(15)
        assert not thread.is_alive()
        store.close()


def notes(desk: ServerDesk) -> list[str]:
    found = desk.store.sql("SELECT html FROM message WHERE kind = 'note' ORDER BY html")
    return [html for (html,) in found]


def server_note(desk: ServerDesk, ticket: str, text: str) -> None:
    command = AddNote(ticket_id=ticket, html=f"<p>{text}</p>")
    desk.path.run(lambda writer: command.apply(writer))


def test_it_sends_says_so_and_reads_again_by_itself(
    server: Hosted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = ServerDesk(server.store, server.desk.path, server.desk.folder)
    ticket = desk.ticket("Network")
    with signed_in(server, tmp_path / "anna") as anna:
        anna.state("synced")
        until(lambda: anna.engine._beside.how == "stream")
        monkeypatch.setattr(ages, "ACCEPTED", TOO_OLD)
        pulls = counted_pulls(monkeypatch)
        anna.write(ticket, "1 written by an old one")
        told = anna.state("too_old")
        assert (told.sentence, told.code) == (SENTENCE, "too_old_to_pull")
        assert len(pulls) == 1
        anna.said.clear()
        for text in ("2 more", "3 still more"):
            anna.write(ticket, text)
            until(lambda text=text: f"<p>{text}</p>" in notes(desk))  # type: ignore[misc]
        assert len(pulls) == 1, "it is not asked for what it can't read"
        assert anna.engine._beside.how == "", "nor does a stream bring it"
        anna.state("too_old")
        states = {line.state for line in anna.said if isinstance(line, link.State)}
        assert states == {"too_old"}, "the window does not flicker"
        monkeypatch.setattr(loop, "REFRESH_S", 0.1)
        monkeypatch.setattr(anna.engine, "_reads_again_s", 0.0)
        anna.write(ticket, "4 and one more")
        until(lambda: len(pulls) > 4)
        anna.state("too_old")
        server_note(desk, ticket, "5 of somebody else")
        monkeypatch.setattr(ages, "ACCEPTED", YOUNG)
        anna.state("synced")
        until(lambda: anna.texts() == notes(desk))
        assert len(notes(desk)) == 5


def counted_pulls(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """One for each time that the server was asked."""
    seen: list[None] = []
    whole = ages.require_pull

    def counted(client: schema.ClientInfo) -> None:
        seen.append(None)
        whole(client)

    monkeypatch.setattr(pull, "require_pull", counted)
    return seen


def test_one_too_old_for_both_keeps_what_is_written(
    server: Hosted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = ServerDesk(server.store, server.desk.path, server.desk.folder)
    ticket = desk.ticket("Network")
    with signed_in(server, tmp_path / "anna") as anna:
        anna.state("synced")
        monkeypatch.setattr(ages, "ACCEPTED", schema.SchemaRange(2, 2, 2))
        anna.write(ticket, "kept")
        until(lambda: anna.state("stopped").waiting == 1)  # a round before the writing says so too
        told = anna.state("stopped")
        assert told.code == "too_old"
        assert "kept on your computer" in told.sentence
        monkeypatch.setattr(ages, "ACCEPTED", YOUNG)
        anna.engine._reads_again_s = 0.0  # a round before the writing may have begun the minute
        anna.engine.inbox.put(link.Poke())
        anna.state("synced")
        assert notes(desk) == ["<p>kept</p>"]
