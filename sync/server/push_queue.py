"""Pushes that come while another one is written wait for it, and then share one transaction.

A commit waits for the disk; eight clients that write at once would wait for it eight times.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from sync.protocol import schema
from sync.server.push import Ask, Result

TOGETHER = 32
CHANGES_TOGETHER = schema.PUSH_LIMIT
Write = Callable[[list[Ask]], Awaitable[list[Result]]]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A request, and where its answer goes."""

    ask: Ask
    answer: asyncio.Future[schema.PushAnswer]


@dataclass
class PushQueue:
    """Belongs to one event loop. ``write`` applies several requests in one transaction."""

    write: Write
    _waiting: deque[Waiting] = field(default_factory=deque)
    _task: asyncio.Task[None] | None = None

    async def push(self, ask: Ask) -> schema.PushAnswer:
        """The answer to one request. Raises what it was refused with."""
        loop = asyncio.get_running_loop()
        mine = Waiting(ask, loop.create_future())
        self._waiting.append(mine)
        if self._task is None:
            self._task = loop.create_task(self._drain())
        return await mine.answer

    async def _drain(self) -> None:
        try:
            while self._waiting:
                group = self._next()
                try:
                    results = await self.write([each.ask for each in group])
                except Exception as error:
                    results = [error] * len(group)
                for each, result in zip(group, results, strict=True):
                    _hand_over(each.answer, result)
        finally:
            self._task = None

    def _next(self) -> list[Waiting]:
        """The oldest ones, at least one, as far as one transaction should take them."""
        group = [self._waiting.popleft()]
        changes = len(group[0].ask.request.muts)
        while self._waiting and len(group) < TOGETHER:
            changes += len(self._waiting[0].ask.request.muts)
            if changes > CHANGES_TOGETHER:
                break
            group.append(self._waiting.popleft())
        return group


def _hand_over(answer: asyncio.Future[schema.PushAnswer], result: Result) -> None:
    if answer.done():  # whoever asked is gone
        return
    if isinstance(result, Exception):
        answer.set_exception(result)
    else:
        answer.set_result(result)
