"""Keeping the bytes of a file that somebody gave; runs on a reader's thread."""

from __future__ import annotations

import mimetypes
import os
from pathlib import Path

from models import files
from models.commands import FileRef
from models.ids import new_id

_LONGEST_NAME = 120
_START_BYTES = 64
_ANYTHING = ("application/octet-stream", "application/zip")


def keep_file(folder: Path, data: bytes, name: str, media_type: str = "") -> FileRef:
    """Keep the bytes and give what a message names them by. Errors as in ``files.keep``.

    The first bytes tell the kind where they can; else ``media_type``, else the name does. A ZIP
    may be any of many kinds.
    """
    return _reference(files.keep(folder, data), data, len(data), name, media_type)


def keep_path(folder: Path, path: Path) -> FileRef:
    """The same for a file of any size up to 2 GB. Errors as in ``files.keep_copy``."""
    sha256 = files.keep_copy(folder, path)
    with files.path(folder, sha256).open("rb") as kept:
        start = kept.read(_START_BYTES)
        size_bytes = os.fstat(kept.fileno()).st_size
    return _reference(sha256, start, size_bytes, path.name, "")


def _reference(sha256: str, start: bytes, size_bytes: int, name: str, media_type: str) -> FileRef:
    seen = files.media_type(start)
    told = media_type or mimetypes.guess_type(name)[0] or seen
    return FileRef(
        id=new_id(),
        sha256=sha256,
        name=name[-_LONGEST_NAME:],
        media_type=told if seen in _ANYTHING else seen,
        size_bytes=size_bytes,
    )
