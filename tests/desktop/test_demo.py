"""The server of the practice desk, which comes back whoever ends it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
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


def test_who_is_left_brings_the_practice_server_back(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two windows, closed in any order: the one that stays keeps working at the same address."""
    monkeypatch.setenv("DESKSIDE_HOME", str(tmp_path))
    monkeypatch.setattr(demo, "AGAIN_MS", 50)
    windows = [demo.DemoServer() for _ in range(3)]
    first, second, third = windows
    without_sample_data(first)
    try:
        url = ready_at(qtbot, first)
        assert ready_at(qtbot, second) == url
        assert is_idle(second)
        first.stop()
        qtbot.waitUntil(lambda: is_known_at(url), timeout=30_000)
        assert not is_idle(second)
        assert ready_at(qtbot, third) == url
        assert is_idle(third)
        third.stop()
        assert demo._answers(url)
        assert not is_idle(second)
    finally:
        for window in windows:
            window.stop()
    assert not demo._answers(url)


def is_known_at(url: str) -> bool:
    """Whether a window that begins now would find the server there."""
    known = demo._known_server()
    return known is not None and known.url == url and demo._answers(url)


def ready_at(qtbot: QtBot, server: demo.DemoServer) -> str:
    with qtbot.waitSignal(server.ready, timeout=30_000) as ready:
        server.start()
    return str(ready.args[0])


def is_idle(server: demo.DemoServer) -> bool:
    return server._process.state() == QProcess.ProcessState.NotRunning
