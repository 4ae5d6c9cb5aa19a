"""Making a profile forget everything, for a computer that was signed out for good.

In steps that may each be the last of a process: first a mark, then the texts that were never sent
go into a folder, then a second mark, and only then is anything deleted. The marks go last. Rows
are deleted rather than the file, since another program may hold it open.
"""

from __future__ import annotations

import contextlib
import datetime
import shutil
from pathlib import Path

from models import profile as profiles
from models import unsent, window_state
from models.database import Store
from models.errors import StoreBusy
from models.profile import Profile
from models.tables import ENTITIES, LOCAL_TABLES

TOLD, SAVED = "told", "saved"
KEPT_LOOKS = ("theme", "language")
FTS_TABLES = ("search_index", "article_index")


def mark(store: Store) -> None:
    """From now on this profile is to be wiped, whatever happens to this process."""
    if profiles.get(store, profiles.REVOKED) is None:
        profiles.put(store, profiles.REVOKED, TOLD)


def is_marked(store: Store) -> bool:
    return profiles.get(store, profiles.REVOKED) is not None


def wipe(profile: Profile, store: Store, parent: Path | None = None) -> Path | None:
    """Save what was never sent, then forget everything; where it was saved, if there was any.

    Into a folder of today's date in ``parent``, without one in the profile's own folder. Raises
    StoreFull or StoreReadOnly when it can't be saved: then nothing was deleted; StoreBusy when
    another program keeps the file from shrinking: what is left goes with the next call.
    """
    saved = None
    if profiles.get(store, profiles.REVOKED) != SAVED:
        today = datetime.date.today()
        name = f"unsent-{today}" if parent is None else f"deskside-unsent-{today}"
        language = window_state.load(store, "language") or "en"
        folder = parent or profile.folder
        saved = unsent.export(store, profile.files, folder / name, language)
        profiles.put(store, profiles.REVOKED, SAVED)
    _forget_files(profile)
    _forget_rows(store)
    profiles.put(store, profiles.REVOKED, None)
    return saved


def _forget_files(profile: Profile) -> None:
    """Bytes of files, and copies of the store that were made before an upgrade."""
    with contextlib.suppress(FileNotFoundError):
        shutil.rmtree(profile.files)
    for copy in profile.folder.glob(f"{profile.database.name}.before-*"):
        copy.unlink(missing_ok=True)
    profile.files.mkdir(exist_ok=True)


def _forget_rows(store: Store) -> None:
    store.sql("PRAGMA secure_delete = ON")
    with store.transaction():
        for table in (*ENTITIES.values(), *LOCAL_TABLES):
            name = table._meta.table_name
            if name not in ("profile", "window_state"):
                store.sql(f'DELETE FROM "{name}"')
        for name in FTS_TABLES:
            store.sql(f"INSERT INTO {name} ({name}) VALUES ('delete-all')")
        store.sql("DELETE FROM profile WHERE key <> ?", (profiles.REVOKED,))
        store.sql("DELETE FROM window_state WHERE key NOT IN (?, ?)", KEPT_LOOKS)
    store.sql("VACUUM")
    busy = store.sql("PRAGMA wal_checkpoint(TRUNCATE)")[0][0]
    if busy:
        raise StoreBusy("Another program still reads this profile.")
