"""``deskside`` as it is typed, with no window and no keyring."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop.__main__ import main
from models.database import Store
from models.profile import Profile
from tests.helpers.desk import PASSWORD
from tests.helpers.server import ROOT, with_keyring, without_keyring


@dataclass
class Said:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one value on stdout; fails when there is anything else."""
        return json.loads(self.out)


def inline(words: list[str], environment: dict[str, str]) -> Said:
    """The same in this process, which saves its start; engines are processes all the same."""
    streams = [io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "environ", environment)
        for name, stream in zip(("stdout", "stderr"), streams, strict=True):
            patch.setattr(sys, name, stream)
        patch.setattr(sys, "stdin", io.StringIO())
        patch.setattr("faulthandler.enable", lambda: None)  # it wants a real stream
        try:
            code = main(words)
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        for stream in streams:
            stream.flush()
    out, err = (stream.buffer.getvalue().decode() for stream in streams)
    return Said(code, out, err)


@dataclass
class Deskside:
    """One person's profile at the command line."""

    folder: Path
    url: str
    login: str
    password: str | None = PASSWORD
    own_process: bool = False
    keep_session: bool = False
    """There is a keyring, a file of the profile's folder."""
    prepare: Callable[[], None] | None = None
    """Runs in a process of its own before the program does."""

    @property
    def profile(self) -> Profile:
        return Profile(self.folder)

    def __call__(self, *words: str, code: int | None = 0) -> Said:
        """Run it; the exit code must be ``code`` (None: any)."""
        environment = self._environment()
        run = self._process if self.own_process else inline
        said = run([*words, "--profile", str(self.folder)], environment)
        assert code in (None, said.code), said
        assert "Traceback" not in said.err, said.err
        return said

    def _environment(self) -> dict[str, str]:
        environment = with_keyring(self.folder) if self.keep_session else without_keyring()
        environment.pop("DESKSIDE_PASSWORD", None)
        if self.password is not None:
            environment["DESKSIDE_PASSWORD"] = self.password
        return environment

    @property
    def log(self) -> Path:
        """What a program that was ``started`` says."""
        return self.folder / "said"

    @contextmanager
    def started(self, *words: str) -> Iterator[subprocess.Popen[bytes]]:
        """A program that stays, until the block ends."""
        command = [sys.executable, "-m", "desktop", *words, "--profile", str(self.folder)]
        with self.log.open("wb") as log:
            running = subprocess.Popen(
                command, cwd=ROOT, env=self._environment(), stdin=subprocess.DEVNULL, stderr=log
            )
        try:
            yield running
        finally:
            running.kill()
            running.wait()

    def sql(self, text: str) -> list[tuple[Any, ...]]:
        store = self.store()
        found = store.sql(text)
        store.close()
        return found

    def _process(self, words: list[str], environment: dict[str, str]) -> Said:
        ended = subprocess.run(
            [sys.executable, "-m", "desktop", *words],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            check=False,
            preexec_fn=self.prepare,
        )
        return Said(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    def first(self) -> Said:
        """The first call: sign in and fetch everything."""
        return self("sync", "--once", "--server", self.url, "--login", self.login)

    def store(self) -> Store:
        return self.profile.open()
