"""Ten thousand notes that were written offline leave a desktop's outbox, on both stores.

They were made by ``models.perform`` in a real local file, and the engine's own code sends them to
a server process; both share this machine. The limit is the same rows in commits of fifty, by one
writer through the database's own driver. Every note is durable on both sides.
"""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import psutil

from tests.bench.devices import Device
from tests.bench.figures import Figure, Samples, by_turns, rounds
from tests.bench.processes import Running, cpu_s, served
from tests.bench.raw_notes import RawNotes, postgres_notes, sqlite_notes
from tests.bench.server_store import LOGIN, each_store, invent, make_desk, some_tickets

NOTES, QUICK_NOTES = 10_000, 2_000
TICKETS = 500
SECONDS = 2.0
RAW_BATCH = 50


def run(quick: bool) -> list[Figure]:
    """Notes per second, and of which process the time is."""
    return [_one(url, name, folder, quick) for name, url, folder in each_store()]


def _one(url: str, name: str, folder: Path, quick: bool) -> Figure:
    make_desk(url)
    invent(url, TICKETS, 2 * TICKETS)
    tickets = some_tickets(url, TICKETS)
    with served(url, folder) as running, contextlib.closing(_by_hand(url, tickets)) as by_hand:
        drain = Drain(running, folder, tickets, QUICK_NOTES if quick else NOTES)
        ours, limit = by_turns(rounds(quick), drain.rate, lambda: by_hand.rate(SECONDS))
    return Figure(
        f"{name}, {drain.count:,} notes",
        "notes/s",
        ours,
        limit,
        f"the same rows in commits of {RAW_BATCH}, one writer",
        extra=drain.shares(),
    )


def _by_hand(url: str, tickets: list[str]) -> RawNotes:
    if url.startswith("sqlite"):
        return sqlite_notes(url, tickets, RAW_BATCH)
    return postgres_notes(url, tickets, RAW_BATCH, writers=1)


class Drain:
    """Each call fills one and the same outbox and drains it."""

    def __init__(self, running: Running, folder: Path, tickets: list[str], count: int) -> None:
        self.count, self._tickets = count, tickets
        self._device = Device.signed_in(running, LOGIN, folder / "device")
        self._engine, self._server = psutil.Process(), psutil.Process(running.pid)
        self._used_ms: dict[str, list[float]] = {}

    def rate(self) -> float:
        """Notes per second."""
        self._device.write(self.count, self._tickets)
        began = {"engine": cpu_s(self._engine), "server": cpu_s(self._server)}
        start = time.perf_counter()
        settled = self._device.cycle.push_all()
        taken = time.perf_counter() - start
        if settled != self.count or self._device.waiting():
            raise RuntimeError(f"{settled} of {self.count} were settled")
        for name, process in (("engine", self._engine), ("server", self._server)):
            used_s = cpu_s(process) - began[name]
            self._used_ms.setdefault(name, []).append(used_s / self.count * 1_000)
        return self.count / taken

    def shares(self) -> dict[str, float]:
        """Processor time of a note in each process."""
        return {
            f"ms of processor time a note, {name}": Samples(tuple(values)).median
            for name, values in self._used_ms.items()
        }
