"""A desk with two tickets, and a program that starts a clock on one and is killed at once."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.local import LocalDesk
from tests.helpers.server import ROOT

KILLED_ITSELF = """
import os, signal, sys
from models import work_timer
from models.database import Store
from models.rows import Actor
act, path, now_ms = sys.argv[1:]
store = Store.open(path, "local", migrate=False)
anna = Actor("agent-anna", "anna", "Anna Lind", "agent")
getattr(work_timer, act)(store, "printer", anna, int(now_ms))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def desk(tmp_path: Path) -> LocalDesk:
    made = LocalDesk.made(tmp_path)
    made.ticket("printer", number=1)
    made.ticket("mouse", number=2)
    return made


def killed_after(act: str, desk: LocalDesk) -> None:
    """``act`` of ``models.work_timer`` in a process of its own, which then kills itself."""
    given = (act, str(desk.profile.database), str(desk.now_ms))
    command = [sys.executable, "-c", KILLED_ITSELF, *given]
    killed = subprocess.run(command, cwd=ROOT, check=False, timeout=60)
    assert killed.returncode == -signal.SIGKILL
