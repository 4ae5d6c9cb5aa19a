"""Keeping the bytes of a file that somebody gave; runs on a reader's thread."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from models import files
from models.commands import FileRef
from models.ids import new_id

_LONGEST_NAME = 120
_ANYTHING = ("application/octet-stream", "application/zip")


def keep_file(folder: Path, data: bytes, name: str, media_type: str = "") -> FileRef:
    """Keep the bytes and give what a message names them by. Errors as in ``files.keep``.

    The first bytes tell the kind where they can; else ``media_type``, else the name does. A ZIP
    may be any of many kinds.
    """
    sha256 = files.keep(folder, data)
    seen = files.media_type(data)
    told = media_type or mimetypes.guess_type(name)[0] or seen
    return FileRef(
        id=new_id(),
        sha256=sha256,
        name=name[-_LONGEST_NAME:],
        media_type=told if seen in _ANYTHING else seen,
        size_bytes=len(data),
    )
