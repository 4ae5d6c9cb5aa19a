"""Ids that are made where the row is made, and the temporary number that people see.

Every id is a UUIDv7 (RFC 9562, 5.7) in its dashed text form: sortable by time, so that new rows
land at the end of an index. Rows that one command makes besides its main row get ids *derived*
from the command, so that the desktop's guess and the server's decision name the same rows.
"""

from __future__ import annotations

import hashlib

import uuid_utils

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_id() -> str:
    """A fresh UUIDv7 as text; two calls in one process never go backwards."""
    return str(uuid_utils.uuid7())


def derived_id(base: str, name: str) -> str:
    """An id that everybody computes alike from ``base`` (a UUIDv7) and ``name``.

    It keeps the time part of ``base``, so derived rows sort beside their origin.
    """
    tail = hashlib.sha256(f"{base}/{name}".encode()).hexdigest()
    return f"{base[:14]}7{tail[:3]}-8{tail[3:6]}-{tail[6:18]}"


def stable_id(name: str) -> str:
    """An id for something with one natural key, e.g. one person's read mark on a ticket."""
    tail = hashlib.sha256(name.encode()).hexdigest()
    return f"{tail[:8]}-{tail[8:12]}-8{tail[12:15]}-8{tail[15:18]}-{tail[18:30]}"


def ticket_alias(ticket_id: str) -> str:
    """The temporary number of a ticket, e.g. ``N-3F7KQ2``: six Crockford characters of its tail."""
    value = int(ticket_id.replace("-", "")[-12:], 16)
    letters = ""
    for _ in range(6):
        value, digit = divmod(value, 32)
        letters = CROCKFORD[digit] + letters
    return f"N-{letters}"
