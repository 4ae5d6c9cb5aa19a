"""A program that is too old to read may still send; one that is too old for both is told so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from models.commands import AddNote, encode
from sync.protocol import schema
from sync.server import ages
from tests.helpers.desk import ServerDesk
from tests.helpers.http_desk import bearer, client_of, desk_of_two, session


@pytest.fixture
def desk(store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ServerDesk]:
    with desk_of_two(store_url, tmp_path / "files", monkeypatch) as made:
        yield made


@pytest.mark.parametrize(
    ("number", "pulls", "pushes"),
    [(3, 426, 426), (4, 426, 200), (5, 426, 200), (6, 200, 200), (7, 200, 200), (8, 200, 200)],
)
def test_what_a_program_of_each_age_may_do(
    desk: ServerDesk, monkeypatch: pytest.MonkeyPatch, number: int, pulls: int, pushes: int
) -> None:
    monkeypatch.setattr(ages, "ACCEPTED", schema.SchemaRange(min_pull=6, min_push=4, current=7))
    ticket = desk.ticket("Network")
    note = b'{"mid":1,' + encode(AddNote(ticket_id=ticket, html="<p>x</p>"))[1:]
    with client_of(desk) as http:
        signed = session(http)
        assert signed["schema"] == {"min_pull": 6, "min_push": 4, "current": 7}
        me = {"id": signed["client_id"], "schema": number}
        asked = {
            "/v1/pull": {"client": me, "scopes": {}},
            "/v1/push": {
                "client": me,
                "base": {"mid": 0, "chain": ""},
                "muts": [msgspec.json.decode(note)],
            },
        }
        given = {
            path: http.post(path, json=body, headers=bearer(signed["token"]))
            for path, body in asked.items()
        }
    assert {path: answer.status_code for path, answer in given.items()} == {
        "/v1/pull": pulls,
        "/v1/push": pushes,
    }
    for answer in given.values():
        if answer.status_code == 426:
            assert answer.headers["content-type"] == "application/problem+json"
            assert answer.json()["code"] == "too_old"
            assert "install a newer one" in answer.json()["detail"]
    notes = desk.store.sql("SELECT COUNT(*) FROM message WHERE kind = 'note'")[0][0]
    assert notes == (1 if pushes == 200 else 0)


def test_this_program_is_young_enough_for_this_server() -> None:
    assert ages.ACCEPTED.min_push <= ages.ACCEPTED.min_pull <= schema.SCHEMA
    assert ages.ACCEPTED.current == schema.SCHEMA


def test_a_stranger_does_not_learn_of_it(desk: ServerDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ages, "ACCEPTED", schema.SchemaRange(6, 6, 6))
    with client_of(desk) as http:
        body = {"client": {"id": "x", "schema": 1}, "scopes": {}}
        assert http.post("/v1/pull", json=body).status_code == 401
