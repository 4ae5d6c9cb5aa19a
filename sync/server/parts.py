"""Writing the rows of a scope as the parts of a snapshot, see ``schema.SnapshotPart``.

Everything is read in one view of the store, some rows at a time; the database makes each row's
JSON itself. Deleted rows stay out: a device that never had a row need not hear that it went.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import BinaryIO

import msgspec
import zstandard

from models import records
from models.database import Store
from models.window import DAY_MS, IS_OLD, KEEP_DAYS
from sync.protocol import cursor as cursors
from sync.protocol import schema
from sync.protocol.kinds import KEPT, KINDS
from sync.server import marks
from sync.server.marks import epoch

ROWS_AT_ONCE = 200
BLOCK_BYTES = 256 << 10
LEVEL = 3
SPARE_BYTES = 64 << 10  # what a block that can't be made smaller grows by


class Ended(Exception):
    """The server is to leave; the snapshot is not finished."""


@cache
def form() -> str:
    """Names what rows look like in this version: snapshots of another one are not given out."""
    columns = {kind: records.columns(kind) for kind in KINDS}
    return hashlib.sha256(msgspec.json.encode(columns)).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class View:
    """Which part of a scope: all, or without what was done and not touched for ``days``.

    The floor is a midnight, so that all who ask on a day get the same files.
    """

    days: int = 0
    floor_ms: int = 0

    @classmethod
    def of(cls, scope: str, days: int, now_ms: int) -> View:
        """The narrowest of ``KEEP_DAYS`` that has as much; only queues grow without end."""
        wide = [each for each in KEEP_DAYS if each >= days > 0]
        if not wide or not scope.startswith("q:"):
            return cls()
        return cls(wide[0], (now_ms // DAY_MS - wide[0]) * DAY_MS)

    @property
    def name(self) -> str:
        return f"-{self.days}w{self.floor_ms // DAY_MS}" if self.days else ""


WHOLE = View()


def name_of(head: marks.Mark, view: View) -> str:
    """Of the snapshot at this position, in this past and form; the same name, the same rows."""
    return f"{head.seq}-{head.nonce}-{form()}{view.name}"


def write(
    store: Store, scope: str, folder: Path, ended: Callable[[], bool], view: View = WHOLE
) -> schema.Snapshot:
    """Fill an empty folder with the parts of a scope. Raises Ended, and OSError for a full disk."""
    writer = PartWriter(folder)
    try:
        with store.snapshot():
            era, head = epoch(store), marks.newest_mark(store)
            for kind in _kinds(store, scope):
                writer.begin(kind)
                for rows in _rows(store, scope, kind, view.floor_ms):
                    if ended():
                        raise Ended
                    writer.add(rows)
        parts = writer.finish()
    finally:
        writer.close()
    return schema.Snapshot(
        scope=scope,
        name=name_of(head, view),
        cur=cursors.encode(era, head.seq, head.seq, head.nonce),
        seq=head.seq,
        floor=view.floor_ms,
        rows=sum(part.rows for part in parts),
        parts=parts,
    )


def _kinds(store: Store, scope: str) -> list[str]:
    text = "SELECT DISTINCT kind FROM change WHERE scope = ? AND op = 'put'"
    found = {row[0] for row in store.sql(text, (scope,))}
    return [kind for kind in KINDS if kind in found]


def _rows(store: Store, scope: str, kind: str, floor_ms: int) -> Iterator[list[str]]:
    """Live rows as JSON arrays, by id. Rows of other homes only through a person's scope."""
    live = "deleted IN (0, 1)" if kind in KEPT else "deleted = 0"
    recent, since = _recent(kind, floor_ms)
    order = "" if store.is_sqlite else ' COLLATE "C"'
    listed = (
        f"SELECT ent FROM change WHERE kind = ? AND scope = ? AND op = 'put' ORDER BY ent{order}"
    )
    home, at_home = ("", ()) if scope.startswith("u:") else (" AND scope = ?", (scope,))
    text = f'SELECT {array_sql(kind, store.is_sqlite)} FROM "{kind}" WHERE {live}{home}{recent}'
    for found in store.stream(listed, (kind, scope), ROWS_AT_ONCE):
        ids = [row[0] for row in found]
        marks = ", ".join("?" for _ in ids)
        rows = store.sql(f"{text} AND id IN ({marks}) ORDER BY id{order}", (*at_home, *since, *ids))
        yield [row[0] for row in rows]


def _recent(kind: str, floor_ms: int) -> tuple[str, tuple[int, ...]]:
    """Words that leave out old tickets and what belongs to them.

    What was merged is kept: it is part of another ticket, which may be recent.
    """
    ticket = "id" if kind == "ticket" else KINDS[kind].parent
    if not floor_ms or ticket is None:
        return "", ()
    old = f'SELECT 1 FROM ticket t WHERE t.id = "{kind}".{ticket} AND t.merged_into IS NULL'
    return f" AND NOT EXISTS ({old} AND {IS_OLD.format(t='t')})", (floor_ms, floor_ms)


@cache
def array_sql(kind: str, sqlite: bool) -> str:
    """An expression that makes a row's values a JSON array in the database."""
    names = ", ".join(f'"{name}"' for name in records.columns(kind))
    return f"json_array({names})" if sqlite else f"json_build_array({names})::text"


class PartWriter:
    """Lines in; files ``0``, ``1`` … out, none larger than ``PART_LIMIT_BYTES``.

    Only a single row that can't be made smaller than that makes a larger one.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._parts: list[schema.SnapshotPart] = []
        self._head = b""
        self._must_head = False
        self._lines: list[bytes] = []
        self._size = 0
        self._file: BinaryIO | None = None

    def begin(self, kind: str) -> None:
        """Rows of this kind follow."""
        self._write_lines()
        head = schema.SnapshotHead(kind, list(records.columns(kind)))
        self._head = msgspec.json.encode(head) + b"\n"
        self._must_head = True

    def add(self, rows: list[str]) -> None:
        for row in rows:
            line = row.encode() + b"\n"
            if self._size + len(line) > BLOCK_BYTES:
                self._write_lines()
            self._lines.append(line)
            self._size += len(line)

    def finish(self) -> list[schema.SnapshotPart]:
        """All parts, written for good."""
        self._write_lines()
        self._end_part()
        return self._parts

    def close(self) -> None:
        """Leave no file open, whatever happened."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _write_lines(self) -> None:
        if not self._lines:
            return
        most = self._size + len(self._head) + SPARE_BYTES
        if self._file is not None and self._file.tell() + most > schema.PART_LIMIT_BYTES:
            self._end_part()
        if self._file is None:
            self._begin_part()
        head = self._head if self._must_head else b""
        packed = self._packer.compress(head + b"".join(self._lines))
        self._put(packed + self._packer.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK))
        self._rows += len(self._lines)
        self._must_head = False
        self._lines, self._size = [], 0

    def _begin_part(self) -> None:
        self._file = (self._folder / str(len(self._parts))).open("wb")
        self._packer = zstandard.ZstdCompressor(LEVEL, write_checksum=True).compressobj()
        self._sha256 = hashlib.sha256()
        self._rows = 0
        self._must_head = True

    def _put(self, data: bytes) -> None:
        assert self._file is not None
        self._sha256.update(data)
        self._file.write(data)

    def _end_part(self) -> None:
        if self._file is None:
            return
        self._put(self._packer.flush())
        size = self._file.tell()
        self._file.flush()
        os.fsync(self._file.fileno())
        self.close()
        self._parts.append(schema.SnapshotPart(self._sha256.hexdigest(), size, self._rows))
