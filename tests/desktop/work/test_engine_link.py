"""The link to a real child process that speaks the engine's lines."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from desktop.work.engine_link import EngineLink
from sync.protocol.link import Changed, Online, Poke, Presence, State

TALKER = """
import sys
from sync.protocol.link import Changed, Online, Poke, Quit, State, decode_to_engine, encode
def say(message):
    sys.stdout.buffer.write(encode(message)); sys.stdout.buffer.flush()
say(Online(people=("a",)))
say(State(state="synced", synced_at_ms=7))
for line in sys.stdin.buffer:
    message = decode_to_engine(line)
    if isinstance(message, Quit):
        break
    if isinstance(message, Poke):
        sys.stdout.buffer.write(b"this is no message\\n")
        say(Changed(kinds=("ticket",), tickets=("t1", "t2")))
"""


@pytest.fixture
def link() -> Iterator[EngineLink]:
    made = EngineLink([sys.executable, "-c", TALKER])
    yield made
    made.stop()


def test_state_and_changes_arrive_as_signals(link: EngineLink, qtbot: QtBot) -> None:
    with qtbot.waitSignal(link.state_changed) as state:
        link.start()
    assert state.args[0] == State(state="synced", synced_at_ms=7) == link.state
    with qtbot.waitSignal(link.rows_changed) as changed:
        link.send(Poke())
    assert changed.args[0] == Changed(kinds=("ticket",), tickets=("t1", "t2"))


def test_stop_ends_the_process(link: EngineLink, qtbot: QtBot) -> None:
    with qtbot.waitSignal(link.state_changed):
        link.start()
    pid = link.process_id()
    with qtbot.assertNotEmitted(link.process_died):
        link.stop()
    assert not psutil.pid_exists(pid)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
def test_killed_engine_is_started_anew(link: EngineLink, qtbot: QtBot) -> None:
    with qtbot.waitSignal(link.state_changed):
        link.start()
    first = link.process_id()
    assert link.online == Online(people=("a",))
    with qtbot.waitSignal(link.process_died):
        os.kill(first, signal.SIGKILL)
    assert link.state.state == "starting"
    assert link.online == Online(), "nobody knows"
    assert link.state.synced_at_ms == 7
    qtbot.waitUntil(lambda: link.state.state == "synced")
    assert link.process_id() not in (0, first)


def test_program_that_is_not_there_is_tried_again_with_growing_pauses(
    tmp_path: Path, qtbot: QtBot
) -> None:
    link = EngineLink([str(tmp_path / "engine")])
    died: list[None] = []
    link.process_died.connect(lambda: died.append(None))
    link.start()
    qtbot.waitUntil(lambda: len(died) >= 2)
    assert link._pause_ms >= 1_000
    link.stop()


def test_what_widgets_say_after_the_end_is_dropped(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    """As when the screen goes away: Qt has deleted the process, a closing window says goodbye."""
    gone = EngineLink([sys.executable, "-c", TALKER])
    with qtbot.waitSignal(gone.state_changed):
        gone.start()
    process = gone._process
    gone.stop()
    shiboken6.delete(process)
    gone.send(Presence(ticket="t", state="gone"))
    gone.stop()
    assert caplog.records == []
