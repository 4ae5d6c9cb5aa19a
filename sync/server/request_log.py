"""A line on stderr for each request, under an id that the client gave or that is made here."""

from __future__ import annotations

import contextvars
import logging
import re
import secrets
import sys
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Any, Any, Any], Awaitable[None]]

HEADER = b"x-request-id"
USABLE = re.compile(rb"[0-9A-Za-z._-]{1,64}")
FORMAT = "%(asctime)s %(levelname)s %(request)s %(name)s: %(message)s"
request_id: contextvars.ContextVar[str] = contextvars.ContextVar("request_id", default="-")
log = logging.getLogger("deskside.request")


class RequestLog:
    """Wraps the application: ``X-Request-ID`` comes back, and every log line inside names it."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        id = _id_of(scope)
        token = request_id.set(id.decode())
        start, status = time.perf_counter(), 0

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), (HEADER, id)]
            await send(message)

        try:
            await self._app(scope, receive, answer)
        finally:
            taken_ms = (time.perf_counter() - start) * 1000
            path = scope["raw_path"].decode("latin-1")
            log.info("%s %s %d %.1f ms", scope["method"], path, status, taken_ms)
            request_id.reset(token)


def _id_of(scope: Message) -> bytes:
    for name, value in scope["headers"]:
        if name == HEADER and USABLE.fullmatch(value):
            return bytes(value)
    return secrets.token_hex(8).encode()


def log_to_stderr() -> None:
    """Every log line of this process on stderr, with the id of the request it belongs to."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter(FORMAT))
    handler.addFilter(_name_request)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    logging.getLogger("uvicorn").setLevel(logging.WARNING)


def _name_request(record: logging.LogRecord) -> bool:
    record.request = request_id.get()
    return True
