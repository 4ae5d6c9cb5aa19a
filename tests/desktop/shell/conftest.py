"""A real local file, and a whole window on one, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.shell.alone import open_window, three
from tests.desktop.shell.driver import THIS, Driver
from tests.desktop.whole_desk import whole_desk
from tests.desktop.work.conftest import desk

__all__ = ["desk", "open_window", "three"]


@pytest.fixture
def driver(qtbot: QtBot, tmp_path: Path) -> Iterator[Driver]:
    with whole_desk(qtbot, tmp_path / "maria", "en") as assembly:
        made = Driver(qtbot, assembly, assembly._around.profile.database)
        made.until(lambda: made.shown() == THIS)
        made.window.list_pane.view.setFocus()
        yield made
