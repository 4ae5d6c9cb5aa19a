"""Two people with a computer each, over the desk of a test module; and two who undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.server.check import faults
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person
from tests.sync.undo_team import UndoTeam


@pytest.fixture(params=["sqlite_url", "postgres_url"], ids=["sqlite", "postgres"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ServerDesk]:
    """Of both stores; in the end no invariant is broken."""
    made = ServerDesk.made(request.getfixturevalue(request.param), tmp_path / "server")
    yield made
    assert list(faults(made.store, made.folder)) == []
    made.store.close()


@pytest.fixture
def anna(desk: ServerDesk, tmp_path: Path) -> Iterator[Person]:
    made = Person.made(tmp_path / "anna", desk, desk.agent("anna", "Network"))
    yield made
    made.store.close()


@pytest.fixture
def boris(desk: ServerDesk, tmp_path: Path) -> Iterator[Person]:
    made = Person.made(tmp_path / "boris", desk, desk.agent("boris", "Network"))
    yield made
    made.store.close()


@pytest.fixture
def ticket(desk: ServerDesk, anna: Person, boris: Person) -> str:
    """A ticket that both have on their computers."""
    made = desk.ticket("Network", "VPN drops")
    for person in (anna, boris):
        person.sync()
    return made


@pytest.fixture
def team(store_url: str, tmp_path: Path) -> Iterator[UndoTeam]:
    made = UndoTeam.made(store_url, tmp_path)
    yield made
    for person in made.people:
        person.store.close()
    made.desk.store.close()
