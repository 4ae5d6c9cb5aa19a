"""Another start on what a program left behind that ended in the middle."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.assembly import Assembly
from desktop.work.engine_link import EngineLink
from models import window_state
from models.database import Store
from models.profile import Profile
from sync.protocol.link import State
from tests.desktop.whole_desk import assemble, end
from tests.desktop.work.sample import NOON


def left_behind(assembly: Assembly, folder: Path) -> Profile:
    """A copy of the profile as it is this moment, whatever is still to be written."""
    shutil.copytree(assembly._around.profile.folder, folder)
    return Profile(folder)


def killed(assembly: Assembly, folder: Path) -> Profile:
    """The same after everything that was given to the writer."""
    assembly.writer.flush()
    return left_behind(assembly, folder)


@contextmanager
def started(qtbot: QtBot, profile: Profile, **known: str) -> Iterator[Assembly]:
    """A window that remembers what stands in this profile, and what is ``known``."""
    store = Store.open(profile.database, "local", migrate=False)
    remembered = window_state.load_all(store) | known
    store.close()
    link = EngineLink(["no engine in this test"])
    link.state = State(state="synced", synced_at_ms=NOON)
    assembly = assemble(profile, link, lambda: NOON, remembered)
    assembly.begin()
    assembly.window.show()
    qtbot.waitExposed(assembly.window)
    yield assembly
    end(assembly)
