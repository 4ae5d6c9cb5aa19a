"""A real engine beside a profile, as the desktop starts it, and what it says."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from models.profile import Profile
from sync.protocol import link
from tests.helpers.desk import PASSWORD
from tests.helpers.server import ROOT, without_keyring
from tests.helpers.waiting import until

M = TypeVar("M", bound=link.Line)


class EngineProcess:
    """``said`` holds every line so far. ``environment`` is that without a keyring, if not given.

    ``module`` may be another one, ``shifted_engine`` for a computer whose clock is wrong.
    """

    def __init__(
        self,
        profile: Profile,
        environment: dict[str, str] | None = None,
        module: str = "sync.engine",
    ) -> None:
        profile.folder.mkdir(parents=True, exist_ok=True)
        self.profile = profile
        self.said: list[link.FromEngine] = []
        self.log = profile.folder / "engine.log"
        command = [sys.executable, "-m", module, "--profile", str(profile.folder)]
        with self.log.open("a") as log:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=environment or without_keyring(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
            )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said.append(link.decode_from_engine(line))

    def say(self, message: link.Line) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(link.encode(message))
        self.process.stdin.flush()

    def heard(self, kind: type[M], fact: Callable[[M], bool] = lambda _: True) -> M:
        """The first such line; waits for it."""

        def found() -> M | None:
            lines = (line for line in list(self.said) if isinstance(line, kind) and fact(line))
            return next(lines, None)

        answer = until(found, 20, f"{kind.__name__} of the engine: {self.said}")
        assert answer is not None
        return answer

    def state(self, name: str, fact: Callable[[link.State], bool] = lambda _: True) -> link.State:
        return self.heard(link.State, lambda state: state.state == name and fact(state))

    def forget(self) -> None:
        """Only what comes from now on counts."""
        self.said = []

    def sign_in(self, url: str, login: str, password: str = PASSWORD) -> None:
        self.say(link.SignIn(server=url, login=login, password=password))

    def close(self) -> int:
        """Close its input; the exit code."""
        if self.process.stdin:
            self.process.stdin.close()
        return self._ended()

    def kill(self) -> None:
        self.process.kill()
        if self.process.stdin:
            self.process.stdin.close()
        self._ended()

    def _ended(self) -> int:
        code = self.process.wait(20)
        self._reader.join()
        if self.process.stdout:
            self.process.stdout.close()
        return code


@contextmanager
def engine(folder: Path) -> Iterator[EngineProcess]:
    running = EngineProcess(Profile(folder))
    try:
        yield running
    except BaseException:
        print(running.said, running.log.read_text(errors="replace"), file=sys.stderr)
        raise
    finally:
        if running.process.poll() is None:
            running.kill()
        elif running.process.stdout and not running.process.stdout.closed:
            running.close()


def begun_once(profile: Profile, *words: str) -> subprocess.Popen[bytes]:
    """One round by itself, just started; it signs in with PASSWORD."""
    command = [sys.executable, "-m", "sync.engine", "--profile", str(profile.folder), "--once"]
    return subprocess.Popen(
        [*command, *words],
        cwd=ROOT,
        env={**without_keyring(), "DESKSIDE_PASSWORD": PASSWORD},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )


def sync_once(profile: Profile, *words: str) -> int:
    """One whole round; its exit code."""
    with begun_once(profile, *words) as running:
        return running.wait(60)
