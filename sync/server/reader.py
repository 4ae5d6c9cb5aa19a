"""One open stream: what waits for it, and the bytes it gets."""

from __future__ import annotations

import asyncio
import random
from collections import deque
from collections.abc import AsyncIterator

from sync.protocol.live import frame

QUEUE_BYTES = 256 << 10
PULL = frame("head", b'{"scopes":[]}')
BYE = frame("bye", b"{}")
BEAT = b": beat\n\n"
RETRY_MS = (1_000, 10_000)


class Reader:
    """Belongs to one event loop. A reader that is too slow gets a hint to pull instead."""

    def __init__(
        self,
        agent_id: str,
        session: str,
        scopes: frozenset[str],
        beat_s: float,
        client_id: str = "",
    ) -> None:
        self.agent_id = agent_id
        self.session = session
        self.client_id = client_id
        self.scopes = scopes
        self.knows_online = False
        """Whether deltas of who is at work mean something to it."""
        self._beat_s = beat_s
        self._frames: deque[bytes] = deque()
        self._bytes = 0
        self._news = asyncio.Event()
        self._ended = False

    def put(self, data: bytes) -> None:
        """Send this when the line is free."""
        if self._bytes + len(data) > QUEUE_BYTES:
            self.only_pull()
            return
        self._frames.append(data)
        self._bytes += len(data)
        self._news.set()

    def only_pull(self) -> None:
        """Forget what waits; a pull will bring it, as far as it is still this reader's."""
        self._frames.clear()
        self.knows_online = False
        self._frames.append(PULL)
        self._bytes = len(PULL)
        self._news.set()

    def end(self) -> None:
        """Nothing more comes; what waits is still sent."""
        self._ended = True
        self._news.set()

    def cut(self) -> None:
        """Nothing more comes, and what waits is this reader's no longer."""
        self.only_pull()
        self.end()

    async def parts(self) -> AsyncIterator[bytes]:
        """The stream. It begins with a hint to pull: deltas only count after that."""
        yield b"retry: %d\n%s" % (random.randint(*RETRY_MS), PULL)
        while not (self._ended and not self._frames):
            if not self._frames and not await self._heard():
                yield BEAT
                continue
            whole = b"".join(self._frames)
            self._frames.clear()
            self._bytes = 0
            self._news.clear()
            if whole:
                yield whole

    async def _heard(self) -> bool:
        self._news.clear()
        if self._ended:
            return True
        try:
            await asyncio.wait_for(self._news.wait(), self._beat_s)
        except TimeoutError:
            return False
        return True
