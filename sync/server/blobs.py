"""Bytes of files on the server: whole bodies by sha256.

Whether a file is there is told only to those who may read it.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from models import files
from models.database import Store
from models.errors import Refused
from sync.protocol import schema
from sync.server.protest import Protest
from sync.server.push import complete_file
from sync.server.rights import Rights, may_read_file, should_send_file
from sync.server.write_path import WritePath


def put(path: WritePath, folder: Path, rights: Rights, sha256: str, data: bytes) -> None:
    """Keep the bytes. Raises Protest when they are too many or not what the name says."""
    if len(data) > schema.FILE_LIMIT_BYTES:
        raise Protest(413, "too_large", "A file can have at most 20 MB for now.")
    if hashlib.sha256(data).hexdigest() != sha256:
        raise Protest(422, "wrong_sha256", "The bytes don't match the file's name.")
    files.keep(folder, data)
    complete_file(path, rights.actor, sha256, len(data))


def get(store: Store, folder: Path, rights: Rights, sha256: str) -> Path:
    """Where the bytes are. Raises Protest (404) when absent or not for this person."""
    try:
        target = files.path(folder, sha256)
    except Refused as error:
        raise Protest(404, "not_found") from error
    if not may_read_file(store, rights, sha256) or not target.exists():
        raise Protest(404, "not_found", "This file is not here.")
    return target


def missing(store: Store, folder: Path, rights: Rights, wanted: list[str]) -> list[str]:
    """Those of the wanted that should be sent: not here, or not known to be here to you."""
    return [
        sha256
        for sha256 in wanted
        if should_send_file(store, rights, sha256) or not files.path(folder, sha256).exists()
    ]
