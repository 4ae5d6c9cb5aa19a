"""What a store says when the world is against it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import peewee
import pytest

from models.commands import AddNote
from models.database import Store
from models.errors import StoreBusy, StoreFull, StoreReadOnly
from models.profile import Profile
from tests.helpers.limits import as_ordinary_user, on_a_full_disk
from tests.helpers.local import LocalDesk

CUT_OTHERS = (
    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
    "WHERE pid <> pg_backend_pid() AND datname = current_database()"
)
posix = pytest.mark.skipif(os.name == "nt", reason="limits of POSIX")


def open_to_all(folder: Path) -> None:
    for part in (folder, *folder.parents):
        if part.stat().st_mode & stat.S_IXOTH == 0:
            part.chmod(0o755)


@posix
def test_a_full_disk_is_told_and_nothing_of_the_act_is_kept(tmp_path: Path) -> None:
    desk = LocalDesk.made(tmp_path)
    desk.ticket("printer")
    desk.do(AddNote(ticket_id="printer", html="<p>before</p>"))
    desk.store.close()
    size = desk.profile.database.stat().st_size

    def act() -> None:
        own = LocalDesk(desk.profile, desk.profile.open())
        notes = (AddNote(ticket_id="printer", html=f"<p>{'long ' * 20_000}</p>") for _ in range(50))
        with pytest.raises(StoreFull):
            list(map(own.do, notes))

    on_a_full_disk(act, size + 300_000)
    store = desk.profile.open()
    kept, waiting = (store.sql(f"SELECT COUNT(*) FROM {t}")[0][0] for t in ("message", "outbox"))
    assert kept == waiting < 50
    assert store.sql("SELECT 1 FROM message WHERE html = '<p>before</p>'") == [(1,)]
    assert store.sql("PRAGMA integrity_check") == [("ok",)]
    store.close()


@posix
def test_many_rows_on_a_full_disk_say_so_too(tmp_path: Path) -> None:
    Store.open(tmp_path / "desk.db", "local").close()

    def act() -> None:
        store = Store.open(tmp_path / "desk.db", "local")
        rows = [(str(n), "x" * 1_000) for n in range(5_000)]
        with pytest.raises(StoreFull), store.transaction():
            store.many("INSERT INTO profile (key, value) VALUES (?, ?)", rows)

    on_a_full_disk(act, 1 << 20)


@posix
def test_a_profile_that_can_not_be_made_or_written_is_told(tmp_path: Path) -> None:
    desk = LocalDesk.made(tmp_path / "there")
    desk.ticket("printer")
    desk.store.close()
    open_to_all(tmp_path)
    desk.profile.folder.chmod(0o555)
    desk.profile.database.chmod(0o444)
    tmp_path.chmod(0o755)

    def act() -> None:
        with pytest.raises(StoreReadOnly):
            Profile(tmp_path / "new").open()
        with pytest.raises(StoreReadOnly):
            LocalDesk(desk.profile, desk.profile.open()).do(
                AddNote(ticket_id="printer", html="<p>x</p>")
            )

    as_ordinary_user(act)


def test_many_rows_fail_with_the_same_errors_as_one(store_url: str) -> None:
    store = Store.open(store_url, "server")
    text = "INSERT INTO meta (key, value) VALUES (?, ?)"
    for act in (
        lambda: store.many(text, [("epoch", "2")]),
        lambda: store.sql(text, ("epoch", "2")),
    ):
        with pytest.raises(peewee.IntegrityError):
            act()
    store.close()


def test_a_file_that_stays_locked_is_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.database.BUSY_TIMEOUT_MS", 50)
    first = Store.open(tmp_path / "desk.db", "local")
    second = Store.open(tmp_path / "desk.db", "local")
    with first.transaction():
        first.sql("INSERT INTO profile (key, value) VALUES ('a', 'b')")
        with pytest.raises(StoreBusy) as busy, second.transaction():
            pass
        assert busy.value.retryable
    first.close()
    second.close()


def test_a_failed_transaction_leaves_nothing(store_url: str) -> None:
    store = Store.open(store_url, "server")
    insert = "INSERT INTO meta (key, value) VALUES (?, ?)"

    def act() -> None:
        with store.transaction():
            store.sql(insert, ("a", "b"))
            store.many(insert, [("c", "d")])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        act()
    assert store.sql("SELECT key FROM meta") == [("epoch",)]
    store.close()


def test_a_snapshot_sees_one_moment(store_url: str) -> None:
    reader, writer = (Store.open(store_url, "server") for _ in range(2))
    with reader.snapshot():
        before = reader.sql("SELECT COUNT(*) FROM meta")
        with writer.transaction():
            writer.sql("INSERT INTO meta (key, value) VALUES ('a', 'b')")
        assert reader.sql("SELECT COUNT(*) FROM meta") == before
    assert reader.sql("SELECT COUNT(*) FROM meta") != before
    for store in (reader, writer):
        store.close()


def test_the_local_file_is_durable_but_for_pulled_pages(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "desk.db", "local")
    full, normal = [(2,)], [(1,)]
    assert store.sql("PRAGMA synchronous") == full
    with store.relaxed(), store.transaction():
        assert store.sql("PRAGMA synchronous") == normal
    assert store.sql("PRAGMA synchronous") == full
    assert store.sql("PRAGMA journal_mode") == [("wal",)]
    store.close()


def test_a_connection_that_was_cut_is_opened_again(postgres_url: str) -> None:
    store, other = (Store.open(postgres_url, "server") for _ in range(2))
    other.sql(CUT_OTHERS)
    with pytest.raises(StoreBusy):
        store.sql("SELECT 1")
    assert store.sql("SELECT 1") == [(1,)]
    other.sql(CUT_OTHERS)
    with pytest.raises(StoreBusy), store.transaction():
        store.sql("SELECT 1")
    with store.transaction():
        assert store.sql("SELECT 1") == [(1,)]
    store.close()
    other.close()
