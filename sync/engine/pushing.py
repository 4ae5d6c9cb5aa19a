"""Sending what waits in the outbox, and the care for a change that the server can't take.

A change that fails again and again by itself must not stop those behind it: after five failures
over ten minutes it is sent for safekeeping, and its author finds it in "Needs attention".
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import msgspec

from models import profile
from models.commands import Noop, encode
from models.database import Store
from sync.engine import apply
from sync.engine.apply import News
from sync.engine.wire import Server
from sync.protocol import errors, schema

log = logging.getLogger("deskside.engine")
BATCH_BYTES = 4 << 20
POISON_TRIES = 5
POISON_MS = 600_000


@dataclass(frozen=True, slots=True)
class Sent:
    """A change as it goes over the wire; these bytes are hashed on both sides."""

    mid: int
    wire: bytes


@dataclass
class Sending:
    """Changes on their way, and what is the newest settled one after them."""

    batch: list[Sent]
    request: schema.PushRequest
    after: schema.Base
    answer: Future[schema.PushAnswer] | None = None
    """Of a request that was sent already."""


@dataclass
class Pusher:
    """``heard`` takes the server's time and gives the present one by it, ``now_ms`` guesses it."""

    store: Store
    server: Server
    told: Callable[[News], None]
    heard: Callable[[int], int]
    now_ms: Callable[[], int]

    def push_all(self, stop: Callable[[], bool]) -> int:
        """Oldest first, until nothing waits; how many changes were settled.

        While an answer is written here, a second thread sends the changes that follow.
        """
        settled, size = 0, schema.PUSH_LIMIT
        with ThreadPoolExecutor(1, "pushes") as ahead:
            sending = self._claim(size, self._acked(), stop)
            while sending:
                try:
                    answer = self._answer(sending)
                except (errors.BatchRefused, errors.ServerFault) as error:
                    size = self._smaller(sending.batch, error)
                    sending = self._claim(size, self._acked(), stop)
                    continue
                following = self._send_following(ahead, sending, answer, stop)
                self._take(sending.batch, answer)
                settled, size = settled + len(sending.batch), schema.PUSH_LIMIT
                sending = following or self._claim(size, self._acked(), stop)
        return settled

    def _answer(self, sending: Sending) -> schema.PushAnswer:
        try:
            return sending.answer.result() if sending.answer else self.server.push(sending.request)
        except errors.Offline as error:
            if not error.reached:
                self._not_sent(sending.batch)
            raise

    def _smaller(self, batch: list[Sent], error: errors.SyncError) -> int:
        """How many to send next. Raises the error when one change alone met it."""
        if len(batch) == 1:
            self._failed_alone(batch[0], error)
            raise error
        return 1 if isinstance(error, errors.ServerFault) else max(1, len(batch) // 5)

    def _send_following(
        self,
        ahead: ThreadPoolExecutor,
        sent: Sending,
        answer: schema.PushAnswer,
        stop: Callable[[], bool],
    ) -> Sending | None:
        """Before the answer is written; only where it settles just what was sent."""
        if (answer.ack.mid, answer.ack.chain) != (sent.after.mid, sent.after.chain):
            return None
        following = self._claim(schema.PUSH_LIMIT, sent.after, stop)
        if following:
            following.answer = ahead.submit(self.server.push, following.request)
        return following

    def _acked(self) -> schema.Base:
        """The newest change that is settled here."""
        return schema.Base(
            profile.number(self.store, "acked_mid") or 0,
            profile.get(self.store, "acked_chain") or "",
        )

    def _claim(self, size: int, base: schema.Base, stop: Callable[[], bool]) -> Sending | None:
        """The changes after ``base``, marked as being sent with the chain after each of them.

        In one transaction: somebody may take a waiting change back at this very moment.
        """
        if stop():
            return None
        client = schema.ClientInfo(profile.get(self.store, "client_id") or "")
        with self.store.relaxed(), self.store.transaction():
            batch = self._batch(base.mid, size)
            chain, marks = base.chain, []
            for each in batch:
                chain = schema.chain_after(chain, each.wire)
                marks.append((chain, each.mid))
            self.store.many(
                "UPDATE outbox SET chain = ?, "
                "state = CASE state WHEN 'queued' THEN 'sending' ELSE state END WHERE mid = ?",
                marks,
            )
        if not batch:
            return None
        wires = [msgspec.Raw(each.wire) for each in batch]
        request = schema.PushRequest(client, base, wires, self._cursor())
        return Sending(batch, request, schema.Base(batch[-1].mid, chain))

    def _cursor(self) -> str:
        """What was seen here: should the server have been put back, it notices before it acts."""
        found = self.store.sql("SELECT cursor FROM scope_cursor WHERE scope = 'ws'")
        return (found[0][0] or "") if found else ""

    def _batch(self, acked: int, size: int) -> list[Sent]:
        """At least one of those that wait, at most some megabytes.

        After the server was put back, what had ended among them is sent as nothing but its number.
        """
        nothing = encode(Noop(uid="")).decode()
        found = self.store.sql(
            "SELECT mid, CASE WHEN state IN ('queued', 'sending') THEN payload ELSE ? END, "
            "tries, failing_since_ms FROM outbox WHERE mid > ? ORDER BY mid LIMIT ?",
            (nothing, acked, size),
        )
        batch: list[Sent] = []
        total = 0
        for mid, payload, tries, since_ms in found:
            if tries >= POISON_TRIES and self.now_ms() - since_ms >= POISON_MS:
                return batch or [Sent(mid, wire_form(mid, payload, quarantine=True))]
            wire = wire_form(mid, payload)
            total += len(wire)
            if batch and total > BATCH_BYTES:
                break
            gap = range(acked + 1 + len(batch), mid)  # aged out long ago
            batch += [Sent(lost, wire_form(lost, nothing)) for lost in gap]
            batch.append(Sent(mid, wire))
        return batch[: schema.PUSH_LIMIT]

    def _take(self, batch: list[Sent], answer: schema.PushAnswer) -> None:
        now_ms = self.heard(answer.server_time_ms)
        news = apply.apply_push(self.store, answer, [each.mid for each in batch], now_ms)
        if news:
            self.told(news)

    def _not_sent(self, batch: list[Sent]) -> None:
        """Nothing of it left this computer: it waits as before and can still be taken back."""
        with self.store.relaxed(), self.store.transaction():
            self.store.many(
                "UPDATE outbox SET state = 'queued', chain = '' "
                "WHERE mid = ? AND state = 'sending'",
                [(each.mid,) for each in batch],
            )

    def _failed_alone(self, sent: Sent, error: errors.SyncError) -> None:
        log.warning("change %d fails by itself: %s", sent.mid, error.sentence)
        with self.store.transaction():
            self.store.sql(
                "UPDATE outbox SET tries = tries + 1, reason = ?, "
                "failing_since_ms = COALESCE(failing_since_ms, ?) WHERE mid = ?",
                (error.sentence, self.now_ms(), sent.mid),
            )


def wire_form(mid: int, payload: str, *, quarantine: bool = False) -> bytes:
    """The command's own JSON with its number in front."""
    mark = b'"quarantine":true,' if quarantine else b""
    return b'{"mid":%d,%b' % (mid, mark) + payload.encode()[1:]
