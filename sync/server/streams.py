"""Bytes of files over HTTP in blocks: a body into a file, a part of a file into an answer."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

from litestar import Request

from sync.protocol import schema
from sync.server.protest import Protest
from sync.server.uploads import room

BLOCK_BYTES = 256 << 10
IDLE_S = 60.0
FILE_S = 300.0
RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")


async def receive(request: Request[Any, Any, Any], threads: Executor, target: Path) -> None:
    """The body of a request into a file of at most one piece.

    Raises Protest: 413 for more, 408 when nothing comes for a minute. A body that breaks off
    raises litestar's error for it.
    """
    loop = asyncio.get_running_loop()
    length = request.headers.get("content-length", "0")
    if length.isascii() and length.isdigit() and int(length) > schema.PIECE_LIMIT_BYTES:
        raise _too_large()
    with room(), target.open("wb") as file:
        block, size = bytearray(), 0
        async for part in _patiently(request.stream()):
            block += part
            size += len(part)
            if size > schema.PIECE_LIMIT_BYTES:
                raise _too_large()
            if len(block) >= BLOCK_BYTES:
                await loop.run_in_executor(threads, file.write, bytes(block))
                block.clear()
        await loop.run_in_executor(threads, file.write, bytes(block))


async def _patiently(parts: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    while True:
        try:
            yield await asyncio.wait_for(anext(parts), IDLE_S)
        except StopAsyncIteration:
            return
        except TimeoutError as error:
            raise Protest(408, "timeout", "The piece did not come.") from error


def _too_large() -> Protest:
    return Protest(413, "too_large", "A piece has at most 4 MB.")


def offset_of(request: Request[Any, Any, Any]) -> int:
    """Where a piece says it begins."""
    value = request.headers.get(schema.UPLOAD_OFFSET, "")
    if not (value.isascii() and value.isdigit() and len(value) < 16):
        raise Protest(422, "malformed", f"A piece says where it begins: {schema.UPLOAD_OFFSET}.")
    return int(value)


def wanted_range(header: str, size: int) -> range | None:
    """Which bytes a Range header asks for (RFC 9110, 14.2).

    The whole for none, for several ranges and for what is no range; None when it can't be
    satisfied (416).
    """
    found = RANGE.fullmatch(header.strip())
    if found is None or not any(found.groups()):
        return range(size)
    first, last = found.groups()
    if not first:
        start, stop = max(0, size - int(last)), size
        return range(start, stop) if int(last) and size else None
    start, stop = int(first), min(int(last) + 1, size) if last else size
    if last and int(last) < start:
        return range(size)
    return range(start, stop) if start < size else None


async def blocks(threads: Executor, source: Path, part: range) -> AsyncIterator[bytes]:
    """That part of a file, block by block."""
    loop = asyncio.get_running_loop()
    with source.open("rb") as file:
        file.seek(part.start)
        left = len(part)
        while left:
            block = await loop.run_in_executor(threads, file.read, min(left, BLOCK_BYTES))
            if not block:
                return
            left -= len(block)
            yield block
