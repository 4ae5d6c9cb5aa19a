"""One engine per profile, and a local door at which other programs poke it.

The lock is held by the operating system and goes with the process. The door's address and key
are in ``engine.json``, readable by this user alone.
"""

from __future__ import annotations

import json
import logging
import os
import secrets
import threading
from collections.abc import Callable
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Listener

import filelock

from models.profile import Profile

log = logging.getLogger("deskside.engine")


def lock(profile: Profile) -> filelock.BaseFileLock | None:
    """The profile's lock, held; None when another engine has it."""
    profile.folder.mkdir(parents=True, exist_ok=True)
    held = filelock.FileLock(str(profile.lock))
    try:
        held.acquire(timeout=0)
    except filelock.Timeout:
        return None
    return held


class Door:
    """Listens for pokes in a thread of its own; ``poked`` is called in that thread."""

    def __init__(self, profile: Profile, poked: Callable[[], None]) -> None:
        self._profile = profile
        self._poked = poked
        self._key = secrets.token_bytes(16)
        self._listener = Listener(authkey=self._key)
        self._write_address()
        threading.Thread(target=self._listen, name="door", daemon=True).start()

    def close(self) -> None:
        """Take the address away and stop listening."""
        self._profile.door.unlink(missing_ok=True)
        self._listener.close()

    def _write_address(self) -> None:
        content = json.dumps({"address": self._listener.address, "key": self._key.hex()})
        self._profile.door.unlink(missing_ok=True)  # a file that is there would keep its rights
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        with os.fdopen(os.open(self._profile.door, flags, 0o600), "w") as file:
            file.write(content)

    def _listen(self) -> None:
        while True:
            try:
                with self._listener.accept() as caller:
                    caller.send("ok")
            except OSError:
                return
            except Exception:  # a stranger at the door: wrong key, cut connection
                log.info("somebody knocked and went away")
                continue
            self._poked()


def poke(profile: Profile) -> bool:
    """Tell the engine of this profile that there is something to push; False if none runs."""
    try:
        found = json.loads(profile.door.read_text())
        with Client(found["address"], authkey=bytes.fromhex(found["key"])) as engine:
            return bool(engine.recv() == "ok")
    except (OSError, ValueError, TypeError, KeyError, EOFError, AuthenticationError):
        return False
