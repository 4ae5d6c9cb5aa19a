"""A real server process that can be killed and comes back on the same port."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import argon2

from models.clock import wall_ms
from models.rows import Actor
from sync.server import sessions
from tests.helpers.desk import PASSWORD, ServerDesk

ROOT = Path(__file__).resolve().parents[2]
LISTENING = "listening on "
CHEAP = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)


@dataclass
class Served:
    """A desk with a few people, and its server. ``url`` stays the same over restarts."""

    desk: ServerDesk
    store_url: str
    folder: Path
    url: str = ""
    options: tuple[str, ...] = ()
    people: dict[str, Actor] = field(default_factory=dict)
    _process: subprocess.Popen[str] | None = None

    def person(self, login: str, *queues: str, role: str = "agent") -> Actor:
        """Somebody who can sign in with PASSWORD."""
        actor = self.people[login] = self.desk.agent(login, *queues, role=role)
        sessions.set_password_hash(self.desk.store, actor.id, CHEAP, wall_ms())
        return actor

    @property
    def log(self) -> str:
        return (self.folder / "server.log").read_text(errors="replace")

    def start(self) -> None:
        listen = self.url.removeprefix("http://") or "127.0.0.1:0"
        command = [sys.executable, "-m", "sync.server", "serve", "--store", self.store_url]
        command += ["--files", str(self.desk.folder), "--listen", listen, *self.options]
        with (self.folder / "server.log").open("a") as log:
            self._process = subprocess.Popen(
                command, cwd=ROOT, stdout=subprocess.PIPE, stderr=log, text=True
            )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line.startswith(LISTENING), f"{line!r}\n{self.log}"
        self.url = line.removeprefix(LISTENING).strip()

    @property
    def runs(self) -> bool:
        return self._process is not None

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def kill(self) -> None:
        """As when the power fails."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def _end(self, number: int) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(number)
        process.wait(15)
        if process.stdout:
            process.stdout.close()


@contextmanager
def served(store_url: str, folder: Path, *options: str) -> Iterator[Served]:
    """Anna and Boris in Network, Vera in Vault; the server runs."""
    desk = ServerDesk.made(store_url, folder / "blobs")
    one = Served(desk, store_url, folder, options=options)
    for login, queue in (("anna", "Network"), ("boris", "Network"), ("vera", "Vault")):
        one.person(login, queue)
    one.start()
    try:
        yield one
    except BaseException:
        print(one.log[-5_000:], file=sys.stderr)
        raise
    finally:
        one.kill()
        desk.store.close()


def with_keyring(folder: Path) -> dict[str, str]:
    """The environment of a program whose keyring is a file in this folder."""
    backend = "tests.journeys.desktop.file_keyring.FileKeyring"
    known = {"PYTHON_KEYRING_BACKEND": backend, "TEST_KEYRING_FOLDER": str(folder)}
    return {**without_keyring(), **known}


def without_keyring() -> dict[str, str]:
    """The environment of a program that finds no keyring on this computer."""
    return {
        **os.environ,
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "PYTHONPATH": str(ROOT),
    }
