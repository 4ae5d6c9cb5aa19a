"""A client of the live stream on an event loop: what an engine reads, without its file.

It follows as an engine does: pull, then believe what fits the cursors; what does not fit is pulled.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
import urllib.parse
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TypeVar

import msgspec

from models.commands import Command, encode
from sync.protocol import cursor, schema
from sync.protocol.live import Bye, Delta, Event, Head, Parser
from tests.helpers.http_parts import Pieces, read_answer

T = TypeVar("T")
AGAIN_S = (0.1, 3.0)


class Away(Exception):
    """The server is not there, or too busy: once more."""


class Line:
    """Requests of one signed-in client, each on a connection of its own."""

    def __init__(self, url: str, token: str) -> None:
        parts = urllib.parse.urlsplit(url)
        self._host, self._port = parts.hostname or "", parts.port or 80
        self._fields = f"Host: {self._host}\r\nAuthorization: Bearer {token}\r\n"

    async def call(self, path: str, body: msgspec.Struct, kind: type[T]) -> T:
        """The answer to a POST. Raises Away, and AssertionError for a refusal."""
        data = msgspec.json.encode(body)
        fields = f"Content-Type: application/json\r\nContent-Length: {len(data)}\r\n"
        async with self._asked("POST", path, fields, data) as (status, pieces):
            answer = b"".join([piece async for piece in pieces])
        assert status == 200, answer
        return msgspec.json.decode(answer, type=kind)

    @asynccontextmanager
    async def stream(self) -> AsyncIterator[Pieces]:
        """The bytes of ``/v1/live``, with the frames of their chunks."""
        async with self._asked("GET", "/v1/live") as (status, pieces):
            assert status == 200
            yield pieces

    @asynccontextmanager
    async def _asked(
        self, method: str, path: str, fields: str = "", body: bytes = b""
    ) -> AsyncIterator[tuple[int, Pieces]]:
        head = f"{method} {path} HTTP/1.1\r\n{self._fields}{fields}Connection: close\r\n\r\n"
        writer = None
        try:
            reader, writer = await asyncio.open_connection(self._host, self._port)
            writer.write(head.encode() + body)
            told, pieces = await read_answer(reader)
            if told.status in (429, 503):
                raise Away(told.first)
            async with contextlib.aclosing(pieces):
                yield told.status, pieces
        except (OSError, asyncio.IncompleteReadError) as error:
            raise Away(str(error)) from error
        finally:
            if writer is not None:
                writer.transport.abort()


@dataclass
class Follower:
    """``told`` has every message it was told of, scope, position and id; ``came`` when and how.

    ``sent`` are the ids of messages that the server took from it.
    """

    line: Line
    client_id: str
    told: list[tuple[str, int, str]] = field(default_factory=list)
    came: dict[str, tuple[float, str]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    sent: list[str] = field(default_factory=list)
    cursors: dict[str, str | None] = field(default_factory=dict)
    base: schema.Base = field(default_factory=lambda: schema.Base(0, ""))
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def follow(self) -> None:
        """Until it is cancelled; a stream that ends is opened again."""
        while True:
            try:
                await self._follow_one()
            except Away:
                self.counts["streams that broke"] += 1
            await asyncio.sleep(random.uniform(*AGAIN_S))
            self.counts["streams opened again"] += 1

    async def _follow_one(self) -> None:
        parser, trusts = Parser(), False
        async with self.line.stream() as pieces:
            async for piece in pieces:
                for event in parser.feed(piece.partition(b"\r\n")[2][:-2]):  # out of its chunk
                    trusts = await self._take(event, trusts)

    async def _take(self, event: Event, trusts: bool) -> bool:
        """Whether what comes next may be believed."""
        if isinstance(event, Bye) or not isinstance(event, Head):
            return trusts
        if not (event.scopes and trusts and self._apply(event.scopes)):
            await self.pull()
        return True

    def _apply(self, deltas: list[Delta]) -> bool:
        held = self.cursors
        found = [cursor.fits(held.get(one.scope), one.prev or "", one.cur) for one in deltas]
        if "pull" in found:
            return False
        for delta, fit in zip(deltas, found, strict=True):
            if fit == "apply":
                known = cursor.decode(held[delta.scope] or "")
                assert known is not None
                self._note([line for line in delta.changes if line.seq > known.seq], "live")
                held[delta.scope] = delta.cur
        return True

    async def pull(self) -> None:
        """Everything that is missing. Raises Away."""
        self.counts["pulls"] += 1
        more = True
        while more:
            request = schema.PullRequest(schema.ClientInfo(self.client_id), dict(self.cursors))
            answer = await self.line.call("/v1/pull", request, schema.PullAnswer)
            self._note(answer.changes, "pull")
            self.cursors = {scope: state.cur for scope, state in answer.scopes.items()}
            more = answer.more

    def _note(self, lines: list[schema.Line], way: str) -> None:
        now_ms = time.time() * 1000
        for line in lines:
            if line.kind == "message" and line.op == "put":
                self.told.append((line.scope, line.seq, line.id))
                self.came[line.id] = (now_ms, way)

    async def push(self, command: Command, id: str) -> None:
        """Sent again, the same bytes, until the server says that it has taken them."""
        async with self.turn:
            payload = b'{"mid":%d,' % (self.base.mid + 1) + encode(command)[1:]
            request = schema.PushRequest(
                schema.ClientInfo(self.client_id), self.base, [msgspec.Raw(payload)]
            )
            answer = await self._taken(request)
            assert answer.out[0].s in ("applied", "duplicate"), answer.out
            self.base = schema.Base(answer.ack.mid, answer.ack.chain)
            self.sent.append(id)

    async def _taken(self, request: schema.PushRequest) -> schema.PushAnswer:
        while True:
            try:
                return await self.line.call("/v1/push", request, schema.PushAnswer)
            except Away:
                self.counts["pushes sent again"] += 1
            await asyncio.sleep(random.uniform(*AGAIN_S))
