"""A private PostgreSQL for the tests: its own cluster on loopback, gone when its test run ends."""

from __future__ import annotations

import itertools
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import psycopg
from psycopg import sql

INSTALL = "apt-get install --yes postgresql"
USER = "deskside"
START_TIMEOUT_S = 60
PORT_ATTEMPTS = 5


class PostgresMissing(Exception):
    """No PostgreSQL server program on this computer; the text is the command that installs it."""


class PostgresCluster:
    """One running server. Make it with ``PostgresCluster.started()``, end it with ``stop()``.

    Each cluster listens on a loopback port of its own, asks for a random password, and
    dies with the process that started it. initdb refuses root: then user ``postgres`` runs it.
    """

    def __init__(self, folder: Path, port: int, password: str, fsync: bool):
        self.folder = folder
        self.port = port
        self._password = password
        self._fsync = fsync
        self._process = _start_server(folder, port, fsync)
        self._numbers = itertools.count(1)

    @classmethod
    def started(cls, *, fsync: bool = True) -> PostgresCluster:
        """Make and start a cluster; ``fsync=False`` gives up crash safety for speed.

        Raises PostgresMissing, or RuntimeError with the server's log when it does not come up.
        """
        folder = _new_folder()
        password = secrets.token_hex(16)
        _initdb(folder, password)
        for _ in range(PORT_ATTEMPTS):
            port = _free_port()
            cluster = cls(folder, port, password, fsync)
            if cluster._is_up():
                return cluster
        log = (folder / "log").read_text(errors="replace")
        shutil.rmtree(folder)
        raise RuntimeError(f"PostgreSQL did not start:\n{log}")

    @contextmanager
    def fresh_database(self, template: str = "template1") -> Iterator[str]:
        """The URL of a new database, a copy of ``template``; it is dropped at the end."""
        name = f"desk_{next(self._numbers)}"
        self._run(sql.SQL("CREATE DATABASE {} TEMPLATE {}"), name, template)
        try:
            yield self.url(name)
        finally:
            self._run(sql.SQL("DROP DATABASE {} WITH (FORCE)"), name)

    def url(self, database: str) -> str:
        """How programs name a database of this cluster."""
        return f"postgresql://{USER}:{self._password}@127.0.0.1:{self.port}/{database}"

    def kill(self) -> None:
        """End every process of it at once, with no time for a last word."""
        whole = psutil.Process(self._process.pid)
        whole.suspend()  # it would start again what it sees die
        family = [*whole.children(recursive=True), whole]
        for one in family:
            with suppress(psutil.NoSuchProcess):
                one.kill()
        self._process.wait(timeout=30)
        psutil.wait_procs(family, timeout=30)

    def start_again(self) -> None:
        """After ``kill``, on the same port and data: it answers when this returns."""
        self._process = _start_server(self.folder, self.port, self._fsync)
        if not self._is_up():
            raise RuntimeError((self.folder / "log").read_text(errors="replace")[-5_000:])

    def stop(self) -> None:
        """End the server (open connections are cut) and remove its folder."""
        self._process.send_signal(2)  # SIGINT asks for PostgreSQL's fast shutdown
        self._process.wait(timeout=30)
        shutil.rmtree(self.folder)

    def _run(self, statement: sql.SQL, *names: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement.format(*map(sql.Identifier, names)))

    def _is_up(self) -> bool:
        """Wait until it answers; False when it has ended, as with a port that was taken."""
        deadline = time.monotonic() + START_TIMEOUT_S
        while self._process.poll() is None:
            try:
                psycopg.connect(self.url("postgres")).close()
                return True
            except psycopg.OperationalError:
                if time.monotonic() > deadline:
                    self._process.kill()
                    self._process.wait()
                time.sleep(0.02)
        return False


def _program(name: str) -> str:
    """The newest installed server's program; Debian keeps these outside the PATH."""
    found = sorted(
        Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[4])
    )
    program = str(found[-1]) if found else shutil.which(name)
    if not program:
        raise PostgresMissing(INSTALL)
    return program


def _as_server_user(*command: str) -> list[str]:
    """The command under a user who may run a server, and ended when its parent dies."""
    other = ["--reuid=postgres", "--regid=postgres", "--init-groups"] if os.geteuid() == 0 else []
    return ["setpriv", *other, "--pdeathsig=INT", "--", *command]


def _new_folder() -> Path:
    """A folder of the server's user, directly in /tmp: pytest's own is closed to other users."""
    _program("initdb")
    folder = Path(tempfile.mkdtemp(prefix="deskside-pg-", dir="/tmp"))
    _give_to_server_user(folder)
    return folder


def _give_to_server_user(path: Path) -> None:
    if os.geteuid() == 0:
        shutil.chown(path, "postgres", "postgres")


def _initdb(folder: Path, password: str) -> None:
    words = folder / "password"
    words.touch(mode=0o600)
    words.write_text(f"{password}\n")
    _give_to_server_user(words)
    command = [_program("initdb"), f"--pgdata={folder}/data", f"--username={USER}"]
    command += ["--auth=scram-sha-256", f"--pwfile={words}", "--encoding=UTF8", "--no-sync"]
    command += ["--locale=C.UTF-8"]
    subprocess.run(_as_server_user(*command), cwd=folder, check=True, stdout=subprocess.DEVNULL)
    words.unlink()


def _start_server(folder: Path, port: int, fsync: bool) -> subprocess.Popen[bytes]:
    settings = {
        "listen_addresses": "127.0.0.1",
        "unix_socket_directories": "",
        "fsync": "on" if fsync else "off",
        "max_connections": "100",
        "shared_buffers": "32MB",
    }
    command = [_program("postgres"), "-D", f"{folder}/data", "-p", str(port)]
    for name, value in settings.items():
        command += ["-c", f"{name}={value}"]
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(
            _as_server_user(*command),
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,  # Ctrl+C in the terminal is for the tests, then stop()
        )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
