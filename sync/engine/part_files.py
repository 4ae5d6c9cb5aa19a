"""Fetching the parts of snapshots into the profile's folder, and going on where that stopped.

A file is named by the hash that it should have. It may be only begun: bytes follow its end.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

from models.database import make_folder
from models.errors import StoreFull
from sync.engine.wire import Server
from sync.protocol import errors, schema


class Stopped(Exception):
    """The engine is to end; what came is kept."""


class PartFiles:
    """``stop`` is asked at every block."""

    def __init__(self, folder: Path, server: Server, stop: Callable[[], bool]) -> None:
        self._folder = folder
        self._server = server
        self._stop = stop

    def fetch(self, snapshot: schema.Snapshot, number: int) -> Path:
        """The whole part. Raises NotThere when the server has it no more, Stopped, a SyncError.

        Bytes that don't have the promised hash are thrown away: Damaged.
        """
        part = snapshot.parts[number]
        path = self._folder / part.sha256
        try:
            make_folder(self._folder)
            size = path.stat().st_size if path.exists() else 0
            if size < part.bytes:
                self._append(path, snapshot, number, size)
        except OSError as error:
            raise StoreFull(f"Can't keep what the server sends: {error.strerror}") from error
        if _sha256(path) != part.sha256:
            path.unlink()
            raise errors.Damaged("What the server sent was damaged on its way.")
        return path

    def _append(self, path: Path, snapshot: schema.Snapshot, number: int, size: int) -> None:
        part = snapshot.parts[number]
        with (
            self._server.reading_part(snapshot.scope, snapshot.name, number, size) as found,
            path.open("r+b" if size else "wb") as file,
        ):
            file.truncate(found.first)
            file.seek(found.first)
            for block in found.blocks:
                file.write(block)
                if file.tell() > part.bytes:
                    break
                if self._stop():
                    raise Stopped
            size = file.tell()
        if size != part.bytes:
            path.unlink()
            raise errors.Malformed("A part of the first sync is not as large as was said.")

    def forget(self, part: schema.SnapshotPart) -> None:
        """This one is in the local file now."""
        (self._folder / part.sha256).unlink(missing_ok=True)

    def forget_all(self) -> None:
        """Nothing is to be fetched any more."""
        shutil.rmtree(self._folder, ignore_errors=True)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
