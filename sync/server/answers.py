"""Reading what was asked and forming what is answered: JSON, parts of files, problems."""

from __future__ import annotations

from concurrent.futures import Executor
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import zstandard
from litestar import Request, Response
from litestar.datastructures import State
from litestar.response import Stream

from sync.protocol import schema
from sync.server import streams
from sync.server.protest import Protest

T = TypeVar("T")
Req = Request[Any, Any, State]
COMPRESS_FROM_BYTES = 1_000
JSON = "application/json"
BYTES = "application/octet-stream"
PROBLEM = "application/problem+json"


async def read_body(request: Req, kind: type[T]) -> T:
    """The body as a struct. Raises Protest (422) for anything else."""
    try:
        return msgspec.json.decode(await request.body(), type=kind)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise Protest(422, "malformed", str(error)[:200]) from error


def answer_json(request: Req, body: bytes) -> Response[bytes]:
    """JSON bytes, with zstd where the client takes it and it pays."""
    headers = {}
    if len(body) > COMPRESS_FROM_BYTES and "zstd" in request.headers.get("accept-encoding", ""):
        body = zstandard.ZstdCompressor(level=3).compress(body)
        headers["content-encoding"] = "zstd"
    return Response(body, media_type=JSON, headers=headers)


def answer_file(request: Req, source: Path, threads: Executor) -> Response[Any]:
    """The bytes of a file, or the part of them that a Range header names."""
    size = source.stat().st_size
    asked = request.headers.get("range", "")
    part = streams.wanted_range(asked, size)
    if part is None:
        answer = problem(416, "range", "The file is not that long.")
        answer.headers["content-range"] = f"bytes */{size}"
        return answer
    headers = {"accept-ranges": "bytes", "content-length": str(len(part))}
    if len(part) < size:
        headers["content-range"] = f"bytes {part.start}-{part.stop - 1}/{size}"
    return Stream(
        streams.blocks(threads, source, part),
        status_code=206 if len(part) < size else 200,
        headers=headers,
        media_type=BYTES,
    )


def number_of(text: str) -> int:
    """A whole number of a query. Raises Protest (422) for what is none."""
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise Protest(422, "malformed", "That is no number.")
    return int(text)


def problem(status: int, code: str, detail: str = "", **extra: int) -> Response[bytes]:
    """An error as problem+json; busy ones say when to come again."""
    body = schema.Problem(title=code, status=status, code=code, detail=detail, **extra)
    headers = {"retry-after": "1"} if status in (429, 503) else {}
    encoded = msgspec.json.encode(body)
    return Response(encoded, status_code=status, media_type=PROBLEM, headers=headers)
