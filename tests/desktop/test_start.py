"""What the program does before its inbox is painted, and what it leaves for afterwards."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import __main__ as program
from desktop import app
from desktop.assembly import Assembly
from models import profile as profiles
from models.profile import Profile
from tests.desktop.whole_desk import whole_desk
from tests.desktop.work.sample import ME, SampleDesk, fill_like_the_picture

ROOT = Path(__file__).resolve().parents[2]
LATER = {
    "asyncio",
    "importlib.metadata",
    "keyring",
    "markdown_it",
    "nh3",
    "playhouse.db_url",
    "psycopg_pool",
    "rapidfuzz",
    "requests",
    "snowballstemmer",
    "ssl",
    "sync.engine",
    "sync.server",
    "zstandard",
    "desktop.areas",
    "desktop.dialogs",
    "desktop.editor",
    "desktop.knowledge",
    "desktop.notes",
    "desktop.settings",
    "desktop.ticket",
}
PAGES = {"notes", "knowledge", "customers", "home", "outbox"}
PROGRAM = """
import sys
sys.modules["psycopg"] = None  # peewee takes it where it is; a desktop is installed without it
from desktop import __main__ as program, app

class Watched(app.App):
    def start(self):
        began = super().start()
        self.assembly.window.list_pane.view.rows_painted.connect(self.tell)
        return began

    def tell(self):
        print(*sys.modules, flush=True)
        self._qt.exit(0)

app.App = Watched
sys.exit(program.main(sys.argv[1:]))
"""


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """Somebody is signed in, and the inbox has rows."""
    made = Profile(tmp_path / "profile")
    desk = SampleDesk(made.database)
    fill_like_the_picture(desk)
    desk.close()
    store = made.open()
    known = {"agent_id": ME.id, "login": ME.login, "agent_name": ME.name, "agent_role": ME.role}
    for key, value in known.items():
        profiles.put(store, key, value)
    store.close()
    return made


def test_nothing_heavy_is_loaded_before_the_inbox_is_painted(profile: Profile) -> None:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "DESKSIDE_HOME": str(profile.folder)}
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, "--profile", str(profile.folder)],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
    )
    loaded = set(ended.stdout.split())
    assert "desktop.inbox.list_pane" in loaded, ended.stderr
    assert not loaded & LATER


def test_nothing_is_collected_while_the_window_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "run", lambda options: int(gc.isenabled()))
    try:
        assert program.main([]) == 0
    finally:
        gc.enable()


def test_the_rest_comes_by_itself_after_the_inbox(qtbot: QtBot, tmp_path: Path) -> None:
    with whole_desk(qtbot, tmp_path, "en") as assembly:
        qtbot.waitUntil(lambda: set(assembly.window._place.made) == PAGES)
        qtbot.waitUntil(lambda: not assembly._between_steps.isActive())


def test_a_page_that_is_wanted_before_is_made_at_once(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Assembly, "_on_next_step", lambda assembly: assembly.areas)
    with whole_desk(qtbot, tmp_path, "en") as assembly:
        assert not assembly.window._place.made
        assembly.window.show_page("notes")
        assert assembly.areas.pages.notes.isVisible()
