"""One round with the server: push, then pull, then files.

Every step leaves the local file whole, so a process killed anywhere simply goes on next time.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from models import profile
from models.clock import ServerClock
from models.database import Store
from sync.engine import apply
from sync.engine.apply import News
from sync.engine.pushing import Pusher
from sync.engine.wire import Server
from sync.protocol import schema

log = logging.getLogger("deskside.engine")


@dataclass
class Cycle:
    """Talks to one server for one profile. ``told`` hears of rows that changed."""

    store: Store
    server: Server
    clock: ServerClock
    told: Callable[[News], None]
    stop: Callable[[], bool]

    def exchange(self) -> None:
        """Push, then pull."""
        self.push_all()
        self.pull_all()

    def push_all(self) -> int:
        """Send what waits, oldest first, until nothing waits; how many changes were settled."""
        pusher = Pusher(self.store, self.server, self.told, self.heard, self.clock.now_ms)
        return pusher.push_all(self.stop)

    def pull_all(self) -> bool:
        """Read page after page until nothing is missing; False when told to stop before.

        While a page is written here, a second thread fetches the next one.
        """
        ahead = ThreadPoolExecutor(1, "pages")
        try:
            coming: Future[schema.PullAnswer] | None = None
            while not self.stop():
                answer = coming.result() if coming else self.server.pull(self._request())
                coming = (
                    ahead.submit(self.server.pull, self._after(answer)) if answer.more else None
                )
                self._take(answer)
                if coming is None:
                    return True
            return False
        finally:
            ahead.shutdown(wait=False, cancel_futures=True)

    def _take(self, answer: schema.PullAnswer) -> None:
        apply.check_ack(self.store, answer.ack)
        news = apply.apply_pull(self.store, answer, self.heard(answer.server_time_ms))
        if news:
            self.told(news)

    def _request(self) -> schema.PullRequest:
        return schema.PullRequest(self._client(), cursors(self.store))

    def _after(self, answer: schema.PullAnswer) -> schema.PullRequest:
        """The request that follows: from the cursors that ``apply_pull`` is about to write."""
        held: dict[str, str | None] = {
            scope: state.cur for scope, state in answer.scopes.items() if state.cur
        }
        return schema.PullRequest(self._client(), held)

    def _client(self) -> schema.ClientInfo:
        return schema.ClientInfo(profile.get(self.store, "client_id") or "")

    def heard(self, server_time_ms: int) -> int:
        """Remember the server's time, and give it; the offset is written when it moved by 1 s."""
        self.clock.heard(server_time_ms)
        known = profile.number(self.store, "clock_offset_ms")
        if known is None or abs(known - self.clock.offset_ms) > 1_000:
            with self.store.relaxed(), self.store.transaction():
                profile.put(self.store, "clock_offset_ms", str(self.clock.offset_ms))
        return self.clock.now_ms()


def cursors(store: Store) -> dict[str, str | None]:
    """Where reading of each held scope stopped."""
    return dict(store.sql("SELECT scope, cursor FROM scope_cursor"))


def saved_clock(store: Store) -> ServerClock:
    """The server's time as it was known last, unconfirmed."""
    return ServerClock(offset_ms=profile.number(store, "clock_offset_ms") or 0)


def age_out(store: Store, now_ms: int) -> None:
    """Settled changes are kept for 30 days of the server's time, whatever this computer says."""
    limit = now_ms - 30 * 86_400_000
    with store.relaxed(), store.transaction():
        store.sql(
            "DELETE FROM outbox WHERE state = 'settled' AND settled_at_ms < ? AND mid < "
            "(SELECT CAST(value AS INTEGER) FROM profile WHERE key = 'acked_mid')",
            (limit,),
        )
