"""Where reading of a scope stopped: opaque to clients, unsigned.

It says: this client holds everything of the scope up to ``seq``. The mark is the newest
transaction at that moment; its random nonce tells a cursor of another server or another past.
"""

from __future__ import annotations

import base64
import binascii
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

VERSION = 1
Position = Annotated[int, Meta(ge=0, le=(1 << 63) - 1)]


class Cursor(msgspec.Struct, frozen=True, array_like=True):
    """``epoch`` counts restores of the store; ``mark_seq`` and ``nonce`` name one transaction."""

    version: int
    epoch: int
    seq: Position
    mark_seq: Position
    nonce: str


def encode(epoch: int, seq: int, mark_seq: int, nonce: str) -> str:
    """A cursor as clients hold it."""
    packed = msgspec.json.encode(Cursor(VERSION, epoch, seq, mark_seq, nonce))
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def decode(text: str) -> Cursor | None:
    """The cursor, or None for anything that is none of ours."""
    try:
        packed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        cursor = msgspec.json.decode(packed, type=Cursor)
    except (binascii.Error, ValueError, msgspec.MsgspecError):
        return None
    return cursor if cursor.version == VERSION else None


def fits(held: str | None, prev: str, cur: str) -> Literal["apply", "known", "pull"]:
    """Whether changes after ``prev`` up to ``cur`` may be applied where ``held`` was read.

    ``prev`` is the place of the scope's last change before them, so that any cursor from there
    on misses nothing. Only for cursors of one store and one past: whoever asks has pulled since
    the stream that brought the changes was opened.
    """
    mine, first, last = (decode(text or "") for text in (held, prev, cur))
    if mine is None or first is None or last is None or mine.epoch != last.epoch:
        return "pull"
    if mine.seq >= last.seq:
        return "known"
    return "apply" if mine.seq >= first.seq else "pull"
