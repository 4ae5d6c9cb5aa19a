"""Sending what waits in the outbox, and the care for a change that the server can't take.

A change that fails again and again by itself must not stop those behind it: after five failures
over ten minutes it is sent for safekeeping, and its author finds it in "Needs attention".
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

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
ON_THE_WAY = 5
"""Pushes that are claimed at once; they go one after another."""


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
    answer: Future[schema.PushAnswer] = field(default_factory=Future)
    begun: bool = False


class NotSent(Exception):
    """Something before it failed, or nothing more shall be sent."""


@dataclass
class Line:
    """Pushes one after another, each when the one before has succeeded.

    Nothing follows one that failed, or that settled something else than what was sent. A second
    thread sends them; one that is alone is sent by the caller's. ``after`` is what is settled
    when all of them are.
    """

    push: Callable[[schema.PushRequest], schema.PushAnswer]
    stop: Callable[[], bool]
    settled: int = 0
    after: schema.Base | None = None
    waiting: deque[Sending] = field(default_factory=deque)
    _broken: bool = False
    _sender: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "pushes"))

    def go(self, *, ahead: bool = False) -> None:
        """Send what was added to ``waiting``; the caller does something else if ``ahead``."""
        fresh = [each for each in self.waiting if not each.begun]
        alone = len(self.waiting) == 1 and not ahead
        for each in fresh:
            each.begun = True
            if alone:
                self._send(each)
            else:
                self._sender.submit(self._send, each)

    def _send(self, sending: Sending) -> None:
        broken, self._broken = self._broken or self.stop(), True
        try:
            if broken:
                raise NotSent
            answer = self.push(sending.request)
        except Exception as error:
            sending.answer.set_exception(error)
            return
        self._broken = (answer.ack.mid, answer.ack.chain) != (
            sending.after.mid,
            sending.after.chain,
        )
        sending.answer.set_result(answer)

    def take(self) -> list[Sending]:
        """The first one, which is answered, and those behind it that are answered by now."""
        found = [self.waiting.popleft()]
        while self.waiting and _is_answered(self.waiting[0].answer):
            found.append(self.waiting.popleft())
        self.settled += sum(len(each.batch) for each in found)
        return found

    def newest(self) -> int:
        """The last change that is on its way, 0 when none is."""
        return self.waiting[-1].after.mid if self.waiting else 0

    def end(self) -> list[Sent]:
        """What was not sent of it."""
        self._broken = True
        self._sender.shutdown()
        unsent = [each for each in self.waiting if isinstance(each.answer.exception(), NotSent)]
        return [sent for each in unsent for sent in each.batch]


def _is_answered(answer: Future[schema.PushAnswer]) -> bool:
    return answer.done() and answer.exception() is None


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

        While answers are written here, a second thread sends the changes that follow, and what
        was answered meanwhile is written together.
        """
        settled, size = 0, schema.PUSH_LIMIT
        while size:
            line = Line(self.server.push, stop)
            try:
                size = self._along(line, size)
            finally:
                self._not_sent(line.end())
            settled += line.settled
        return settled

    def _along(self, line: Line, size: int) -> int:
        """Until nothing waits or one is refused; how many to send at once then, 0 for the end."""
        while self._fill(line, size):
            first = line.waiting[0]
            try:
                self._wait(first)
            except NotSent:
                return schema.PUSH_LIMIT
            except (errors.BatchRefused, errors.ServerFault) as error:
                return self._smaller(first.batch, error)
            answered, size = line.take(), schema.PUSH_LIMIT
            self._fill(line, size, ahead=True)  # the server is at work while this is written
            self._take(answered, line.newest())
        return 0

    def _fill(self, line: Line, size: int, *, ahead: bool = False) -> bool:
        """Whether anything is on its way. One that follows a refused one goes alone.

        ``ahead``: there is something to do here meanwhile.
        """
        most = ON_THE_WAY if size == schema.PUSH_LIMIT else 1
        while len(line.waiting) < most and not line.stop():
            base = line.after or self._acked()
            claimed = self._claim(size, base)
            if claimed is None:
                break
            line.waiting.append(claimed)
            line.after = claimed.after
        line.go(ahead=ahead)
        return bool(line.waiting)

    def _wait(self, sending: Sending) -> None:
        try:
            sending.answer.result()
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

    def _acked(self) -> schema.Base:
        """The newest change that is settled here."""
        return schema.Base(
            profile.number(self.store, "acked_mid") or 0,
            profile.get(self.store, "acked_chain") or "",
        )

    def _claim(self, size: int, base: schema.Base) -> Sending | None:
        """The changes after ``base``, marked as being sent with the chain after each of them.

        In one transaction: somebody may take a waiting change back at this very moment.
        """
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

    def _take(self, answered: list[Sending], on_the_way: int) -> None:
        answers = [each.answer.result() for each in answered]
        now_ms = self.heard(answers[-1].server_time_ms)
        sent = [[change.mid for change in each.batch] for each in answered]
        pushed = list(zip(answers, sent, strict=True))
        news = apply.apply_pushes(self.store, pushed, now_ms, on_the_way)
        if news:
            self.told(news)

    def _not_sent(self, batch: list[Sent]) -> None:
        """Nothing of it left this computer: it waits as before and can still be taken back."""
        if not batch:
            return
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
