"""``kill -9`` in the middle of a sentence costs at most a second of it (issue: journey c)."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import programs
from models.profile import Profile
from models.richtext import to_plain
from tests.helpers.desk import PASSWORD
from tests.helpers.desktop import SharedDesk, local_sql, run_desktop
from tests.helpers.waiting import until
from tests.journeys.desktop.conftest import MakeDesktop
from tests.journeys.desktop.screen import Screen, screen

NOTE = "the switch in rack three was unplugged again"
REPLY = "Hello, the switch is on again, it took a minute to start, please look at the link"
FIRST_ROW = (400, 155)
DRAFT = "SELECT html FROM own_draft WHERE kind = ?"


@pytest.fixture
def xvfb(tmp_path: Path) -> Iterator[Screen]:
    with screen(tmp_path) as made:
        yield made


def test_a_killed_window_loses_a_second_at_most(
    xvfb: Screen, shared: SharedDesk, desktop: MakeDesktop, tmp_path: Path
) -> None:
    profile = signed_in_profile(shared, tmp_path / "anna")
    child = run_desktop(profile.folder, extra=xvfb.environment)
    try:
        xvfb.until_open("Deskside")
        until(lambda: local_sql(profile, "SELECT 1 FROM read_state"), what="an open ticket")
        xvfb.key("n")
        xvfb.type(NOTE)
        until(lambda: draft(profile, "note") == NOTE, what="the note's draft")
        xvfb.click(*FIRST_ROW)
        xvfb.key("r")
        started = time.monotonic()
        xvfb.type(REPLY)
        took_s = time.monotonic() - started
    finally:
        child.kill()
        child.communicate()
    kept, a_second = draft(profile, "reply"), len(REPLY) / took_s
    print(f"{len(kept)} of {len(REPLY)} letters were kept, {a_second:.0f} typed a second")
    assert REPLY.startswith(kept)
    assert len(kept) >= len(REPLY) - a_second - 1

    anna = desktop("anna")
    anna.start()
    anna.until_shown(shared.tickets[0])
    anna.until(lambda: anna.editor("reply").toPlainText().startswith(kept), "the reply's draft")
    anna.until(lambda: anna.editor("note").toPlainText() == NOTE, "the note's draft")
    anna.picture(tmp_path, "drafts-again")


def test_a_killed_form_loses_a_second_at_most(
    xvfb: Screen, shared: SharedDesk, tmp_path: Path
) -> None:
    profile = signed_in_profile(shared, tmp_path / "anna")
    child = run_desktop(profile.folder, extra=xvfb.environment)
    try:
        xvfb.until_open("Deskside")
        until(lambda: local_sql(profile, "SELECT 1 FROM read_state"), what="an open ticket")
        xvfb.key("ctrl+l")
        xvfb.until_open("Log a call")
        xvfb.key("Tab")
        started = time.monotonic()
        xvfb.type(REPLY)
        took_s = time.monotonic() - started
    finally:
        child.kill()
        child.communicate()
    kept, a_second = form_text(profile), len(REPLY) / took_s
    print(f"{len(kept)} of {len(REPLY)} letters were kept, {a_second:.0f} typed a second")
    assert REPLY.startswith(kept)
    assert len(kept) >= len(REPLY) - a_second - 1


def form_text(profile: Profile) -> str:
    """What the call was about, as the local file has it."""
    found = local_sql(profile, "SELECT content FROM form_draft")
    return str(json.loads(found[0][0])["what"]) if found else ""


def draft(profile: Profile, kind: str) -> str:
    """The words of a draft as the local file has them."""
    found = local_sql(profile, DRAFT, kind)
    return to_plain(str(found[0][0])) if found else ""


def signed_in_profile(shared: SharedDesk, folder: Path) -> Profile:
    """Signed in and synced once by the engine alone."""
    named = ["--once", "--server", shared.server.url, "--login", "anna", "--profile", str(folder)]
    environment = programs.environment(DESKSIDE_PASSWORD=PASSWORD)
    command = [sys.executable, "-m", "sync.engine", *named]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return Profile(folder)
