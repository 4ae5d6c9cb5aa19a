"""Moving the bytes of one file, piece by piece, from wherever it stopped.

Nothing here knows the queue of files: ``goes_on`` is asked between two pieces, ``moved`` hears
how much is there and how much that is in all.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from models import files
from models.errors import NotFound, Refused
from sync.engine.wire import FilePart, Server
from sync.protocol import errors, schema

GONE = "The file is no longer on this computer."
CHANGED = "The file on this computer was changed after it was attached."
OTHER = "The file that came is another one."
LEAST_BYTES = 256 << 10
ASK_BYTES = 1 << 20
QUICK_S, SLOW_S = 0.5, 2.0
ANEW = 3

GoesOn = Callable[[], bool]
Moved = Callable[[int, int], None]


class Pace:
    """Pieces small enough for the line: one should take about a second."""

    def __init__(self) -> None:
        self.size_bytes = LEAST_BYTES

    def took(self, seconds: float) -> None:
        if seconds < QUICK_S:
            self.size_bytes = min(self.size_bytes * 2, schema.PIECE_LIMIT_BYTES)
        elif seconds > SLOW_S:
            self.size_bytes = max(self.size_bytes // 2, LEAST_BYTES)


class Upload:
    """One file on its way up."""

    def __init__(self, server: Server, sha256: str, source: Path, size_bytes: int) -> None:
        self._server, self._sha256, self._source = server, sha256, source
        self._size = size_bytes
        self._pace = Pace()
        self._anew = 0

    def run(self, goes_on: GoesOn, moved: Moved) -> bool:
        """True when the server has it; False when it was to stop, to be run again some day.

        Raises NotFound and Refused for a file that is not what it was, and any SyncError.
        """
        state = self._begin()
        while not state.complete:
            moved(state.offset, self._size)
            if not goes_on():
                return False
            state = self._next(state)
        moved(self._size, self._size)
        return True

    def _begin(self) -> schema.UploadState:
        if not self._source.exists():
            raise NotFound(GONE)
        if self._source.stat().st_size != self._size:
            raise Refused("invalid", CHANGED)
        return self._server.begin_upload(self._sha256, self._size)

    def _next(self, state: schema.UploadState) -> schema.UploadState:
        """One piece; where the next one begins, whatever this end believed."""
        piece = self._read(state.offset)
        began = time.monotonic()
        try:
            state = self._server.send_piece(state.id, state.offset, piece)
        except errors.OffsetMismatch as error:
            self._once_more(error)
            return schema.UploadState(state.id, error.offset)
        except errors.NotThere as error:
            self._once_more(error)
            return self._begin()
        except errors.WrongBytes as error:
            if files.hash_of(self._source) != self._sha256:
                raise Refused("invalid", CHANGED) from error
            raise
        self._pace.took(time.monotonic() - began)
        return state

    def _read(self, offset: int) -> bytes:
        try:
            with self._source.open("rb") as file:
                file.seek(offset)
                piece = file.read(self._pace.size_bytes)
        except OSError as error:
            raise NotFound(GONE) from error
        if offset < self._size and not piece:
            raise Refused("invalid", CHANGED)
        return piece

    def _once_more(self, error: errors.SyncError) -> None:
        """A server that contradicts itself again and again is not followed for ever."""
        self._anew += 1
        if self._anew > ANEW:
            raise errors.Malformed(error.sentence) from error


def download(server: Server, folder: Path, sha256: str, goes_on: GoesOn, moved: Moved) -> bool:
    """Bring a file here; True when it is here, False when it was to stop.

    What came stays in ``SHA256.part`` and is gone on from. Raises any SyncError or DeskError.
    """
    target = files.path(folder, sha256)
    if target.exists():
        return True
    partial = target.with_name(f"{sha256}.part")
    with files.disk_errors():
        target.parent.mkdir(parents=True, exist_ok=True)
        start = partial.stat().st_size if partial.exists() else 0
    try:
        with server.reading(sha256, start) as part:
            if not _write(part, partial, goes_on, moved):
                return False
    except errors.NotThere:
        if not start or files.hash_of(partial) != sha256:
            partial.unlink(missing_ok=True)
            raise
    if files.hash_of(partial) != sha256:
        partial.unlink()
        raise errors.WrongBytes(OTHER)
    files.settle(folder, partial, sha256)
    return True


def _write(part: FilePart, partial: Path, goes_on: GoesOn, moved: Moved) -> bool:
    done, asked = part.first, part.first
    with files.disk_errors(), partial.open("r+b" if part.first else "wb") as file:
        file.truncate(done)
        file.seek(done)
        for block in part.blocks:
            file.write(block)
            done += len(block)
            moved(done, part.total)
            if done > files.COPY_LIMIT_BYTES:
                raise errors.Malformed(OTHER)
            if done - asked >= ASK_BYTES:
                asked = done
                if not goes_on():
                    return False
        file.flush()
        os.fsync(file.fileno())
    return True
