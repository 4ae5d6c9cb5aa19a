"""Cold start: from the start of the process to the painted inbox of a thousand tickets.

The limits are an empty PySide6 window of the same size that imports what was loaded here by then
and does nothing with it, and one that imports Qt alone. "Cold" is a new process; the files are in
the computer's cache, as they are on the second start of a day.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

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
        found = _figures("offscreen", folder, quick, QT_QPA_PLATFORM="offscreen")
        if shutil.which("Xvfb"):
            with xvfb() as display:
                on_screen = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}
                found += _figures("on Xvfb", folder, quick, **on_screen)
    return found


def _figures(name: str, folder: Path, quick: bool, **extra: str) -> list[Figure]:
    env = window_environment(folder, **extra)
    names = folder / "modules"
    ours = partial(_painted, WINDOW, "painted", "--profile", str(folder / "profile"), env=env)
    alike = partial(_painted, BARE, "like", str(names), env=env)
    bare = partial(_painted, BARE, env=env)
    names.write_text("\n".join(ours()["modules"]))
    alike(), bare()  # compiles the modules, as the line above did
    all_of_them = [lambda each=each: each()["painted_ms"] for each in (ours, alike, bare)]
    measured, same, least = by_turns(rounds(quick), *all_of_them)
    title = f"inbox painted, {name}"
    return [
        Figure(title, "ms", measured, same, "a bare window that imports the same modules"),
        Figure(title, "ms", measured, least, "a bare PySide6 window"),
    ]


def _painted(module: str, *words: str, env: dict[str, str]) -> dict[str, Any]:
    """What the program said when it was painted, and after how many milliseconds."""
    with child(module, *words, env=env) as running:
        facts = running.fact("painted_ns")
        return facts | {"painted_ms": (facts["painted_ns"] - running.started_ns) / 1e6}


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
