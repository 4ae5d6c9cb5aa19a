"""Maria's window with six tickets of hers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.profile import Profile
from tests.desktop.bulk.opened import Opened
from tests.desktop.work.sample import MINUTE, NOON, SampleDesk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[SampleDesk]:
    made = SampleDesk(Profile(tmp_path).database)
    yield made
    made.close()


@pytest.fixture
def opened(tmp_path: Path, desk: SampleDesk, qtbot: QtBot) -> Iterator[Opened]:
    for n in range(6):
        desk.ticket(f"T{n}", number=101 + n, due_at_ms=NOON + n * MINUTE)
    made = Opened(qtbot, Profile(tmp_path), desk)
    made.wait_rows(6)
    made.pane.view.setFocus()
    qtbot.waitUntil(lambda: bool(made.pane.view.current_id()))
    yield made
    made.close()
