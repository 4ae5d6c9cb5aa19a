"""Reading a part of a snapshot: bytes into rows as the local tables have them.

The server may be older or newer: columns that it does not know get their defaults, columns and
kinds that are not known here are passed over. Everything else that is not as promised is
Malformed. Memory is bounded by a block of text, whatever the part says.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import GenericAlias
from typing import Annotated, Any

import msgspec
import peewee
import zstandard

from models import records
from models.tables import ENTITIES
from sync.protocol import errors, schema

BLOCK_BYTES = 1 << 20
LINE_LIMIT_BYTES = 64 << 20
ROWS_AT_ONCE = 2_000
NEEDED = {"id", "scope", "rev"}

Values = tuple[Any, ...]
Read = Callable[[bytes], list[Values]]
Whole = Annotated[int, msgspec.Meta(ge=-(1 << 63), le=(1 << 63) - 1)]


@dataclass(frozen=True, slots=True)
class Rows:
    """``count`` rows of one kind, in the order of ``records.columns``; none if it is unknown."""

    kind: str
    count: int
    values: list[Values]

    def after(self, rows: int) -> Rows:
        """Without the first ones."""
        return Rows(self.kind, self.count - rows, self.values[rows:])


def read(path: Path, promised: int) -> Iterator[Rows]:
    """All rows of a part, at most some thousands at a time. Raises Malformed."""
    found = 0
    try:
        for rows in _rows(_blocks(path)):
            found += rows.count
            if found > promised:
                break
            yield from _in_pages(rows)
    except (zstandard.ZstdError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise errors.Malformed(f"A part of the first sync can't be read: {error}") from error
    if found != promised:
        raise errors.Malformed("A part of the first sync has not as many rows as was said.")


def _in_pages(rows: Rows) -> Iterator[Rows]:
    for start in range(0, rows.count, ROWS_AT_ONCE):
        count = min(ROWS_AT_ONCE, rows.count - start)
        yield Rows(rows.kind, count, rows.values[start : start + count])


def _blocks(path: Path) -> Iterator[bytes]:
    """Whole lines, about a megabyte at a time."""
    rest = b""
    with path.open("rb") as file, zstandard.ZstdDecompressor().stream_reader(file) as reader:
        while block := reader.read(BLOCK_BYTES):
            rest += block
            cut = rest.rfind(b"\n") + 1
            if cut:
                yield rest[:cut]
                rest = rest[cut:]
            elif len(rest) > LINE_LIMIT_BYTES:
                raise errors.Malformed("A line of the first sync never ends.")
    if rest:
        raise errors.Malformed("A part of the first sync breaks off.")


def _rows(blocks: Iterator[bytes]) -> Iterator[Rows]:
    """Rows under their heads. Only a head begins with a brace."""
    kind = ""
    decode: Read = _no_head
    for block in blocks:
        start = 0
        while start < len(block):
            if block.startswith(b"{", start):
                end = block.index(b"\n", start) + 1
                head = msgspec.json.decode(block[start:end], type=schema.SnapshotHead)
                kind, decode = head.kind, _reader(head.kind, tuple(head.columns))
            else:
                end = block.find(b"\n{", start) + 1 or len(block)
                lines = block[start:end]
                values = decode(lines)
                yield Rows(kind, len(values) or lines.count(b"\n"), values)
            start = end


def _no_head(lines: bytes) -> list[Values]:
    raise errors.Malformed("Rows of the first sync come without their kind.")


@functools.cache
def _reader(kind: str, given: tuple[str, ...]) -> Read:
    """Makes rows of lines with these columns."""
    if kind not in ENTITIES:
        return lambda lines: []
    if not set(given) >= NEEDED or len(set(given)) < len(given):
        raise errors.Malformed("Rows of the first sync lack what tells one from another.")
    types = _types(kind)
    row = GenericAlias(tuple, tuple(types.get(name, msgspec.Raw) for name in given))
    decoder: msgspec.json.Decoder[Values] = msgspec.json.Decoder(row)
    if given == records.columns(kind):
        return decoder.decode_lines
    pick = _picker(kind, given)
    return lambda lines: [pick(values) for values in decoder.decode_lines(lines)]


def _types(kind: str) -> dict[str, Any]:
    """What each column of the local table takes."""
    found: dict[str, Any] = {}
    for field in ENTITIES[kind]._meta.sorted_fields:
        plain: Any = Whole if isinstance(field, peewee.IntegerField) else str
        found[field.column_name] = plain | None if field.null else plain
    return found


def _picker(kind: str, given: Sequence[str]) -> Callable[[Values], Values]:
    known = records.defaults(kind)
    places = [(given.index(name) if name in given else -1) for name in records.columns(kind)]
    spare = [known[name] for name in records.columns(kind)]

    def pick(values: Values) -> Values:
        return tuple(
            values[place] if place >= 0 else default
            for place, default in zip(places, spare, strict=True)
        )

    return pick
