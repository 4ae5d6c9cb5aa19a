"""One call on a profile: its store, who is signed in, and sending what was done."""

from __future__ import annotations

import getpass
import os
import sys
import time
from dataclasses import dataclass

from desktop.terminal import engine_run
from desktop.terminal.ended import Ended
from models import profile as profiles
from models.clock import wall_ms
from models.commands import Command
from models.database import Store
from models.perform import Performed, perform
from models.profile import Profile
from models.rows import Actor
from sync.protocol.link import EngineExit

PUSH_S = 5.0
POLL_S = 0.05


@dataclass
class Session:
    """What the commands work with."""

    profile: Profile
    store: Store
    me: Actor
    password: str | None

    @classmethod
    def begin(cls, name: str | None, server: str | None, login: str | None) -> Session:
        """Open the profile; the first call on it signs in and fetches everything.

        Raises Ended with 2 when nobody can sign in, 3, 4 or 5 as the engine says.
        """
        profile = Profile.named(name)
        store = profile.open()
        me = profiles.actor(store)
        password = os.environ.get("DESKSIDE_PASSWORD")
        if me is None:
            password = _first_sign_in(profile, server, login, password)
            me = profiles.actor(store)
        if me is None:
            raise Ended(3, "Nobody is signed in on this profile.")
        return cls(profile, store, me, password)

    def now_ms(self) -> int:
        """The server's time as it was known last."""
        return wall_ms() + (profiles.number(self.store, "clock_offset_ms") or 0)

    def perform(self, command: Command) -> Performed:
        return perform(self.store, command, self.me, self.now_ms())

    def send(self, mid: int) -> None:
        """Try one push for at most 5 s. Offline is fine; a refusal ends the call with 3."""
        ended = engine_run.run_once(
            self.profile, push_only=True, password=self.password, timeout_s=PUSH_S
        )
        if ended.code == EngineExit.HELD:
            self._await_other_engine(mid)
        elif ended.code != EngineExit.DONE:
            print(f"Kept on this computer. {ended.sentence}".strip(), file=sys.stderr)
        self.check_refused(mid)

    def fetch(self, number: str) -> str:
        """Try for at most 5 s to fetch an old ticket; why it may still be missing, or nothing."""
        ended = engine_run.run_once(
            self.profile, ticket=number, password=self.password, timeout_s=PUSH_S
        )
        return ended.sentence

    def _await_other_engine(self, mid: int) -> None:
        """A desktop holds the profile; its engine was poked and settles the change."""
        until = time.monotonic() + PUSH_S
        while time.monotonic() < until:
            if self._state(mid)[0] in ("settled", "refused", "held", "withdrawn"):
                return
            time.sleep(POLL_S)  # the other process writes to the same file; there is no signal
        print("Kept on this computer; it goes out with the open Deskside.", file=sys.stderr)

    def check_refused(self, mid: int) -> None:
        """Raises Ended with 3 when the server refused this change; says so when it is held."""
        state, reason = self._state(mid)
        if state == "refused":
            raise Ended(3, f"The server refused this: {reason}")
        if "held" in (state, self._outcome(mid)):
            print(f"Held for your decision: {reason}", file=sys.stderr)

    def _outcome(self, mid: int) -> str:
        found = self.store.sql("SELECT outcome FROM outbox WHERE mid = ?", (mid,))
        return (found[0][0] or "") if found else ""

    def _state(self, mid: int) -> tuple[str, str]:
        found = self.store.sql("SELECT state, reason FROM outbox WHERE mid = ?", (mid,))
        return (found[0][0], found[0][1] or "") if found else ("settled", "")


def _first_sign_in(
    profile: Profile, server: str | None, login: str | None, password: str | None
) -> str:
    if not server or not login:
        raise Ended(2, "The first call on a profile needs --server and --login.")
    if password is None:
        if not sys.stdin.isatty():
            raise Ended(2, "Set DESKSIDE_PASSWORD, or call this at a terminal.")
        password = getpass.getpass(f"Password of {login}: ")
    ended = engine_run.run_once(profile, server=server, login=login, password=password)
    if ended.code == EngineExit.HELD:  # nobody signed in there yet
        raise Ended(EngineExit.UNUSABLE, ended.sentence)
    if ended.code != EngineExit.DONE:
        raise Ended(ended.code, ended.sentence)
    return password
