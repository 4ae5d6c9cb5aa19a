"""One round with the server: push, then pull, then files.

Every step leaves the local file whole, so a process killed anywhere simply goes on next time.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import msgspec

from models import profile
from models.clock import ServerClock, wall_ms
from models.database import Store
from sync.engine import apply
from sync.engine.apply import News
from sync.engine.wire import Server
from sync.protocol import errors, schema

log = logging.getLogger("deskside.engine")
BATCH_BYTES = 4 << 20


@dataclass
class Cycle:
    """Talks to one server for one profile. ``told`` hears of rows that changed."""

    store: Store
    server: Server
    clock: ServerClock
    told: Callable[[News], None]
    stop: Callable[[], bool]

    def push_all(self) -> int:
        """Send what waits, oldest first, until nothing waits; how many changes were settled."""
        settled = 0
        size = schema.PUSH_LIMIT
        while not self.stop():
            batch = self._batch(size)
            if not batch:
                break
            try:
                settled += self._push(batch)
                size = schema.PUSH_LIMIT
            except errors.BatchRefused:
                if size == 1:
                    raise
                size = max(1, size // 5)
        return settled

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
        self.heard(answer.server_time_ms)
        news = apply.apply_pull(self.store, answer, self.clock.now_ms())
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

    def _batch(self, size: int) -> list[tuple[int, bytes]]:
        """The next changes as they go over the wire; at least one, at most some megabytes."""
        found = self.store.sql(
            "SELECT mid, payload FROM outbox WHERE state IN ('queued', 'sending') "
            "ORDER BY mid LIMIT ?",
            (size,),
        )
        batch: list[tuple[int, bytes]] = []
        total = 0
        for mid, payload in found:
            wire = wire_form(mid, payload)
            total += len(wire)
            if batch and total > BATCH_BYTES:
                break
            batch.append((mid, wire))
        return batch

    def _push(self, batch: list[tuple[int, bytes]]) -> int:
        client_id = profile.get(self.store, "client_id") or ""
        base = schema.Base(
            profile.number(self.store, "acked_mid") or 0,
            profile.get(self.store, "acked_chain") or "",
        )
        self._mark_sending(batch, base.chain)
        request = schema.PushRequest(
            schema.ClientInfo(client_id), base, [msgspec.Raw(wire) for _, wire in batch]
        )
        answer = self.server.push(request)
        self.heard(answer.server_time_ms)
        sent = [mid for mid, _ in batch]
        news = apply.apply_push(self.store, answer, sent, self.clock.now_ms())
        if news:
            self.told(news)
        return len(batch)

    def _mark_sending(self, batch: list[tuple[int, bytes]], chain: str) -> None:
        """Note the chain of what is about to be sent, so that the answer can be checked."""
        rows = []
        for mid, wire in batch:
            chain = schema.chain_after(chain, wire)
            rows.append((chain, mid))
        with self.store.relaxed(), self.store.transaction():
            self.store.many("UPDATE outbox SET state = 'sending', chain = ? WHERE mid = ?", rows)

    def heard(self, server_time_ms: int) -> None:
        """Remember the server's time; the offset is written when it moved by a second."""
        self.clock.heard(server_time_ms)
        known = profile.number(self.store, "clock_offset_ms")
        if known is None or abs(known - self.clock.offset_ms) > 1_000:
            with self.store.relaxed(), self.store.transaction():
                profile.put(self.store, "clock_offset_ms", str(self.clock.offset_ms))


def cursors(store: Store) -> dict[str, str | None]:
    """Where reading of each held scope stopped."""
    return dict(store.sql("SELECT scope, cursor FROM scope_cursor"))


def wire_form(mid: int, payload: str) -> bytes:
    """The command's own JSON with its number in front; these bytes are hashed on both sides."""
    return b'{"mid":%d,' % mid + payload.encode()[1:]


def saved_clock(store: Store) -> ServerClock:
    """The server's time as it was known last, unconfirmed."""
    return ServerClock(offset_ms=profile.number(store, "clock_offset_ms") or 0)


def age_out(store: Store) -> None:
    """Settled changes are kept for 30 days."""
    limit = wall_ms() - 30 * 86_400_000
    with store.relaxed(), store.transaction():
        store.sql(
            "DELETE FROM outbox WHERE state = 'settled' AND settled_at_ms < ? AND mid < "
            "(SELECT CAST(value AS INTEGER) FROM profile WHERE key = 'acked_mid')",
            (limit,),
        )
