"""Reading NDJSON, plain or gzip, one line at a time and never a line larger than a limit.

Only LF ends a line: texts hold U+2028 and other line ends of Unicode.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

LINE_LIMIT_BYTES = 16 << 20
SKIP_BYTES = 1 << 20
BUFFER_BYTES = 1 << 18
GZIP = b"\x1f\x8b"
UTF8_MARK = b"\xef\xbb\xbf"


class Unreadable(Exception):
    """The file can't be opened; the text says why."""


class Refusal(Exception):
    """A row that is not taken; the text is the reason."""


@dataclass(frozen=True, slots=True)
class Line:
    """``number`` counts from 1. ``data`` is None when ``reason`` says why it can't be read."""

    number: int
    data: bytes | None
    reason: str = ""


def lines(path: Path) -> Iterator[Line]:
    """The lines of a file that are not empty.

    A file that breaks off (a cut gzip) gives what came before and then one line with the reason.
    Raises Unreadable when it can't be opened at all.
    """
    with _opened(path) as file:
        number = 0
        while True:
            number += 1
            try:
                data = _next(file)
            except (EOFError, OSError, zlib.error) as error:
                reason = f"the file breaks off here, nothing after this could be read ({error})"
                yield Line(number, None, reason)
                return
            if data == b"":
                return
            if data is None:
                yield Line(number, None, f"longer than {LINE_LIMIT_BYTES >> 20} MB")
            elif data.strip():
                yield Line(number, data.removeprefix(UTF8_MARK) if number == 1 else data)


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    try:
        raw = path.open("rb")
        head = raw.read(2)
        raw.seek(0)
    except OSError as error:
        raise Unreadable(f"Can't read {path}: {error.strerror}.") from error
    with raw:
        if head == GZIP:
            with gzip.open(raw) as packed:
                yield io.BufferedReader(packed, BUFFER_BYTES)
        else:
            yield raw


def _next(file: IO[bytes]) -> bytes | None:
    """The next line, empty at the end; None for one that is too long, which is passed over."""
    data = file.readline(LINE_LIMIT_BYTES + 1)
    if len(data) <= LINE_LIMIT_BYTES:
        return data
    while not data.endswith(b"\n") and data:
        data = file.readline(SKIP_BYTES)
    return None
