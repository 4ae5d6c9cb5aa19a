"""Running the engine once, as a child process, and reading what it says."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass

import msgspec

from desktop import programs
from models.profile import Profile
from sync.protocol import link


@dataclass(frozen=True, slots=True)
class Round:
    """How one round ended: an ``EngineExit`` (or what ended the process) and its last sentence."""

    code: int
    sentence: str = ""


def run_once(
    profile: Profile,
    *,
    push_only: bool = False,
    ticket: str = "",
    server: str | None = None,
    login: str | None = None,
    password: str | None = None,
    timeout_s: float | None = None,
) -> Round:
    """One round with the server, or the part of one that is named.

    After ``timeout_s`` it is ended and counts as unreachable.
    """
    command = [*programs.command("engine"), "--profile", str(profile.folder), "--once"]
    command += ["--push-only"] if push_only else []
    command += ["--ticket", ticket] if ticket else []
    command += ["--server", server] if server else []
    command += ["--login", login] if login else []
    secret = {"DESKSIDE_PASSWORD": password} if password else {}
    try:
        ended = subprocess.run(
            command,
            env=programs.environment(**secret),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            timeout=timeout_s,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Round(link.EngineExit.UNREACHABLE, "The server did not answer in time.")
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
