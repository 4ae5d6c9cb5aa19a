"""Whatever somebody sends, and however slowly: a plain answer with a code, and never a 5xx."""

from __future__ import annotations

import base64
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec
import pytest
import requests
from litestar.testing import TestClient

from sync.protocol import schema
from sync.server import answers, bounded_http
from sync.server.polls import MOST, Polls
from tests.helpers.desk import PASSWORD, ServerDesk
from tests.helpers.http_desk import bearer, cheap_desk, client_of, person, session
from tests.helpers.live import hosted


@pytest.fixture
def desk(store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ServerDesk]:
    made = cheap_desk(store_url, tmp_path / "files", monkeypatch)
    person(made, "anna", "Network")
    yield made
    made.store.close()


@pytest.fixture
def http(desk: ServerDesk) -> Iterator[TestClient[Any]]:
    with client_of(desk) as client:
        yield client


def pull(id: str, **more: Any) -> dict[str, Any]:
    return {"client": {"id": id}, "scopes": {}, **more}


def push(id: str, base: dict[str, Any], muts: list[Any]) -> dict[str, Any]:
    return {"client": {"id": id}, "base": base, "muts": muts}


def cursor(*values: Any) -> str:
    return base64.urlsafe_b64encode(msgspec.json.encode(values)).decode().rstrip("=")


ZERO = {"mid": 0, "chain": ""}
NOISE = "\x00"
ODD: list[tuple[str, Any]] = [
    ("/v1/session", {"login": NOISE, "password": "x"}),
    ("/v1/session", {"login": "x" * 201, "password": "x"}),
    ("/v1/session", {"login": "x", "password": "x" * 1_001}),
    ("/v1/pull", pull(NOISE)),
    ("/v1/pull", pull("x" * 201)),
    ("/v1/pull", pull("me", limit=0)),
    ("/v1/pull", pull("me", limit=schema.PULL_LIMIT_MOST + 1)),
    ("/v1/pull", pull("me", limit=1 << 80)),
    ("/v1/pull", pull("me", wait=26)),
    (
        "/v1/pull",
        {**pull("me"), "scopes": {f"q:{n}": None for n in range(schema.SCOPES_LIMIT + 1)}},
    ),
    ("/v1/pull", {**pull("me"), "scopes": {"q:" + "x" * 300: None}}),
    ("/v1/push", push(NOISE, ZERO, [])),
    ("/v1/push", push("me", {"mid": -(1 << 70), "chain": ""}, [])),
    ("/v1/push", push("me", {"mid": 1 << 63, "chain": ""}, [])),
    ("/v1/push", push("me", ZERO, [{"mid": -(1 << 70)}])),
    ("/v1/push", push("me", ZERO, [{"mid": 1}] * (schema.PUSH_LIMIT + 1))),
    ("/v1/push", push("me", ZERO, ["no", 5, None])),
    ("/v1/blobs", {"sha256": NOISE, "size_bytes": 1}),
    ("/v1/blobs", {"sha256": "a" * 64, "size_bytes": -1}),
    ("/v1/blobs", {"sha256": "a" * 64, "size_bytes": 1 << 62}),
    ("/v1/blobs/check", {"sha256": ["a"] * 1_001}),
    ("/v1/blobs/check", {"sha256": [NOISE]}),
    ("/v1/password", {"old": "x" * 1_001, "new": "x"}),
]


def test_what_is_out_of_bounds_is_refused_by_name(http: TestClient[Any]) -> None:
    one = session(http)
    headers = bearer(one["token"])
    for path, body in ODD:
        text = msgspec.json.encode(body).replace(b'"me"', b'"%s"' % one["client_id"].encode())
        answer = http.post(path, content=text, headers=headers)
        assert answer.status_code in (413, 422), (path, text[:80], answer.text)
        assert answer.json()["code"] in ("malformed", "too_large", "invalid"), (path, answer.text)


def test_a_change_that_is_no_text_is_refused_by_itself(http: TestClient[Any]) -> None:
    """Its bytes are looked at late: they are hashed as they came."""
    one = session(http)
    start = (
        b'{"client":{"id":"%s"},"base":{"mid":0,"chain":""},"muts":[' % one["client_id"].encode()
    )
    for change, status in (
        (b'{"mid":1,"kind":"noop","uid":"\x8d"}', 200),
        (b'{"mid":1,"kind":"\x8d"}', 422),
    ):
        answer = http.post("/v1/push", content=start + change + b"]}", headers=bearer(one["token"]))
        assert answer.status_code == status, answer.text
        outcomes = answer.json().get("out", [])
        assert [out["s"] for out in outcomes] == ["rejected"] * len(outcomes)


def test_a_cursor_from_nowhere_is_no_fault(http: TestClient[Any]) -> None:
    one = session(http)
    for odd in (
        "",
        "x",
        "\x00",
        "ü",
        cursor(1, 1, -5, -5, ""),
        cursor(1, 1, -(1 << 70), 0, ""),
        cursor(1, 1, 1 << 70, 1 << 70, "\x00"),
        cursor(1, 1, 1, 1, "\x00"),
        cursor(1, 1 << 80, 1, 1, ""),
        cursor(1, 1, 0, 0, None),
    ):
        body = {"client": {"id": one["client_id"]}, "scopes": {"ws": odd}}
        answer = http.post("/v1/pull", json=body, headers=bearer(one["token"]))
        assert answer.status_code in (200, 409), (odd, answer.text)


def test_a_body_is_only_as_large_as_its_call_needs(http: TestClient[Any]) -> None:
    headers = bearer(session(http)["token"])
    for path, limit in (
        ("/v1/session", schema.SMALL_BODY_BYTES),
        ("/v1/password", schema.SMALL_BODY_BYTES),
        ("/v1/blobs", schema.SMALL_BODY_BYTES),
        ("/v1/pull", schema.MEDIUM_BODY_BYTES),
        ("/v1/blobs/check", schema.MEDIUM_BODY_BYTES),
        ("/v1/push", schema.BODY_LIMIT_BYTES),
    ):
        answer = http.post(path, content=b" " * (limit + 1), headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (413, "too_large"), path


def test_odd_addresses_and_ranges_are_no_fault(http: TestClient[Any]) -> None:
    headers = bearer(session(http)["token"])
    for method, path in (
        ("HEAD", "/v1/uploads/%00"),
        ("PATCH", "/v1/uploads/%00"),
        ("HEAD", "/v1/uploads/" + "x" * 5_000),
        ("GET", "/v1/blobs/%00"),
        ("GET", "/v1/blobs/%ff%fe"),
        ("PUT", "/v1/blobs/%00"),
        ("GET", "/v1/nothing/%00"),
    ):
        more = {"range": "bytes=" + "9" * 5_000 + "-", "upload-offset": "0"}
        answer = http.request(method, path, headers={**headers, **more})
        assert answer.status_code in (404, 422), (method, path, answer.status_code)


@pytest.fixture
def url(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A server on a socket that has little patience."""
    monkeypatch.setattr(answers, "BODY_S", 0.3)
    monkeypatch.setattr(bounded_http, "HEAD_S", 0.3)
    desk = cheap_desk(sqlite_url, tmp_path / "files", monkeypatch)
    person(desk, "anna", "Network")
    with hosted(desk) as server:
        yield server.url
    desk.store.close()


def said(url: str, *parts: bytes) -> bytes:
    """What comes back for these bytes until the server closes."""
    place = urlsplit(url)
    with socket.create_connection((place.hostname, place.port), 10) as line:
        for part in parts:
            line.sendall(part)
        return b"".join(iter(lambda: line.recv(65_536), b""))


def code_of(answer: bytes) -> tuple[int, str]:
    head, _, body = answer.partition(b"\r\n\r\n")
    assert b"application/problem+json" in head
    return int(head.split()[1]), str(msgspec.json.decode(body)["code"])


def test_headers_that_do_not_come_end_the_connection(url: str) -> None:
    assert code_of(said(url)) == (408, "timeout")
    assert code_of(said(url, b"GET /healthz HTTP/1.1\r\nhost: x\r\n")) == (408, "timeout")
    kept = said(url, b"GET /healthz HTTP/1.1\r\nhost: x\r\n\r\nGET /hea")
    assert kept.startswith(b"HTTP/1.1 200"), "the second request on a line ends it too"


def test_headers_are_of_bounded_size(url: str) -> None:
    start = b"GET /healthz HTTP/1.1\r\nhost: x\r\n"
    long = b"x: " + b"y" * bounded_http.HEAD_LIMIT_BYTES
    assert code_of(said(url, start + long)) == (431, "headers_too_large")
    assert code_of(said(url, b"no request at all\r\n\r\n")) == (400, "malformed")
    assert requests.get(f"{url}/healthz", headers={"x": "y" * 8_000}, timeout=5).ok


def test_a_body_that_does_not_come_ends_the_request(url: str) -> None:
    head = (
        b"POST /v1/session HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 50\r\n\r\n{"
    )
    assert code_of(said(url, head)) == (408, "timeout")


def test_an_answer_that_takes_long_is_not_cut(url: str) -> None:
    """The patience is for headers, not for a long poll."""
    one = requests.post(
        f"{url}/v1/session", json={"login": "anna", "password": PASSWORD}, timeout=10
    ).json()
    headers = bearer(one["token"])
    first = requests.post(f"{url}/v1/pull", json=pull(one["client_id"]), headers=headers, timeout=9)
    held = {scope: state["cur"] for scope, state in first.json()["scopes"].items()}
    body = {**pull(one["client_id"], wait=1), "scopes": held}
    began = time.monotonic()
    answer = requests.post(f"{url}/v1/pull", json=body, headers=headers, timeout=9)
    assert answer.status_code == 200
    assert time.monotonic() - began > 0.5


def test_a_device_has_few_long_polls_open() -> None:
    polls = Polls()
    waiting = [polls.waiting("laptop") for _ in range(MOST + 2)]
    opened = [each.__enter__() for each in waiting]
    with polls.waiting("phone") as other:
        assert [poll.over for poll in opened] == [True, True] + [False] * MOST
        assert not other.over
    for each in waiting:
        each.__exit__(None, None, None)
    assert polls == Polls()
