"""A full disk on either side: it is named, nothing good is lost or half, and the next try works."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from models import files, wiping
from models.clock import wall_ms
from models.commands import AddNote, FileRef
from models.errors import StoreFull
from models.ids import new_id
from models.perform import perform
from models.profile import Profile
from sync.protocol import link
from sync.server import admin
from sync.server.push import complete_file
from sync.server.snapshots import Snapshots
from tests.helpers.attached import MB
from tests.helpers.desk import ServerDesk
from tests.helpers.engine import EngineProcess, engine
from tests.helpers.limits import full_disk
from tests.helpers.local import ANNA, LocalDesk
from tests.helpers.server import Served, served
from tests.helpers.server_cli import Cli

TIGHT_BYTES = 50_000
TICKETS = 200
LINES_OF_A_TICKET = 3


def fill(desk: ServerDesk, tickets: int, size_bytes: int) -> None:
    """Tickets whose text can't be made smaller than half."""
    for number in range(tickets):
        desk.ticket("Network", str(number), source_text=os.urandom(size_bytes // 2).hex())


@pytest.fixture
def desk(sqlite_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(sqlite_url, tmp_path / "files")
    yield made
    made.store.close()


def test_a_snapshot_without_room_leaves_the_older_one(desk: ServerDesk, tmp_path: Path) -> None:
    kept = Snapshots(desk.store, tmp_path / "snapshots", lambda: False)
    scope = f"q:{desk.queue('Network')}"
    fill(desk, 1, 1_000)
    kept.build(scope)
    older = kept.find(scope, 0)
    fill(desk, 20, 20_000)
    with full_disk(TIGHT_BYTES), pytest.raises(StoreFull, match="Can't write a snapshot"):
        kept.build(scope)
    assert kept.find(scope, 0) == older
    assert not list((tmp_path / "snapshots").glob("*/.*"))
    kept.build(scope)
    newer = kept.find(scope, 0)
    assert newer is not None
    assert newer.rows == 21 * LINES_OF_A_TICKET


@pytest.fixture
def server(postgres_url: str, tmp_path: Path) -> Iterator[Served]:
    """Its own disk holds only snapshots and files; a new device begins with a snapshot."""
    with served(postgres_url, tmp_path) as running:
        yield running


def tickets(anna: EngineProcess) -> int:
    store = anna.profile.open()
    count = int(store.sql("SELECT COUNT(*) FROM ticket")[0][0])
    store.close()
    return count


def test_a_server_without_room_for_a_snapshot_says_so_and_makes_it_later(
    server: Served, tmp_path: Path
) -> None:
    fill(server.desk, TICKETS, 4_000)
    with engine(tmp_path / "anna") as anna:
        with full_disk(TIGHT_BYTES, server.pid):
            anna.sign_in(server.url, "anna")
            told = anna.state("offline")
            assert told.sentence == "The server has no room left on its disk."
        anna.say(link.Poke())
        anna.state("synced")
        assert tickets(anna) == TICKETS
        assert anna.close() == 0
    assert "Can't write a snapshot: File too large" in server.log
    assert not list(tmp_path.glob("*-snapshots/*/.*"))


@pytest.mark.parametrize("count", [TICKETS, TICKETS // 2], ids=["a snapshot", "a page"])
def test_an_engine_without_room_keeps_what_it_has_and_goes_on_later(
    server: Served, tmp_path: Path, count: int
) -> None:
    with engine(tmp_path / "anna") as anna:
        anna.sign_in(server.url, "anna")
        anna.state("synced")
        fill(server.desk, 1, 1_000)
        anna.say(link.Poke())
        anna.heard(link.Changed, lambda news: "ticket" in news.kinds)
        anna.kill()
    fill(server.desk, count, 20_000)
    server.desk.forget_what_went()
    with engine(tmp_path / "anna") as anna:
        with full_disk(MB, anna.process.pid):
            anna.sign_in(server.url, "anna")
            assert anna.state("stopped").code == "store"
            assert tickets(anna) <= count
        anna.forget()
        anna.say(link.Poke())
        anna.state("synced")
        assert tickets(anna) == count + 1
        assert not (anna.profile.folder / "first-sync").exists()
        assert anna.close() == 0


@pytest.fixture
def cli(
    desk: ServerDesk,
    sqlite_url: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Cli:
    """The command line over a desk with tickets and a file."""
    fill(desk, 20, 20_000)
    sha256 = files.keep(desk.folder, os.urandom(200_000))
    complete_file(desk.path, desk.agent("anna"), sha256, 200_000)
    desk.store.close()
    return Cli(sqlite_url, desk.folder, capsys, monkeypatch)


def test_a_backup_without_room_leaves_nothing_and_the_next_one_is_whole(
    cli: Cli, tmp_path: Path
) -> None:
    words = ("backup", tmp_path / "kept", "--files", cli.files)
    with full_disk(TIGHT_BYTES):
        assert cli(*words) == 5
    assert "no room" in cli.err
    assert not list(tmp_path.glob("kept*"))
    assert cli(*words) == 0
    assert (tmp_path / "kept" / "manifest.json").exists()


@pytest.mark.parametrize("limit", [TIGHT_BYTES, 3 * MB // 4])
def test_a_restore_without_room_leaves_no_half_desk(cli: Cli, tmp_path: Path, limit: int) -> None:
    assert cli("backup", tmp_path / "kept", "--files", cli.files) == 0
    cli.url = f"sqlite:///{tmp_path / 'restored' / 'desk.db'}"
    words = ("restore", tmp_path / "kept", "--files", tmp_path / "restored" / "files")
    with full_disk(limit):
        assert cli(*words) == 5
    assert "no room" in cli.err
    assert not list((tmp_path / "restored").glob("desk.db*"))
    assert cli(*words) == 0
    assert cli("check", "--files", tmp_path / "restored" / "files") == 0
    store = admin.open_desk(cli.url)
    assert store.sql("SELECT COUNT(*) FROM ticket") == [(20,)]
    store.close()


def test_a_wipe_that_can_not_save_deletes_nothing(tmp_path: Path) -> None:
    local = LocalDesk.made(tmp_path / "anna")
    local.ticket("vpn")
    profile, store = local.profile, local.store
    data = os.urandom(200_000)
    file = FileRef(
        new_id(), files.keep(profile.files, data), "a.bin", "application/octet-stream", len(data)
    )
    note = AddNote(ticket_id="vpn", html="<p>unsent</p>", files=(file,))
    perform(store, note, ANNA, wall_ms())
    wiping.mark(store)
    with full_disk(len(data) // 2), pytest.raises(StoreFull):
        wiping.wipe(profile, store, tmp_path)
    assert not list(tmp_path.glob("deskside-unsent-*"))
    assert store.sql("SELECT COUNT(*) FROM outbox") == [(1,)]
    assert files.path(profile.files, file.sha256).exists()
    saved = wiping.wipe(profile, store, tmp_path)
    assert saved is not None
    assert "unsent" in (saved / "unsent.html").read_text("utf-8")
    assert [path.read_bytes() for path in saved.glob("*a.bin")] == [data]
    store.close()


def test_a_copy_without_room_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "anna")
    sha256 = files.keep(profile.files, os.urandom(200_000))
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"an older plan")
    with full_disk(TIGHT_BYTES), pytest.raises(StoreFull):
        files.copy_out(profile.files, sha256, target)
    assert target.read_bytes() == b"an older plan"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["anna", "plan.pdf"]
    files.copy_out(profile.files, sha256, target)
    assert target.stat().st_size == 200_000
