"""Two people with a computer each, over the desk of a test module."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person


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
