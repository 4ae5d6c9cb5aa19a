"""Notes per second through the server with eight clients, on SQLite and on PostgreSQL.

The limit is the same rows, written and committed one note at a time by the database's own
driver. Every note is durable (synchronous=FULL, fsync=on) on both sides.
"""

from __future__ import annotations

import contextlib
import http.client
import threading
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from models.commands import AddNote, encode
from sync.protocol import schema
from tests.bench.figures import Figure, Samples, by_turns, rounds
from tests.bench.processes import Running, served
from tests.bench.raw_notes import HTML, RawNotes, postgres_notes, sqlite_notes
from tests.bench.server_store import LOGIN, each_store, invent, make_desk, some_tickets

CLIENTS, BATCH = 8, 50
SECONDS, QUICK_SECONDS = 2.0, 0.7
BEST_DESK_PER_S = 86
JSON = "application/json"


class Client:
    """One device that pushes notes for tickets in turn, without waiting between them.

    It speaks HTTP through the standard library: eight clients and the server share this machine.
    """

    def __init__(self, running: Running, login: str, tickets: list[str]) -> None:
        server, answer = running.signed_in(login)
        self._headers = {"Authorization": f"Bearer {server.token}", "Content-Type": JSON}
        self._http = http.client.HTTPConnection(running.url.removeprefix("http://"), timeout=30)
        self._info = schema.ClientInfo(answer.client_id)
        self._base = schema.Base(answer.last_mid, answer.chain)
        self._tickets = tickets

    def push(self, count: int) -> None:
        mid, chain = self._base.mid, self._base.chain
        wires = []
        for _ in range(count):
            mid += 1
            note = AddNote(ticket_id=self._tickets[mid % len(self._tickets)], html=HTML)
            wires.append(b'{"mid":%d,' % mid + encode(note)[1:])
            chain = schema.chain_after(chain, wires[-1])
        answer = self._send(
            schema.PushRequest(self._info, self._base, [msgspec.Raw(wire) for wire in wires])
        )
        if answer.ack.mid != mid or any(each.s != "applied" for each in answer.out):
            raise RuntimeError(f"not all was applied: {answer.out[:3]}")
        self._base = schema.Base(mid, chain)

    def _send(self, request: schema.PushRequest) -> schema.PushAnswer:
        self._http.request("POST", "/v1/push", msgspec.json.encode(request), self._headers)
        answer = self._http.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{answer.status}: {body[:300]!r}")
        return msgspec.json.decode(body, type=schema.PushAnswer)

    def close(self) -> None:
        self._http.close()


def run(quick: bool) -> list[Figure]:
    """Four figures: one note at a time and fifty, on both stores."""
    raw = {"SQLite": sqlite_notes, "PostgreSQL": postgres_notes}
    return [
        figure
        for name, url, folder in each_store()
        for figure in _both(url, name, folder, raw[name], quick)
    ]


def _both(
    url: str, name: str, folder: Path, raw: Callable[[str, list[str]], RawNotes], quick: bool
) -> list[Figure]:
    make_desk(url, CLIENTS)
    invent(url, 2_000, 4_000)
    tickets = some_tickets(url, 1_000)
    seconds = QUICK_SECONDS if quick else SECONDS
    with served(url, folder) as running:
        clients = [
            Client(running, f"{LOGIN}{n or ''}", tickets[n::CLIENTS]) for n in range(CLIENTS)
        ]
        with contextlib.closing(raw(url, tickets)) as by_hand:
            single, batched, limit = by_turns(
                rounds(quick),
                lambda: _rate(clients, 1, seconds),
                lambda: _rate(clients, BATCH, seconds),
                lambda: by_hand.rate(seconds),
            )
        for client in clients:
            client.close()
    return [
        _figure(f"{name}, one a push", single, limit),
        _figure(f"{name}, {BATCH} a push", batched, limit),
    ]


def _figure(name: str, ours: Samples, limit: Samples) -> Figure:
    beside = {"times the best desk seen (86/s)": ours.median / BEST_DESK_PER_S}
    return Figure(
        name, "notes/s", ours, limit, "the same rows committed note by note", extra=beside
    )


def _rate(clients: list[Client], batch: int, seconds: float) -> float:
    """Notes per second of all clients together; each pushes until the time is over."""
    counts = [0] * len(clients)
    end = time.perf_counter() + seconds

    def work(place: int) -> None:
        while time.perf_counter() < end:
            clients[place].push(batch)
            counts[place] += batch

    start = time.perf_counter()
    threads = [threading.Thread(target=work, args=(n,)) for n in range(len(clients))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / (time.perf_counter() - start)
