"""The longest stalls of the window while a first sync runs, beside the same window idle.

A 1 ms timer beats in the UI thread of the real window; each value is the time between two beats.
The server runs on this machine as well, which no agent's computer has to bear.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

from models import profile as profiles
from models.profile import Profile
from tests.bench.children import Child, child
from tests.bench.figures import Figure, Samples, rounds
from tests.bench.processes import PASSWORD, Running, scratch, served, window_environment
from tests.bench.server_store import LOGIN, fill_server, make_desk
from tests.bench.wishes import SIGN_IN

MS = 1e6


def run(quick: bool) -> list[Figure]:
    """p99.9 and the longest gap of each round, in milliseconds."""
    with scratch() as folder:
        url = f"sqlite:///{folder / 'server' / 'desk.db'}"
        make_desk(url)
        fill_server(url, quick)
        with served(url, folder) as running:
            empty = _signed_in_profile(folder, running)
            busy, idle = [], []
            for turn in range(rounds(quick)):
                found = _round(folder / f"profile{turn}", empty, running, folder)
                busy.append(found[0])
                idle.append(found[1])
    return [
        _figure("p99.9 between beats", busy, idle, lambda gaps: gaps.share(0.999)),
        _figure("longest", busy, idle, lambda gaps: max(gaps.values)),
    ]


def _figure(
    name: str, busy: list[Samples], idle: list[Samples], part: Callable[[Samples], float]
) -> Figure:
    ours, limit = (Samples(tuple(map(part, each))) for each in (busy, idle))
    beats = {"beats in all": float(sum(len(each.values) for each in busy))}
    return Figure(name, "ms", ours, limit, "the same window idle", extra=beats)


def _signed_in_profile(folder: Path, running: Running) -> Path:
    """A profile that knows who it is and has no rows yet, so that the window opens at once."""
    server, answer = running.signed_in(LOGIN)
    home = Profile(folder / "empty")
    store = home.open()
    known = {"server": running.url, "login": LOGIN, "agent_id": answer.agent.id}
    known |= {"agent_name": answer.agent.name, "agent_role": "admin", "client_id": answer.client_id}
    with store.transaction():
        for key, value in known.items():
            profiles.put(store, key, value)
    store.close()
    server.sign_out()
    return home.folder


def _round(profile: Path, empty: Path, running: Running, home: Path) -> tuple[Samples, Samples]:
    """Gaps while the first sync ran, and afterwards while nothing happened for as long."""
    shutil.copytree(empty, profile)
    sign_in = f"{running.url} {LOGIN} {PASSWORD}"
    env = window_environment(home, **{SIGN_IN: sign_in})
    with child("tests.bench.timed_window", "beats", "--profile", str(profile), env=env) as window:
        window.fact("state", "syncing")
        _gaps(window, "before")
        window.fact("state", "synced")
        busy = _gaps(window, "busy")
        window.settle()  # until the search index is done as well
        _gaps(window, "settling")
        time.sleep(sum(busy.values) / 1_000)
        return busy, _gaps(window, "idle")


def _gaps(window: Child, words: str) -> Samples:
    window.ask(words)
    return Samples(tuple(gap / MS for gap in window.fact("beats", words)["gaps_ns"]))
