"""The server of the practice desk, which comes back when it ends by itself."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import demo


def without_sample_data(server: demo.DemoServer) -> None:
    (demo.demo_folder() / "server").mkdir(parents=True)
    subprocess.run(
        [sys.executable, "-m", "sync.server", "init", "--store", server._store], check=True
    )
    (demo.demo_folder() / "made").touch()


def test_a_practice_server_that_ended_comes_back_at_its_address(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESKSIDE_HOME", str(tmp_path))
    monkeypatch.setattr(demo, "AGAIN_MS", 50)
    server = demo.DemoServer()
    without_sample_data(server)
    told: list[str] = []
    server.failed.connect(told.append)
    try:
        with qtbot.waitSignal(server.ready, timeout=30_000) as ready:
            server.start()
        first = server._process.processId()
        with qtbot.waitSignal(server._process.started, timeout=30_000):
            os.kill(first, signal.SIGKILL)
        qtbot.waitUntil(lambda: demo._answers(str(ready.args[0])), timeout=30_000)
        assert server._process.processId() != first
    finally:
        server.stop()
    assert told == []
