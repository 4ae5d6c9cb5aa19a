from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import peewee
import pysqlite3.dbapi2 as pysqlite3
import pytest

from models import migrating, records
from models.database import Side, Store
from models.errors import StoreDamaged, StoreTooNew, StoreTooOld
from models.tables import ENTITIES, LOCAL_TABLES, SERVER_TABLES
from tests.helpers.local import LocalDesk

ROOT = Path(__file__).resolve().parents[2]
TYPES = {"TEXT": "text", "BIGINT": "bigint", "INTEGER": "integer"}
LATER = """
def up(migrator, db):
    db.execute_sql("ALTER TABLE ticket ADD COLUMN colour TEXT NOT NULL DEFAULT ''")
"""
CREATED = {"id": "e", "ticket_id": "t", "what": "created", "who_id": "boris"}
BROKEN = """
def up(migrator, db):
    db.execute_sql("ALTER TABLE ticket ADD COLUMN colour TEXT NOT NULL DEFAULT ''")
    db.execute_sql("this is no SQL")
"""


@pytest.fixture
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The scripts of a next version, free to be added to."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrating.FOLDER, folder)
    monkeypatch.setattr(migrating, "FOLDER", folder)
    return folder


def described(store: Store, table: str) -> dict[str, tuple[str, bool]]:
    """Column name to (type, whether NULL is allowed), as the database sees it."""
    return {
        column.name: (column.data_type.lower(), column.null and not column.primary_key)
        for column in store.db.get_columns(table)
    }


def declared(table: type[peewee.Model]) -> dict[str, tuple[str, bool]]:
    kinds = {"BIGINT": "bigint", "TEXT": "text", "INT": "integer", "AUTO": "integer"}
    return {
        field.column_name: (kinds[field.field_type], bool(field.null))
        for field in table._meta.sorted_fields
    }


@pytest.mark.parametrize("side", ["server", "local"])
def test_up_from_empty_equals_the_table_classes(
    side: Side, request: pytest.FixtureRequest, sqlite_url: str
) -> None:
    urls = [sqlite_url]
    if side == "server":
        urls.append(request.getfixturevalue("postgres_url"))
    own = SERVER_TABLES if side == "server" else LOCAL_TABLES
    for url in urls:
        store = Store.open(url, side)
        for table in (*ENTITIES.values(), *own):
            name = table._meta.table_name
            assert described(store, name) == declared(table), f"{name} on {url}"
        assert primary_keys(store, own) == {t: declared_key(t) for t in own}
        store.close()


def primary_keys(store: Store, tables: Any) -> dict[Any, tuple[str, ...]]:
    return {table: tuple(store.db.get_primary_keys(table._meta.table_name)) for table in tables}


def declared_key(table: type[peewee.Model]) -> tuple[str, ...]:
    return tuple(field.column_name for field in table._meta.get_primary_keys())


def test_no_table_is_left_out(sqlite_url: str) -> None:
    store = Store.open(sqlite_url, "server")
    known = {table._meta.table_name for table in (*ENTITIES.values(), *SERVER_TABLES)}
    made = set(store.db.get_tables()) - {"migration_entities", "migration_server"}
    assert made - {"sqlite_sequence"} == known
    store.close()


def test_opening_twice_changes_nothing(store_url: str) -> None:
    first = Store.open(store_url, "server")
    assert migrating.is_current(first.db, "server")
    assert migrating.bring_up_to_date(first.db, "server", first.path) == []
    first.close()


def test_an_older_file_keeps_its_data_and_is_copied_first(tmp_path: Path, scripts: Path) -> None:
    desk = LocalDesk.made(tmp_path / "anna")
    desk.ticket("printer", subject="Принтер полосит")
    desk.store.close()
    (scripts / "entities" / "0002_add_colour.py").write_text(LATER)

    store = Store.open(desk.profile.database, "local")
    assert store.sql("SELECT subject, colour FROM ticket") == [("Принтер полосит", "")]
    copies = list(desk.profile.folder.glob("*.before-*"))
    assert [copy.name for copy in copies] == ["desk.db.before-0002_add_colour"]
    old = Store._connect(str(copies[0]), "local")
    assert old.sql("SELECT subject FROM ticket") == [("Принтер полосит",)]
    assert "colour" not in described(old, "ticket")
    old.close()
    store.close()


def test_a_desktop_that_passed_over_new_kinds_reads_them_anew(
    tmp_path: Path, scripts: Path
) -> None:
    later = [scripts / "entities" / name for name in ("0003_work.py", "0009_meetings.py")]
    kept = {script: script.read_text() for script in later}
    for script in later:
        script.unlink()
    store = Store.open(f"sqlite:///{tmp_path / 'desk.db'}", "local")
    for scope in ("ws", "kb", "q:network", "u:anna"):
        store.sql("INSERT INTO scope_cursor (scope, cursor) VALUES (?, 'here')", (scope,))
    store.close()
    for script, text in kept.items():
        script.write_text(text)
    store = Store.open(f"sqlite:///{tmp_path / 'desk.db'}", "local")
    places = dict(store.sql("SELECT scope, cursor FROM scope_cursor"))
    assert places == {"ws": "here", "kb": "here", "q:network": None, "u:anna": None}
    store.close()


def test_views_of_an_older_file_are_kept_and_read_anew(tmp_path: Path, scripts: Path) -> None:
    later = scripts / "entities" / "0007_view_columns.py"
    kept = later.read_text()
    later.unlink()
    store = Store.open(f"sqlite:///{tmp_path / 'desk.db'}", "local")
    store.sql(
        "INSERT INTO view (id, scope, rev, deleted, name, icon, filter, order_by, updated_at_ms) "
        "VALUES ('v', 'ws', 3, 0, 'Mine', 'star', 'is:open', 'due', 0)"
    )
    for scope in ("ws", "u:anna", "q:network"):
        store.sql("INSERT INTO scope_cursor (scope, cursor) VALUES (?, 'here')", (scope,))
    store.close()
    later.write_text(kept)
    store = Store.open(f"sqlite:///{tmp_path / 'desk.db'}", "local")
    assert store.sql('SELECT name, "columns" FROM view') == [("Mine", "")]
    places = dict(store.sql("SELECT scope, cursor FROM scope_cursor"))
    assert places == {"ws": None, "u:anna": None, "q:network": "here"}
    store.close()


def test_categories_of_an_older_file_are_kept_and_read_anew(tmp_path: Path, scripts: Path) -> None:
    later = scripts / "entities" / "0011_category_hints.py"
    kept = later.read_text()
    later.unlink()
    store = Store.open(f"sqlite:///{tmp_path / 'desk.db'}", "local")
    store.sql(
        "INSERT INTO category (id, scope, rev, deleted, key, names, required, hint, position) "
        "VALUES ('c', 'ws', 3, 0, 'vpn', '{}', '[]', 'Ask', 1)"
    )
    for scope in ("ws", "q:network"):
        store.sql("INSERT INTO scope_cursor (scope, cursor) VALUES (?, 'here')", (scope,))
    store.close()
    later.write_text(kept)
    store = Store.open(f"sqlite:///{tmp_path / 'desk.db'}", "local")
    told = "SELECT key, hint, preferred_channel, ask_screenshot FROM category"
    assert store.sql(told) == [("vpn", "Ask", "", 0)]
    places = dict(store.sql("SELECT scope, cursor FROM scope_cursor"))
    assert places == {"ws": None, "q:network": "here"}
    store.close()


def test_customers_of_an_older_file_are_kept_and_the_directory_is_read_anew(
    tmp_path: Path, scripts: Path
) -> None:
    later = scripts / "entities" / "0006_customers.py"
    kept = later.read_text()
    later.unlink()
    store = Store.open(f"sqlite:///{tmp_path / 'desk.db'}", "local")
    columns = {row.name: "" for row in store.db.get_columns("contact")}
    row = {**columns, "id": "peter", "scope": "ws", "rev": 3, "deleted": 0, "active": 1}
    names, marks = ", ".join(row), ", ".join("?" for _ in row)
    store.sql(f"INSERT INTO contact ({names}) VALUES ({marks})", tuple(row.values()))
    for scope in ("ws", "q:network"):
        store.sql("INSERT INTO scope_cursor (scope, cursor) VALUES (?, 'here')", (scope,))
    store.close()
    later.write_text(kept)
    store = Store.open(f"sqlite:///{tmp_path / 'desk.db'}", "local")
    assert store.sql("SELECT id, rev, note, merged_into FROM contact") == [("peter", 3, "", None)]
    places = dict(store.sql("SELECT scope, cursor FROM scope_cursor"))
    assert places == {"ws": None, "q:network": "here"}
    store.close()


def test_an_older_store_is_brought_up_to_date_on_both_kinds(store_url: str, scripts: Path) -> None:
    store = Store.open(store_url, "server")
    (scripts / "entities" / "0002_add_colour.py").write_text(LATER)
    assert not migrating.is_current(store.db, "server")
    store.close()
    store = Store.open(store_url, "server")
    assert "colour" in described(store, "ticket")
    assert store.sql("SELECT seq FROM stream_head") == [(0,)]
    store.close()


def test_a_script_that_fails_leaves_the_store_as_it_was(store_url: str, scripts: Path) -> None:
    store = Store.open(store_url, "server")
    script = scripts / "entities" / "0002_add_colour.py"
    script.write_text(BROKEN)
    with pytest.raises(peewee.DatabaseError):
        migrating.bring_up_to_date(store.db, "server", store.path)
    assert "colour" not in described(store, "ticket")
    script.write_text(LATER)
    assert migrating.bring_up_to_date(store.db, "server", store.path) == ["0002_add_colour"]
    store.close()


def test_a_newer_store_is_refused_kindly_and_left_alone(store_url: str, scripts: Path) -> None:
    later = scripts / "entities" / "0002_add_colour.py"
    later.write_text(LATER)
    Store.open(store_url, "server").close()
    later.unlink()
    with pytest.raises(StoreTooNew, match=r"newer Deskside \(0002_add_colour\).*upgrade"):
        Store.open(store_url, "server")
    later.write_text(LATER)
    store = Store.open(store_url, "server")
    assert "colour" in described(store, "ticket")
    store.close()


def test_a_file_that_is_no_store_is_said_to_be_none(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_bytes(b"Dear Anna, this is not a database at all. " * 200)
    before = letter.read_bytes()
    with pytest.raises(StoreDamaged):
        Store.open(letter, "local")
    assert letter.read_bytes() == before


def test_an_old_sqlite_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert pysqlite3.sqlite_version_info >= (3, 51, 3)
    monkeypatch.setattr(pysqlite3, "sqlite_version_info", (3, 40, 1))
    with pytest.raises(StoreTooOld, match=r"3\.51\.3 or newer is needed, this is 3\.40\.1"):
        Store.open(tmp_path / "desk.db", "local")


def test_another_sqlite_than_the_one_that_comes_along_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import sqlite3

    monkeypatch.setattr(peewee, "sqlite3", sqlite3)
    with pytest.raises(StoreTooOld):
        Store.open(tmp_path / "desk.db", "local")


def test_programs_that_open_a_new_store_at_once_all_get_it(store_url: str) -> None:
    program = "import sys; from models.database import Store; Store.open(sys.argv[1], 'server')"
    command = [sys.executable, "-c", program, store_url]
    running = [
        subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) for _ in range(4)
    ]
    said = [process.communicate(timeout=60)[1] for process in running]
    assert [process.returncode for process in running] == [0] * 4, said
    store = Store.open(store_url, "server")
    assert store.sql("SELECT COUNT(*) FROM stream_head") == [(1,)]
    store.close()


def test_files_of_an_older_store_keep_their_readers_and_writers(
    store_url: str, scripts: Path
) -> None:
    """Those of notes may still be read by their owners, and what waits knows who sends it."""
    later = scripts / "server" / "0002_blob_holders.py"
    text = later.read_text()
    later.unlink()
    store = Store.open(store_url, "server")
    here, gone = "a" * 64, "b" * 64
    with store.transaction():
        store.sql("INSERT INTO blob VALUES (?, 1, 'complete', 0)", (here,))
        files = '[{"sha256": "%s"}, {"sha256": "%s"}]'
        for id, named in (("n1", files % (here, gone)), ("n2", ""), ("n3", "[]")):
            note = {"id": id, "scope": "u:anna", "files": named}
            records.put(store, "personal_note", records.complete("personal_note", note))
        records.put(store, "event", records.complete("event", CREATED))
        for id, author in (("m1", "anna"), ("m2", None)):
            message = {"id": id, "ticket_id": "t", "author_id": author}
            file = {"id": f"f-{id}", "message_id": id, "ticket_id": "t", "state": "pending"}
            records.put(store, "message", records.complete("message", message))
            records.put(
                store, "message_file", records.complete("message_file", {**file, "sha256": gone})
            )
    store.close()
    later.write_text(text)
    store = Store.open(store_url, "server")
    assert store.sql("SELECT sha256, agent_id FROM blob_holder") == [(here, "anna")]
    claims = store.sql("SELECT id, sha256, agent_id FROM file_claim ORDER BY id")
    assert claims == [("f-m1", gone, "anna"), ("f-m2", gone, "boris")]
    store.close()


def test_drafts_of_an_older_file_are_this_devices_own(tmp_path: Path, scripts: Path) -> None:
    """Of two from before and after another sign-in the newer one counts."""
    later = scripts / "local" / "0007_own_drafts.py"
    text = later.read_text()
    later.unlink()
    path = tmp_path / "desk.db"
    store = Store.open(path, "local")
    with store.transaction():
        for id, kind, html, at_ms, deleted in (
            ("new", "reply", "newer", 2, 0),
            ("old", "reply", "older", 1, 0),
            ("note", "note", "note", 1, 0),
            ("gone", "memo", "gone", 3, 1),
        ):
            row = {"id": id, "ticket_id": "t", "kind": kind, "html": html, "deleted": deleted}
            records.put(store, "draft", records.complete("draft", {**row, "updated_at_ms": at_ms}))
    store.close()
    later.write_text(text)
    store = Store.open(path, "local")
    kept = store.sql("SELECT key, ticket_id, kind, html, updated_at_ms FROM own_draft ORDER BY key")
    assert kept == [("t:note", "t", "note", "note", 1), ("t:reply", "t", "reply", "newer", 2)]
    assert store.sql("SELECT COUNT(*) FROM draft") == [(0,)]
    store.close()
