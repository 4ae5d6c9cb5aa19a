"""The clock of a ticket: it outlives the program, and its time is written once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from models import work_timer
from models.errors import Refused
from models.queries.work import time_entries
from models.work_timer import MINUTE_MS, Running, running, toggle
from tests.helpers.local import LocalDesk

KILLED_ITSELF = """
import os, signal, sys
from models.database import Store
from models.rows import Actor
from models.work_timer import toggle
store = Store.open(sys.argv[1], "local", migrate=False)
toggle(store, "printer", Actor("agent-anna", "anna", "Anna Lind", "agent"), int(sys.argv[2]))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def desk(tmp_path: Path) -> LocalDesk:
    made = LocalDesk.made(tmp_path)
    made.ticket("printer", number=1)
    made.ticket("mouse", number=2)
    return made


def minutes(desk: LocalDesk, ticket: str) -> list[int]:
    return [entry.minutes for entry in time_entries(desk.store, ticket)]


def test_a_second_press_makes_a_work_time(desk: LocalDesk) -> None:
    assert toggle(desk.store, "printer", desk.me, desk.now_ms) == []
    assert running(desk.store) == Running("printer", desk.now_ms)
    (done,) = toggle(desk.store, "printer", desk.me, desk.now_ms + 12 * MINUTE_MS)
    assert done.inverse is not None
    assert minutes(desk, "printer") == [12]
    assert time_entries(desk.store, "printer")[0].started_at_ms == desk.now_ms
    assert running(desk.store) is None


def test_one_that_runs_elsewhere_ends_first(desk: LocalDesk) -> None:
    toggle(desk.store, "printer", desk.me, desk.now_ms)
    toggle(desk.store, "mouse", desk.me, desk.now_ms + 1_000)
    assert minutes(desk, "printer") == [1]
    assert running(desk.store) == Running("mouse", desk.now_ms + 1_000)


def test_what_cannot_be_written_runs_on(desk: LocalDesk) -> None:
    toggle(desk.store, "printer", desk.me, desk.now_ms)
    with pytest.raises(Refused):
        toggle(desk.store, "printer", desk.me, desk.now_ms + 40 * 24 * 60 * MINUTE_MS)
    assert running(desk.store) == Running("printer", desk.now_ms)
    work_timer.forget(desk.store)
    assert running(desk.store) is None


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
def test_it_outlives_kill_9(desk: LocalDesk) -> None:
    command = [sys.executable, "-c", KILLED_ITSELF, str(desk.profile.database), str(desk.now_ms)]
    killed = subprocess.run(command, cwd=Path(__file__).parents[2], check=False, timeout=60)
    assert killed.returncode == -signal.SIGKILL
    assert running(desk.store) == Running("printer", desk.now_ms)
    toggle(desk.store, "printer", desk.me, desk.now_ms + 5 * MINUTE_MS)
    assert minutes(desk, "printer") == [5]
