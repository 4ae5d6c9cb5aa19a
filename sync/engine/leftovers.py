"""Beginnings of files that nobody will finish: what a kill left of copies and downloads."""

from __future__ import annotations

import logging
import time
from itertools import chain
from pathlib import Path

from models.database import Store

log = logging.getLogger("deskside.engine")
DAY_S = 86_400


def remove_leftovers(store: Store, folder: Path) -> int:
    """Remove ``.part`` files that nothing was added to for a day; how many they were.

    The beginning of a download that waits or was paused stays, however old: it goes on from there.
    """
    found = store.sql(
        "SELECT sha256 FROM file_transfer "
        "WHERE direction = 'down' AND state IN ('waiting', 'paused')"
    )
    waiting = {sha256 for (sha256,) in found}
    parts = chain(folder.glob("*.part"), folder.glob("*/*.part"))
    return sum(_removed(part) for part in parts if part.stem not in waiting)


def _removed(part: Path) -> bool:
    try:
        if time.time() - part.stat().st_mtime < DAY_S:
            return False
        part.unlink()
    except OSError as error:  # somebody finished it just now, or the disk is read-only
        log.info("%s stays: %s", part.name, error)
        return False
    return True
