"""HTTP/1.1 read off a stream as far as a proxy needs it: heads, and where bodies end."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator
from dataclasses import dataclass

Pieces = AsyncGenerator[bytes, None]
PIECE = 1 << 16
REASONS = {429: "Too Many Requests", 500: "Internal Server Error", 502: "Bad Gateway"}


@dataclass(frozen=True)
class Head:
    """The lines before a body; ``raw`` is what came."""

    raw: bytes
    first: str
    fields: dict[str, str]

    @property
    def status(self) -> int:
        return int(self.first.split(" ")[1])

    @property
    def is_stream(self) -> bool:
        """It does not end by itself."""
        return self.fields.get("content-type", "").startswith("text/event-stream")


@dataclass(frozen=True)
class Request:
    name: str
    head: bytes
    body: bytes


@dataclass(frozen=True)
class Answer:
    status: int
    head: bytes
    body: bytes

    @property
    def whole(self) -> bytes:
        return self.head + self.body


async def read_request(reader: asyncio.StreamReader) -> Request | None:
    """The next whole request, or None when the client is gone."""
    try:
        head = await _head(reader)
        body = b"".join([piece async for piece in _body(reader, head, ends=True)])
    except (asyncio.IncompleteReadError, OSError):
        return None
    return Request(_name(head.first.split(" ")[1], body), head.raw, body)


async def read_answer(
    reader: asyncio.StreamReader,
) -> tuple[Head, Pieces]:
    """The head of an answer, and its body piece by piece as it comes (chunks with their frame)."""
    head = await _head(reader)
    return head, _body(reader, head, ends=head.status in (204, 304))


def canned(status: int, kind: str, body: bytes, *fields: str) -> bytes:
    """A whole answer that was not asked of any server."""
    lines = [f"HTTP/1.1 {status} {REASONS[status]}", f"Content-Type: {kind}", *fields]
    lines += [f"Content-Length: {len(body)}", "", ""]
    return "\r\n".join(lines).encode() + body


def _name(target: str, body: bytes) -> str:
    """``push`` for ``/v1/push`` and so on; a pull that waits is a ``poll``."""
    name = target.partition("?")[0].removeprefix("/v1/").partition("/")[0]
    if name == "pull" and json.loads(body).get("wait"):
        return "poll"
    return name


async def _head(reader: asyncio.StreamReader) -> Head:
    raw = await reader.readuntil(b"\r\n\r\n")
    first, *lines = raw.decode("latin-1").rstrip("\r\n").split("\r\n")
    fields = {}
    for line in lines:
        key, _, value = line.partition(":")
        fields[key.strip().lower()] = value.strip()
    return Head(raw, first, fields)


async def _body(reader: asyncio.StreamReader, head: Head, ends: bool) -> Pieces:
    """``ends``: without a length there is no body; else it goes on until the connection ends."""
    if "chunked" in head.fields.get("transfer-encoding", ""):
        async for piece in _chunks(reader):
            yield piece
        return
    left = int(head.fields.get("content-length", 0 if ends else -1))
    while left:
        piece = await reader.read(PIECE if left < 0 else min(left, PIECE))
        if not piece:
            if left < 0:
                return
            raise asyncio.IncompleteReadError(b"", left)
        left = max(left - len(piece), 0) if left > 0 else left
        yield piece


async def _chunks(reader: asyncio.StreamReader) -> Pieces:
    while True:
        line = await reader.readuntil(b"\r\n")
        size = int(line.split(b";")[0], 16)
        yield line + await reader.readexactly(size + 2)
        if not size:
            return
