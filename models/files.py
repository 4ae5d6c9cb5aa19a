"""Bytes of files, kept beside the store under their sha256."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from models.errors import NotFound, Refused, StoreFull, StoreReadOnly

LIMIT_BYTES = 20 << 20  # of bytes that are in memory
COPY_LIMIT_BYTES = 2 << 30
BLOCK_BYTES = 1 << 20
TOO_LARGE = "A file can have at most 2 GB."
SHA256 = re.compile(r"[0-9a-f]{64}\Z")
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
)


def path(folder: Path, sha256: str) -> Path:
    """Where the bytes of this hash are or would be. Raises Refused for what is no hash."""
    if not SHA256.match(sha256):
        raise Refused("invalid", "That is not the name of a file.")
    return folder / sha256[:2] / sha256


def keep(folder: Path, data: bytes) -> str:
    """Store bytes durably and give their sha256; the same bytes are stored once.

    The file and its folder are synced before this returns, so a row that names it can follow.
    """
    if len(data) > LIMIT_BYTES:
        raise Refused("too_large", "A file can have at most 20 MB for now.")
    sha256 = hashlib.sha256(data).hexdigest()
    return sha256 if path(folder, sha256).exists() else _keep(folder, [data])


def keep_copy(folder: Path, source: Path) -> str:
    """The same for a file of any size up to 2 GB, block by block.

    Raises NotFound when it can't be read.
    """
    try:
        file = source.open("rb")
    except OSError as error:
        raise NotFound(f"Can't read {source.name}: {error.strerror}.") from error
    with file:
        if os.fstat(file.fileno()).st_size > COPY_LIMIT_BYTES:
            raise Refused("too_large", TOO_LARGE)
        return _keep(folder, iter(lambda: file.read(BLOCK_BYTES), b""))


def settle(folder: Path, partial: Path, sha256: str) -> None:
    """Move a file that is whole, synced and has this hash to its place, durably."""
    target = path(folder, sha256)
    with disk_errors():
        if not target.parent.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            sync_folder(folder)
        partial.replace(target)
        sync_folder(target.parent)


def hash_of(file: Path) -> str:
    """The sha256 of a file of any size."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def copy_out(folder: Path, sha256: str, target: Path) -> None:
    """Put a copy elsewhere, whole or not at all. Raises NotFound while the bytes are not here.

    StoreFull or StoreReadOnly: what was there before is still there.
    """
    source = path(folder, sha256)
    if not source.exists():
        raise NotFound("The file is not on this computer yet.")
    partial = target.with_name(f".{secrets.token_hex(8)}.part")
    with disk_errors():
        try:
            shutil.copyfile(source, partial)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)


def read(folder: Path, sha256: str) -> bytes:
    """The bytes. Raises NotFound while they are not here, Refused when they are too many."""
    file = path(folder, sha256)
    try:
        if file.stat().st_size > LIMIT_BYTES:
            raise Refused("too_large", "This file is too large to be held in memory.")
        return file.read_bytes()
    except FileNotFoundError as error:
        raise NotFound("The file is not on this computer yet.") from error


def media_type(data: bytes) -> str:
    """What the first bytes say; ``application/octet-stream`` when they say nothing known."""
    for start, name in SIGNATURES:
        if data.startswith(start):
            return name
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return "application/octet-stream"


@contextlib.contextmanager
def disk_errors() -> Iterator[None]:
    """What the file system says, as StoreReadOnly or StoreFull."""
    try:
        yield
    except PermissionError as error:
        raise StoreReadOnly(f"Can't write {error.filename}") from error
    except OSError as error:
        raise StoreFull(f"Can't keep the file: {error.strerror}") from error


def _keep(folder: Path, blocks: Iterable[bytes]) -> str:
    partial = folder / f"{secrets.token_hex(8)}.part"
    with disk_errors():
        folder.mkdir(parents=True, exist_ok=True)
        try:
            sha256 = _write_synced(partial, blocks)
            if not path(folder, sha256).exists():
                settle(folder, partial, sha256)
        finally:
            partial.unlink(missing_ok=True)
    return sha256


def _write_synced(target: Path, blocks: Iterable[bytes]) -> str:
    digest, size = hashlib.sha256(), 0
    with target.open("wb") as file:
        for block in blocks:
            size += len(block)
            if size > COPY_LIMIT_BYTES:
                raise Refused("too_large", TOO_LARGE)
            digest.update(block)
            file.write(block)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()


def sync_folder(folder: Path) -> None:
    """Make what was created or renamed in a folder outlive a power cut."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
