"""An engine on a computer whose clock is years off does what every other one does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models import files
from models import profile as profiles
from models.clock import wall_ms
from models.commands import AddNote
from models.perform import perform
from models.profile import Profile
from sync.protocol import link
from tests.helpers import shifted_engine
from tests.helpers.attached import stored
from tests.helpers.engine import EngineProcess
from tests.helpers.line import line
from tests.helpers.server import Served, served, without_keyring
from tests.helpers.waiting import until

HOUR_MS = 3_600_000
YEAR_MS = 365 * 24 * HOUR_MS
NEAR_MS = 60_000


@pytest.fixture
def server(sqlite_url: str, tmp_path: Path) -> Iterator[Served]:
    with served(sqlite_url, tmp_path) as running:
        yield running


class OffBy:
    """Anna's computer. ``set`` lets its clock jump."""

    def __init__(self, folder: Path, shift_ms: int) -> None:
        self.profile = Profile(folder)
        folder.mkdir()
        self._file = folder / "clock"
        self.set(shift_ms)

    def set(self, shift_ms: int) -> None:
        self.shift_ms = shift_ms
        self._file.write_text(str(shift_ms))

    def engine(self) -> EngineProcess:
        environment = {**without_keyring(), shifted_engine.CLOCK: str(self._file)}
        return EngineProcess(self.profile, environment, shifted_engine.MODULE)

    def offset_ms(self) -> int:
        """What has to be added to this clock."""
        store = self.profile.open()
        found = profiles.number(store, "clock_offset_ms")
        store.close()
        return found or 0

    def write(self, ticket: str) -> str:
        """A note, with the time that a desktop beside this engine would give it."""
        store = self.profile.open()
        actor = profiles.actor(store)
        assert actor is not None
        note = AddNote(ticket_id=ticket, html="<p>note</p>")
        perform(store, note, actor, wall_ms() + self.shift_ms + self.offset_ms())
        store.close()
        return note.id

    def state_of(self, note: str) -> list[tuple[str]]:
        store = self.profile.open()
        text = "SELECT state FROM outbox WHERE payload ->> 'id' = ?"
        found = store.sql(text, (note,))
        store.close()
        return found


@pytest.fixture
def anna(tmp_path: Path, request: pytest.FixtureRequest) -> OffBy:
    return OffBy(tmp_path / "anna", request.param)


def assert_right(server: Served, anna: OffBy, note: str) -> None:
    """The note is there once, dated as it happened."""
    until(lambda: anna.state_of(note) == [("settled",)])
    found = server.desk.store.sql("SELECT at_ms FROM message WHERE id = ?", (note,))
    assert len(found) == 1
    assert abs(found[0][0] - wall_ms()) < NEAR_MS
    assert abs(anna.offset_ms() + anna.shift_ms) < NEAR_MS


def near(told_ms: int | None) -> bool:
    return told_ms is not None and abs(told_ms - wall_ms()) < NEAR_MS


@pytest.mark.parametrize("anna", [-10 * YEAR_MS, 10 * YEAR_MS], indirect=True)
def test_a_clock_that_is_years_off_changes_nothing(server: Served, anna: OffBy) -> None:
    file = stored(server, 10_000)
    ticket = server.desk.ticket("Network")
    running = anna.engine()
    try:
        running.sign_in(server.url, "anna")
        synced = running.state("synced")
        assert near(synced.since_at_ms)
        assert near(synced.synced_at_ms)
        running.heard(link.FileHere, lambda here: here.sha256 == file.sha256)
        assert files.path(anna.profile.files, file.sha256).exists()
        note = anna.write(ticket)
        running.say(link.Poke())
        assert_right(server, anna, note)
        running.say(link.Inspect())
        assert near(running.heard(link.Report).since_at_ms)
        assert running.close() == 0
    finally:
        running.kill()


@pytest.mark.parametrize("anna", [0], indirect=True)
@pytest.mark.parametrize("jump_ms", [8 * HOUR_MS, 10 * YEAR_MS, -10 * YEAR_MS])
def test_a_clock_that_jumps_changes_nothing(server: Served, anna: OffBy, jump_ms: int) -> None:
    """As when the computer slept, or when somebody sets the clock; then it is switched on anew."""
    ticket = server.desk.ticket("Network")
    with line(server.url) as way:
        running = anna.engine()
        try:
            running.sign_in(way.url, "anna")
            running.state("synced")
            first = anna.write(ticket)
            running.say(link.Poke())
            assert_right(server, anna, first)
            running.forget()
            anna.set(jump_ms)
            way.cut()
            server.kill()
            running.say(link.Poke())
            assert near(running.state("offline").since_at_ms)
            server.start()
            second = anna.write(ticket)
            running.say(link.Poke())
            running.state("synced")
            assert_right(server, anna, second)
            anna.set(0)
            running.kill()
            running = anna.engine()
            running.sign_in(way.url, "anna")
            running.state("synced")
            assert_right(server, anna, second)
            assert anna.state_of(first) == [("settled",)], "kept for thirty true days"
            assert running.close() == 0
        finally:
            running.kill()
