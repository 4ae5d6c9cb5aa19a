"""Four people with different queues on one desk whose store is checked at the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.server.check import faults
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person


@pytest.fixture
def desk(store_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(store_url, tmp_path / "server")
    yield made
    assert list(faults(made.store, made.folder)) == []
    made.store.close()


@pytest.fixture
def people(desk: ServerDesk, tmp_path: Path) -> Iterator[dict[str, Person]]:
    """Anna has both queues, Boris and Carl the first alone, Vera another one."""
    queues = {"anna": ("Network", "1C"), "boris": ("Network",), "carl": ("Network",)}
    made = {}
    for login, names in {**queues, "vera": ("Vault",)}.items():
        who = desk.agent(login, *names)
        made[login] = Person.made(tmp_path / login, desk, who)
    yield made
    for person in made.values():
        person.store.close()
