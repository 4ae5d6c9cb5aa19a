"""One round with the server: push, then pull.

Every step leaves the local file whole, so a process killed anywhere simply goes on next time.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

import msgspec

from models import profile
from models.clock import ServerClock
from models.database import Store
from sync.engine import apply
from sync.engine.apply import News
from sync.engine.bootstrap import Bootstrap
from sync.engine.evicting import widen
from sync.engine.fetching import Fetcher
from sync.engine.part_files import Stopped
from sync.engine.pushing import Pusher
from sync.engine.wire import Server
from sync.protocol import errors, schema

log = logging.getLogger("deskside.engine")
ROUNDS = 5


@dataclass
class Cycle:
    """Talks to one server for one profile. ``told`` hears of rows that changed.

    ``progress`` hears how many rows of how many a first sync has brought. ``in_vain`` is what the
    server did not give before.
    """

    store: Store
    server: Server
    clock: ServerClock
    told: Callable[[News], None]
    stop: Callable[[], bool]
    progress: Callable[[int, int], None] = lambda done, total: None
    in_vain: set[str] = field(default_factory=set)

    def exchange(self) -> None:
        """Push, then pull."""
        self.push_all()
        self.pull_all()

    def push_all(self) -> int:
        """Send what waits, oldest first, until nothing waits; how many changes were settled."""
        pusher = Pusher(self.store, self.server, self.told, self.heard, self.clock.now_ms)
        return pusher.push_all(self.stop)

    def pull_all(self) -> bool:
        """Read until nothing is missing; False when told to stop before.

        Large scopes that are new here, and expired ones, begin with a snapshot. Raises
        TooOldToPull when this program may only send any more.
        """
        try:
            return self._pull_all()
        except errors.TooOld as error:
            raise errors.TooOldToPull(error.sentence) from error

    def _pull_all(self) -> bool:
        widen(self.store)
        first = Bootstrap(self.store, self.server, self.told, self.stop, self.progress)
        snapshots = True
        for _ in range(ROUNDS):
            answer = self._pull_pages(snapshots)
            if answer is None:
                return False
            scopes = apply.awaited(answer)
            if not scopes:
                Fetcher(self.store, self.server, self.told, self.stop, self.in_vain).complete()
                return True
            try:
                without = first.bring(scopes, answer.safe_seq)
            except Stopped:
                return False
            for scope in without:
                self.told(apply.forget_scope(self.store, scope))
                snapshots = False
        raise errors.Malformed("The server wants a new start again and again.")

    def _pull_pages(self, snapshots: bool) -> schema.PullAnswer | None:
        """Page after page, until the last one; None when told to stop before.

        While a page is written here, a second thread fetches the next one.
        """
        ahead = ThreadPoolExecutor(1, "pages")
        try:
            request = self._request(snapshots)
            coming: Future[schema.PullAnswer] | None = None
            while not self.stop():
                answer = coming.result() if coming else self.server.pull(request)
                if answer.more:
                    following = _after(request, answer)
                    if following.scopes == request.scopes:
                        raise errors.Malformed("The server says the same page again and again.")
                    request = following
                    coming = ahead.submit(self.server.pull, request)
                self._take(answer)
                if not answer.more:
                    return answer
            return None
        finally:
            ahead.shutdown(wait=False, cancel_futures=True)

    def _take(self, answer: schema.PullAnswer) -> None:
        apply.check_ack(self.store, answer.ack)
        news = apply.apply_pull(self.store, answer, self.heard(answer.server_time_ms))
        if news:
            self.told(news)

    def _request(self, snapshots: bool = True) -> schema.PullRequest:
        client = schema.ClientInfo(profile.get(self.store, "client_id") or "")
        return schema.PullRequest(client, cursors(self.store), snapshots=snapshots)

    def heard(self, server_time_ms: int) -> int:
        """Remember the server's time, and give it; the offset is written when it moved by 1 s."""
        self.clock.heard(server_time_ms)
        known = profile.number(self.store, "clock_offset_ms")
        if known is None or abs(known - self.clock.offset_ms) > 1_000:
            with self.store.relaxed(), self.store.transaction():
                profile.put(self.store, "clock_offset_ms", str(self.clock.offset_ms))
        return self.clock.now_ms()


def _after(request: schema.PullRequest, answer: schema.PullAnswer) -> schema.PullRequest:
    """The request that follows: from the cursors that ``apply_pull`` is about to write."""
    held = {
        scope: state.cur or request.scopes.get(scope)
        for scope, state in answer.scopes.items()
        if not state.gone
    }
    return msgspec.structs.replace(request, scopes=held)


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
