"""Hearing the server: streams that fall silent, break, are held back or refused."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import msgspec
import pytest

from models.database import Store
from models.profile import Profile
from sync.engine import retry
from sync.engine.listener import Heard, Listener, Lost
from sync.engine.stream import Stream
from sync.engine.wire import Server
from sync.protocol import schema
from sync.protocol.live import Event, Head, Online, Person, Present, frame

FIRST = frame("head", b'{"scopes":[]}')
EMPTY = msgspec.json.encode(schema.PullAnswer(1, False, 0, schema.Ack(0, ""), {}, [], 0))
SHORT_S = 0.2
Following = Callable[[], Event | Lost | None]


class Fake:
    """Answers ``/v1/live`` with parts and then holds the line; ``asked`` are the paths so far."""

    def __init__(self, *parts: bytes, status: int = 200, headers: bool = True) -> None:
        self.parts, self.status, self.headers = list(parts), status, headers
        self.holds = True
        self.online = (200, EMPTY)
        self.asked: list[str] = []
        self.let_go = threading.Event()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        self.asked.append(handler.path)
        handler.rfile.read(int(handler.headers.get("Content-Length") or 0))
        if handler.path == "/v1/live":
            self._stream(handler)
        elif handler.path == "/v1/online":
            _send(handler, *self.online)
        else:
            _send(handler, 200, EMPTY)
        handler.close_connection = True

    def _stream(self, handler: BaseHTTPRequestHandler) -> None:
        if not self.headers:
            self.let_go.wait(20)
            return
        if self.status != 200:
            _send(handler, self.status, b'{"title":"busy","status":503,"code":"busy"}')
            return
        handler.send_response(200)
        handler.send_header("Content-Type", "text/event-stream")
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for part in self.parts:
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
        handler.wfile.flush()
        if self.holds:
            self.let_go.wait(20)


def _send(handler: BaseHTTPRequestHandler, status: int, body: bytes) -> None:
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


@contextmanager
def answering(fake: Fake) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            fake.answer(self)

        do_POST = do_GET  # noqa: N815  # http.server looks for these names

        def log_message(self, format: str, *args: object) -> None:
            """Nothing on stderr."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        fake.let_go.set()
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Profile(tmp_path).open()
    yield made
    made.close()


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Retries come after hundredths of a second."""
    monkeypatch.setattr(retry, "LEAST_S", 0.02)
    monkeypatch.setattr(retry, "MOST_S", 0.05)


@contextmanager
def listener(
    url: str, store: Store
) -> Iterator[tuple[Listener, Callable[[], Event | Lost | None]]]:
    """It runs; the second is the next thing that it heard. Each pull is done at once."""
    heard: queue.SimpleQueue[Heard] = queue.SimpleQueue()
    short = partial(Stream, first_s=SHORT_S, silence_s=SHORT_S)
    running = Listener(Server(url, "token"), store, heard.put, short)

    def following() -> Event | Lost | None:
        got = heard.get(timeout=10)
        assert got.source is running
        if got.event is None:
            running.resume()
        return got.event

    running.start()
    running.resume()
    try:
        yield running, following
    finally:
        running.end()
        running.join(10)
        assert not running.is_alive()


def test_what_the_stream_says_is_heard_also_in_pieces(store: Store) -> None:
    person = b'{"ticket":"t","people":[{"agent_id":"a","name":"Anna","state":"typing"}]}'
    whole = (
        FIRST + b": beat\n\n" + frame("news of a later server", b"1") + frame("presence", person)
    )
    parts = [whole[:7], whole[7:50], whole[50:51], whole[51:]]
    fake = Fake(*parts)
    with answering(fake) as url, listener(url, store) as (_, following):
        assert following() == Head([])
        assert following() == Present("t", [Person("a", "Anna", "typing")])


def test_a_silence_is_a_reason_to_pull_and_to_open_another(store: Store) -> None:
    fake = Fake(FIRST)
    with answering(fake) as url, listener(url, store) as (_, following):
        assert [following() for _ in range(4)] == [Head([]), None, Head([]), None]
        assert set(fake.asked) == {"/v1/live"}


def test_bye_is_a_reason_to_pull_and_to_open_another(store: Store) -> None:
    fake = Fake(FIRST, frame("bye", b"{}"))
    with answering(fake) as url, listener(url, store) as (_, following):
        assert [following() for _ in range(3)] == [Head([]), None, Head([])]


@pytest.mark.parametrize(
    "broken",
    [frame("head", b"{"), frame("head", b'{"scopes":[5]}'), b"\xff" * (5 << 20)],
    ids=["json", "shape", "endless"],
)
def test_nonsense_is_a_reason_to_pull(store: Store, broken: bytes) -> None:
    with answering(Fake(FIRST, broken)) as url, listener(url, store) as (_, following):
        assert [following() for _ in range(3)] == [Head([]), None, Head([])]


def test_a_line_that_breaks_is_a_reason_to_pull(store: Store) -> None:
    fake = Fake(FIRST)
    fake.holds = False
    with answering(fake) as url, listener(url, store) as (_, following):
        assert [following() for _ in range(3)] == [Head([]), None, Head([])]


@pytest.mark.parametrize(
    "fake",
    [Fake(headers=False), Fake(b": wait\n\n"), Fake(status=503), Fake(status=404)],
    ids=["held back", "no event", "too many", "an older server"],
)
def test_without_a_stream_it_polls(store: Store, fake: Fake) -> None:
    """And it goes on trying the stream."""
    with answering(fake) as url, listener(url, store) as (_, following):
        for _ in range(500):
            assert following() is None
            if "/v1/pull" in fake.asked and fake.asked.count("/v1/live") >= 2:
                break
    assert "/v1/pull" in fake.asked
    assert fake.asked.count("/v1/live") >= 2


def test_who_is_online_is_lost_with_the_stream(store: Store) -> None:
    told = Online(["a"], whole=True)
    fake = Fake(FIRST, frame("online", msgspec.json.encode(told)))
    with answering(fake) as url, listener(url, store) as (_, following):
        assert [following() for _ in range(4)] == [Head([]), told, Lost(), None]


def test_who_is_online_is_asked_for_where_there_is_no_stream(store: Store) -> None:
    fake = Fake(status=503)
    told = Online(["a"], whole=True)
    fake.online = (200, msgspec.json.encode(told))
    with answering(fake) as url, listener(url, store) as (_, following):
        until_told(following, told)
        fake.online = (503, b"{}")
        until_told(following, Lost())


def test_an_older_server_is_asked_once_who_is_online(store: Store) -> None:
    fake = Fake(status=503)
    fake.online = (404, msgspec.json.encode(schema.Problem("Not found", 404, "not_found")))
    with answering(fake) as url, listener(url, store) as (_, following):
        for _ in range(500):
            assert following() is None
            if fake.asked.count("/v1/pull") >= 3:
                break
    assert fake.asked.count("/v1/online") == 1


def until_told(following: Following, event: Event | Lost) -> None:
    for _ in range(500):
        if following() == event:
            return
    raise AssertionError(event)


def test_a_change_of_the_network_opens_another_at_once(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retry, "LEAST_S", 3_600.0)
    monkeypatch.setattr(retry, "MOST_S", 3_600.0)
    heard: queue.SimpleQueue[Heard] = queue.SimpleQueue()
    with answering(Fake(FIRST)) as url:
        running = Listener(Server(url, "token"), store, heard.put)
        running.start()
        running.resume()
        assert heard.get(timeout=10).event == Head([])
        running.hurry()
        assert heard.get(timeout=10).event is None
        running.resume()
        assert heard.get(timeout=10).event == Head([])
        running.end()
        running.join(10)
        assert not running.is_alive()
