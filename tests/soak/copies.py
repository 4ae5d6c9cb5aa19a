"""Copies of files while they are in use, and what a file that was put back no longer knows."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pysqlite3.dbapi2 as pysqlite3

from models.database import Store
from tests.helpers.desk import ServerDesk
from tests.soak.device import Device
from tests.soak.local import Seen
from tests.soak.settled import Texts


def copy_file(store: Store, path: Path) -> None:
    """A whole copy of a SQLite store, as a backup program makes it."""
    with closing(pysqlite3.connect(str(path))) as copy:
        store.db.connection().backup(copy)


def forget_what_the_disk_lost(desk: ServerDesk, one: Device, restored: bool) -> None:
    """After its file was put back: what was neither sent nor is in the file, nobody can bring.

    ``restored``: so was the store before, and the file may be of the past that was lost with that.
    """
    forget_what_is_lost(desk, one)
    one.drafts = dict(one.store.sql("SELECT ticket_id, html FROM own_draft"))
    one.notes.clear()
    numbers = {} if restored else one.seen.numbers
    one.seen = Seen(numbers=numbers, unsteady=one.seen.unsteady, rereads=restored)


def forget_what_is_lost(desk: ServerDesk, one: Device) -> None:
    """Words of which neither the store nor this file has a copy that will be sent."""
    there = Texts(desk)
    times = {id for (id,) in desk.store.sql("SELECT id FROM time_entry")}
    waiting = [payload for (payload,) in one.store.sql("SELECT payload FROM outbox")]

    def is_here(text: str) -> bool:
        return any(text in payload for payload in waiting)

    one.texts = [t for t in one.texts if there.has(t) or is_here(t)]
    one.edits = [t for t in one.edits if there.has(t) or is_here(t)]
    one.times = {id: n for id, n in one.times.items() if id in times or is_here(id)}
    one.memos = {
        id: text for id, text in one.memos.items() if there.has_memo(id, text) or is_here(text)
    }
