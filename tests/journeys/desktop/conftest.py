"""A served desk and the windows that work on it; all of it ends with the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.desktop import KEYRING, Desktop, SharedDesk

MakeDesktop = Callable[..., Desktop]


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of this user's: an empty home, English words, a keyring of the test's own."""
    secrets = tmp_path / "keyring"
    secrets.mkdir()
    for name, value in {
        "HOME": str(tmp_path / "home"),
        "DESKSIDE_HOME": str(tmp_path / "home" / "deskside"),
        "PYTHON_KEYRING_BACKEND": KEYRING,
        "TEST_KEYRING_FOLDER": str(secrets),
        "LC_ALL": "C.UTF-8",
    }.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "home").mkdir()


@pytest.fixture
def shared(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SharedDesk]:
    """On SQLite, or on both stores where the test asks for ``shared`` with a parameter."""
    kind = getattr(request, "param", "sqlite")
    made = SharedDesk.made(request.getfixturevalue(f"{kind}_url"), tmp_path / "server")
    yield made
    made.close()
    print(made.server.log.read_text())


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeDesktop]:
    """Make a desktop: ``desktop("anna", shared)``; a second one of a person by ``device``."""
    made: list[Desktop] = []

    def make(login: str, shared: SharedDesk | None = None, device: str = "") -> Desktop:
        url = shared.server.url if shared else ""
        made.append(Desktop(qtbot, tmp_path / f"{login}{device}", url, login))
        return made[-1]

    yield make
    for one in made:
        one.close()
    QApplication.sendPostedEvents()


both_stores = pytest.mark.parametrize("shared", ["sqlite", "postgres"], indirect=True)
