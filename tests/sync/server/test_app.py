"""The HTTP application as a client sees it, without a socket."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient

from models.commands import AddNote, FileRef, Put
from models.errors import StoreBusy
from models.ids import new_id
from models.rows import Actor
from sync.protocol import schema
from tests.helpers.desk import PASSWORD, Device, ServerDesk
from tests.helpers.http_desk import (
    bearer,
    client_of,
    desk_of_two,
    session,
)

PNG = b"\x89PNG\r\n\x1a\n picture"


@pytest.fixture
def desk(store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ServerDesk]:
    with desk_of_two(store_url, tmp_path / "files", monkeypatch) as made:
        yield made


@pytest.fixture
def http(desk: ServerDesk) -> Iterator[TestClient[Any]]:
    with client_of(desk) as client:
        yield client


def pull_body(client_id: str) -> dict[str, Any]:
    return {"client": {"id": client_id}, "scopes": {}}


def test_what_answers_says_so_before_anybody_signs_in(http: TestClient[Any]) -> None:
    info = http.get("/v1/server").json()
    assert (info["product"], info["protocol"]) == ("deskside", schema.PROTOCOL)
    assert http.get("/healthz").text == "ok\n"
    assert http.get("/readyz").status_code == 200
    assert "deskside" in http.get("/metrics").text


def test_a_token_is_whole_and_a_bearers(http: TestClient[Any]) -> None:
    one = session(http)
    token = one["token"]
    refused = [{}, {"Authorization": token}, bearer(""), bearer("x"), bearer(token + "x")]
    refused.append({"Authorization": f"Basic {token}"})
    for headers in refused:
        answer = http.post("/v1/pull", json=pull_body(one["client_id"]), headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (401, "auth")
        assert answer.headers["content-type"].startswith("application/problem+json")


def test_a_wrong_password_and_an_unknown_login_look_alike(http: TestClient[Any]) -> None:
    answers = [
        http.post("/v1/session", json={"login": login, "password": password})
        for login, password in (("anna", "wrong password"), ("nobody", PASSWORD), ("", ""))
    ]
    assert {answer.status_code for answer in answers} == {401}
    assert len({answer.text for answer in answers}) == 1
    assert answers[0].json()["code"] == "wrong_password"


def test_signing_in_ignores_the_case_of_the_login(http: TestClient[Any]) -> None:
    assert session(http, " Anna ")["agent"]["login"] == "anna"


def test_an_agent_who_left_can_not_sign_in_and_their_session_ends(
    http: TestClient[Any], desk: ServerDesk
) -> None:
    token = session(http)["token"]
    desk.store.sql("UPDATE agent SET active = 0 WHERE login = 'anna'")
    answer = http.post("/v1/session", json={"login": "anna", "password": PASSWORD})
    assert answer.json()["code"] == "wrong_password"
    assert http.post("/v1/pull", json=pull_body("c"), headers=bearer(token)).status_code == 401


def test_only_the_hash_of_a_token_is_kept(http: TestClient[Any], desk: ServerDesk) -> None:
    token = session(http)["token"]
    kept = desk.store.sql("SELECT token_hash FROM session")
    assert kept == [(hashlib.sha256(token.encode()).hexdigest(),)]


def test_a_device_that_comes_again_is_the_same_and_others_are_not_adopted(
    http: TestClient[Any],
) -> None:
    first = session(http)
    assert session(http, client_id=first["client_id"])["client_id"] == first["client_id"]
    assert session(http)["client_id"] != first["client_id"]
    assert session(http, "boris", client_id=first["client_id"])["client_id"] != first["client_id"]


def test_signing_out_ends_this_session_alone(http: TestClient[Any]) -> None:
    first, second = session(http), session(http)
    assert http.delete("/v1/session", headers=bearer(first["token"])).status_code == 204
    for one, status in ((first, 401), (second, 200)):
        body = pull_body(one["client_id"])
        assert http.post("/v1/pull", json=body, headers=bearer(one["token"])).status_code == status


def test_changing_the_password_ends_all_other_sessions(http: TestClient[Any]) -> None:
    first, second, boris = session(http), session(http), session(http, "boris")
    change = {"old": PASSWORD, "new": "another password"}
    headers = bearer(first["token"])
    wrong = http.post("/v1/password", json={**change, "old": "guess guess"}, headers=headers)
    assert wrong.json()["code"] == "wrong_password"
    assert http.post("/v1/password", json=change, headers=headers).status_code == 204
    for one, status in ((first, 200), (second, 401), (boris, 200)):
        body = pull_body(one["client_id"])
        assert http.post("/v1/pull", json=body, headers=bearer(one["token"])).status_code == status
    old = http.post("/v1/session", json={"login": "anna", "password": PASSWORD})
    assert old.status_code == 401
    new = http.post("/v1/session", json={"login": "anna", "password": "another password"})
    assert new.status_code == 200


def test_a_short_password_is_refused_in_words(http: TestClient[Any]) -> None:
    headers = bearer(session(http)["token"])
    answer = http.post("/v1/password", json={"old": PASSWORD, "new": "short"}, headers=headers)
    assert answer.status_code == 422
    assert answer.json()["detail"] == "A password has at least 8 characters."


def test_a_revoked_device_is_told(http: TestClient[Any], desk: ServerDesk) -> None:
    one = session(http)
    desk.store.sql("UPDATE client SET revoked = 1")
    body = pull_body(one["client_id"])
    answer = http.post("/v1/pull", json=body, headers=bearer(one["token"]))
    assert (answer.status_code, answer.json()["code"]) == (403, "revoked")


BODIES = (b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"client":{"id":5}}', b"[" * 50_000)
TAKE_BODIES = (
    "/v1/push",
    "/v1/pull",
    "/v1/blobs",
    "/v1/blobs/check",
    "/v1/password",
    "/v1/session",
)


def test_a_body_that_is_none_is_refused_plainly(http: TestClient[Any]) -> None:
    headers = bearer(session(http)["token"])
    for path, body in itertools.product(TAKE_BODIES, BODIES):
        answer = http.post(path, content=body, headers=headers)
        assert answer.status_code in (400, 422), (path, answer.text)
        assert answer.json()["code"] == "malformed", path


def test_an_unknown_address_is_a_problem_too(http: TestClient[Any]) -> None:
    for path, status in (("/", 404), ("/v1/nope", 404), ("/v1/push", 405)):
        answer = http.get(path)
        assert (answer.status_code, answer.json()["status"]) == (status, status)


def test_a_large_answer_is_compressed_for_those_who_can(
    http: TestClient[Any], desk: ServerDesk
) -> None:
    for n in range(20):
        desk.ticket("Network", str(n))
    one = session(http)
    headers = {**bearer(one["token"]), "Accept-Encoding": "zstd"}
    body = pull_body(one["client_id"])
    answer = http.post("/v1/pull", json=body, headers=headers)
    assert answer.headers["content-encoding"] == "zstd"
    plain = http.post("/v1/pull", json=body, headers={**headers, "Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert answer.num_bytes_downloaded < len(plain.content) / 4
    assert answer.json()["changes"] == plain.json()["changes"] != []


def test_a_store_that_is_busy_is_a_503_with_a_time(
    http: TestClient[Any], desk: ServerDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> None:
        raise StoreBusy("database is locked")

    monkeypatch.setattr("sync.server.pull.pull", busy)
    one = session(http)
    answer = http.post("/v1/pull", json=pull_body(one["client_id"]), headers=bearer(one["token"]))
    assert (answer.status_code, answer.json()["code"]) == (503, "busy")
    assert answer.headers["retry-after"] == "1"


class Files:
    """Anna's and Boris's hands on files."""

    def __init__(self, http: TestClient[Any], desk: ServerDesk) -> None:
        self.http = http
        self.desk = desk
        self.sessions = {login: session(http, login) for login in ("anna", "boris")}

    def device(self, login: str) -> Device:
        one = self.sessions[login]
        actor = self.desk.rights(_actor(self.desk, one["agent"]["id"])).actor
        return Device(self.desk, actor, one["client_id"])

    def call(self, method: str, login: str, path: str, **more: Any) -> Any:
        headers = bearer(self.sessions[login]["token"])
        return self.http.request(method, f"/v1/blobs/{path}", headers=headers, **more)

    def missing(self, login: str, *sha256: str) -> list[str]:
        answer = self.call("POST", login, "check", json={"sha256": sha256})
        return list(answer.json()["missing"])


def _actor(desk: ServerDesk, id: str) -> Actor:
    row = desk.row("agent", id)
    return Actor(id, row["login"], row["name"], row["role"])


@pytest.fixture
def blobs(http: TestClient[Any], desk: ServerDesk) -> Files:
    return Files(http, desk)


def reference(data: bytes) -> FileRef:
    return FileRef(new_id(), hashlib.sha256(data).hexdigest(), "a.png", "image/png", len(data))


def test_a_file_follows_its_message(blobs: Files, desk: ServerDesk) -> None:
    ticket = desk.ticket("Network")
    file = reference(PNG)
    anna = blobs.device("anna")
    anna.push(AddNote(ticket_id=ticket, html="<p>see</p>", files=(file,)))
    assert desk.row("message_file", file.id)["state"] == "pending"
    assert blobs.call("GET", "anna", file.sha256).status_code == 404
    assert blobs.missing("anna", file.sha256) == [file.sha256]
    anna.pull()
    assert blobs.call("PUT", "anna", file.sha256, content=PNG).status_code == 204
    assert blobs.call("PUT", "anna", file.sha256, content=PNG).status_code == 204
    told = [line for line in anna.pull() if line.kind == "message_file"]
    assert [line.row["state"] for line in told if line.row] == ["complete"]
    assert blobs.call("GET", "anna", file.sha256).content == PNG
    assert blobs.missing("anna", file.sha256) == []
    again = AddNote(ticket_id=ticket, html="<p>again</p>", files=(reference(PNG),))
    anna.push(again)
    assert desk.row("message_file", again.files[0].id)["state"] == "complete"


def test_bytes_that_are_not_what_the_name_says_are_refused(blobs: Files) -> None:
    sha256 = hashlib.sha256(PNG).hexdigest()
    for name, data in ((sha256, b"other"), (sha256.upper(), PNG), ("a", PNG), (sha256, b"")):
        answer = blobs.call("PUT", "anna", name, content=data)
        assert (answer.status_code, answer.json()["code"]) == (422, "wrong_sha256")
    assert not [path for path in blobs.desk.folder.rglob("*") if path.is_file()]


def test_whether_a_foreign_file_is_there_is_not_told(blobs: Files, desk: ServerDesk) -> None:
    file = reference(PNG)
    blobs.device("anna").push(
        AddNote(ticket_id=desk.ticket("Network"), html="<p>x</p>", files=(file,))
    )
    blobs.call("PUT", "anna", file.sha256, content=PNG)
    absent = "b" * 64
    answers = [blobs.call("GET", "boris", name) for name in (file.sha256, absent)]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.text for answer in answers}) == 1
    assert blobs.missing("boris", file.sha256, absent) == [file.sha256, absent]
    assert blobs.call("PUT", "boris", file.sha256, content=PNG).status_code == 204


def test_a_name_alone_opens_no_foreign_file(blobs: Files, desk: ServerDesk) -> None:
    """Naming a hash in a message of one's own must not hand out bytes one never had."""
    file = reference(PNG)
    blobs.device("anna").push(
        AddNote(ticket_id=desk.ticket("Network"), html="<p>x</p>", files=(file,))
    )
    blobs.call("PUT", "anna", file.sha256, content=PNG)
    boris = blobs.device("boris")
    stolen = FileRef(new_id(), file.sha256, "x", "image/png", 1)
    boris.push(AddNote(ticket_id=desk.ticket("Vault"), html="<p>x</p>", files=(stolen,)))
    assert desk.row("message_file", stolen.id)["state"] == "pending"
    assert blobs.call("GET", "boris", file.sha256).status_code == 404
    assert blobs.missing("boris", file.sha256) == [file.sha256]


def test_a_file_of_ones_own_note_and_of_a_shared_ticket_can_be_read(
    blobs: Files, desk: ServerDesk
) -> None:
    boris = blobs.device("boris")
    shared = f'<p><span class="mention" data-id="{boris.actor.id}">@</span></p>'
    first, second = reference(PNG), reference(b"second")
    blobs.device("anna").push(
        AddNote(ticket_id=desk.ticket("Network"), html=shared, files=(first,)),
        Put(
            entity="personal_note",
            set={"html": "<p>x</p>", "files": msgspec.json.encode([second]).decode()},
        ),
    )
    blobs.call("PUT", "anna", first.sha256, content=PNG)
    blobs.call("PUT", "anna", second.sha256, content=b"second")
    assert blobs.call("GET", "boris", first.sha256).content == PNG
    assert blobs.call("GET", "anna", second.sha256).content == b"second"
    assert blobs.call("GET", "boris", second.sha256).status_code == 404


def test_a_name_that_is_no_hash_is_not_found(blobs: Files) -> None:
    for name in ("..%2f..%2fdesk.db", "a", "%00", "x" * 300, "A" * 64):
        assert blobs.call("GET", "anna", name).status_code == 404
        assert blobs.missing("anna", name[:200]) == [name[:200]]


def test_a_file_that_is_too_large_is_refused(blobs: Files) -> None:
    data = bytes(schema.FILE_LIMIT_BYTES + 1)
    answer = blobs.call("PUT", "anna", hashlib.sha256(data).hexdigest(), content=data)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
