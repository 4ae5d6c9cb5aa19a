"""Snapshots over HTTP: who gets them, by range, and how long they are waited for."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient

from sync.protocol import schema
from sync.server import parts, snapshots
from tests.helpers.desk import ServerDesk
from tests.helpers.http_desk import bearer, client_of, desk_of_two, session


@pytest.fixture
def desk(store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ServerDesk]:
    with desk_of_two(store_url, tmp_path / "files", monkeypatch) as made:
        yield made


@pytest.fixture
def http(desk: ServerDesk) -> Iterator[TestClient[Any]]:
    with client_of(desk) as client:
        yield client


def test_a_snapshot_is_given_to_who_holds_its_scope(
    http: TestClient[Any], desk: ServerDesk
) -> None:
    desk.ticket("Network")
    scope = f"q:{desk.queue('Network')}"
    anna, boris = (bearer(session(http, login)["token"]) for login in ("anna", "boris"))
    answer = http.get(f"/v1/scopes/{scope}/snapshot", headers=anna)
    assert answer.status_code == 200
    found = msgspec.json.decode(answer.content, type=schema.Snapshot)
    part = f"/v1/scopes/{scope}/snapshot/{found.name}/0"
    data = http.get(part, headers=anna)
    assert (data.status_code, hashlib.sha256(data.content).hexdigest()) == (
        200,
        found.parts[0].sha256,
    )
    for path in (part, f"/v1/scopes/{scope}/snapshot", "/v1/scopes/u:x/snapshot"):
        refused = http.get(path, headers=boris)
        assert (refused.status_code, refused.json()["code"]) == (404, "not_found")
    for path in (part[:-1] + "1", part.replace(found.name, ".."), part.replace(found.name, "x")):
        assert http.get(path, headers=anna).status_code == 404
    assert http.get(f"/v1/scopes/{scope}/snapshot?at_least=-1", headers=anna).status_code == 422


def test_a_part_is_read_on_from_where_it_broke_off(http: TestClient[Any], desk: ServerDesk) -> None:
    token = bearer(session(http)["token"])
    found = http.get("/v1/scopes/ws/snapshot", headers=token).json()
    path = f"/v1/scopes/ws/snapshot/{found['name']}/0"
    whole = http.get(path, headers=token).content
    size = len(whole)
    for asked, status, expected in (
        ("bytes=10-", 206, whole[10:]),
        ("bytes=10-19", 206, whole[10:20]),
        ("bytes=-5", 206, whole[-5:]),
        ("bytes=0-", 200, whole),
        (f"bytes=5-{size + 100}", 206, whole[5:]),
        ("bytes=9-3", 200, whole),
        ("lines=1-2", 200, whole),
    ):
        answer = http.get(path, headers={**token, "Range": asked})
        assert (answer.status_code, answer.content) == (status, expected), asked
        assert answer.headers["content-length"] == str(len(expected))
    answer = http.get(path, headers={**token, "Range": "bytes=10-19"})
    assert answer.headers["content-range"] == f"bytes 10-19/{size}"
    beyond = http.get(path, headers={**token, "Range": f"bytes={size}-"})
    assert (beyond.status_code, beyond.json()["code"]) == (416, "range")


def test_all_who_ask_wait_for_one_snapshot_and_hear_when_it_takes_long(
    http: TestClient[Any], desk: ServerDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = bearer(session(http)["token"])
    kept = http.app.state.desk.snapshots
    asked, may_go, build = threading.Semaphore(0), threading.Event(), kept.build
    built: list[str] = []

    def slow(scope: str, view: parts.View) -> None:
        built.append(scope)
        asked.release()
        may_go.wait(20)
        build(scope, view)

    monkeypatch.setattr(kept, "build", slow)
    monkeypatch.setattr(snapshots, "WAIT_S", 0.01)
    answers = [http.get("/v1/scopes/ws/snapshot", headers=token) for _ in range(3)]
    assert [(each.status_code, each.headers["retry-after"]) for each in answers] == [(202, "1")] * 3
    monkeypatch.setattr(snapshots, "WAIT_S", 20)
    with ThreadPoolExecutor(4) as together:
        waiting = [
            together.submit(http.get, "/v1/scopes/ws/snapshot", headers=token) for _ in range(4)
        ]
        assert asked.acquire(timeout=20)
        may_go.set()
        names = {each.result().json()["name"] for each in waiting}
    assert (len(names), built) == (1, ["ws"])


def test_a_snapshot_that_can_not_be_made_is_told_and_tried_again(
    http: TestClient[Any], desk: ServerDesk
) -> None:
    token = bearer(session(http)["token"])
    kept = http.app.state.desk.snapshots
    kept.folder.write_text("in the way")
    answer = http.get("/v1/scopes/ws/snapshot", headers=token)
    assert (answer.status_code, answer.json()["code"]) == (503, "store")
    kept.folder.unlink()
    assert http.get("/v1/scopes/ws/snapshot", headers=token).status_code == 200
