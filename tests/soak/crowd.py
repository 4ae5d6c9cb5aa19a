"""A crowd at the live stream of two server processes: most only listen, some also write.

Everybody who works in a queue must be told of each note in it once, in the order of the store;
near the end one of the server's processes is killed, and still nothing may be missing.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import statistics
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from models.clock import wall_ms
from models.commands import AddNote
from sync.protocol import schema
from sync.server import sessions
from sync.server.serve import allow_many_streams
from tests.helpers.follower import AGAIN_S, Away, Follower, Line
from tests.helpers.live import session_of
from tests.helpers.server import Served, served
from tests.soak.broken import hold

QUEUES = 5
STREAMS_OF_A_DEVICE = 4
DEVICES_OF_ONE = 5
PER_S = 15.0
KILL_AT = 0.8
REST_S = 60.0
STEP_S = 0.05
MIB = 1 << 20


@dataclass
class Crowd:
    """``idle`` streams of people with nothing to read, ``active`` people in shared queues."""

    server: Served
    active: list[Follower]
    idle: list[Line]
    tickets: list[list[str]]
    """Those of each active person."""
    chance: random.Random
    idle_counts: Counter[str] = field(default_factory=Counter)
    begun: list[asyncio.Task[None]] = field(default_factory=list)
    rss_mib: list[tuple[str, float]] = field(default_factory=list)

    async def run(self, seconds: float) -> None:
        """Raises Broken."""
        self._measure("without streams")
        self.begun = [asyncio.create_task(self._listen(line)) for line in self.idle]
        await self._until(lambda: self.idle_counts["opened"] >= len(self.idle), "idle streams")
        self._measure(f"{len(self.idle)} idle streams")
        self.begun += [asyncio.create_task(one.follow()) for one in self.active]
        await self._until(lambda: all(one.counts["pulls"] for one in self.active), "first pulls")
        self._measure(f"and {len(self.active)} active ones")
        try:
            await self._write(seconds * KILL_AT)
            self._measure("at work")
            self.kill_one()
            await self._write(seconds * (1 - KILL_AT))
            await self._rest()
        finally:
            for task in self.begun:
                task.cancel()
            await asyncio.gather(*self.begun, return_exceptions=True)
        self._measure("at the end")
        self.check()

    async def _listen(self, line: Line) -> None:
        """One who only listens; opens the stream again when it ends."""
        while True:
            with contextlib.suppress(Away):
                async with line.stream() as pieces:
                    async for piece in pieces:
                        self.idle_counts["opened"] += b"event: head" in piece
                        self.idle_counts["bytes"] += len(piece)
            self.idle_counts["broken"] += 1
            await asyncio.sleep(random.uniform(*AGAIN_S))

    async def _write(self, seconds: float) -> None:
        """Notes at ``PER_S``, by whoever is chosen; each waits for its own earlier ones."""
        loop = asyncio.get_running_loop()
        ends_at = loop.time() + seconds
        writing: set[asyncio.Task[None]] = set()
        while loop.time() < ends_at:
            number = self.chance.randrange(len(self.active))
            note = AddNote(ticket_id=self.chance.choice(self.tickets[number]), html="<p>note</p>")
            writing.add(asyncio.create_task(self.active[number].push(note, note.id)))
            await asyncio.sleep(self.chance.expovariate(PER_S))
        await asyncio.gather(*writing)

    def kill_one(self) -> None:
        """One of the server's processes, as the system does when memory is short."""
        self.chance.choice(self._workers()).kill()

    def _workers(self) -> list[psutil.Process]:
        """The processes that serve; what multiprocessing starts besides holds no socket."""
        children = psutil.Process(self.server.pid).children(recursive=True)
        return [one for one in children if one.net_connections()]

    async def _rest(self) -> None:
        wanted = self._in_the_store()

        def all_told() -> bool:
            return all(
                len(one.told) >= sum(len(wanted.get(scope, [])) for scope in one.cursors)
                for one in self.active
            )

        await self._until(all_told, "everybody was told of everything")

    async def _until(self, fact: Callable[[], bool], what: str) -> None:
        ends_at = asyncio.get_running_loop().time() + REST_S
        while not fact():
            for task in self.begun:
                if task.done():
                    task.result()  # raises what ended it
            hold("I12", asyncio.get_running_loop().time() < ends_at, f"not in time: {what}")
            await asyncio.sleep(STEP_S)

    def _in_the_store(self) -> dict[str, list[tuple[int, str]]]:
        """Messages of each scope in the order of their positions."""
        found: dict[str, list[tuple[int, str]]] = {}
        for scope, seq, id in self.server.desk.store.sql(
            "SELECT scope, seq, ent FROM change WHERE kind = 'message' AND op = 'put' ORDER BY seq"
        ):
            found.setdefault(scope, []).append((int(seq), id))
        return found

    def check(self) -> None:
        """Raises Broken."""
        wanted = self._in_the_store()
        stored = [id for found in wanted.values() for _, id in found]
        sent = [id for one in self.active for id in one.sent]
        hold("I1", set(sent) <= set(stored), "a note that was taken is not in the store")
        hold("I2", len(set(stored)) == len(stored), "a note is in the store twice")
        for number, one in enumerate(self.active):
            for scope in one.cursors:
                told = [(seq, id) for where, seq, id in one.told if where == scope]
                held = wanted.get(scope, [])
                missing, more = set(held) - set(told), set(told) - set(held)
                hold("I5", not missing, f"{number} was not told of {sorted(missing)[:3]}")
                hold("I4", not more, f"{number} was told of {sorted(more)[:3]}")
                hold("I2", len(told) == len(held), f"{number} was told twice in {scope}")
                in_order = [seq for seq, _ in told] == sorted(seq for seq, _ in told)
                hold("I13", in_order, f"{number} was told in another order in {scope}")

    def _measure(self, when: str) -> None:
        workers = self._workers()
        self.rss_mib += [(when, sum(one.memory_info().rss for one in workers) / MIB)]

    def told(self) -> Iterator[str]:
        """For people."""
        sent = sum(len(one.sent) for one in self.active)
        came = sum(len(one.told) for one in self.active)
        yield f"{sent} notes written, {came} times told"
        for way in ("live", "pull"):
            late = self._late_ms(way)
            if len(late) > 1:
                cut = statistics.quantiles(late, n=100)
                spread = f"p50 {cut[49]:.0f}, p95 {cut[94]:.0f}, p99 {cut[98]:.0f} ms"
                yield f"  by {way}: {len(late)}, {spread}, at most {max(late):.0f} ms"
        for when, mib in self.rss_mib:
            yield f"  RSS of the processes that serve, {when}: {mib:.0f} MiB"
        counts = sum((one.counts for one in self.active), Counter[str]())
        yield f"  active: {dict(counts)}"
        yield f"  idle: {dict(self.idle_counts)}"

    def _late_ms(self, way: str) -> list[float]:
        """From the time of the transaction to when it came, for what was written here."""
        marks = self.server.desk.store.sql("SELECT seq, at_ms FROM seq_mark ORDER BY seq")
        sent = {id for one in self.active for id in one.sent}

        def at_ms(seq: int) -> int:
            """Several changes that were written together have one mark, at the last position."""
            return int(marks[bisect_left(marks, seq, key=lambda mark: int(mark[0]))][1])

        return [
            one.came[id][0] - at_ms(seq)
            for one in self.active
            for _, seq, id in one.told
            if id in sent and one.came[id][1] == way
        ]


@contextlib.contextmanager
def crowd(
    store_url: str, folder: Path, chance: random.Random, active: int, idle: int
) -> Iterator[Crowd]:
    """Nobody listens yet. Active people work in one queue or two of ``QUEUES``."""
    allow_many_streams()
    with served(store_url, folder, "--processes", "2") as server:
        tickets = [[server.desk.ticket(f"Q{n}") for _ in range(3)] for n in range(QUEUES)]
        followers, own = [], []
        for number in range(active):
            queues = {number % QUEUES, number * 7 % QUEUES}
            session = _session(server, f"active{number}", *(f"Q{n}" for n in sorted(queues)))
            followers.append(Follower(Line(server.url, session.token), session.client_id))
            own.append([id for n in queues for id in tickets[n]])
        listeners = []
        for number in range(-(-idle // (DEVICES_OF_ONE * STREAMS_OF_A_DEVICE))):
            for token in _tokens(server, f"idle{number}"):
                listeners += [Line(server.url, token)] * STREAMS_OF_A_DEVICE
        yield Crowd(server, followers, listeners[:idle], own, chance)


def _tokens(server: Served, login: str) -> list[str]:
    """Of all devices of somebody, without the time that passwords take."""
    actor = server.person(login, "Silent")
    asked = schema.SessionRequest(login=login, password="", device="crowd")
    store = server.desk.store
    return [sessions.begin(store, actor.id, asked, wall_ms()).token for _ in range(DEVICES_OF_ONE)]


def _session(server: Served, login: str, *queues: str) -> schema.SessionAnswer:
    server.person(login, *queues)
    return session_of(server.url, login)
