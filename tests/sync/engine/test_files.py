"""Files between a real engine and a real server, over a line that stops where a test says."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from models import files
from models.clock import wall_ms
from models.commands import FileRef
from models.ids import new_id
from sync.engine import pieces
from sync.engine.wire import Server
from sync.protocol import errors, link, schema
from tests.helpers.attached import (
    MB,
    OVERHEAD,
    PIECE,
    bytes_there,
    has,
    kept,
    progress,
    queued,
    reference,
    signed_in,
    stored,
    write,
)
from tests.helpers.desk import PASSWORD
from tests.helpers.engine import engine
from tests.helpers.line import Line, line
from tests.helpers.server import Served, served
from tests.helpers.waiting import until


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("server")
    if request.param == "sqlite":
        with served(f"sqlite:///{folder / 'desk.db'}", folder) as running:
            yield running
        return
    postgres = request.getfixturevalue("postgres")
    with postgres.fresh_database() as url, served(url, folder) as running:
        yield running


@pytest.fixture
def way(server: Served) -> Iterator[Line]:
    with line(server.url) as one:
        yield one


def test_an_upload_that_is_killed_again_and_again_sends_little_twice(
    server: Served, way: Line, tmp_path: Path
) -> None:
    anna, ticket = signed_in(server, way, tmp_path)
    file = reference(anna, 30 * MB)
    write(anna, ticket, file)
    before, kills = way.sent, (100_000, 3 * MB, 7 * MB, PIECE, 5 * MB + 1)
    for more_bytes in kills:
        way.limit(up=more_bytes)
        with engine(anna.folder) as running:
            running.sign_in(way.url, "anna")
            until(lambda: way.stuck, 20, "the line is full")
            running.kill()
        way.cut()
    with engine(anna.folder) as running:
        running.sign_in(way.url, "anna")
        progress(running, file, "done")
        assert running.close() == 0
    assert has(server, file)
    assert bytes_there(server, file) == kept(anna, file)
    assert way.sent - before < file.size_bytes + len(kills) * PIECE + OVERHEAD
    assert queued(anna, file) == ("done", 0, None)


def test_text_does_not_wait_for_a_file(server: Served, way: Line, tmp_path: Path) -> None:
    """The file's connection hangs in the middle of a piece; text goes by another one."""
    anna, ticket = signed_in(server, way, tmp_path)
    file = reference(anna, 8 * MB)
    write(anna, ticket, file)
    way.limit(up=MB)
    with engine(anna.folder) as running:
        running.sign_in(way.url, "anna")
        until(lambda: way.stuck, 20, "a piece hangs")
        written = "SELECT COUNT(*) FROM message WHERE ticket_id = ? AND kind = 'note'"
        write(anna, ticket)
        running.say(link.Poke())
        until(lambda: server.desk.store.sql(written, (ticket,)) == [(2,)])
        assert not has(server, file)
        way.limit()
        progress(running, file, "done")
        assert running.close() == 0


def test_what_is_asked_for_and_what_is_small_goes_before_a_large_file(
    server: Served, way: Line, tmp_path: Path
) -> None:
    wanted = stored(server, 6 * MB)  # too large to come by itself
    anna, ticket = signed_in(server, way, tmp_path)
    large, small = reference(anna, 40 * MB), reference(anna, 10_000)
    write(anna, ticket, large)
    way.limit(up=2 * MB)
    with engine(anna.folder) as running:
        running.sign_in(way.url, "anna")
        until(lambda: way.stuck, 20, "the line is full")
        write(anna, ticket, small)
        running.forget()
        running.say(link.Poke())
        running.state("synced", lambda state: state.waiting == 0)
        running.say(link.FetchFile(sha256=wanted.sha256))
        until(lambda: queued(anna, wanted, "down")[0] == "waiting")
        way.limit()
        progress(running, large, "done")
        lines = [one for one in running.said if isinstance(one, link.FileProgress)]
        ended = [one.sha256 for one in lines if one.state == "done"]
        assert ended == [wanted.sha256, small.sha256, large.sha256]
        assert running.close() == 0


def test_a_paused_file_rests_and_goes_on(server: Served, way: Line, tmp_path: Path) -> None:
    anna, ticket = signed_in(server, way, tmp_path)
    first, second = reference(anna, 9 * MB), reference(anna, 10_000)
    write(anna, ticket, first)
    way.limit(up=2 * MB)
    with engine(anna.folder) as running:
        running.sign_in(way.url, "anna")
        until(lambda: way.stuck, 20, "the line is full")
        running.say(link.PauseFile(sha256=first.sha256))
        progress(running, first, "paused")
        write(anna, ticket, second)
        way.limit()
        running.say(link.Poke())
        progress(running, second, "done")
        assert (has(server, first), has(server, second)) == (False, True)
        running.kill()
    assert queued(anna, first)[0] == "paused", "also for the next engine"
    with engine(anna.folder) as running:
        running.sign_in(way.url, "anna")
        running.state("synced")
        assert not has(server, first)
        running.say(link.ResumeFile(sha256=first.sha256))
        progress(running, first, "done")
        assert has(server, first)
        assert running.close() == 0


def test_a_file_that_is_gone_or_changed_fails_with_a_sentence_and_alone(
    server: Served, way: Line, tmp_path: Path
) -> None:
    anna, ticket = signed_in(server, way, tmp_path)
    gone, short, other, good = (reference(anna, n * 100_000) for n in (1, 2, 3, 4))
    write(anna, ticket, gone, short, other, good)
    files.path(anna.files, gone.sha256).unlink()
    files.path(anna.files, short.sha256).write_bytes(b"short")
    files.path(anna.files, other.sha256).write_bytes(os.urandom(300_000))
    with engine(anna.folder) as running:
        running.sign_in(way.url, "anna")
        progress(running, good, "done")
        assert progress(running, gone, "failed").sentence == pieces.GONE
        assert progress(running, short, "failed").sentence == pieces.CHANGED
        assert progress(running, other, "failed").sentence == pieces.CHANGED
        assert running.close() == 0
    assert queued(anna, gone) == ("failed", 1, pieces.GONE)
    assert [has(server, file) for file in (gone, short, other, good)] == [False, False, False, True]


def test_a_full_server_is_named_and_holds_up_no_smaller_file(
    server: Served, way: Line, tmp_path: Path
) -> None:
    anna, ticket = signed_in(server, way, tmp_path)
    large, small = reference(anna, 20 * MB), reference(anna, 10_000)
    write(anna, ticket, large, small)
    unlimited = resource.RLIM_INFINITY
    resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (15 * MB, unlimited))
    with engine(anna.folder) as running:
        running.sign_in(way.url, "anna")
        progress(running, small, "done")
        waiting = progress(running, large, "waiting")
        assert waiting.sentence == "The server has no room for this file."
        assert queued(anna, large) == ("waiting", 0, waiting.sentence)
        resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (unlimited, unlimited))
        running.say(link.Poke())
        progress(running, large, "done")
        assert running.close() == 0
    assert bytes_there(server, large) == kept(anna, large)


def test_progress_is_told_at_most_four_times_a_second(
    server: Served, way: Line, tmp_path: Path
) -> None:
    anna, ticket = signed_in(server, way, tmp_path)
    file = reference(anna, 40 * MB)
    write(anna, ticket, file)
    with engine(anna.folder) as running:
        running.sign_in(way.url, "anna")
        running.state("synced")
        began_ms = wall_ms()
        progress(running, file, "done")
        lines = [one for one in running.said if isinstance(one, link.FileProgress)]
        assert running.close() == 0
    moving = [one for one in lines if one.state == "moving"]
    assert 1 <= len(moving) <= 2 + (wall_ms() - began_ms) // 250
    done = [one.done_bytes for one in moving]
    assert done == sorted(done)
    assert {one.size_bytes for one in moving} == {file.size_bytes}


def test_a_download_that_is_killed_goes_on_where_it_was(
    server: Served, way: Line, tmp_path: Path
) -> None:
    file = stored(server, 30 * MB)
    anna, _ = signed_in(server, way, tmp_path)
    partial = files.path(anna.files, file.sha256).with_name(f"{file.sha256}.part")
    there = 0
    for more_bytes in (5 * MB, 12 * MB):
        with engine(anna.folder) as running:
            running.sign_in(way.url, "anna")
            running.state("synced")
            way.limit(down=more_bytes)
            running.say(link.FetchFile(sha256=file.sha256))
            until(lambda: way.stuck, 20, "the line is full")
            least = there + more_bytes - PIECE
            until(lambda least=least: partial.exists() and partial.stat().st_size >= least)  # type: ignore[misc]
            running.kill()
        way.cut()
        there = partial.stat().st_size
    with engine(anna.folder) as running:
        running.sign_in(way.url, "anna")
        running.state("synced")
        before = way.received
        running.say(link.FetchFile(sha256=file.sha256))
        running.heard(link.FileHere, lambda line: line.sha256 == file.sha256)
        assert running.close() == 0
    assert kept(anna, file) == bytes_there(server, file)
    assert not partial.exists()
    assert way.received - before < file.size_bytes - there + OVERHEAD


def download(server: Server, folder: Path, file: FileRef) -> bool:
    return pieces.download(server, folder, file.sha256, lambda: True, lambda *_: None)


def test_what_came_of_a_download_is_believed_only_with_its_hash(
    server: Served, tmp_path: Path
) -> None:
    file = stored(server, 3 * MB)
    data = bytes_there(server, file)
    boris = Server(server.url)
    boris.sign_in(schema.SessionRequest("boris", PASSWORD))
    target = files.path(tmp_path, file.sha256)
    target.parent.mkdir()
    partial = target.with_name(f"{file.sha256}.part")
    partial.write_bytes(data)  # whole, and killed before it was renamed
    assert download(boris, tmp_path, file)
    for begun in (bytes(MB), bytes(3 * MB), bytes(4 * MB)):
        target.unlink(missing_ok=True)
        partial.write_bytes(begun)
        with pytest.raises((errors.WrongBytes, errors.NotThere)):
            download(boris, tmp_path, file)
        assert (target.exists(), partial.exists()) == (False, False)
        assert download(boris, tmp_path, file)
        assert target.read_bytes() == data


def test_a_file_that_can_not_be_had_is_said_once_and_not_asked_for_again(
    server: Served, way: Line, tmp_path: Path
) -> None:
    anna, _ = signed_in(server, way, tmp_path)
    absent = FileRef(new_id(), "a" * 64, "x", "x/y", 1)
    with engine(anna.folder) as running:
        running.sign_in(way.url, "anna")
        running.state("synced")
        running.say(link.FetchFile(sha256=absent.sha256))
        assert running.heard(link.Failed).code == "file"
        assert running.close() == 0
    assert queued(anna, absent, "down")[0] == "failed"


def test_pieces_grow_on_a_quick_line_and_shrink_on_a_slow_one() -> None:
    pace = pieces.Pace()
    for _ in range(10):
        pace.took(0.1)
    assert pace.size_bytes == PIECE
    pace.took(1.0)
    assert pace.size_bytes == PIECE
    for _ in range(10):
        pace.took(5.0)
    assert pace.size_bytes == pieces.LEAST_BYTES
