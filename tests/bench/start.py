"""Cold start: from the start of the process to the painted inbox of a thousand tickets.

The limit is an empty PySide6 window of the same size. "Cold" is a new process; the files are in
the computer's cache, as they are on the second start of a day.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from models.clock import wall_ms
from tests.bench.children import child
from tests.bench.desk_rows import Size
from tests.bench.figures import Figure, by_turns, rounds
from tests.bench.local_file import fill
from tests.bench.processes import scratch, window_environment

TICKETS, MESSAGES = 1_000, 3_000
WINDOW, BARE = "tests.bench.timed_window", "tests.bench.bare_window"


def run(quick: bool) -> list[Figure]:
    """Milliseconds, drawn offscreen and, where there is Xvfb, on a screen."""
    with scratch() as folder:
        profile = folder / "profile"
        fill(profile / "desk.db", Size(TICKETS, MESSAGES, wall_ms()))
        found = [_figure("offscreen", folder, quick, QT_QPA_PLATFORM="offscreen")]
        if shutil.which("Xvfb"):
            with xvfb() as display:
                on_screen = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}
                found.append(_figure("on Xvfb", folder, quick, **on_screen))
    return found


def _figure(name: str, folder: Path, quick: bool, **extra: str) -> Figure:
    env = window_environment(folder, **extra)

    def ours() -> float:
        return _painted_ms(WINDOW, "painted", "--profile", str(folder / "profile"), env=env)

    ours(), _painted_ms(BARE, env=env)  # compiles the modules
    measured, bare = by_turns(rounds(quick), ours, lambda: _painted_ms(BARE, env=env))
    return Figure(f"inbox painted, {name}", "ms", measured, bare, "a bare PySide6 window")


def _painted_ms(module: str, *words: str, env: dict[str, str]) -> float:
    with child(module, *words, env=env) as running:
        return float(running.fact("painted_ns")["painted_ns"] - running.started_ns) / 1e6


@contextlib.contextmanager
def xvfb() -> Iterator[str]:
    """A screen of its own; the number is chosen by the X server itself."""
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        number = process.stdout.readline().strip() if process.stdout else ""
        yield f":{number}"
    finally:
        process.terminate()
        process.wait()
        if process.stdout:
            process.stdout.close()
