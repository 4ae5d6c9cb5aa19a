from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from models import files, migrating
from models.commands import AddNote
from models.commands.messages import FileRef
from models.database import Store
from models.errors import Refused, StoreDamaged, StoreTooNew
from sync.server import backups
from sync.server.check import faults
from sync.server.push import complete_file
from tests.helpers.desk import ServerDesk
from tests.helpers.postgres import PostgresCluster
from tests.helpers.server_cli import Cli


@pytest.fixture
def desk(store_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(store_url, tmp_path / "files")
    anna = made.agent("anna", "Network")
    device = made.device(anna)
    sha256 = files.keep(made.folder, b"a screenshot")
    ticket = made.ticket("Network", "Принтер")
    file = FileRef(id="f1", sha256=sha256, name="shot.png", media_type="image/png", size_bytes=12)
    device.push(AddNote(ticket_id=ticket, html="<p>Ъгъл &amp; 🙂</p>", files=(file,)))
    complete_file(made.path, anna, sha256, 12)
    yield made
    made.store.close()


def quiet(line: str) -> None:
    pass


def contents(store: Store) -> dict[str, list[Any]]:
    return {
        name: sorted(store.sql(f'SELECT * FROM "{name}"'), key=repr)
        for name in backups._tables(store)
        if name not in ("meta", "stream_head", "seq_mark", *backups.PASSED_OVER)
    }


@pytest.fixture(params=["sqlite", "postgres"])
def target(
    request: pytest.FixtureRequest, postgres: PostgresCluster, tmp_path: Path
) -> Iterator[str]:
    """A place for the restored desk, of the other kind, too."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'restored' / 'desk.db'}"
        return
    with postgres.fresh_database() as url:
        yield url


def test_a_desk_comes_back_whole_in_another_epoch(
    desk: ServerDesk, tmp_path: Path, target: str
) -> None:
    backups.back_up(desk.store, desk.folder, tmp_path / "backup", quiet)
    made = backups.restore(tmp_path / "backup", target, tmp_path / "restored-files", quiet)
    store = Store.open(target, "server")
    assert contents(store) == contents(desk.store)
    assert store.sql("SELECT value FROM meta WHERE key = 'epoch'") == [(str(made.epoch + 1),)]
    assert list(faults(store, tmp_path / "restored-files")) == []
    assert migrating.is_current(store.db, "server")
    restored = ServerDesk(store, type(desk.path)(store), tmp_path / "restored-files")
    number = restored.row("ticket", restored.ticket("Network"))["number"]
    assert number > 1_000
    store.close()


def test_a_backup_is_one_view_of_a_desk_in_use(
    desk: ServerDesk, tmp_path: Path, store_url: str
) -> None:
    other = ServerDesk.made(store_url, desk.folder)

    def write(line: str) -> None:
        other.ticket("Network", line)
        other.store.close()  # this thread's connection

    def busy(line: str) -> None:
        in_a_thread(lambda: write(line))

    backups.back_up(desk.store, desk.folder, tmp_path / "backup", busy)
    assert other.count("ticket") > 10
    other.store.close()
    target = f"sqlite:///{tmp_path / 'restored.db'}"
    backups.restore(tmp_path / "backup", target, tmp_path / "restored-files", quiet)
    store = Store.open(target, "server")
    assert store.sql("SELECT subject FROM ticket") == [("Принтер",)]
    assert list(faults(store, tmp_path / "restored-files")) == []
    store.close()


def in_a_thread(act: Callable[[], object]) -> None:
    """With a connection of its own, as another process would."""
    with ThreadPoolExecutor(1) as one:
        one.submit(act).result()


@pytest.mark.parametrize("broken", ["manifest", "table", "cut", "file", "newer", "newer format"])
def test_a_broken_backup_touches_nothing(desk: ServerDesk, tmp_path: Path, broken: str) -> None:
    source = tmp_path / "backup"
    backups.back_up(desk.store, desk.folder, source, quiet)
    manifest = source / backups.MANIFEST
    told = json.loads(manifest.read_text())
    message = source / "message.ndjson.zst"
    if broken == "manifest":
        manifest.unlink()
    elif broken == "table":
        message.write_bytes(message.read_bytes()[:-10] + b"0123456789")
    elif broken == "cut":
        message.write_bytes(message.read_bytes()[:-20])
    elif broken == "file":
        files.path(source / "files", told["files"][0]).unlink()
    elif broken == "newer":
        told["migrations"]["server"].append("9999_later")
        manifest.write_text(json.dumps(told))
    else:
        manifest.write_text(json.dumps({**told, "format": 99}))
    target = tmp_path / "restored.db"
    with pytest.raises((StoreDamaged, StoreTooNew)):
        backups.restore(source, f"sqlite:///{target}", tmp_path / "restored-files", quiet)
    assert not (tmp_path / "restored-files").exists()


def test_nothing_is_written_over(desk: ServerDesk, tmp_path: Path, sqlite_url: str) -> None:
    source = tmp_path / "backup"
    backups.back_up(desk.store, desk.folder, source, quiet)
    with pytest.raises(Refused):
        backups.back_up(desk.store, desk.folder, source, quiet)
    taken = tmp_path / "taken.db"
    other = ServerDesk.made(f"sqlite:///{taken}", tmp_path / "other")
    other.agent("vera")
    other.store.close()
    with pytest.raises(Refused):
        backups.restore(source, f"sqlite:///{taken}", tmp_path / "restored-files", quiet)


def test_missing_bytes_are_told_of(desk: ServerDesk, tmp_path: Path) -> None:
    (sha256,) = (row[0] for row in desk.store.sql("SELECT sha256 FROM blob"))
    files.path(desk.folder, sha256).unlink()
    with pytest.raises(StoreDamaged, match=sha256):
        backups.back_up(desk.store, desk.folder, tmp_path / "backup", quiet)
    assert not (tmp_path / "backup").exists()


def test_the_commands_say_what_they_did(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, other = (
        Cli(f"sqlite:///{tmp_path / name}.db", tmp_path / f"{name}-files", capsys, monkeypatch)
        for name in ("desk", "other")
    )
    assert desk("init") == 0
    assert desk("queue", "add", "Network") == 0
    assert desk("backup", tmp_path / "kept") == 0
    assert "epoch 1" in desk.out
    assert other("restore", tmp_path / "kept") == 0
    assert "in epoch 2" in other.out
    assert other("gc") == 0
    assert "0 rows" in other.out
    assert other("check") == 0
    assert other("restore", tmp_path / "kept") == 2
    assert "is there already" in other.err
