"""The HTTP application over a store in this process, without a socket."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import argon2
import pytest
from litestar.testing import TestClient

from models.clock import wall_ms
from sync.server import sessions
from sync.server.app import create_app
from tests.helpers.desk import PASSWORD, ServerDesk
from tests.helpers.live import close_connections

CHEAP = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
HASHED = CHEAP.hash(PASSWORD)


def cheap_desk(store_url: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> ServerDesk:
    """A desk of people whose passwords cost little to check."""
    monkeypatch.setattr(sessions, "HASHER", CHEAP)
    sessions.nobody.cache_clear()
    return ServerDesk.made(store_url, folder)


def person(desk: ServerDesk, login: str, *queues: str, role: str = "agent") -> str:
    """Somebody who can sign in with PASSWORD; their id."""
    actor = desk.agent(login, *queues, role=role)
    sessions.set_password_hash(desk.store, actor.id, HASHED, wall_ms())
    return actor.id


@contextmanager
def desk_of_two(
    store_url: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ServerDesk]:
    """Anna and Boris, whose passwords cost little to check."""
    made = cheap_desk(store_url, folder, monkeypatch)
    for login, queue in (("anna", "Network"), ("boris", "Vault")):
        person(made, login, queue)
    yield made
    made.store.close()


@contextmanager
def client_of(desk: ServerDesk) -> Iterator[TestClient[Any]]:
    """Its application, to be called without a socket."""
    app = create_app(desk.store, desk.folder)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client
    close_connections(app.state.desk.threads, desk.store)


def session(http: TestClient[Any], login: str = "anna", **more: Any) -> dict[str, Any]:
    answer = http.post("/v1/session", json={"login": login, "password": PASSWORD, **more})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}
