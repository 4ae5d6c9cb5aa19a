"""Where the order of changes stands, and whether a cursor belongs to this store's past."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from models.database import Store
from sync.protocol import cursor as cursors
from sync.server.writer import STREAM


@dataclass(frozen=True, slots=True)
class Mark:
    """A committed transaction: its last position and its random nonce.

    ``gc_seq``: up to here it is forgotten what left a scope. ``epoch`` counts restores.
    """

    seq: int
    nonce: str
    gc_seq: int
    epoch: int

    def is_same(self, other: Mark) -> bool:
        """Whether nothing was committed between the two."""
        return (self.seq, self.nonce) == (other.seq, other.nonce)


NEWEST = (
    "SELECT h.seq, m.nonce, h.gc_seq, (SELECT value FROM meta WHERE key = 'epoch') "
    "FROM stream_head h JOIN seq_mark m ON m.seq = h.seq WHERE h.stream = ?",
    (STREAM,),
)
"""The question whose answer ``mark_of`` reads."""


def newest_mark(store: Store) -> Mark:
    return mark_of(store.sql(*NEWEST))


def mark_of(found: list[tuple[Any, ...]]) -> Mark:
    seq, nonce, gc_seq, epoch = found[0]
    return Mark(int(seq), nonce, int(gc_seq), int(epoch))


def epoch(store: Store) -> int:
    """How often this store was restored, plus one."""
    return int(store.sql("SELECT value FROM meta WHERE key = 'epoch'")[0][0])


def knows(store: Store, cursor: cursors.Cursor, head: Mark) -> bool:
    """Whether a cursor comes from the past of this store, and not from another one."""
    if cursor.epoch != head.epoch or cursor.seq > head.seq or cursor.mark_seq > head.seq:
        return False
    if cursor.mark_seq == head.seq:
        return cursor.nonce == head.nonce
    found = store.sql("SELECT nonce FROM seq_mark WHERE seq = ?", (cursor.mark_seq,))
    return bool(found) and found[0][0] == cursor.nonce


def may_be_ours(store: Store, text: str, head: Mark) -> bool:
    """The same for a cursor as it came, also one that is too old to tell."""
    cursor = cursors.decode(text) if text else None
    if cursor is None or (cursor.epoch == head.epoch and cursor.seq < head.gc_seq):
        return True
    return knows(store, cursor, head)
