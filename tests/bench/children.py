"""Programs of the benchmarks as child processes that speak JSON lines."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from typing import Any

import psutil

from tests.bench.processes import cpu_s, ended

PATIENCE_S = 180
LOOK_S, QUIET_S, BUSY_SHARE = 0.5, 2.0, 0.1


class Child:
    """A running program; ``started_ns`` is on the clock that it uses itself."""

    def __init__(self, module: str, *words: str, env: Mapping[str, str]) -> None:
        self.started_ns = time.monotonic_ns()
        self.process = subprocess.Popen(
            [sys.executable, "-m", module, *words],
            env=dict(env),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def fact(self, name: str, value: str | None = None) -> dict[str, Any]:
        """The next line with ``name`` in it (and that value); others are passed over."""
        assert self.process.stdout is not None
        watch = threading.Timer(PATIENCE_S, self.process.kill)
        watch.start()
        try:
            for line in self.process.stdout:
                facts: dict[str, Any] = json.loads(line)
                if name in facts and value in (None, facts[name]):
                    return facts
        finally:
            watch.cancel()
        raise RuntimeError(f"{self.process.args!r} ended without {name} {value or ''}")

    def family(self) -> list[psutil.Process]:
        """This process and what it started, the engine for example."""
        whole = psutil.Process(self.process.pid)
        return [whole, *whole.children(recursive=True)]

    def settle(self) -> None:
        """Wait until the program and its children have had next to nothing to do for a while."""
        until = time.monotonic() + PATIENCE_S
        quiet_s = 0.0
        used_s = self._used_s()
        while quiet_s < QUIET_S and time.monotonic() < until:
            time.sleep(LOOK_S)
            now_s = self._used_s()
            quiet_s = quiet_s + LOOK_S if now_s - used_s < BUSY_SHARE * LOOK_S else 0.0
            used_s = now_s

    def _used_s(self) -> float:
        return sum(map(cpu_s, self.family()))

    def ask(self, words: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{words}\n")
        self.process.stdin.flush()


@contextlib.contextmanager
def child(module: str, *words: str, env: Mapping[str, str]) -> Iterator[Child]:
    """A program that is ended afterwards, by its own id: first by closing its input."""
    running = Child(module, *words, env=env)
    try:
        yield running
    finally:
        if running.process.stdin:
            running.process.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            running.process.wait(10)
        ended(running.process)
