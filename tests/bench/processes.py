"""Server processes on loopback, ended by their own id; scratch folders that go with them."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

from desktop import programs
from sync.engine.wire import Server
from sync.protocol.schema import SessionAnswer, SessionRequest

LISTENING = "listening on "
PASSWORD = "bench password"
END_S = 15
MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Running:
    """A server that answers at ``url``; ``log`` holds what it says."""

    url: str
    log: Path
    pid: int

    def signed_in(self, login: str) -> tuple[Server, SessionAnswer]:
        server = Server(self.url)
        request = SessionRequest(login=login, password=PASSWORD, device="bench")
        return server, server.sign_in(request)


@contextlib.contextmanager
def scratch() -> Iterator[Path]:
    """An empty folder, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="deskside-bench-") as folder:
        yield Path(folder)


def deskside_server(*words: str, stdin: str = "") -> None:
    """One command of ``deskside-server``; what it says is shown only when it fails."""
    done = subprocess.run(
        [*programs.command("server"), *words],
        input=stdin,
        env=programs.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"deskside-server {words[0]}: {done.stderr[-2_000:]}")


@contextlib.contextmanager
def served(store_url: str, folder: Path) -> Iterator[Running]:
    """The desk of a store behind a free loopback port."""
    log = folder / "server.log"
    command = [*programs.command("server"), "serve", "--store", store_url]
    command += ["--files", str(folder / "files"), "--listen", "127.0.0.1:0"]
    with log.open("wb") as stderr:
        process = subprocess.Popen(
            command,
            env=programs.environment(),
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        )
    try:
        line = process.stdout.readline() if process.stdout else ""
        if not line.startswith(LISTENING):
            raise RuntimeError(f"The server did not start: {log.read_text()[-2_000:]}")
        yield Running(line.removeprefix(LISTENING).strip(), log, process.pid)
    finally:
        ended(process)


def ended(process: subprocess.Popen[str]) -> None:
    """Ask a process to leave, then insist."""
    process.terminate()
    try:
        process.wait(END_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout:
        process.stdout.close()


def cpu_s(process: psutil.Process) -> float:
    """Processor time that a process has used."""
    times = process.cpu_times()
    return float(times.user + times.system)


def mib(process: psutil.Process, measure: str) -> float:
    """Memory of a process, as ``pss`` or ``rss``."""
    return float(getattr(process.memory_full_info(), measure)) / MIB


def window_environment(home: Path, **extra: str) -> dict[str, str]:
    """For a desktop without a screen, a keyring or anything of this user's.

    Modules are compiled once into ``home``, as an installed program has them.
    """
    quiet = {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring", "DESKSIDE_HOME": str(home)}
    quiet["PYTHONPYCACHEPREFIX"] = str(home / "compiled")
    made = programs.environment(**{**quiet, **extra})
    made.pop("PYTHONDONTWRITEBYTECODE", None)
    made.setdefault("QT_QPA_PLATFORM", "offscreen")
    return made


def python(module: str, *words: str) -> list[str]:
    """A module of the benchmarks as a program of its own."""
    return [sys.executable, "-m", module, *words]


def has_display() -> bool:
    return bool(os.environ.get("DISPLAY"))
