"""From one person's edit to another's screen, through two real engines, on both stores.

A writes a note into its own file and pokes its engine, as the window does; B is the real window
with the ticket open. "in the file": B's engine told its window of the new row. All run on this
machine. Then: a pull with nothing new beside an empty request; memory with 1,000 open streams.
"""

from __future__ import annotations

import contextlib
import random
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import psutil
import requests

from models import profile as profiles
from models.clock import wall_ms
from models.commands import AddNote
from models.database import Store
from models.perform import perform
from models.profile import Profile
from sync.engine.cycle import cursors
from sync.protocol import link, schema
from tests.bench.children import Child, child
from tests.bench.figures import Figure, Samples, by_turns, timed_ms
from tests.bench.processes import PASSWORD, Running, cpu_s, served, window_environment
from tests.bench.server_store import LOGIN, each_store, invent, make_desk, some_tickets, tokens
from tests.bench.wishes import SIGN_IN
from tests.helpers.engine import EngineProcess
from tests.helpers.waiting import until

EDITS, QUICK_EDITS = 40, 10
PULLS, QUICK_PULLS = 200, 50
STREAMS = 1_000
PAUSE_S = (0.3, 0.6)
MS = 1e6
MIB = 1 << 20


def run(quick: bool) -> list[Figure]:
    """Milliseconds and MiB."""
    return [
        figure for name, url, folder in each_store() for figure in _one(url, name, folder, quick)
    ]


def _one(url: str, name: str, folder: Path, quick: bool) -> list[Figure]:
    make_desk(url, agents=2)
    invent(url, 200, 600)
    ticket = some_tickets(url, 1)[0]
    with served(url, folder) as running:
        found = _edits(running, name, folder, ticket, quick)
        found.append(_empty_pull(running, name, folder, quick))
        found.append(_streams(running, name, tokens(url, STREAMS)))
    return found


def _edits(running: Running, name: str, folder: Path, ticket: str, quick: bool) -> list[Figure]:
    sign_in = f"{running.url} {LOGIN}1 {PASSWORD}"
    env = window_environment(folder, **{SIGN_IN: sign_in})
    here: list[float] = []
    painted: list[float] = []
    words = ("live", "--profile", str(folder / "b"))
    with (
        _engine(folder / "a", running) as a,
        contextlib.closing(a.profile.open()) as store,
        child("tests.bench.timed_window", *words, env=env) as b,
    ):
        b.fact("state", "synced")
        b.settle()
        b.ask(f"open {ticket}")
        rows = b.fact("rows")["rows"]
        b.settle()
        for number in range(QUICK_EDITS if quick else EDITS):
            time.sleep(random.uniform(*PAUSE_S))
            began_ns = time.monotonic_ns()
            _note(a, store, ticket, number)
            here.append((_changed_ns(b, ticket) - began_ns) / MS)
            painted.append((_painted_ns(b, rows + 1) - began_ns) / MS)
            rows += 1
    return [
        _spread(f"{name}: an edit in the other's file", here),
        _spread(f"{name}: painted in the other's window", painted),
    ]


def _spread(name: str, values: list[float]) -> Figure:
    found = Samples(tuple(values))
    extra = {"p95": found.share(0.95), "p99": found.share(0.99)}
    return Figure(name, "ms", found, extra=extra)


def _changed_ns(b: Child, ticket: str) -> int:
    while True:
        facts = b.fact("changed")
        if ticket in facts["changed"]:
            return int(facts["at_ns"])


def _painted_ns(b: Child, rows: int) -> int:
    while True:
        facts = b.fact("rows")
        if facts["rows"] >= rows:
            return int(facts["painted_ns"])


@contextlib.contextmanager
def _engine(folder: Path, running: Running) -> Iterator[EngineProcess]:
    made = EngineProcess(Profile(folder))
    try:
        made.sign_in(running.url, LOGIN, PASSWORD)
        made.state("synced")
        yield made
    finally:
        made.close()


def _note(a: EngineProcess, store: Store, ticket: str, number: int) -> None:
    """What a window does with Ctrl+Enter; its file is open."""
    actor = profiles.actor(store)
    if actor is None:
        raise RuntimeError("nobody is signed in")
    perform(store, AddNote(ticket_id=ticket, html=f"<p>note {number}</p>"), actor, wall_ms())
    a.say(link.Poke())


def _empty_pull(running: Running, name: str, folder: Path, quick: bool) -> Figure:
    """On one connection each, without the time of making it."""
    server, session = running.signed_in(LOGIN)
    store = Profile(folder / "a").open()
    body = msgspec.json.encode(
        schema.PullRequest(schema.ClientInfo(session.client_id), cursors(store))
    )
    store.close()
    http = requests.Session()
    http.trust_env = False
    headers = {"Authorization": f"Bearer {server.token}", "Content-Type": "application/json"}

    def pull() -> None:
        answer = http.post(f"{running.url}/v1/pull", body, headers=headers, timeout=10)
        if answer.status_code != 200:
            raise RuntimeError(answer.text)

    def nothing() -> None:
        http.get(f"{running.url}/healthz", timeout=10)

    count = QUICK_PULLS if quick else PULLS
    ours, limit = by_turns(count, lambda: timed_ms(pull), lambda: timed_ms(nothing))
    return Figure(f"{name}: a pull with nothing new", "ms", ours, limit, "GET /healthz")


def _streams(running: Running, name: str, tokens: list[str]) -> Figure:
    """What the server process takes more with 1,000 streams than without, RSS."""
    process = psutil.Process(running.pid)
    before = process.memory_info().rss / MIB
    host, port = running.url.removeprefix("http://").split(":")
    request = f"GET /v1/live HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer %s\r\n\r\n"
    began = time.monotonic()
    with contextlib.ExitStack() as stack:
        lines = [
            stack.enter_context(socket.create_connection((host, int(port)), 30)) for _ in tokens
        ]
        for line, token in zip(lines, tokens, strict=True):
            line.sendall((request % token).encode())
        for line in lines:
            until(lambda line=line: b"event: head" in line.recv(4_096), 60)  # type: ignore[misc]
        opened_s = time.monotonic() - began
        used_s = cpu_s(process)
        time.sleep(5)
        idle = {"% of a core while idle": (cpu_s(process) - used_s) / 5 * 100}
        after = process.memory_info().rss / MIB
    extra = {"opened in s": opened_s, "MiB before": before, **idle}
    return Figure(
        f"{name}: {len(tokens):,} streams, more RSS", "MiB", Samples((after - before,)), extra=extra
    )
