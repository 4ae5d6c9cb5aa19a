"""``deskside-server`` as it is typed: in this process, or as a process of its own that serves."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from models.database import Store
from sync.server.__main__ import main

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Cli:
    """Runs commands on one store; what they said is in ``out`` and ``err``."""

    url: str
    files: Path
    capture: pytest.CaptureFixture[str]
    patch: pytest.MonkeyPatch
    out: str = ""
    err: str = ""

    def __call__(self, *arguments: str | Path, stdin: str = "") -> int:
        """The exit code."""
        self.patch.setattr("sys.stdin", io.StringIO(stdin))
        try:
            code = main([*map(str, arguments), "--store", self.url])
        except SystemExit as exit:
            code = int(exit.code or 0)
        said = self.capture.readouterr()
        self.out, self.err = said.out, said.err
        return code

    @contextmanager
    def store(self) -> Iterator[Store]:
        store = Store.open(self.url, "server")
        try:
            yield store
        finally:
            store.close()

    def count(self, table: str, where: str = "1 = 1") -> int:
        with self.store() as store:
            return int(store.sql(f"SELECT COUNT(*) FROM {table} WHERE {where}")[0][0])

    def rows(self, text: str) -> list[tuple[object, ...]]:
        with self.store() as store:
            return store.sql(text)


@dataclass
class Serving:
    """A server process; ``url`` is what it printed, ``log`` where its stderr goes."""

    process: subprocess.Popen[str]
    url: str
    log: Path

    def end(self, seconds: float = 10) -> int:
        """SIGTERM; the exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(seconds)


@contextmanager
def serving(store: str, folder: Path, *options: str) -> Iterator[Serving]:
    """Serve on a free loopback port until the block ends."""
    log = folder / "server.log"
    command = [sys.executable, "-m", "sync.server", "serve", "--store", store]
    command += ["--listen", "127.0.0.1:0", *options]
    with log.open("w") as errors:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env={**os.environ, "HOME": str(folder)},
        )
    assert process.stdout is not None
    with process, process.stdout:
        try:
            line = process.stdout.readline()
            assert line.startswith("listening on http://"), f"{line!r}\n{log.read_text()}"
            yield Serving(process, line.removeprefix("listening on ").strip(), log)
        finally:
            process.kill()
