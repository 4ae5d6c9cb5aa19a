"""Counting how often processes wait for the disk, with strace where it is."""

from __future__ import annotations

import contextlib
import shutil
import signal
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

CALLS = ("fsync(", "fdatasync(")


class Syncs:
    """``count`` is how many waits for the disk were seen so far."""

    def __init__(self, log: Path) -> None:
        self._log = log

    def count(self) -> int:
        """A call that went on in the meantime has a second line without a bracket."""
        lines = self._log.read_text(encoding="utf-8", errors="replace").split("\n")
        return sum(any(call in line for call in CALLS) for line in lines)


@contextlib.contextmanager
def watched_syncs(pids: Sequence[int], log: Path) -> Iterator[Syncs | None]:
    """The threads of these processes are watched; None where there is no strace."""
    program = shutil.which("strace")
    if program is None:
        yield None
        return
    command = [program, "-f", "-e", "trace=fsync,fdatasync", "-o", str(log)]
    for pid in pids:
        command += ["-p", str(pid)]
    tracer = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        attached = 0
        while attached < len(pids) and tracer.stderr:
            line = tracer.stderr.readline()
            if not line:
                raise RuntimeError("strace may not watch the server here")
            attached += "attached" in line
        yield Syncs(log)
    finally:
        tracer.send_signal(signal.SIGINT)
        tracer.wait(10)
        if tracer.stderr:
            tracer.stderr.close()
