"""Anna and Boris in one queue and Vera in another, who can sign in at a desk in this process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.clock import wall_ms
from models.rows import Actor
from sync.server import sessions
from tests.helpers.desk import ServerDesk
from tests.helpers.server import CHEAP

NEVER_S = 3_600.0


@pytest.fixture
def desk(store_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(store_url, tmp_path / "files")
    fill(made)
    yield made
    made.store.close()


def fill(desk: ServerDesk) -> None:
    for login, queue in (("anna", "Network"), ("boris", "Network"), ("vera", "Vault")):
        person(desk, login, queue)


def person(desk: ServerDesk, login: str, *queues: str, role: str = "agent") -> Actor:
    """An agent who can sign in."""
    actor = desk.agent(login, *queues, role=role)
    sessions.set_password_hash(desk.store, actor.id, CHEAP, wall_ms())
    return actor
