"""A key pressed in somebody else's window logs a call here: real keys on a screen of our own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import programs
from desktop.shell.call_desk import KEYS_KEY
from models import window_state
from tests.helpers.desktop import SharedDesk, local_sql, run_desktop
from tests.helpers.waiting import until
from tests.journeys.desktop.screen import Screen, screen
from tests.journeys.desktop.test_killed_while_typing import signed_in_profile

OTHER = """
from PySide6.QtWidgets import QApplication, QLineEdit
qt = QApplication([])
field = QLineEdit()
field.setWindowTitle("Somebody else")
field.textChanged.connect(lambda text: print(text, flush=True))
field.show()
qt.exec()
"""
TAKEN = """
from PySide6.QtWidgets import QApplication
from desktop.hotkey.hotkey import Hotkey
qt = QApplication([])
first, second = Hotkey(), Hotkey()
print(repr((first.use("Ctrl+Alt+J"), second.use("Ctrl+Alt+J"), second.use("J"))))
first.use("")
print(repr(second.use("Ctrl+Alt+J")))
"""


@pytest.fixture
def xvfb(tmp_path: Path) -> Iterator[Screen]:
    with screen(tmp_path) as made:
        yield made


def test_a_key_in_another_window_logs_a_call(
    xvfb: Screen, shared: SharedDesk, tmp_path: Path
) -> None:
    profile = signed_in_profile(shared, tmp_path / "anna")
    store = profile.open()
    window_state.save(store, KEYS_KEY, "Ctrl+Alt+J")
    store.close()
    child = run_desktop(profile.folder, extra=xvfb.environment)
    other: subprocess.Popen[str] | None = None
    try:
        xvfb.until_open("Deskside")
        until(lambda: local_sql(profile, "SELECT 1 FROM read_state"), what="an open ticket")
        other = program(OTHER, xvfb)
        xvfb.until_open("Somebody else")
        xvfb.type("abc")
        heard = other.stdout
        assert heard is not None
        until(lambda: heard.readline() == "abc\n", what="the other window's letters")
        xvfb.key("ctrl+alt+j")
        xvfb.until_open("Log a call")
        xvfb.key("Tab")
        xvfb.type("Printer")
        drafts = "SELECT title FROM form_draft"
        until(lambda: local_sql(profile, drafts) == [("Printer",)], what="the call's words")
    finally:
        for each in (other, child):
            if each is not None:
                each.kill()
                each.communicate()


def test_a_key_that_somebody_has_is_told(xvfb: Screen) -> None:
    asked = program(TAKEN, xvfb)
    said, _ = asked.communicate(timeout=30)
    assert said == "('', 'taken', 'no_key')\n''\n"


def program(text: str, on: Screen) -> subprocess.Popen[str]:
    environment = programs.environment(**on.environment)
    command = [sys.executable, "-c", text]
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, text=True, cwd=programs.ROOT
    )
