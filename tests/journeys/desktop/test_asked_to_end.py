"""The practice desk that is asked to end takes its server and its engine with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import psutil
import pytest

from desktop import programs
from tests.helpers.waiting import until


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM")
def test_practice_desk_ends_with_all_its_programs(tmp_path: Path) -> None:
    environment = programs.environment(
        DESKSIDE_HOME=str(tmp_path),
        HOME=str(tmp_path),
        QT_QPA_PLATFORM="offscreen",
        PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring",
    )
    desk = subprocess.Popen(
        [sys.executable, "-m", "desktop", "--demo"], cwd=programs.ROOT, env=environment
    )
    try:
        known = tmp_path / "demo" / "server.json"
        until(known.exists, 60)
        server = int(msgspec.json.decode(known.read_bytes())["pid"])
        children = [child.pid for child in psutil.Process(desk.pid).children(recursive=True)]
        assert server in children
        desk.send_signal(signal.SIGTERM)
        assert desk.wait(30) == 0
        assert not any(psutil.pid_exists(pid) for pid in children)
    finally:
        desk.kill()
        desk.wait()
