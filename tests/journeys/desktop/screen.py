"""A screen of its own with a window manager, keys and a pointer: Xvfb, openbox, xdotool."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.waiting import until

SIZE = "1440x900x24"
KEY_DELAY_MS = 60


@dataclass(frozen=True)
class Screen:
    """``environment`` is for programs that are to open their windows here."""

    number: str
    server: subprocess.Popen[bytes]

    @property
    def environment(self) -> dict[str, str]:
        return {"DISPLAY": f":{self.number}", "QT_QPA_PLATFORM": "xcb"}

    def key(self, *keys: str) -> None:
        self._do("key", *keys)

    def type(self, text: str) -> None:
        """Latin letters (xdotool loses others on a busy computer); returns after the last one."""
        self._do("type", "--delay", str(KEY_DELAY_MS), text)

    def click(self, x: int, y: int) -> None:
        self._do("mousemove", str(x), str(y), "click", "1")

    def go_away(self) -> None:
        """As when the X server crashes."""
        self.server.kill()

    def until_open(self, title: str) -> None:
        """Wait until a window of this title is there and has the keyboard."""
        self._do("search", "--sync", "--onlyvisible", "--name", title, "windowactivate", "--sync")

    def _do(self, *words: str) -> None:
        environment = {**os.environ, "DISPLAY": f":{self.number}"}
        subprocess.run(["xdotool", *words], check=True, env=environment, timeout=30)


@contextmanager
def screen(folder: Path) -> Iterator[Screen]:
    """Start the screen; it ends with the block."""
    with (folder / "screen.log").open("w") as log:
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", SIZE]
        command += ["-nolisten", "tcp", "-noreset"]  # a reset would write the number once more
        server = subprocess.Popen(command, pass_fds=[write], stdout=log, stderr=log)
        os.close(write)
        with os.fdopen(read) as numbers:
            number = numbers.readline().strip()
        assert number, (folder / "screen.log").read_text()
        made = Screen(number, server)
        environment = {**os.environ, "DISPLAY": f":{number}"}
        manager = subprocess.Popen(["openbox"], env=environment, stdout=log, stderr=log)
        try:
            until(lambda: _has_manager(environment), what="openbox")
            yield made
        finally:
            server.terminate()
            server.wait(10)
            manager.kill()
            manager.wait(10)


def _has_manager(environment: dict[str, str]) -> bool:
    asked = ["xdotool", "get_num_desktops"]
    return subprocess.run(asked, env=environment, capture_output=True).returncode == 0
