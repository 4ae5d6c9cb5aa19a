"""A bus on which notices are told, and a window that tells them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.notices.told import Told
from tests.helpers.notifications import Bus, private_bus


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    with private_bus(tmp_path) as made:
        made.start_server("actions", "body")
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", made.address)
        monkeypatch.delenv("DESKSIDE_NOTICES")
        yield made


@pytest.fixture
def told(qtbot: QtBot, tmp_path: Path) -> Iterator[Told]:
    made = Told(qtbot, tmp_path / "profile")
    yield made
    made.close()
