"""Snapshots that are cut, wrong, of another version or endless: a named error, whole data."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest
import zstandard

from models import profile
from sync.engine import bootstrap, parts
from sync.engine.part_files import PartFiles, Stopped
from sync.engine.wire import FilePart, Server
from sync.protocol import errors, schema
from sync.server.snapshots import MANIFEST
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person, held_rows
from tests.helpers.strangers import stranger

Lines = list[Any]


@pytest.fixture(autouse=True)
def large_scopes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "SNAPSHOT_LINES", 0)
    monkeypatch.setattr(parts, "ROWS_AT_ONCE", 3)


@pytest.fixture
def desk(sqlite_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(sqlite_url, tmp_path / "files")
    yield made
    made.store.close()


@pytest.fixture
def anna(desk: ServerDesk, tmp_path: Path) -> Iterator[Person]:
    made = Person.made(tmp_path / "anna", desk, desk.agent("anna", "Network"))
    for n in range(5):
        desk.ticket("Network", str(n))
    yield made
    made.store.close()


def network(anna: Person) -> str:
    return f"q:{anna.line.desk.queue('Network')}"


def folder_of(anna: Person) -> Path:
    """Where the snapshot of Network lies on the server."""
    scope = network(anna)
    found = anna.line.snapshot(scope, 0)
    assert found is not None
    return anna.line.kept.part(scope, found.name, 0).parent


def spoil(anna: Person, edit: Callable[[Lines], Lines]) -> None:
    """Another part than the one that was made; the manifest agrees with it."""
    part = folder_of(anna) / "0"
    with zstandard.ZstdDecompressor().stream_reader(part.read_bytes()) as reader:
        lines = edit([json.loads(line) for line in reader.read().splitlines()])
    text = "".join(json.dumps(line) + "\n" for line in lines)
    replace(part, zstandard.ZstdCompressor().compress(text.encode()), count(lines))


def count(lines: Lines) -> int:
    return sum(isinstance(line, list) for line in lines)


def replace(part: Path, data: bytes, rows: int) -> None:
    part.write_bytes(data)
    told = schema.SnapshotPart(hashlib.sha256(data).hexdigest(), len(data), rows)
    say(part.parent, parts=[told], rows=rows)


def say(folder: Path, **other: Any) -> None:
    """Change what the manifest says."""
    path = folder / MANIFEST
    manifest = msgspec.json.decode(path.read_bytes(), type=schema.Snapshot)
    path.write_bytes(msgspec.json.encode(msgspec.structs.replace(manifest, **other)))


def heal(anna: Person) -> None:
    """The server makes a good one."""
    for path in anna.line.kept.folder.rglob(MANIFEST):
        path.unlink()
    anna.sync()
    assert anna.rows() == held_rows(anna.line.desk, anna.actor)


def refused(anna: Person, kind: type[errors.SyncError]) -> errors.SyncError:
    """Syncing ends with this error; what is here stays."""
    before = anna.rows()
    with pytest.raises(kind) as failure:
        anna.sync()
    assert failure.value.sentence
    assert before.items() <= anna.rows().items()
    cursors = dict(anna.store.sql("SELECT scope, cursor FROM scope_cursor"))
    assert cursors[network(anna)] is None
    return failure.value


def heads(lines: Lines) -> Iterator[dict[str, Any]]:
    return (line for line in lines if isinstance(line, dict))


def first_row(lines: Lines) -> list[Any]:
    return next(line for line in lines if isinstance(line, list))


def with_value(column: str, value: Any) -> Callable[[Lines], Lines]:
    def edit(lines: Lines) -> Lines:
        first_row(lines)[next(heads(lines))["columns"].index(column)] = value
        return lines

    return edit


def without_column(name: str) -> Callable[[Lines], Lines]:
    """As from a server that does not know it (yet or any more)."""

    def edit(lines: Lines) -> Lines:
        place = -1
        for line in lines:
            values = line["columns"] if isinstance(line, dict) else line
            if isinstance(line, dict):
                place = values.index(name) if name in values else -1
            if place >= 0:
                del values[place]
        return lines

    return edit


def test_kinds_and_columns_of_a_newer_server_are_passed_over(anna: Person) -> None:
    def newer(lines: Lines) -> Lines:
        for line in lines:
            if isinstance(line, dict):
                line["columns"].insert(2, "colour")
            else:
                line.insert(2, {"any": ["thing"]})
        hats = [{"kind": "hat", "columns": ["id", "size"]}, ["a", 1], ["b", [2]]]
        return [*hats, *lines, *hats]

    spoil(anna, newer)
    anna.sync()
    assert anna.rows() == held_rows(anna.line.desk, anna.actor)


def test_columns_that_an_older_server_does_not_know_get_their_defaults(anna: Person) -> None:
    spoil(anna, without_column("tier"))
    anna.sync()
    rows = [row for (kind, _), row in anna.rows().items() if kind == "ticket"]
    assert len(rows) == 5
    assert {row["tier"] for row in rows} == {1}


DAMAGE: dict[str, Callable[[Lines], Lines]] = {
    "no id": without_column("id"),
    "no revision": without_column("rev"),
    "no head": lambda lines: lines[1:],
    "a head of something else": lambda lines: [{"columns": 5}, *lines],
    "a column twice": lambda lines: [
        {"kind": "ticket", "columns": ["id", "rev", "scope", "id"]},
        ["a", 1, "q", "a"],
    ],
    "too short a row": lambda lines: [*lines, first_row(lines)[:-1]],
    "too long a row": lambda lines: [*lines, [*lines[-1], 1]],
    "a word for a number": with_value("rev", "many"),
    "a number for a word": with_value("subject", 5),
    "nothing where something must be": with_value("subject", None),
    "a list in a row": with_value("subject", ["a"]),
    "too large a number": with_value("created_at_ms", 1 << 70),
    "no row at all": lambda lines: [*lines, "row"],
}


@pytest.mark.parametrize("name", DAMAGE)
def test_what_is_no_row_is_refused(anna: Person, name: str) -> None:
    spoil(anna, DAMAGE[name])
    assert not refused(anna, errors.Malformed).retryable
    heal(anna)


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def no_zstd(data: bytes) -> bytes:
    return b"plain text, not packed"


def half_a_line(data: bytes) -> bytes:
    text = zstandard.ZstdDecompressor().stream_reader(data).read()
    return zstandard.ZstdCompressor().compress(text[:-20])


def endless_line(data: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(b"[" * (parts.LINE_LIMIT_BYTES + (3 << 20)))


@pytest.mark.parametrize("harm", [cut, no_zstd, half_a_line, endless_line])
def test_a_part_that_can_not_be_unpacked_is_refused(
    anna: Person, harm: Callable[[bytes], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "LINE_LIMIT_BYTES", 4 << 20)
    part = folder_of(anna) / "0"
    replace(part, harm(part.read_bytes()), 15)
    assert not refused(anna, errors.Malformed).retryable
    heal(anna)


@pytest.mark.parametrize("rows", [1, 14, 16, 1_000_000])
def test_a_manifest_that_lies_about_rows_is_refused(anna: Person, rows: int) -> None:
    part = folder_of(anna) / "0"
    replace(part, part.read_bytes(), rows)
    assert not refused(anna, errors.Malformed).retryable
    heal(anna)


def test_a_manifest_that_contradicts_itself_is_refused(anna: Person) -> None:
    say(folder_of(anna), rows=99)
    assert not refused(anna, errors.Malformed).retryable
    heal(anna)


def test_a_snapshot_of_another_scope_is_refused(
    anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    snapshot = anna.line.snapshot
    monkeypatch.setattr(anna.line, "snapshot", lambda scope, *more: snapshot("ws", *more))
    with pytest.raises(errors.Malformed):
        anna.sync()
    monkeypatch.undo()
    heal(anna)


@pytest.mark.parametrize("change", [lambda data: data + b"x", lambda data: data[:-1]])
def test_a_part_of_another_size_is_refused(
    anna: Person, change: Callable[[bytes], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    with sending(anna, change, monkeypatch):
        refused(anna, errors.Malformed)
    heal(anna)


def test_wrong_bytes_are_fetched_again(anna: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    with sending(anna, lambda data: bytes(len(data)), monkeypatch):
        assert refused(anna, errors.Damaged).retryable
    anna.sync()
    assert anna.rows() == held_rows(anna.line.desk, anna.actor)


@contextmanager
def sending(
    anna: Person, change: Callable[[bytes], bytes], monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Bytes are changed on their way."""
    reading = anna.line.reading_part

    @contextmanager
    def changed(scope: str, name: str, number: int, start: int) -> Iterator[FilePart]:
        with reading(scope, name, number, start) as found:
            data = b"".join(found.blocks)
        yield FilePart(found.first, 0, iter([change(data)]))

    with monkeypatch.context() as patch:
        patch.setattr(anna.line, "reading_part", changed)
        yield


def backwards(lines: Lines) -> Lines:
    return [lines[0], *reversed(lines[1:6]), *lines[6:]]


def a_kind_twice(lines: Lines) -> Lines:
    return [*lines[:3], *lines[6:], lines[0], *lines[3:6]]


@pytest.mark.parametrize("order", [backwards, a_kind_twice])
def test_rows_out_of_order_are_refused(anna: Person, order: Callable[[Lines], Lines]) -> None:
    anna.sync()
    before = anna.rows()
    anna.line.desk.forget_what_went()
    spoil(anna, order)
    with pytest.raises(errors.Malformed):
        anna.sync()
    if order is backwards:
        assert anna.rows() == before
    heal(anna)


def test_a_page_that_comes_again_and_again_is_refused(
    anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna.sync()
    pull = anna.line.pull
    asked: list[schema.PullRequest] = []

    def endless(request: schema.PullRequest) -> schema.PullAnswer:
        asked.append(request)
        return msgspec.structs.replace(pull(request), more=True)

    monkeypatch.setattr(anna.line, "pull", endless)
    with pytest.raises(errors.Malformed) as refused:
        anna.cycle.pull_all()
    assert not refused.value.retryable
    assert len(asked) < 4


def test_a_server_that_wants_a_new_start_for_ever_is_refused(
    anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    pull = anna.line.pull

    def expired(request: schema.PullRequest) -> schema.PullAnswer:
        scopes = {"ws": schema.ScopeState(expired=True)}
        return msgspec.structs.replace(pull(request), scopes=scopes)

    monkeypatch.setattr(anna.line, "pull", expired)
    with pytest.raises(errors.Malformed):
        anna.cycle.pull_all()


PART = bytes(range(256)) * 1_000
SNAPSHOT = schema.Snapshot(
    "ws", "1-a-b", "cursor", 1, 0, 1,
    [schema.SnapshotPart(hashlib.sha256(PART).hexdigest(), len(PART), 1)],
)  # fmt: skip


def files(tmp_path: Path, address: str, stop: Callable[[], bool] = lambda: False) -> PartFiles:
    return PartFiles(tmp_path / bootstrap.FOLDER, Server(address), stop)


def test_a_part_that_breaks_off_goes_on_where_it_was(tmp_path: Path) -> None:
    length = {"Content-Length": str(len(PART))}
    cut_off = stranger(lambda path: (200, length, PART[:100_000]))
    with cut_off as address, pytest.raises(errors.Offline):
        files(tmp_path, address).fetch(SNAPSHOT, 0)
    begun = next((tmp_path / bootstrap.FOLDER).iterdir()).stat().st_size
    assert begun
    with stranger(lambda path: (206, {}, PART[begun:])) as address:
        assert files(tmp_path, address).fetch(SNAPSHOT, 0).read_bytes() == PART
    with stranger(lambda path: (500, {}, b"")) as address:
        assert files(tmp_path, address).fetch(SNAPSHOT, 0).read_bytes() == PART, "it is here"


def test_a_server_that_does_not_know_ranges_sends_all_again(tmp_path: Path) -> None:
    (tmp_path / bootstrap.FOLDER).mkdir()
    (tmp_path / bootstrap.FOLDER / SNAPSHOT.parts[0].sha256).write_bytes(b"begun")
    with stranger(lambda path: (200, {}, PART)) as address:
        assert files(tmp_path, address).fetch(SNAPSHOT, 0).read_bytes() == PART


def test_a_part_that_never_ends_is_left_at_its_size(tmp_path: Path) -> None:
    endless = {"Content-Length": str(2 << 30)}
    much = stranger(lambda path: (200, endless, PART * 20))
    with much as address, pytest.raises(errors.Malformed):
        files(tmp_path, address).fetch(SNAPSHOT, 0)
    assert list((tmp_path / bootstrap.FOLDER).iterdir()) == []


def test_an_engine_that_ends_keeps_what_came(tmp_path: Path) -> None:
    with stranger(lambda path: (200, {}, PART)) as address:
        with pytest.raises(Stopped):
            files(tmp_path, address, lambda: True).fetch(SNAPSHOT, 0)
        assert next((tmp_path / bootstrap.FOLDER).iterdir()).stat().st_size > 0


@pytest.mark.parametrize(
    "body",
    [
        b"[]",
        b"{}",
        msgspec.json.encode(msgspec.structs.replace(SNAPSHOT, name="../../x")),
        msgspec.json.encode(msgspec.structs.replace(SNAPSHOT, cur="")),
        msgspec.json.encode(
            msgspec.structs.replace(SNAPSHOT, parts=[schema.SnapshotPart("../x", 1, 1)])
        ),
        msgspec.json.encode(
            msgspec.structs.replace(SNAPSHOT, parts=[schema.SnapshotPart("a" * 64, 2 << 30, 1)])
        ),
        msgspec.json.encode(
            msgspec.structs.replace(SNAPSHOT, parts=[schema.SnapshotPart("a" * 64, 1, 0)])
        ),
    ],
)
def test_a_manifest_is_checked_when_it_comes(body: bytes) -> None:
    with stranger(lambda path: (200, {}, body)) as address, pytest.raises(errors.NotDeskside):
        Server(address).snapshot("ws", 0)


def test_a_good_manifest_is_taken() -> None:
    body = msgspec.json.encode(SNAPSHOT)
    with stranger(lambda path: (200, {}, body)) as address:
        assert Server(address).snapshot("ws", 0) == SNAPSHOT


def test_a_snapshot_in_the_making_is_none(tmp_path: Path) -> None:
    with stranger(lambda path: (202, {"Retry-After": "1"}, b"")) as address:
        assert Server(address).snapshot("q:1", 5) is None
    with stranger(lambda path: (404, {}, PROBLEM)) as address, pytest.raises(errors.NotThere):
        Server(address).snapshot("q:1", 5)


PROBLEM = b'{"title":"not_found","status":404,"code":"not_found","detail":"None."}'


def test_a_profile_that_remembers_nonsense_begins_anew(anna: Person) -> None:
    with anna.store.transaction():
        profile.put(anna.store, f"snapshot:{network(anna)}", '{"snapshot": 5}')
    anna.sync()
    assert anna.rows() == held_rows(anna.line.desk, anna.actor)
