"""A proxy between one engine and its server that does to each request what the test says.

It speaks HTTP/1.1 with keep-alive, passes answers on as they come (long polls, chunked bodies,
event streams), and runs in a thread of its own on a free loopback port, which stays the same
while the line is cut. Faults are planned for the next requests of a name: ``push``, ``pull``,
``poll`` (a pull that waits), ``session``, ``blobs`` and so on after the path, or ``any``.
"""

from __future__ import annotations

import asyncio
import socket
import threading
import urllib.parse
from collections import Counter, defaultdict, deque
from collections.abc import AsyncIterator, Coroutine
from contextlib import aclosing, asynccontextmanager
from enum import StrEnum
from typing import Any, TypeVar

from tests.helpers.http_parts import (
    Answer,
    Head,
    Pieces,
    Request,
    canned,
    read_answer,
    read_request,
)

T = TypeVar("T")
Reply = tuple[Head, Pieces]
RECORDED = ("push", "pull")
PATIENCE_S = 10.0
END_S = 1.0
DELAY_S = 0.2
TURNS = 4
"""Of the loop, until whoever was accepted is served. A server closed before that lets them hang
(``Server.close`` in asyncio, Python 3.11)."""


class Fault(StrEnum):
    """What becomes of a request."""

    PASS = "pass"
    DROP_REQUEST = "drop_request"
    """The server never sees it."""
    CUT_REQUEST = "cut_request"
    """The server sees half of it."""
    DROP_ANSWER = "drop_answer"
    """It takes effect, and nobody says so."""
    CUT_ANSWER = "cut_answer"
    """Half of the answer comes."""
    TWICE_FIRST = "twice_first"
    """It is sent twice; the first answer comes."""
    TWICE_SECOND = "twice_second"
    DELAY = "delay"
    HALF_CLOSE = "half_close"
    """Our side of the connection to the server is closed behind the request."""
    ERROR_500 = "error_500"
    HTML_502 = "html_502"
    HTML_502_AFTER = "html_502_after"
    """As a proxy that lost its patience: it took effect."""
    BUSY_429 = "busy_429"


CANNED = {
    Fault.ERROR_500: canned(500, "text/plain", b"Internal Server Error"),
    Fault.HTML_502: canned(502, "text/html", b"<html><h1>502 Bad Gateway</h1></html>"),
    Fault.BUSY_429: canned(429, "text/plain", b"slow down", "Retry-After: 1"),
}


class Gone(Exception):
    """The connection to the client ends here."""


class Proxy:
    """``url`` is what the engine is told. ``counts`` has how often each fault was done."""

    def __init__(self, upstream: str) -> None:
        parts = urllib.parse.urlsplit(upstream)
        self._upstream = (parts.hostname or "", parts.port or 80)
        self.counts: Counter[Fault] = Counter()
        self.recorded: list[Request] = []
        self._plans: dict[str, deque[Fault]] = defaultdict(deque)
        self._tasks: set[asyncio.Task[Any]] = set()
        self._server: asyncio.Server | None = None
        self._next = _bound(0)  # bound, so that nobody else gets the port; it refuses until heal
        self._port = int(self._next.getsockname()[1])
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="proxy")
        self._thread.start()
        self.heal()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def plan(self, fault: Fault, on: str = "any") -> None:
        """Do this to the next request of that name, after what was planned for it before."""
        self._plans[on].append(fault)

    def planned(self) -> int:
        """How many faults still wait for their request."""
        return sum(map(len, self._plans.values()))

    @property
    def open(self) -> int:
        """How many connections clients hold."""
        return len(self._tasks)

    def forget(self) -> None:
        """Everything passes from now on."""
        self._plans.clear()

    def cut(self) -> None:
        """Connections end at once, new ones are refused."""
        self._run(self._cut())

    def heal(self) -> None:
        """The line is there again. Plans stay."""
        self._run(self._heal())

    def replay(self, number: int) -> int:
        """Send an old push or pull again; the status of its answer, 0 when none came."""
        if not self.recorded:
            return 0
        request = self.recorded[number % len(self.recorded)]
        return self._run(self._replay(request))

    def close(self) -> None:
        """End everything."""
        self.cut()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self._next.close()

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE_S)

    async def _heal(self) -> None:
        if self._server is None:
            listener, self._next = self._next, _bound(self._port)
            self._server = await asyncio.start_server(self._serve, sock=listener)

    async def _cut(self) -> None:
        server, self._server = self._server, None
        if server is None:
            return
        for listener in server.sockets:
            self._loop.remove_reader(listener)
        for _ in range(TURNS):
            await asyncio.sleep(0)
        server.close()
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _replay(self, request: Request) -> int:
        try:
            return (await asyncio.wait_for(self._answered(request), PATIENCE_S / 2)).status
        except (Gone, OSError, asyncio.IncompleteReadError, TimeoutError):
            return 0

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            await self._requests(reader, writer)
        except (Gone, OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass  # the client sees its connection end
        finally:
            await _end(writer)
            self._tasks.discard(task)

    async def _requests(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One after the other. While one is answered we look whether the client went away."""
        coming = asyncio.create_task(read_request(reader))
        work: asyncio.Task[None] | None = None
        try:
            while request := await coming:
                coming = asyncio.create_task(read_request(reader))
                work = asyncio.create_task(self._handle(request, writer))
                await asyncio.wait({coming, work}, return_when=asyncio.FIRST_COMPLETED)
                if not work.done() and coming.result() is None:
                    return
                await work
        finally:
            for task in (coming, work):
                if task is not None:
                    task.cancel()
            await asyncio.gather(*filter(None, (coming, work)), return_exceptions=True)

    async def _handle(self, request: Request, writer: asyncio.StreamWriter) -> None:
        fault = self._fault_for(request)
        self.counts[fault] += 1
        if request.name in RECORDED:
            self.recorded.append(request)
        if fault in CANNED:
            await _say(writer, CANNED[fault])
            return
        match fault:
            case Fault.DROP_REQUEST:
                raise Gone
            case Fault.CUT_REQUEST:
                await self._send_half(request)
            case Fault.DROP_ANSWER | Fault.CUT_ANSWER | Fault.HTML_502_AFTER:
                await _say(writer, _spoilt(fault, await self._answered(request)))
                if fault is not Fault.HTML_502_AFTER:
                    raise Gone
            case Fault.TWICE_FIRST | Fault.TWICE_SECOND:
                answers = [await self._answered(request) for _ in range(2)]
                await _say(writer, answers[fault is Fault.TWICE_SECOND].whole)
            case _:
                if fault is Fault.DELAY:
                    await asyncio.sleep(DELAY_S)
                await self._pass(request, writer, fault)

    def _fault_for(self, request: Request) -> Fault:
        for name in (request.name, "any"):
            if self._plans[name]:
                return self._plans[name].popleft()
        return Fault.PASS

    @asynccontextmanager
    async def _sent(self, request: Request, half_close: bool = False) -> AsyncIterator[Reply]:
        """Sent on a connection of its own: the answer's head, and its body as it comes."""
        reader, writer = await asyncio.open_connection(*self._upstream)
        try:
            await _say(writer, request.head + request.body)
            if half_close:
                writer.write_eof()
            head, pieces = await read_answer(reader)
            async with aclosing(pieces):
                yield head, pieces
        finally:
            await _end(writer)

    async def _answered(self, request: Request) -> Answer:
        """The whole answer, or the beginning of one that does not end."""
        body = b""
        async with self._sent(request) as (head, pieces):
            async for piece in pieces:
                body += piece
                if head.is_stream:
                    break
            return Answer(head.status, head.raw, body)

    async def _pass(self, request: Request, writer: asyncio.StreamWriter, fault: Fault) -> None:
        async with self._sent(request, fault is Fault.HALF_CLOSE) as (head, pieces):
            await _say(writer, head.raw)
            async for piece in pieces:
                await _say(writer, piece)

    async def _send_half(self, request: Request) -> None:
        _, writer = await asyncio.open_connection(*self._upstream)
        half = len(request.body) // 2
        await _say(writer, request.head + request.body[:half])
        await _end(writer)
        raise Gone


def _spoilt(fault: Fault, answer: Answer) -> bytes:
    if fault is Fault.HTML_502_AFTER:
        return CANNED[Fault.HTML_502]
    if fault is Fault.DROP_ANSWER:
        return b""
    return answer.whole[: len(answer.head) + len(answer.body) // 2]


async def _end(writer: asyncio.StreamWriter) -> None:
    """Close it; what was written goes out first, unless nobody reads it."""
    writer.close()
    try:
        await asyncio.wait_for(writer.wait_closed(), END_S)
    except (OSError, TimeoutError):
        writer.transport.abort()


async def _say(writer: asyncio.StreamWriter, data: bytes) -> None:
    writer.write(data)
    await writer.drain()


def _bound(port: int) -> socket.socket:
    found = socket.socket()
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    found.bind(("127.0.0.1", port))
    found.setblocking(False)
    return found
