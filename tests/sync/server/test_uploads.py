"""Files in pieces, against real server processes on both kinds of store."""

from __future__ import annotations

import hashlib
import os
import resource
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests

from models import files
from models.clock import wall_ms
from models.commands import AddNote, FileRef
from models.ids import new_id
from sync.engine.wire import Server
from sync.protocol import errors, schema
from sync.server import check
from tests.helpers.desk import PASSWORD, Device
from tests.helpers.server import Served, served
from tests.helpers.waiting import until

MB = 1 << 20
DATA = os.urandom(5 * MB)
SHA = hashlib.sha256(DATA).hexdigest()


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def running(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("server")
    with ExitStack() as stack:
        url = f"sqlite:///{folder / 'desk.db'}"
        if request.param == "postgres":
            url = stack.enter_context(request.getfixturevalue("postgres").fresh_database())
        yield stack.enter_context(served(url, folder))


@pytest.fixture
def desk(running: Served) -> Iterator[Served]:
    """Without any file."""
    yield running
    for table in ("upload", "blob", "blob_holder", "file_claim", "message_file"):
        running.desk.store.sql(f"DELETE FROM {table}")
    for path in running.desk.folder.rglob("*"):
        if path.is_file():
            path.unlink()


def as_person(desk: Served, login: str) -> Server:
    server = Server(desk.url)
    server.sign_in(schema.SessionRequest(login, PASSWORD))
    return server


def attach(desk: Served, login: str, data: bytes = DATA, queue: str = "Network") -> FileRef:
    """A note in the store that names these bytes."""
    file = FileRef(new_id(), hashlib.sha256(data).hexdigest(), "a.bin", "x/y", len(data))
    device: Device = desk.desk.device(desk.people[login])
    ticket = desk.desk.ticket(queue)
    device.push(AddNote(ticket_id=ticket, html="<p>see</p>", files=(file,)))
    return file


def send(server: Server, data: bytes = DATA, sha256: str = "") -> schema.UploadState:
    """The whole of it in pieces of 2 MB."""
    state = server.begin_upload(sha256 or hashlib.sha256(data).hexdigest(), len(data))
    while not state.complete:
        piece = data[state.offset : state.offset + 2 * MB]
        state = server.send_piece(state.id, state.offset, piece)
    return state


def raw(server: Server, method: str, path: str, **more: Any) -> requests.Response:
    headers = {"Authorization": f"Bearer {server.token}", **more.pop("headers", {})}
    url = server.address + path
    return requests.request(method, url, headers=headers, timeout=10, **more)


def left_over(desk: Served) -> list[str]:
    return [path.name for path in (desk.desk.folder / "uploads").glob("*")]


def test_a_file_in_pieces_is_complete_and_its_message_says_so(desk: Served) -> None:
    file = attach(desk, "anna")
    anna = as_person(desk, "anna")
    state = anna.begin_upload(SHA, len(DATA))
    assert (state.offset, state.complete) == (0, False)
    state = anna.send_piece(state.id, 0, DATA[: 2 * MB])
    assert (state.offset, state.complete) == (2 * MB, False)
    again = as_person(desk, "anna").begin_upload(SHA, len(DATA))
    assert again == state, "the same agent goes on with the same upload"
    told = raw(anna, "HEAD", f"/v1/uploads/{state.id}")
    assert told.headers[schema.UPLOAD_OFFSET] == str(2 * MB)
    assert desk.desk.row("message_file", file.id)["state"] == "pending"
    assert raw(anna, "GET", f"/v1/blobs/{SHA}").status_code == 404
    assert send(anna).complete
    assert desk.desk.row("message_file", file.id)["state"] == "complete"
    assert raw(as_person(desk, "boris"), "GET", f"/v1/blobs/{SHA}").content == DATA
    assert anna.begin_upload(SHA, len(DATA)).complete
    assert list(check.faults(desk.desk.store, desk.desk.folder)) == []
    assert (left_over(desk), desk.desk.count("upload")) == ([], 0)


def test_a_piece_elsewhere_is_told_the_right_place(desk: Served) -> None:
    anna = as_person(desk, "anna")
    state = anna.begin_upload(SHA, len(DATA))
    anna.send_piece(state.id, 0, DATA[:MB])
    for offset in (0, 5, 3 * MB, 10**14):
        with pytest.raises(errors.OffsetMismatch) as mismatch:
            anna.send_piece(state.id, offset, DATA[:MB])
        assert mismatch.value.offset == MB
    for place in ("", "-1", "x", "٣", "9" * 30):
        headers = {schema.UPLOAD_OFFSET: place.encode()}
        answer = raw(anna, "PATCH", f"/v1/uploads/{state.id}", headers=headers, data=b"x")
        assert (answer.status_code, answer.json()["code"]) == (422, "malformed")
    small = anna.begin_upload("a" * 64, 10)
    with pytest.raises(errors.BatchRefused, match="larger than was said"):
        anna.send_piece(small.id, 0, DATA[:11])


def test_bytes_of_another_file_are_refused_and_may_be_sent_anew(desk: Served) -> None:
    file = attach(desk, "anna")
    anna = as_person(desk, "anna")
    with pytest.raises(errors.WrongBytes):
        send(anna, bytes(len(DATA)), SHA)
    assert (left_over(desk), desk.desk.count("upload")) == ([], 0)
    assert desk.desk.row("message_file", file.id)["state"] == "pending"
    assert not files.path(desk.desk.folder, SHA).exists()
    assert send(anna).complete
    assert files.path(desk.desk.folder, SHA).read_bytes() == DATA


def test_a_body_that_breaks_off_adds_nothing(desk: Served) -> None:
    anna = as_person(desk, "anna")
    state = anna.begin_upload(SHA, len(DATA))
    there = urlsplit(desk.url)
    head = (
        f"PATCH /v1/uploads/{state.id} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {anna.token}"
        f"\r\n{schema.UPLOAD_OFFSET}: 0\r\nContent-Length: {2 * MB}\r\n\r\n"
    )
    with socket.create_connection((there.hostname or "", there.port or 0)) as wire:
        wire.sendall(head.encode() + DATA[:MB])
        until(lambda: left_over(desk), what="the piece has begun to come")
    until(lambda: left_over(desk) == [], what="what came of it is taken away")
    assert anna.begin_upload(SHA, len(DATA)).offset == 0
    assert send(anna).complete


def test_another_persons_upload_is_not_there(desk: Served) -> None:
    anna, boris = as_person(desk, "anna"), as_person(desk, "boris")
    state = anna.begin_upload(SHA, len(DATA))
    for id in (state.id, "nothing", "..%2f..%2fdesk.db"):
        assert raw(boris, "HEAD", f"/v1/uploads/{id}").status_code == 404
        headers = {schema.UPLOAD_OFFSET: "0"}
        answer = raw(boris, "PATCH", f"/v1/uploads/{id}", headers=headers, data=b"evil")
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    own = boris.begin_upload(SHA, len(DATA))
    assert own.id != state.id
    assert anna.begin_upload(SHA, len(DATA)).offset == 0


def test_whether_a_foreign_file_is_there_is_not_told_to_who_wants_to_send_it(desk: Served) -> None:
    attach(desk, "anna")
    send(as_person(desk, "anna"))
    vera = as_person(desk, "vera")
    for data in (DATA, b"never seen"):
        state = vera.begin_upload(hashlib.sha256(data).hexdigest(), len(data))
        assert (state.offset, state.complete) == (0, False)
    assert send(vera).complete


def test_of_two_pieces_at_once_one_is_taken(desk: Served) -> None:
    """Both processes of a desk may get pieces of the same upload at the same time."""
    with served_again(desk) as second:
        people = [as_person(desk, "anna"), as_person(second, "anna")]
        attach(desk, "anna")
        with ThreadPoolExecutor(4) as threads:
            outcomes = list(threads.map(send_stubbornly, people * 2))
    assert outcomes == [True] * 4
    assert files.path(desk.desk.folder, SHA).read_bytes() == DATA
    assert (left_over(desk), desk.desk.count("upload")) == ([], 0)


@contextmanager
def served_again(desk: Served) -> Iterator[Served]:
    """Another process over the same store and folder."""
    second = Served(desk.desk, desk.store_url, desk.folder, people=desk.people)
    second.start()
    try:
        yield second
    finally:
        second.kill()


def send_stubbornly(server: Server) -> bool:
    """In small pieces, from wherever the server says."""
    state = server.begin_upload(SHA, len(DATA))
    while not state.complete:
        piece = DATA[state.offset : state.offset + MB // 3]
        try:
            state = server.send_piece(state.id, state.offset, piece)
        except errors.OffsetMismatch as error:
            state = schema.UploadState(state.id, error.offset)
        except errors.NotThere:
            state = server.begin_upload(SHA, len(DATA))
    return True


def test_a_full_disk_is_named_and_what_came_before_stays(desk: Served) -> None:
    attach(desk, "anna")
    anna = as_person(desk, "anna")
    state = anna.begin_upload(SHA, len(DATA))
    state = anna.send_piece(state.id, 0, DATA[: 2 * MB])
    limit = 3 * MB
    resource.prlimit(desk.pid, resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    with pytest.raises(errors.ServerFull):
        anna.send_piece(state.id, 2 * MB, DATA[2 * MB : 4 * MB])
    with pytest.raises(errors.ServerFull):
        anna.send_piece(state.id, 2 * MB, bytes(4 * MB))
    assert anna.begin_upload(SHA, len(DATA)).offset == 2 * MB
    infinite = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
    resource.prlimit(desk.pid, resource.RLIMIT_FSIZE, infinite)
    assert send(anna).complete
    assert files.path(desk.desk.folder, SHA).read_bytes() == DATA


def test_a_server_that_dies_before_the_last_step_takes_it_afterwards(desk: Served) -> None:
    """An empty piece at the end goes on wherever the process ended."""
    for n, (verified, moved) in enumerate(((0, False), (1, False), (1, True))):
        data = DATA[n:]
        file = attach(desk, "anna", data)
        anna = as_person(desk, "anna")
        state = anna.begin_upload(file.sha256, len(data))
        anna.send_piece(state.id, 0, data[: 4 * MB])
        desk.kill()
        partial = desk.desk.folder / "uploads" / f"{state.id}.part"
        with partial.open("ab") as end:
            end.write(data[4 * MB :])
        row = "UPDATE upload SET offset_bytes = ?, verified = ? WHERE id = ?"
        desk.desk.store.sql(row, (len(data), verified, state.id))
        if moved:
            files.settle(desk.desk.folder, partial, file.sha256)
        desk.start()
        assert send(as_person(desk, "anna"), data).complete, (verified, moved)
        assert desk.desk.row("message_file", file.id)["state"] == "complete"
        assert list(check.faults(desk.desk.store, desk.desk.folder)) == []
        assert left_over(desk) == []


def test_bytes_that_were_lost_on_the_server_are_asked_for_anew(desk: Served) -> None:
    anna = as_person(desk, "anna")
    state = anna.begin_upload(SHA, len(DATA))
    anna.send_piece(state.id, 0, DATA[:MB])
    (desk.desk.folder / "uploads" / f"{state.id}.part").unlink()
    with pytest.raises(errors.NotThere):
        anna.send_piece(state.id, MB, DATA[MB : 2 * MB])
    assert send(anna).complete


def test_unfinished_uploads_are_bounded(desk: Served) -> None:
    anna = as_person(desk, "anna")
    with pytest.raises(errors.BatchRefused, match="2 GB"):
        anna.begin_upload(SHA, schema.UPLOAD_LIMIT_BYTES + 1)
    half = schema.UPLOADS_MOST_BYTES // schema.UPLOAD_LIMIT_BYTES
    for n in range(half):
        anna.begin_upload(f"{n:064x}", schema.UPLOAD_LIMIT_BYTES)
    with pytest.raises(errors.ServerFull):
        anna.begin_upload(SHA, 1)
    desk.desk.store.sql("DELETE FROM upload")
    for n in range(schema.UPLOADS_MOST):
        anna.begin_upload(f"{n:064x}", 10)
    with pytest.raises(errors.ServerFull):
        anna.begin_upload(SHA, 1)
    assert as_person(desk, "boris").begin_upload(SHA, 1).offset == 0
    # What rests for an hour makes room.
    desk.desk.store.sql("UPDATE upload SET at_ms = at_ms - 3700000 WHERE sha256 = ?", ("0" * 64,))
    assert anna.begin_upload(SHA, 1).offset == 0
    assert desk.desk.count("upload") == schema.UPLOADS_MOST + 1


def test_a_piece_is_not_larger_than_4_mb(desk: Served) -> None:
    anna = as_person(desk, "anna")
    state = anna.begin_upload(SHA, len(DATA))
    with pytest.raises((errors.BatchRefused, errors.Offline)):
        anna.send_piece(state.id, 0, bytes(schema.PIECE_LIMIT_BYTES + 1))
    assert anna.begin_upload(SHA, len(DATA)).offset == 0
    until(lambda: not [name for name in left_over(desk) if name.endswith(".piece")])


def test_what_was_not_finished_for_a_week_goes(desk: Served) -> None:
    anna = as_person(desk, "anna")
    ids = []
    for n, days in enumerate((0, 6, 8)):
        state = anna.begin_upload(f"{n:064x}", len(DATA))
        ids.append(state.id)
        anna.send_piece(state.id, 0, DATA[:1000])
        at_ms = wall_ms() - days * 86_400_000
        desk.desk.store.sql("UPDATE upload SET at_ms = ? WHERE id = ?", (at_ms, state.id))
    stray = desk.desk.folder / "uploads" / "stray.piece"
    stray.write_bytes(b"x")
    old_s = time.time() - 8 * 86_400
    os.utime(stray, (old_s, old_s))
    desk.stop()
    desk.start()
    assert {name.split(".")[0] for name in left_over(desk)} == set(ids[:2])
    kept = desk.desk.store.sql("SELECT id FROM upload ORDER BY sha256")
    assert [row[0] for row in kept] == ids[:2]


def test_a_part_of_a_file_can_be_had(desk: Served) -> None:
    attach(desk, "anna")
    anna = as_person(desk, "anna")
    send(anna)
    size = len(DATA)
    for asked, first, stop in (
        ("bytes=0-9", 0, 10),
        ("bytes=3000000-", 3_000_000, size),
        ("bytes=-7", size - 7, size),
        (f"bytes=5-{size * 2}", 5, size),
    ):
        answer = raw(anna, "GET", f"/v1/blobs/{SHA}", headers={"Range": asked})
        assert answer.status_code == 206, asked
        assert answer.headers["Content-Range"] == f"bytes {first}-{stop - 1}/{size}"
        assert answer.content == DATA[first:stop]
    for asked in ("", "bytes=0-1,5-6", "bytes=9-5", "lines=1-2", "bytes=-", "bytes=x-"):
        answer = raw(anna, "GET", f"/v1/blobs/{SHA}", headers={"Range": asked})
        assert (answer.status_code, answer.content) == (200, DATA), asked
        assert answer.headers["Accept-Ranges"] == "bytes"
    for asked in (f"bytes={size}-", "bytes=-0"):
        answer = raw(anna, "GET", f"/v1/blobs/{SHA}", headers={"Range": asked})
        assert (answer.status_code, answer.json()["code"]) == (416, "range")
        assert answer.headers["Content-Range"] == f"bytes */{size}"
