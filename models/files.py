"""Bytes of files, kept beside the store under their sha256."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from pathlib import Path

from models.errors import NotFound, Refused, StoreFull, StoreReadOnly

LIMIT_BYTES = 20 << 20
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
    target = path(folder, sha256)
    if target.exists():
        return sha256
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_name(f"{sha256}.{secrets.token_hex(4)}.part")
        try:
            _write_synced(partial, data)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
        _sync_folder(target.parent)
    except PermissionError as error:
        raise StoreReadOnly(f"Can't write {error.filename}") from error
    except OSError as error:
        raise StoreFull(f"Can't keep the file: {error.strerror}") from error
    return sha256


def read(folder: Path, sha256: str) -> bytes:
    """The bytes. Raises NotFound while they are not here."""
    try:
        return path(folder, sha256).read_bytes()
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


def _write_synced(target: Path, data: bytes) -> None:
    with target.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
