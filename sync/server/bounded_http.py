"""uvicorn's HTTP with a bound on what comes before a handler can look at it.

uvicorn itself neither limits the size of headers nor the time that they take, so that a few
hundred connections which send nothing would hold the server's sockets for ever.
"""

from __future__ import annotations

import asyncio
from typing import Any

import msgspec
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from sync.protocol.schema import Problem

HEAD_LIMIT_BYTES = 32 << 10
HEAD_S = 20.0


class BoundedHttp(HttpToolsProtocol):
    """Headers of at most 32 KiB that come within 20 s; else an answer, and the end."""

    _head_bytes: int = 0
    _in_head: bool = True
    _head_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._head_timer = self.loop.call_later(HEAD_S, self._on_late)

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_timer()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self._in_head:
            self._head_bytes += len(data)
            if self._head_timer is None:  # another request on a connection that was kept
                self._head_timer = self.loop.call_later(HEAD_S, self._on_late)
        super().data_received(data)
        if self._in_head and self._head_bytes > HEAD_LIMIT_BYTES:
            self._refuse(431, "headers_too_large")

    def on_headers_complete(self) -> None:
        self._in_head, self._head_bytes = False, 0
        self._stop_timer()
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._in_head = True
        super().on_message_complete()

    def send_400_response(self, msg: str) -> None:
        self._refuse(400, "malformed")

    def _on_late(self) -> None:
        self._head_timer = None
        if self.cycle is None or self.cycle.response_complete:
            self._refuse(408, "timeout")

    def _stop_timer(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None

    def _refuse(self, status: int, code: str) -> None:
        if self.transport.is_closing():
            return
        body = msgspec.json.encode(Problem(title=code, status=status, code=code))
        head = (
            f"HTTP/1.1 {status} {code}\r\ncontent-type: application/problem+json\r\n"
            f"content-length: {len(body)}\r\nconnection: close\r\n\r\n"
        )
        self.transport.write(head.encode() + body)
        self.transport.close()
