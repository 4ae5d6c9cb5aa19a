"""Files that come in pieces: what is there so far, and what happens when all is there.

The offset lives in the store, the bytes in ``uploads/`` below the folder of files. A piece comes
into a file of its own first; it is added under the upload's lock, so that of two pieces for the
same place one is taken, and no connection that hangs can write into a file that was verified.
The lock is one of the file system: any number of processes may share the folder.
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import filelock

from models import files
from models.ids import new_id
from models.rows import Actor
from models.values import is_text
from sync.protocol import schema
from sync.server.protest import Protest
from sync.server.push import complete_file
from sync.server.rights import Rights, should_send_file
from sync.server.write_path import WritePath

DAY_MS = 86_400_000
IDLE_MS = 3_600_000
NO_ROOM = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)


@dataclass(frozen=True, slots=True)
class Upload:
    """A row of the table, for its owner."""

    id: str
    sha256: str
    size_bytes: int
    offset_bytes: int
    verified: int


@contextmanager
def room() -> Iterator[None]:
    """A full disk has a name, and what came before stays. Raises Protest (507)."""
    try:
        yield
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise
        raise Protest(507, "storage_full", "The server has no room for this file.") from error


class Uploads:
    """Over one store and one folder; every method may run on any thread."""

    def __init__(self, path: WritePath, folder: Path) -> None:
        self.path = path
        self.store = path.store
        self.folder = folder
        self.parts = folder / "uploads"

    def begin(self, rights: Rights, request: schema.UploadRequest) -> schema.UploadState:
        """The agent's upload of this file, a new one or the one that was begun.

        A file that is here already is told only to those who may read it.
        """
        target = files.path(self.folder, request.sha256)
        if request.size_bytes > schema.UPLOAD_LIMIT_BYTES:
            raise Protest(413, "too_large", files.TOO_LARGE)
        if target.exists() and not should_send_file(self.store, rights, request.sha256):
            return schema.UploadState("", request.size_bytes, complete=True)
        now_ms = self.path.now_ms()
        if not self._has_room(rights.actor.id, request):
            self.expire(now_ms - IDLE_MS, rights.actor.id)
        with self.store.transaction():
            upload = self._begun(rights.actor.id, request, now_ms)
        return schema.UploadState(upload.id, upload.offset_bytes)

    def _begun(self, agent_id: str, request: schema.UploadRequest, now_ms: int) -> Upload:
        """The row; what was begun under another size is begun anew."""
        if not self.store.is_sqlite:  # so that nobody begins two at once
            self.store.sql("SELECT 1 FROM agent WHERE id = ? FOR UPDATE", (agent_id,))
        found = self._rows("agent_id = ? AND sha256 = ?", agent_id, request.sha256)
        if found and found[0].size_bytes == request.size_bytes:
            return found[0]
        if found:
            self.store.sql("DELETE FROM upload WHERE id = ?", (found[0].id,))
        if not self._has_room(agent_id, request):
            raise Protest(429, "uploads_full", "Too many files of yours are on their way.")
        upload = Upload(new_id(), request.sha256, request.size_bytes, 0, 0)
        self.store.sql(
            "INSERT INTO upload (id, agent_id, sha256, size_bytes, offset_bytes, verified, at_ms) "
            "VALUES (?, ?, ?, ?, 0, 0, ?)",
            (upload.id, agent_id, upload.sha256, upload.size_bytes, now_ms),
        )
        return upload

    def _has_room(self, agent_id: str, request: schema.UploadRequest) -> bool:
        count, total = self.store.sql(
            "SELECT COUNT(*), COALESCE(SUM(size_bytes), 0) FROM upload "
            "WHERE agent_id = ? AND sha256 <> ?",
            (agent_id, request.sha256),
        )[0]
        enough = int(total) + request.size_bytes <= schema.UPLOADS_MOST_BYTES
        return int(count) < schema.UPLOADS_MOST and enough

    def find(self, rights: Rights, id: str) -> Upload:
        """One's own. Raises Protest (404) for any other."""
        own = "id = ? AND agent_id = ?"
        found = self._rows(own, id, rights.actor.id) if is_text(id) else []
        if not found:
            raise Protest(404, "not_found", "There is no such upload.")
        return found[0]

    def new_piece(self) -> Path:
        """Where the bytes of a request may be put; the caller removes it."""
        with room():
            self.parts.mkdir(parents=True, exist_ok=True)
        return self.parts / f"{secrets.token_hex(8)}.piece"

    def add(self, rights: Rights, id: str, offset: int, piece: Path) -> schema.UploadState:
        """Add a piece that came; when nothing is missing any more, the file is complete.

        Raises Protest: 404, 409 ``offset_mismatch``, 413, 422 ``wrong_sha256``, 507.
        """
        self.find(rights, id)
        with self._locked(id):
            try:
                upload = self.find(rights, id)
            except Protest:  # it ended while this one waited
                self._remove(id)
                raise
            end = offset + piece.stat().st_size
            if offset != upload.offset_bytes:
                raise _elsewhere(upload)
            if end > upload.size_bytes:
                raise Protest(413, "too_large", "The file is larger than was said.")
            if end > offset or end == 0:
                self._append(upload, piece)
                self._advance(upload, end)
            if end < upload.size_bytes:
                return schema.UploadState(id, end)
            self._finish(upload, rights.actor)
            return schema.UploadState(id, end, complete=True)

    def _append(self, upload: Upload, piece: Path) -> None:
        """Behind what is there; an end that was not acknowledged is written over."""
        partial = self._partial(upload.id)
        there = partial.stat().st_size if partial.exists() else 0
        if there < upload.offset_bytes:
            self._forget(upload.id)
            raise Protest(404, "not_found", "What came of this upload is lost.")
        with room(), piece.open("rb") as source, partial.open("r+b" if there else "wb") as file:
            file.truncate(upload.offset_bytes)
            file.seek(upload.offset_bytes)
            shutil.copyfileobj(source, file, files.BLOCK_BYTES)
            file.flush()
            os.fsync(file.fileno())
        if not upload.offset_bytes:
            files.sync_folder(self.parts)

    def _advance(self, upload: Upload, end: int) -> None:
        with self.store.transaction():
            moved = self.store.sql(
                "UPDATE upload SET offset_bytes = ?, at_ms = ? WHERE id = ? AND offset_bytes = ? "
                "RETURNING id",
                (end, self.path.now_ms(), upload.id, upload.offset_bytes),
            )
        if not moved:
            raise Protest(404, "not_found", "There is no such upload.")

    def _finish(self, upload: Upload, sender: Actor) -> None:
        """Each step may be the last one of this process: an empty piece at the end goes on."""
        partial = self._partial(upload.id)
        if not upload.verified:
            if not partial.exists() or files.hash_of(partial) != upload.sha256:
                self._forget(upload.id)
                raise Protest(422, "wrong_sha256", "The bytes don't match the file's name.")
            with self.store.transaction():
                self.store.sql("UPDATE upload SET verified = 1 WHERE id = ?", (upload.id,))
        if partial.exists():
            files.settle(self.folder, partial, upload.sha256)
        complete_file(self.path, sender, upload.sha256, upload.size_bytes)
        self._forget(upload.id)

    def expire(self, before_ms: int, agent_id: str | None = None) -> int:
        """Forget uploads (of an agent) without a new piece since then; how many there were."""
        whose = "" if agent_id is None else "AND agent_id = ?"
        params = (before_ms,) if agent_id is None else (before_ms, agent_id)
        old = self._rows(f"at_ms < ? {whose}", *params)
        for upload in old:
            with self._locked(upload.id):
                if self._rows("id = ? AND at_ms < ?", upload.id, before_ms):
                    self._forget(upload.id)
        return len(old)

    def clean(self) -> None:
        """Forget what was begun and not finished for a week, and files that no row names."""
        before_ms = self.path.now_ms() - schema.UPLOAD_DAYS * DAY_MS
        self.expire(before_ms)
        known = {upload.id for upload in self._rows("1 = 1")}
        before_s = time.time() - schema.UPLOAD_DAYS * DAY_MS / 1000
        for part in self.parts.glob("*") if self.parts.exists() else ():
            if part.stem not in known and part.stat().st_mtime < before_s:
                part.unlink(missing_ok=True)

    def _forget(self, id: str) -> None:
        """Under the lock. An id is never used again, so the lock may go with it."""
        with self.store.transaction():
            self.store.sql("DELETE FROM upload WHERE id = ?", (id,))
        self._remove(id)

    def _remove(self, id: str) -> None:
        self._partial(id).unlink(missing_ok=True)
        self._partial(id).with_suffix(".lock").unlink(missing_ok=True)

    @contextmanager
    def _locked(self, id: str) -> Iterator[None]:
        with room():
            self.parts.mkdir(parents=True, exist_ok=True)
            lock = filelock.FileLock(self._partial(id).with_suffix(".lock"))
            lock.acquire()
        try:
            yield
        finally:
            lock.release()

    def _partial(self, id: str) -> Path:
        return self.parts / f"{id}.part"

    def _rows(self, where: str, *params: object) -> list[Upload]:
        text = f"SELECT id, sha256, size_bytes, offset_bytes, verified FROM upload WHERE {where}"
        return [
            Upload(row[0], row[1], int(row[2]), int(row[3]), int(row[4]))
            for row in self.store.sql(text, params)
        ]


def _elsewhere(upload: Upload) -> Protest:
    return Protest(
        409, "offset_mismatch", "The next piece begins elsewhere.", offset=upload.offset_bytes
    )
