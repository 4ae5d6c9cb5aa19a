"""Snapshots of scopes: made once, kept on disk beside the files, given to everybody who may read.

A snapshot lies in ``<scope's hash>/<name>/`` as ``manifest.json`` and its parts. It is made in a
folder of its own and moved into place whole, so that several servers can share one folder. An
older one does as well as a fresh one: a row is never set back, and the next pull brings what
changed since.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import logging
import re
import secrets
import shutil
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from models.database import Store
from models.errors import StoreFull
from sync.protocol import cursor as cursors
from sync.protocol import schema
from sync.server import marks, parts
from sync.server.parts import WHOLE, View
from sync.server.protest import Protest
from sync.server.rights import Rights

log = logging.getLogger("deskside.server")
MANIFEST = "manifest.json"
KEEP = 2
FRESH_S = 6 * 3_600.0
UNFINISHED_S = 3_600.0
FORGOTTEN_S = 2 * 86_400.0
WAIT_S = 2.0  # engines say after three that nobody answers


def require(rights: Rights, scope: str) -> None:
    """Raises Protest (404) for a scope that is not this person's, or none at all."""
    if not rights.holds(scope):
        raise Protest(404, "not_found", "There is no such scope.")


class Snapshots:
    """The folder of snapshots of one store. One at a time is made here, for all who ask."""

    def __init__(self, store: Store, folder: Path, ended: Callable[[], bool]) -> None:
        self.store = store
        self.folder = folder
        self.ended = ended
        self.thread = ThreadPoolExecutor(1, "snapshots")
        self._building: dict[tuple[str, int], asyncio.Future[None]] = {}
        self._made_so_far = 0

    async def ready(
        self,
        scope: str,
        look: Callable[[], Awaitable[schema.Snapshot | None]],
        view: View = WHOLE,
    ) -> schema.Snapshot | None:
        """What ``look`` finds, made first where there is nothing; None when it takes long."""
        loop = asyncio.get_running_loop()
        until = loop.time() + WAIT_S
        while True:
            made_before = self._made_so_far
            found = await look()
            left = until - loop.time()
            if found is not None or left <= 0:
                return found
            building = self._building.get((scope, view.days))
            if building is None and self._made_so_far != made_before:
                continue  # it was finished while this one looked
            if building is None:
                building = loop.run_in_executor(self.thread, self._build, scope, view)
                self._building[scope, view.days] = building
                building.add_done_callback(lambda done: self._built(scope, view, done))
            await asyncio.wait([building], timeout=left)
            if building.done():
                building.result()

    def _build(self, scope: str, view: View) -> None:
        try:
            self.build(scope, view)
        finally:
            self.store.close()  # this thread's connection; the next one may be a long time off

    def _built(self, scope: str, view: View, building: asyncio.Future[None]) -> None:
        del self._building[scope, view.days]
        self._made_so_far += 1
        error = None if building.cancelled() else building.exception()
        if error is not None:
            log.error("no snapshot of %s: %r", scope, error)

    def find(self, scope: str, at_least: int, view: View = WHOLE) -> schema.Snapshot | None:
        """The newest that can be used, from position ``at_least`` on or from the newest."""
        with self.store.snapshot():
            head = marks.newest_mark(self.store)
            for path in self._made(scope, view):
                made = _manifest(path)
                if made is None or made.scope != scope or not _is_whole(path.parent, made):
                    continue
                if made.seq < min(at_least, head.seq) or not _fits(made, path, head, view):
                    continue
                cursor = cursors.decode(made.cur)
                if cursor and marks.knows(self.store, cursor, head):
                    return made
        return None

    def build(self, scope: str, view: View = WHOLE) -> None:
        """Make a snapshot as of now. Raises StoreFull when the disk can't take it."""
        home = self._home(scope)
        making = home / f".{secrets.token_hex(8)}"
        try:
            making.mkdir(mode=0o700, parents=True)
            made = parts.write(self.store, scope, making, self.ended, view)
            (making / MANIFEST).write_bytes(msgspec.json.encode(made))
            _move(making, home / made.name)
        except OSError as error:
            raise StoreFull(f"Can't write a snapshot: {error.strerror}") from error
        finally:
            shutil.rmtree(making, ignore_errors=True)
            self._tidy(scope, view)

    def part(self, scope: str, name: str, number: int) -> Path:
        """Where a part lies. Raises Protest (404): it may be gone by now, ask for another."""
        for path in self._all(scope):
            found = path.with_name(str(number))
            if path.parent.name == name and found.is_file():
                return found
        raise Protest(404, "not_found", "This snapshot is not here any more.")

    def _home(self, scope: str) -> Path:
        return self.folder / hashlib.sha256(scope.encode()).hexdigest()[:32]

    def _made(self, scope: str, view: View) -> list[Path]:
        """Manifests of a scope and as much of it, the newest position first."""
        return [path for path in self._all(scope) if _days(path) == view.days]

    def _all(self, scope: str) -> list[Path]:
        found = {path for path in self._home(scope).glob(f"*/{MANIFEST}") if _seq(path) >= 0}
        return sorted(found, key=_seq, reverse=True)

    def _tidy(self, scope: str, view: View) -> None:
        """At most ``KEEP`` of the scope, nothing unfinished, nothing that nobody asked for."""
        for path in self._made(scope, view)[KEEP:]:
            shutil.rmtree(path.parent, ignore_errors=True)
        for folder in self.folder.glob("*/*"):
            limit = UNFINISHED_S if folder.name.startswith(".") else FORGOTTEN_S
            with contextlib.suppress(FileNotFoundError):
                if time.time() - folder.stat().st_mtime > limit:
                    shutil.rmtree(folder, ignore_errors=True)


def _seq(manifest: Path) -> int:
    first = manifest.parent.name.partition("-")[0]
    return int(first) if first.isascii() and first.isdigit() else -1


def _days(manifest: Path) -> int:
    """How much of the scope; see ``View.name``."""
    found = re.search(r"-(\d+)w\d+$", manifest.parent.name)
    return int(found[1]) if found else 0


def _manifest(path: Path) -> schema.Snapshot | None:
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        return msgspec.json.decode(path.read_bytes(), type=schema.Snapshot)
    return None


def _is_whole(folder: Path, made: schema.Snapshot) -> bool:
    with contextlib.suppress(OSError):
        sizes = (folder.joinpath(str(n)).stat().st_size for n in range(len(made.parts)))
        return all(size == part.bytes for size, part in zip(sizes, made.parts, strict=True))
    return False


def _fits(made: schema.Snapshot, path: Path, head: marks.Mark, view: View) -> bool:
    """Whether rows look as they do today, and not too much happened since."""
    if f"-{parts.form()}" not in made.name or made.seq < head.gc_seq:
        return False
    if view.days and made.floor > view.floor_ms:
        return False
    return made.seq == head.seq or abs(time.time() - path.stat().st_mtime) < FRESH_S


def _move(making: Path, target: Path) -> None:
    """Into place, unless another server was first with the same rows; a damaged one gives way."""
    there = _manifest(target / MANIFEST)
    if there is None or not _is_whole(target, there):
        shutil.rmtree(target, ignore_errors=True)
    try:
        making.rename(target)
    except OSError:
        if not target.exists():
            raise
