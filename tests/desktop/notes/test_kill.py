from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.desktop.notes.conftest import Notes, open_page
from tests.desktop.work.sample import SampleDesk

WORDS_BEFORE_THE_KILL = 60
LOSS_ALLOWED_S = 1.0


def test_a_kill_in_the_middle_of_writing_costs_a_second_at_most(
    qtbot: QtBot, tmp_path: Path
) -> None:
    database = tmp_path / "desk.db"
    typed, killed_at_s = type_until_killed(database)
    notes = Notes(SampleDesk(database), tmp_path / "files")
    open_page(qtbot, notes)
    qtbot.waitUntil(lambda: notes.page.pane.isVisible())
    text = notes.page.pane.text().html
    safe = [word for word, at_s in typed if at_s < killed_at_s - LOSS_ALLOWED_S]
    assert len(safe) > WORDS_BEFORE_THE_KILL // 4
    assert [word for word in safe if word not in text] == []
    assert len(notes.titles()) == 1
    qtbot.waitUntil(lambda: notes.rows("SELECT key FROM own_draft") == [])
    assert len(notes.rows("SELECT id FROM personal_note WHERE deleted = 0")) == 1
    notes.end()


def type_until_killed(database: Path) -> tuple[list[tuple[str, float]], float]:
    """Words with the moments at which they were typed, and the moment of the kill."""
    command = [sys.executable, "-m", "tests.desktop.notes.typist", str(database)]
    typed: list[tuple[str, float]] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as typist:
        assert typist.stdout is not None
        for line in typist.stdout:
            word, at_s = line.split()
            typed.append((word, float(at_s)))
            if len(typed) == WORDS_BEFORE_THE_KILL:
                killed_at_s = time.monotonic()
                typist.send_signal(signal.SIGKILL)
                break
    return typed, killed_at_s
