"""Each call by each kind of person, on rows of their own and of others.

The table is held against the application's routes: a call that is not in it fails here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from models.commands import AddNote, FileRef, encode
from models.ids import new_id
from tests.helpers.desk import PASSWORD, ServerDesk
from tests.helpers.http_desk import bearer, cheap_desk, client_of, person, session

SECRET = "The vault opens at noon"
BYTES = b"\x89PNG\r\n\x1a\n " + SECRET.encode()
SHA = hashlib.sha256(BYTES).hexdigest()
ROLES = {"inside": "agent", "outside": "agent", "lead": "lead", "admin": "admin"}
SEES = {"inside", "admin"}
"""Whose queue the ticket with the secret is in."""


@dataclass
class World:
    """A ticket in Network with a file; ``sessions`` of everybody by role."""

    http: TestClient[Any]
    desk: ServerDesk
    ticket: str
    sessions: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def network(self) -> str:
        """The scope of the queue with the secret."""
        return f"q:{self.desk.queue('Network')}"

    def call(self, role: str, method: str, url: str, **more: Any) -> Any:
        headers = {**bearer(self.sessions[role]["token"]), **more.pop("headers", {})}
        return self.http.request(method, url, headers=headers, **more)

    def memo_of(self, agent_id: str) -> str:
        """A note of this person's own."""
        id = new_id()
        row = {"id": id, "scope": f"u:{agent_id}", "title": "", "html": SECRET}
        self.desk.path.run(lambda writer: writer.insert("personal_note", row))
        return id

    def upload(self, role: str) -> str:
        """An upload that this person has begun."""
        wanted = {"sha256": hashlib.sha256(new_id().encode()).hexdigest(), "size_bytes": 9}
        return str(self.call(role, "POST", "/v1/blobs", json=wanted).json()["id"])


@dataclass(frozen=True)
class Ask:
    """One request; ``expected`` statuses by role (the rest: ``otherwise``).

    ``shows``: those who see the ticket find the secret in the answer; nobody else ever does.
    """

    url: str
    otherwise: int
    expected: Mapping[str, int] = field(default_factory=dict)
    shows: bool = False
    more: Mapping[str, Any] = field(default_factory=dict)
    fact: Callable[[str, Any], bool] = lambda role, answer: True


Asks = Callable[[World, str], list[Ask]]


def body(value: Any) -> dict[str, Any]:
    return {"json": value}


def other(role: str) -> str:
    return "outside" if role == "inside" else "inside"


def pulls(world: World, role: str) -> list[Ask]:
    own, foreign = (world.sessions[one]["client_id"] for one in (role, other(role)))
    return [
        Ask(
            "/v1/pull",
            200,
            shows=True,
            more=body({"client": {"id": own}, "scopes": {world.network: None}}),
        ),
        Ask("/v1/pull", 409, more=body({"client": {"id": foreign}, "scopes": {}})),
    ]


def pushes(world: World, role: str) -> list[Ask]:
    note = AddNote(ticket_id=world.ticket, html="<p>mine</p>")
    request = b'{"client":{"id":"%s"},"base":{"mid":0,"chain":""},"muts":[{"mid":1,%s]}'
    bodies = [
        request % (world.sessions[one]["client_id"].encode(), encode(note)[1:])
        for one in (role, other(role))
    ]

    def taken(role: str, answer: Any) -> bool:
        return bool(answer.json()["out"][0]["s"] == ("applied" if role in SEES else "rejected"))

    return [
        Ask("/v1/push", 200, more={"content": bodies[0]}, fact=taken),
        Ask("/v1/push", 409, more={"content": bodies[1]}),
    ]


def check_files(world: World, role: str) -> list[Ask]:
    def told(role: str, answer: Any) -> bool:
        return bool(answer.json()["missing"] == ([] if role in SEES else [SHA]))

    return [Ask("/v1/blobs/check", 200, more=body({"sha256": [SHA]}), fact=told)]


def get_files(world: World, role: str) -> list[Ask]:
    seen = dict.fromkeys(SEES, 200)
    return [Ask(f"/v1/blobs/{SHA}", 404, seen, shows=True), Ask("/v1/blobs/nothing", 404)]


def put_files(world: World, role: str) -> list[Ask]:
    mine = role.encode()
    return [
        Ask(f"/v1/blobs/{hashlib.sha256(mine).hexdigest()}", 204, more={"content": mine}),
        Ask(f"/v1/blobs/{SHA}", 422, more={"content": b"other bytes"}),
    ]


def begin_uploads(world: World, role: str) -> list[Ask]:
    def told(role: str, answer: Any) -> bool:
        return bool(answer.json()["complete"] is (role in SEES))

    wanted = {"sha256": SHA, "size_bytes": len(BYTES)}
    return [Ask("/v1/blobs", 200, more=body(wanted), fact=told)]


def look_at_uploads(world: World, role: str) -> list[Ask]:
    foreign = world.upload(other(role))
    return [Ask(f"/v1/uploads/{world.upload(role)}", 200), Ask(f"/v1/uploads/{foreign}", 404)]


def send_pieces(world: World, role: str) -> list[Ask]:
    piece = {"content": b"half", "headers": {"Upload-Offset": "0"}}
    ids = (world.upload(role), world.upload(other(role)))
    return [
        Ask(f"/v1/uploads/{id}", status, more=piece)
        for id, status in zip(ids, (200, 404), strict=True)
    ]


def list_devices(world: World, role: str) -> list[Ask]:
    def own(role: str, answer: Any) -> bool:
        return {one["login"] for one in answer.json()["devices"]} == {role}

    named = f"/v1/devices?login={other(role)}"
    return [Ask("/v1/devices", 200, fact=own), Ask(named, 403, {"admin": 200})]


def revoke_devices(world: World, role: str) -> list[Ask]:
    own, foreign = (session(world.http, one)["client_id"] for one in (role, other(role)))
    return [
        Ask(f"/v1/devices/{own}", 204),
        Ask(f"/v1/devices/{foreign}", 404, {"admin": 204}),
        Ask("/v1/devices/nothing", 404),
    ]


def renew_clients(world: World, role: str) -> list[Ask]:
    return [Ask("/v1/clients", 200, more=body({"next_mid": 1}))]


def know_clients(world: World, role: str) -> list[Ask]:
    own, foreign = (session(world.http, one)["client_id"] for one in (role, other(role)))

    def told(role: str, answer: Any) -> bool:
        return bool(answer.json()["clients"].keys() == {own})

    return [Ask("/v1/clients/known", 200, more=body({"ids": [own, foreign]}), fact=told)]


def look_at_tickets(world: World, role: str) -> list[Ask]:
    told = body({"ticket": world.ticket, "state": "viewing"})
    return [
        Ask("/v1/presence", 404, dict.fromkeys(SEES, 200), more=told),
        Ask("/v1/presence", 404, more=body({"ticket": "nothing", "state": "viewing"})),
    ]


def get_tickets(world: World, role: str) -> list[Ask]:
    whole = Ask(f"/v1/tickets/{world.ticket}", 404, dict.fromkeys(SEES, 200), shows=True)
    return [whole, Ask("/v1/tickets/nothing", 404), Ask("/v1/tickets/a%00b", 422)]


def find_tickets(world: World, role: str) -> list[Ask]:
    number = world.desk.row("ticket", world.ticket)["number"]

    def found(role: str, answer: Any) -> bool:
        return bool(answer.json() == {"ids": [world.ticket] if role in SEES else []})

    def nothing(role: str, answer: Any) -> bool:
        return bool(answer.json() == {"ids": []})

    return [
        Ask(f"/v1/tickets?number={number}", 200, fact=found),
        Ask("/v1/tickets?number=999999", 200, fact=nothing),
    ]


def get_rows(world: World, role: str) -> list[Ask]:
    """Somebody else's rows, none at all, and a kind that there is not: the same silence."""
    queue, stranger = world.desk.queue("Network"), world.sessions[other(role)]["agent"]["id"]
    ids = [("ticket", world.ticket), ("ticket", "nothing"), ("nothing", "x"), ("queue", queue)]

    def told(role: str, answer: Any) -> bool:
        shown = {line["id"] for line in answer.json()["rows"]}
        return shown == {queue} | ({world.ticket} if role in SEES else set())

    def nothing(role: str, answer: Any) -> bool:
        return bool(answer.json()["rows"] == [])

    memo = world.memo_of(stranger)
    return [
        Ask("/v1/rows", 200, shows=True, more=body({"ids": ids}), fact=told),
        Ask("/v1/rows", 200, more=body({"ids": [("personal_note", memo)]}), fact=nothing),
    ]


def get_snapshots(world: World, role: str) -> list[Ask]:
    """202 as long as it is being made, then 200."""
    foreign, seen = f"/v1/scopes/{world.network}/snapshot", dict.fromkeys(SEES, 202)
    stranger = f"/v1/scopes/u:{world.sessions[other(role)]['agent']['id']}/snapshot"
    asks = [Ask(foreign, 404, seen), Ask(stranger, 404), Ask("/v1/scopes/q:/snapshot", 404)]
    return [*asks, Ask(f"/v1/scopes/u:{world.sessions[role]['agent']['id']}/snapshot", 202)]


def get_snapshot_parts(world: World, role: str) -> list[Ask]:
    parts = "snapshot/1-a-b/0"
    return [Ask(f"/v1/scopes/{of}/{parts}", 404) for of in ("ws", world.network, "nothing")]


def streams(world: World, role: str) -> list[Ask]:
    """It never ends for those who may: ``test_live.py`` has who hears of what."""
    return []


def see_who_is_online(world: World, role: str) -> list[Ask]:
    """Everybody has the directory whole, and so hears of everybody."""
    return [Ask("/v1/online", 200)]


def change_passwords(world: World, role: str) -> list[Ask]:
    wrong = body({"old": "a wrong one", "new": "another password"})
    return [Ask("/v1/password", 403, more=wrong)]


def sign_out(world: World, role: str) -> list[Ask]:
    return [Ask("/v1/session", 204)]


def everybody(status: int, url: str, **more: Any) -> Asks:
    return lambda world, role: [Ask(url, status, more=more)]


OPEN: dict[tuple[str, str], Asks] = {
    ("GET", "/v1/server"): everybody(200, "/v1/server"),
    ("POST", "/v1/session"): everybody(
        200, "/v1/session", json={"login": "inside", "password": PASSWORD}
    ),
    ("GET", "/healthz"): everybody(200, "/healthz"),
    ("GET", "/readyz"): everybody(200, "/readyz"),
    ("GET", "/metrics"): everybody(200, "/metrics"),
    ("GET", "/schema/openapi.json"): everybody(200, "/schema/openapi.json"),
}
SIGNED_IN: dict[tuple[str, str], Asks] = {
    ("POST", "/v1/push"): pushes,
    ("POST", "/v1/pull"): pulls,
    ("POST", "/v1/blobs/check"): check_files,
    ("PUT", "/v1/blobs/{sha256:str}"): put_files,
    ("GET", "/v1/blobs/{sha256:str}"): get_files,
    ("POST", "/v1/blobs"): begin_uploads,
    ("HEAD", "/v1/uploads/{id:str}"): look_at_uploads,
    ("PATCH", "/v1/uploads/{id:str}"): send_pieces,
    ("POST", "/v1/clients/known"): know_clients,
    ("POST", "/v1/presence"): look_at_tickets,
    ("GET", "/v1/live"): streams,
    ("GET", "/v1/online"): see_who_is_online,
    ("GET", "/v1/tickets"): find_tickets,
    ("GET", "/v1/tickets/{id:str}"): get_tickets,
    ("POST", "/v1/rows"): get_rows,
    ("GET", "/v1/scopes/{of:str}/snapshot"): get_snapshots,
    ("GET", "/v1/scopes/{of:str}/snapshot/{name:str}/{number:int}"): get_snapshot_parts,
    ("GET", "/v1/devices"): list_devices,
    ("DELETE", "/v1/devices/{id:str}"): revoke_devices,
    ("POST", "/v1/password"): change_passwords,
    ("POST", "/v1/clients"): renew_clients,
    ("DELETE", "/v1/session"): sign_out,
}


@pytest.fixture
def world(store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    desk = cheap_desk(store_url, tmp_path / "files", monkeypatch)
    for name, role in ROLES.items():
        person(desk, name, "Network" if name == "inside" else "Vault", role=role)
    ticket = desk.ticket("Network", SECRET)
    with client_of(desk) as http:
        made = World(http, desk, ticket)
        made.sessions = {name: session(http, name) for name in ROLES}
        give_file(made)
        yield made
    desk.store.close()


def give_file(world: World) -> None:
    """The ticket's note has BYTES."""
    device = session(world.http, "inside")
    file = FileRef(new_id(), SHA, "a.png", "image/png", len(BYTES))
    note = AddNote(ticket_id=world.ticket, html=f"<p>{SECRET}</p>", files=(file,))
    request = b'{"client":{"id":"%s"},"base":{"mid":0,"chain":""},"muts":[{"mid":1,%s]}' % (
        device["client_id"].encode(),
        encode(note)[1:],
    )
    headers = bearer(device["token"])
    assert world.http.post("/v1/push", content=request, headers=headers).status_code == 200
    answer = world.http.put(f"/v1/blobs/{SHA}", content=BYTES, headers=headers)
    assert answer.status_code == 204


def calls_of(app: Litestar) -> set[tuple[str, str]]:
    return {
        (method, route.path)
        for route in app.routes
        for method in route.methods
        if method != "OPTIONS"
    }


def test_every_call_is_in_the_table(world: World) -> None:
    assert calls_of(world.http.app) == OPEN.keys() | SIGNED_IN.keys()


@pytest.mark.parametrize("role", ROLES)
def test_everybody_may_do_what_is_theirs_and_nothing_else(world: World, role: str) -> None:
    for (method, path), asks in (OPEN | SIGNED_IN).items():
        for ask in asks(world, role):
            answer = world.call(role, method, ask.url, **ask.more)
            wanted = ask.expected.get(role, ask.otherwise)
            status = 202 if wanted == 202 and answer.status_code == 200 else answer.status_code
            assert status == wanted, (role, method, path, answer.text)
            assert role in SEES or SECRET not in answer.text, (role, path)
            assert role not in SEES or not ask.shows or SECRET in answer.text, (role, path)
            assert wanted >= 300 or ask.fact(role, answer), (role, path, answer.text)
            if wanted >= 400 and method != "HEAD":
                assert answer.json()["code"], path


def test_without_a_session_there_is_nothing(world: World) -> None:
    """None, a stranger's, one that was signed out, one that a new password has ended."""
    gone = session(world.http, "admin")
    world.http.delete("/v1/session", headers=bearer(gone["token"]))
    ended = session(world.http, "lead")
    change = {"old": PASSWORD, "new": "another password"}
    assert world.call("lead", "POST", "/v1/password", json=change).status_code == 204
    for token in ("", "stranger", gone["token"], ended["token"]):
        refused(world, bearer(token) if token else {}, 401, "auth")


def test_a_revoked_device_hears_so_everywhere(world: World) -> None:
    """Also when its session had ended before, or the person has left."""
    one, other_one = session(world.http, "admin"), session(world.http, "lead")
    change = {"old": PASSWORD, "new": "another password"}
    assert world.call("lead", "POST", "/v1/password", json=change).status_code == 204
    world.desk.store.sql("UPDATE agent SET active = 0 WHERE login = 'admin'")
    for device in (one, other_one):
        id = device["client_id"]
        world.desk.store.sql("UPDATE client SET revoked = 1 WHERE id = ?", (id,))
        answers = refused(world, bearer(device["token"]), 403, "revoked")
        assert all(answer["device"] == id for answer in answers)


def refused(world: World, headers: dict[str, str], status: int, code: str) -> list[dict[str, Any]]:
    """Every call that needs a session, with a request that would be good; what was answered."""
    problems = []
    for (method, path), asks in SIGNED_IN.items():
        asked = asks(world, "inside") or [Ask(path, 200)]
        for ask in asked:
            more = {**ask.more, "headers": {**ask.more.get("headers", {}), **headers}}
            answer = world.http.request(method, ask.url, **more)
            assert answer.status_code == status, (method, path, answer.text)
            assert SECRET not in answer.text
            if method != "HEAD":
                problems.append(msgspec.json.decode(answer.content))
    assert {problem["code"] for problem in problems} == {code}
    return problems
