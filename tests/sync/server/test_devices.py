"""Devices: who sees them, and what becomes of one that is revoked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from tests.helpers.desk import ServerDesk
from tests.helpers.http_desk import bearer, cheap_desk, client_of, person, session
from tests.helpers.server_cli import Cli


@pytest.fixture
def desk(store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ServerDesk]:
    made = cheap_desk(store_url, tmp_path / "files", monkeypatch)
    person(made, "anna", "Network")
    person(made, "vera", role="admin")
    yield made
    made.store.close()


@pytest.fixture
def http(desk: ServerDesk) -> Iterator[TestClient[Any]]:
    with client_of(desk) as client:
        yield client


def test_ones_own_devices_with_the_one_that_asks(http: TestClient[Any]) -> None:
    home, work = (session(http, device=name) for name in ("home", "work"))
    answer = http.get("/v1/devices", headers=bearer(work["token"])).json()
    assert answer["current"] == work["client_id"]
    listed = {one["id"]: one for one in answer["devices"]}
    assert listed.keys() == {home["client_id"], work["client_id"]}
    assert listed[home["client_id"]]["device"] == "home"
    assert listed[home["client_id"]]["seen_at_ms"] > 0


def test_a_revoked_device_is_told_and_the_others_go_on(
    http: TestClient[Any], desk: ServerDesk
) -> None:
    home, work = session(http), session(http)
    headers = bearer(work["token"])
    assert http.delete(f"/v1/devices/{home['client_id']}", headers=headers).status_code == 204
    told = http.get("/v1/devices", headers=bearer(home["token"]))
    assert (told.status_code, told.json()["code"]) == (403, "revoked")
    assert told.json()["device"] == home["client_id"]
    left = http.get("/v1/devices", headers=headers).json()["devices"]
    assert [one["id"] for one in left] == [work["client_id"]]
    kept = desk.store.sql("SELECT act, detail, agent_id FROM audit")
    assert kept == [("device_revoked", home["client_id"], work["agent"]["id"])]
    again = session(http, client_id=home["client_id"])
    assert again["client_id"] != home["client_id"], "it begins afresh"


def test_an_admin_signs_anybody_out(http: TestClient[Any]) -> None:
    anna, vera = session(http), session(http, "vera")
    seen = http.get("/v1/devices?login=Anna", headers=bearer(vera["token"])).json()["devices"]
    assert [one["login"] for one in seen] == ["anna"]
    path = f"/v1/devices/{anna['client_id']}"
    assert http.delete(path, headers=bearer(vera["token"])).status_code == 204
    assert http.get("/v1/devices", headers=bearer(anna["token"])).status_code == 403


def test_odd_names_of_devices_and_people_are_nobodys(http: TestClient[Any]) -> None:
    for one in (session(http), session(http, "vera")):
        headers = bearer(one["token"])
        for id in ("%00", "x" * 5_000, "..%2f..", "%ff"):
            answer = http.delete(f"/v1/devices/{id}", headers=headers)
            assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
            assert http.get(f"/v1/devices?login={id}", headers=headers).status_code in (200, 403)


def test_the_command_line_lists_and_revokes(cli: Cli) -> None:
    for login in ("anna", "vera"):
        assert (
            cli("user", "add", login, "--name", login, "--password-stdin", stdin="long enough") == 0
        )
    with cli.store() as store:
        store.sql(
            "INSERT INTO client (id, agent_id, device, last_mid, chain, revoked, seen_at_ms) "
            "SELECT 'of-' || login, id, 'desk 4', 0, '', 0, 1700000000000 FROM agent"
        )
        store.sql(
            "INSERT INTO session (token_hash, agent_id, client_id, created_at_ms, seen_at_ms) "
            "SELECT id, agent_id, id, 0, 0 FROM client"
        )
    assert cli("device", "list") == 0
    assert {line.split("\t")[1] for line in cli.out.splitlines()} == {"anna", "vera"}
    assert cli("device", "list", "Anna") == 0
    assert cli.out == "of-anna\tanna\tdesk 4\t2023-11-14 22:13 UTC\n"
    assert cli("device", "revoke", "of-anna") == 0
    assert cli("device", "list", "anna") == 0
    assert cli.out == ""
    assert cli.rows("SELECT id FROM client WHERE revoked = 1") == [("of-anna",)]
    assert cli("device", "revoke", "nothing") == 2
    assert "no device" in cli.err
