"""What one note costs: bytes on the line, statements, waits for the disk, the head row's lock.

Alone and in a push of fifty, on both stores. Bytes are those of the engine's own requests and
their answers with all headers, as they are sent. The lock is held from the UPDATE of
``stream_head`` until its COMMIT is done; nobody else asks for it here. There is nothing to set
beside: these are prices, not speeds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import psycopg

from models.commands import AddNote
from models.database import Store
from sync.server.write_path import WritePath
from tests.bench.devices import Device
from tests.bench.figures import Figure, Samples, rounds
from tests.bench.processes import Running, served
from tests.bench.raw_notes import HTML
from tests.bench.server_store import LOGIN, each_store, invent, make_desk, some_tickets
from tests.bench.syncs import watched_syncs
from tests.bench.watched import Watch
from tests.helpers.desk import Device as Pusher
from tests.helpers.desk import ServerDesk
from tests.helpers.line import line

TICKETS = 200
SIZES = (1, 50)
PUSHES = 3  # of each size in a round


def run(quick: bool) -> list[Figure]:
    """Per push or pull, and per note where that is said."""
    found: list[Figure] = []
    for name, url, folder in each_store():
        make_desk(url)
        invent(url, TICKETS, 2 * TICKETS)
        tickets = some_tickets(url, TICKETS)
        store = Store.open(url, "server", migrate=False)
        found += _inside(store, name, folder, tickets, rounds(quick))
        store.close()
        with served(url, folder) as running:
            found += _outside(running, name, url, folder, tickets, rounds(quick))
    return found


def _inside(
    store: Store, name: str, folder: Path, tickets: list[str], turns: int
) -> Iterator[Figure]:
    """Statements and lock times, seen in this process."""
    desk = ServerDesk(store, WritePath(store), folder / "files")
    device = desk.device(desk.actor(LOGIN))
    device.pull()
    watch = Watch(store)
    for size in SIZES:
        held = [watch.head_ms(_pushing(device, size, tickets)) for _ in range(PUSHES * turns)]
        asked = [watch.count(_pushing(device, size, tickets)) for _ in range(turns)]
        yield _figure(f"{name}: {_notes(size)}, head row held", "ms", held)
        yield _figure(f"{name}: {_notes(size)}, statements", "a push", asked)
    device.pull()
    for size in (0, *SIZES):
        pulled = []
        for _ in range(turns):
            if size:
                _pushing(device, size, tickets)()
            pulled.append(watch.count(device.page))
        yield _figure(f"{name}: {_notes(size)}, statements", "a pull", pulled)


def _pushing(device: Pusher, size: int, tickets: list[str]) -> Callable[[], None]:
    notes = [AddNote(ticket_id=ticket, html=HTML) for ticket in tickets[:size]]

    def push() -> None:
        if any(outcome.s != "applied" for outcome in device.push(*notes)):
            raise RuntimeError("not all was applied")

    return push


def _notes(size: int) -> str:
    return {0: "nothing new", 1: "one note"}.get(size, f"{size} notes")


def _figure(name: str, unit: str, values: list[float]) -> Figure:
    return Figure(name, unit, Samples(tuple(values)))


def _outside(
    running: Running, name: str, url: str, folder: Path, tickets: list[str], turns: int
) -> Iterator[Figure]:
    """Bytes on the line, and what the server's processes wait for."""
    device = Device.signed_in(running, LOGIN, folder / "device")
    with line(running.url) as between, watched_syncs(_pids(running, url), folder / "syncs") as seen:
        server = device.cycle.server
        server.address = between.url
        for size in SIZES:
            sent, received, synced = [], [], []
            for _ in range(turns):
                device.write(size, tickets)
                before = (between.sent, between.received, seen.count() if seen else 0)
                device.cycle.push_all()
                sent.append((between.sent - before[0]) / size)
                received.append((between.received - before[1]) / size)
                synced.append(float((seen.count() if seen else 0) - before[2]))
            yield _figure(f"{name}: {_notes(size)}, request", "bytes a note", sent)
            yield _figure(f"{name}: {_notes(size)}, answer", "bytes a note", received)
            if seen:
                yield _figure(f"{name}: {_notes(size)}, waits for the disk", "a push", synced)
            else:
                print(f"{name}: {_notes(size)}, waits for the disk: not measured, no strace here")


def _pids(running: Running, url: str) -> list[int]:
    """The server, and the processes of its PostgreSQL."""
    if url.startswith("sqlite"):
        return [running.pid]
    with psycopg.connect(url) as connection:
        postmaster = psutil.Process(connection.info.backend_pid).parent()
        own = connection.info.backend_pid
    children = postmaster.children() if postmaster else []
    return [running.pid, *(child.pid for child in children if child.pid != own)]
