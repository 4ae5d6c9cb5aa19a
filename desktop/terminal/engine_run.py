"""Running the engine once, as a child process, and reading what it says."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import msgspec

from models.profile import Profile
from sync.protocol import link

DONE, REFUSED, UNREACHABLE, UNUSABLE, HELD = 0, 3, 4, 5, 6


@dataclass(frozen=True, slots=True)
class Round:
    """How one round ended: an exit code of ``deskside-engine`` and its last sentence."""

    code: int
    sentence: str = ""


def engine_command(profile: Profile) -> list[str]:
    """How the engine is started: the program beside this one in a bundle, else its module."""
    if getattr(sys, "frozen", False):
        suffix = ".exe" if os.name == "nt" else ""
        program = [str(Path(sys.executable).with_name(f"deskside-engine{suffix}"))]
    else:
        program = [sys.executable, "-m", "sync.engine"]
    return [*program, "--profile", str(profile.folder)]


def engine_environment(password: str | None = None) -> dict[str, str]:
    """This environment, with the repository on the path when run from one."""
    environment = dict(os.environ)
    root = str(Path(__file__).resolve().parents[2])
    if not getattr(sys, "frozen", False):
        known = environment.get("PYTHONPATH")
        environment["PYTHONPATH"] = f"{root}{os.pathsep}{known}" if known else root
    if password is not None:
        environment["DESKSIDE_PASSWORD"] = password
    return environment


def run_once(
    profile: Profile,
    *,
    push_only: bool = False,
    server: str | None = None,
    login: str | None = None,
    password: str | None = None,
    timeout_s: float | None = None,
) -> Round:
    """One round with the server. After ``timeout_s`` it is ended and counts as unreachable."""
    command = [*engine_command(profile), "--once"]
    command += ["--push-only"] if push_only else []
    command += ["--server", server] if server else []
    command += ["--login", login] if login else []
    try:
        ended = subprocess.run(
            command,
            env=engine_environment(password),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            timeout=timeout_s,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Round(UNREACHABLE, "The server did not answer in time.")
    return Round(ended.returncode, _last_sentence(ended.stdout))


def _last_sentence(output: bytes) -> str:
    sentence = ""
    for line in output.splitlines():
        try:
            message = link.decode_from_engine(line)
        except msgspec.MsgspecError:
            continue
        if isinstance(message, link.Failed):
            sentence = message.sentence
    return sentence
