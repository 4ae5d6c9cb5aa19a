"""Beginnings of files that nobody will finish go after a day; those that wait for it stay."""

from __future__ import annotations

import os
import time
from pathlib import Path

from models import profile as profiles
from models.profile import Profile
from sync.engine.leftovers import DAY_S, remove_leftovers
from tests.helpers.engine import engine
from tests.helpers.server import served
from tests.helpers.waiting import until

OLD_S = DAY_S + 60


def begun(folder: Path, name: str, age_s: float) -> Path:
    part = folder / f"{name}.part"
    part.parent.mkdir(parents=True, exist_ok=True)
    part.write_bytes(b"half")
    then = time.time() - age_s
    os.utime(part, (then, then))
    return part


def test_only_what_is_old_and_waits_for_nobody_goes(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "anna")
    store = profile.open()
    states = ("waiting", "paused", "done", "failed")
    hashes = {state: f"{number}" * 64 for number, state in enumerate(states)}
    for state, sha256 in hashes.items():
        store.sql(
            "INSERT INTO file_transfer (key, direction, sha256, size_bytes, state, tries) "
            "VALUES (?, 'down', ?, 1, ?, 0)",
            (f"down:{sha256}", sha256, state),
        )
    downloads = {
        state: begun(profile.files, f"{sha[:2]}/{sha}", OLD_S) for state, sha in hashes.items()
    }
    copy, young = begun(profile.files, "3f2a", OLD_S), begun(profile.files, "77ab", DAY_S - 60)
    whole = profile.files / "ab" / ("ab" * 32)
    whole.parent.mkdir()
    whole.write_bytes(b"whole")
    os.utime(whole, (0, 0))
    assert remove_leftovers(store, profile.files) == 3
    left = {state for state, part in downloads.items() if part.exists()}
    assert left == {"waiting", "paused"}
    assert (copy.exists(), young.exists(), whole.exists()) == (False, True, True)
    assert remove_leftovers(store, tmp_path / "no such folder") == 0
    store.close()


def test_the_engine_does_so_when_it_starts(sqlite_url: str, tmp_path: Path) -> None:
    with served(sqlite_url, tmp_path) as server, engine(tmp_path / "anna") as anna:
        part = begun(anna.profile.files, "3f2a", OLD_S)
        anna.sign_in(server.url, "anna")
        until(lambda: not part.exists())
        store = anna.profile.open()
        assert profiles.get(store, "agent_id")
        store.close()
