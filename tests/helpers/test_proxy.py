"""The fault proxy does to requests what was planned, before a server that counts what it sees."""

from __future__ import annotations

import gc
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import requests

from tests.helpers.proxy import Fault, Proxy
from tests.helpers.waiting import until

BODY = b'{"wait":0,"text":"' + b"x" * 1_000 + b'"}'


class Counting(ThreadingHTTPServer):
    """Answers with the number of the request; ``cut`` counts bodies that broke off."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.seen: list[str] = []
        self.cut = 0
        self.go_on = threading.Event()
        self.gone = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A broken connection is what the proxy is for."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Counting

    def log_message(self, *_: object) -> None:
        pass

    def do_POST(self) -> None:
        wanted = int(self.headers["Content-Length"])
        if len(self.rfile.read(wanted)) < wanted:
            self.server.cut += 1
            self.close_connection = True
            return
        self.server.seen.append(self.path)
        answer = f"answer {len(self.server.seen)}".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def do_GET(self) -> None:
        """A stream: one chunk, then another one when the test says so."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            self.wfile.write(b"5\r\nfirst\r\n")
            self.server.go_on.wait(10)
            for _ in range(100):
                self.wfile.write(b"6\r\nsecond\r\n")
            self.wfile.write(b"0\r\n\r\n")
        except OSError:
            self.server.gone.set()


@pytest.fixture
def server() -> Iterator[Counting]:
    with Counting() as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        yield running
        running.go_on.set()
        running.shutdown()
        thread.join()


@pytest.fixture
def proxy(server: Counting) -> Iterator[Proxy]:
    one = Proxy(server.url)
    yield one
    one.close()


@pytest.fixture
def client() -> Iterator[requests.Session]:
    with requests.Session() as session:
        session.trust_env = False
        yield session


def post(client: requests.Session, proxy: Proxy, name: str = "push") -> str:
    """The text of the answer, its status when it is none of ours, or ``broken``."""
    try:
        answer = client.post(f"{proxy.url}/v1/{name}", data=BODY, timeout=5)
    except (requests.ConnectionError, requests.exceptions.ChunkedEncodingError):
        return "broken"
    return answer.text if answer.ok else str(answer.status_code)


@pytest.mark.parametrize(
    ("fault", "heard", "seen"),
    [
        (Fault.PASS, "answer 1", 1),
        (Fault.DELAY, "answer 1", 1),
        (Fault.HALF_CLOSE, "answer 1", 1),
        (Fault.DROP_REQUEST, "broken", 0),
        (Fault.CUT_REQUEST, "broken", 0),
        (Fault.DROP_ANSWER, "broken", 1),
        (Fault.CUT_ANSWER, "broken", 1),
        (Fault.TWICE_FIRST, "answer 1", 2),
        (Fault.TWICE_SECOND, "answer 2", 2),
        (Fault.ERROR_500, "500", 0),
        (Fault.HTML_502, "502", 0),
        (Fault.HTML_502_AFTER, "502", 1),
        (Fault.BUSY_429, "429", 0),
    ],
)
def test_a_fault_is_done_once_and_the_next_request_passes(
    server: Counting, proxy: Proxy, client: requests.Session, fault: Fault, heard: str, seen: int
) -> None:
    proxy.plan(fault, "push")
    assert post(client, proxy, "pull") == "answer 1"
    server.seen.clear()
    assert post(client, proxy) == heard
    assert server.seen == ["/v1/push"] * seen
    assert post(client, proxy) == f"answer {seen + 1}"
    assert proxy.counts[fault] >= 1
    assert not proxy.planned()


def test_a_request_cut_in_the_middle_reaches_the_server_in_part(
    server: Counting, proxy: Proxy, client: requests.Session
) -> None:
    proxy.plan(Fault.CUT_REQUEST)
    post(client, proxy)
    until(lambda: server.cut == 1)


def test_a_cut_line_refuses_and_a_healed_one_is_at_the_same_port(
    server: Counting, proxy: Proxy, client: requests.Session
) -> None:
    url = proxy.url
    assert post(client, proxy) == "answer 1"
    for number in (2, 3):
        proxy.cut()
        with pytest.raises(requests.ConnectionError, match="refused"):
            requests.post(f"{url}/v1/push", data=BODY, timeout=5)
        assert post(client, proxy) == "broken"
        proxy.heal()
        assert post(client, proxy) == f"answer {number}"
    assert proxy.url == url


def test_an_old_request_is_sent_again(
    server: Counting, proxy: Proxy, client: requests.Session
) -> None:
    assert proxy.replay(0) == 0
    post(client, proxy, "push")
    post(client, proxy, "pull")
    assert proxy.replay(2) == 200
    assert server.seen == ["/v1/push", "/v1/pull", "/v1/push"]


def test_a_stream_comes_through_as_it_is_written(
    server: Counting, proxy: Proxy, client: requests.Session
) -> None:
    with client.get(f"{proxy.url}/v1/live", stream=True, timeout=5) as answer:
        pieces = answer.iter_content(5)
        assert next(pieces) == b"first"
        server.go_on.set()
        assert b"".join(pieces) == b"second" * 100


@pytest.mark.parametrize("how", ["client", "cut"])
def test_a_stream_that_nobody_reads_any_more_ends_at_the_server(
    server: Counting, proxy: Proxy, client: requests.Session, how: str
) -> None:
    answer = client.get(f"{proxy.url}/v1/live", stream=True, timeout=5)
    if how == "cut":
        proxy.cut()
    else:
        answer.close()
        client.close()
    until(lambda: not proxy.open)
    server.go_on.set()
    until(server.gone.is_set)
    answer.close()


def test_a_dropped_stream_ends_after_its_first_words(
    server: Counting, proxy: Proxy, client: requests.Session
) -> None:
    proxy.plan(Fault.DROP_ANSWER, "live")
    with pytest.raises(requests.ConnectionError):
        client.get(f"{proxy.url}/v1/live", timeout=5)


def test_a_line_that_is_cut_while_somebody_comes_is_cut(server: Counting) -> None:
    proxy = Proxy(server.url)
    place = ("127.0.0.1", int(proxy.url.rpartition(":")[2]))
    for _ in range(100):
        with socket.create_connection(place, timeout=5) as coming:
            proxy.cut()
            assert proxy.open == 0
            proxy.heal()
            assert coming.recv(1) == b""
    proxy.close()
    gc.collect()  # a connection that nobody closed says so


def test_a_dead_server_looks_like_a_broken_line(server: Counting, client: requests.Session) -> None:
    proxy = Proxy("http://127.0.0.1:1")
    assert post(client, proxy) == "broken"
    proxy.close()
