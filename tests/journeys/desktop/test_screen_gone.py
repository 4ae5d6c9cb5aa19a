"""The screen goes away under an open window: it ends, and nothing in its log looks like a fault."""

from __future__ import annotations

from pathlib import Path

import psutil

from tests.helpers.desktop import SharedDesk, local_sql, run_desktop
from tests.helpers.waiting import until
from tests.journeys.desktop.screen import screen
from tests.journeys.desktop.test_killed_while_typing import signed_in_profile

FAULTS = ("Traceback", "RuntimeError", "already deleted", "Unexpected error")


def test_a_screen_that_goes_away_ends_the_window_quietly(
    shared: SharedDesk, tmp_path: Path
) -> None:
    profile = signed_in_profile(shared, tmp_path / "anna")
    with screen(tmp_path) as xvfb:
        child = run_desktop(profile.folder, extra=xvfb.environment)
        try:
            xvfb.until_open("Deskside")
            until(lambda: local_sql(profile, "SELECT 1 FROM read_state"), what="an open ticket")
            engines = [one.pid for one in psutil.Process(child.pid).children(recursive=True)]
            xvfb.go_away()
            _, said = child.communicate(timeout=30)
        finally:
            child.kill()
            child.communicate()
        assert not any(fault in said for fault in FAULTS), said
        until(lambda: not any(psutil.pid_exists(pid) for pid in engines), what="no engine is left")
