"""Memory of desktop and engine with 15,601 tickets in the local file, after the first sync.

PSS counts a page that is shared only in part, so that processes can be added up; RSS counts it in
each of them. The limit is a bare PySide6 window. Linux only.
"""

from __future__ import annotations

from pathlib import Path

import psutil

from tests.bench.children import Child, child
from tests.bench.figures import Figure, Samples, rounds
from tests.bench.processes import PASSWORD, mib, scratch, served, window_environment
from tests.bench.server_store import LOGIN, fill_server, make_desk
from tests.bench.wishes import SIGN_IN

Sizes = dict[str, float]


def run(quick: bool) -> list[Figure]:
    """MiB; the first round syncs, the others open the same profile again and sync nothing."""
    ours: list[Sizes] = []
    bare: list[Sizes] = []
    with scratch() as folder:
        url = f"sqlite:///{folder / 'server' / 'desk.db'}"
        make_desk(url)
        note = fill_server(url, quick)
        with served(url, folder) as running:
            env = window_environment(folder, **{SIGN_IN: f"{running.url} {LOGIN} {PASSWORD}"})
            for _ in range(rounds(quick)):
                ours.append(_desktop(folder / "profile", env))
                bare.append(_bare(env))
    return [_figure(name, ours, bare, note) for name in ours[0]]


def _figure(name: str, ours: list[Sizes], bare: list[Sizes], note: str) -> Figure:
    measure = "RSS" if name.endswith("RSS") else "PSS"
    found = (Samples(tuple(sizes[name] for sizes in ours)),)
    limit = Samples(tuple(sizes[measure] for sizes in bare))
    return Figure(name, "MiB", *found, limit, f"a bare PySide6 window, {measure}", note)


def _desktop(profile: Path, env: dict[str, str]) -> Sizes:
    words = ("beats", "--profile", str(profile))
    with child("tests.bench.timed_window", *words, env=env) as window:
        window.fact("state", "synced")
        window.settle()
        found = _sizes(window)
        window.ask("scroll")
        window.fact("scrolled")
        window.settle()
        return found | {"both, all tickets scrolled by, PSS": _sizes(window)["both, PSS"]}


def _sizes(window: Child) -> Sizes:
    desktop, *others = window.family()
    pss = [mib(desktop, "pss"), sum(mib(each, "pss") for each in others)]
    rss = [mib(desktop, "rss"), sum(mib(each, "rss") for each in others)]
    return {
        "desktop, PSS": pss[0],
        "engine, PSS": pss[1],
        "both, PSS": sum(pss),
        "both, RSS": sum(rss),
    }


def _bare(env: dict[str, str]) -> Sizes:
    with child("tests.bench.bare_window", "stay", env=env) as window:
        window.fact("painted_ns")
        window.settle()
        only = psutil.Process(window.process.pid)
        return {"PSS": mib(only, "pss"), "RSS": mib(only, "rss")}
