"""Reading what was asked and forming what is answered: JSON, parts of files, problems."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Executor
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import zstandard
from litestar import Request, Response
from litestar.datastructures import State
from litestar.exceptions import HTTPException
from litestar.response import Stream

from models.errors import DeskError, Refused, StoreBusy, StoreFull
from sync.protocol import schema
from sync.server import streams
from sync.server.protest import Protest
from sync.server.told import BYTES

log = logging.getLogger("deskside.server")
T = TypeVar("T")
Req = Request[Any, Any, State]
COMPRESS_FROM_BYTES = 1_000
JSON = "application/json"
PROBLEM = "application/problem+json"
BODY_S = 60.0
HTTP_CODES = {404: "not_found", 405: "method", 413: "too_large", 400: "malformed"}


async def read_body(request: Req, kind: type[T]) -> T:
    """The body as a struct. Raises Protest: 422 for anything else, 408 when it does not come."""
    data = await whole_body(request, BODY_S)
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise Protest(422, "malformed", str(error)[:200]) from error


async def whole_body(request: Req, seconds: float) -> bytes:
    """All bytes. Raises Protest (408) when they take longer: a slow sender holds nothing open."""
    try:
        async with asyncio.timeout(seconds):
            return await request.body()
    except TimeoutError as error:
        raise Protest(408, "timeout", "The request did not come to its end.") from error


def address_of(request: Req) -> str:
    """Where a request comes from: behind a trusted proxy, what that says (``serve``)."""
    return request.client.host if request.client else ""


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


def text_of(text: str) -> str:
    """A name in an address. Raises Protest (422) for what no store can look up."""
    if len(text) > 200 or "\0" in text:
        raise Protest(422, "malformed", "That is no name.")
    return text


def problem(status: int, code: str, detail: str = "", **extra: Any) -> Response[bytes]:
    """An error as problem+json; busy ones say when to come again."""
    body = schema.Problem(title=code, status=status, code=code, detail=detail, **extra)
    headers = {}
    if status in (429, 503):
        headers["retry-after"] = str(body.retry_after_s or 1)
    encoded = msgspec.json.encode(body)
    return Response(encoded, status_code=status, media_type=PROBLEM, headers=headers)


def on_protest(_: Req, error: Protest) -> Response[bytes]:
    return problem(error.status, error.code, error.detail, **error.extra)


def on_refused(_: Req, error: Refused) -> Response[bytes]:
    return problem(422, error.code, error.sentence)


def on_store_error(_: Req, error: DeskError) -> Response[bytes]:
    log.error("store: %s", error)
    if isinstance(error, StoreFull):
        return problem(503, "store", "The server has no room left on its disk.")
    return problem(503, "busy" if isinstance(error, StoreBusy) else "store", "Try again later.")


def on_http_error(_: Req, error: HTTPException) -> Response[bytes]:
    answer = problem(
        error.status_code, HTTP_CODES.get(error.status_code, "http"), str(error.detail)[:300]
    )
    if error.headers and "Allow" in error.headers:
        answer.headers["allow"] = error.headers["Allow"]
    return answer


def on_any_error(request: Req, error: Exception) -> Response[bytes]:
    log.exception("%s %s failed", request.method, request.url.path, exc_info=error)
    return problem(500, "internal", "Something went wrong here; nothing was changed.")


HANDLERS: dict[int | type[Exception], Callable[..., Response[Any]]] = {
    Protest: on_protest,
    Refused: on_refused,
    DeskError: on_store_error,
    HTTPException: on_http_error,
    Exception: on_any_error,
}
