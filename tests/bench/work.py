"""Memory of desktop and engine after minutes of scripted work, beside the first of them.

The real window over a copy of the file of ``pages``: views switched, tickets opened (some with
pictures, some long), rows walked through by a key. PSS; the limit is the same window
after one minute, with ``--quick`` after ten seconds of a minute. Linux only.
"""

from __future__ import annotations

import shutil
import time

from models.clock import clock_at, wall_ms
from models.profile import Profile
from tests.bench.acts import Facts, screen
from tests.bench.children import Child, child
from tests.bench.desk_rows import Size
from tests.bench.figures import Figure, Samples
from tests.bench.local_file import big_file
from tests.bench.pages import SMALL, WHOLE
from tests.bench.processes import mib, scratch, window_environment

FIRST_S, WHOLE_S = 60, 600
QUICK_FIRST_S, QUICK_WHOLE_S = 10, 60


def run(quick: bool) -> list[Figure]:
    """MiB of PSS."""
    tickets, messages = SMALL if quick else WHOLE
    size = Size(tickets, messages, wall_ms() // 86_400_000 * 86_400_000)
    first_s, whole_s = (QUICK_FIRST_S, QUICK_WHOLE_S) if quick else (FIRST_S, WHOLE_S)
    with scratch() as folder, screen() as on_screen:
        profile = Profile(folder / "profile")
        profile.database.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(big_file(size), profile.database)
        facts = Facts(profile, clock_at(wall_ms()))
        env = window_environment(folder, **on_screen)
        words = ("--profile", str(profile.folder))
        with child("tests.bench.acting_window", *words, env=env) as window:
            window.fact("ready")
            acts = _work(window, facts, first_s)
            before = _pss_mib(window)
            acts += _work(window, facts, whole_s - first_s)
            after = _pss_mib(window)
    title = f"desktop and engine after {whole_s} s of work, PSS"
    limit = Samples((before,))
    note = f"{acts:,} acts"
    return [Figure(title, "MiB", Samples((after,)), limit, f"after {first_s} s", note)]


def _work(window: Child, facts: Facts, seconds: float) -> int:
    """Acts one after another for so long; how many they were."""
    views = ",".join(f"{view}={first}" for view, first in facts.firsts.items())
    until, done = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        asked = [("switch", 6, views)]
        asked += [("open", 10, ",".join(found)) for found in facts.tickets.values()]
        asked += [("switch", 1, views), ("down", 30, "")]
        for act, count, given in asked:
            window.ask(f"{act} {count} {given}".strip())
            done += len(window.fact("act", act)["ms"])
    return done


def _pss_mib(window: Child) -> float:
    return sum(mib(process, "pss") for process in window.family())
