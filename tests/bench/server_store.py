"""Stores for a server, filled with the tickets of the corpus, or as many invented ones."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from models.clock import wall_ms
from models.database import Store
from sync.protocol.schema import SessionRequest
from sync.server import admin, sessions
from sync.server.write_path import WritePath
from tests.bench import desk_rows
from tests.bench.desk_rows import Row, Size
from tests.bench.processes import PASSWORD, deskside_server, scratch
from tests.helpers.postgres import PostgresCluster, PostgresMissing

REPOSITORY = Path(__file__).resolve().parents[2]
CORPUS_TICKETS, QUICK_TICKETS = 15_601, 1_000
AT_ONCE = 200
LOGIN = "bench"


def each_store() -> Iterator[tuple[str, str, Path]]:
    """Name, URL and an empty folder: SQLite, then PostgreSQL (``fsync=on``) where it is."""
    with scratch() as folder:
        yield "SQLite", f"sqlite:///{folder / 'desk.db'}", folder
    try:
        cluster = PostgresCluster.started(fsync=True)
    except PostgresMissing as missing:
        print(f"no PostgreSQL here: {missing}")
        return
    try:
        with scratch() as folder, cluster.fresh_database() as url:
            yield "PostgreSQL", url, folder
    finally:
        cluster.stop()


def corpus() -> list[Path]:
    """The files of the corpus, empty when it is not on this computer."""
    folder = os.environ.get("DESKSIDE_DATA") or REPOSITORY.parent / "shared" / "data"
    return sorted((Path(folder) / "tickets").glob("*.ndjson.gz"))


def make_desk(url: str, agents: int = 1) -> None:
    """A new store in which agents "bench", "bench1" ... may work everywhere."""
    deskside_server("init", "--store", url)
    store = admin.open_desk(url)
    for n in range(agents):
        name = f"{LOGIN}{n or ''}"
        admin.add_agent(store, admin.NewAgent(name, f"Bench {n}", role="admin"), PASSWORD)
    store.close()


def tokens(url: str, count: int) -> list[str]:
    """Sessions of so many devices of the first agent, without the time that passwords take."""
    store = admin.open_desk(url)
    (agent_id,) = store.sql("SELECT id FROM agent WHERE login = ?", (LOGIN,))[0]
    request = SessionRequest(login=LOGIN, password="", device="bench")
    begun = [sessions.begin(store, agent_id, request, wall_ms()).token for _ in range(count)]
    store.close()
    return begun


def import_corpus(url: str, files: list[Path]) -> None:
    """All of it through the import that people use."""
    for path in files:
        deskside_server("import", "tickets", str(path), "--store", url)


def fill_server(url: str, quick: bool) -> str:
    """The corpus where it is, else as many invented tickets; says which."""
    files = [] if quick else corpus()
    if files:
        import_corpus(url, files)
        return "the corpus"
    tickets = QUICK_TICKETS if quick else CORPUS_TICKETS
    invent(url, tickets, 3 * tickets)
    return f"{tickets:,} invented tickets"


def invent(url: str, tickets: int, messages: int) -> None:
    """An invented desk of that size, through the server's one write path."""
    store = admin.open_desk(url)
    size = Size(tickets, messages, wall_ms())
    path = WritePath(store)
    _write(path, [list(desk_rows.directory(size))])
    source = desk_rows.tickets(size, desk_rows.demo_texts())
    while part := list(islice(source, AT_ONCE)):
        _write(path, part)
    store.close()


def _write(path: WritePath, steps: list[list[tuple[str, Row]]]) -> None:
    """Each list is one step; personal rows stay out."""
    by_kind: dict[str, list[tuple[int, Row]]] = {}
    for step, rows in enumerate(steps):
        for kind, row in rows:
            if not row["scope"].startswith("u:"):
                by_kind.setdefault(kind, []).append((step, row))
    with path.batch() as writer:
        writer.step = len(steps) - 1
        for kind, found in by_kind.items():
            writer.insert_many(kind, [row for _, row in found], [step for step, _ in found])


def some_tickets(url: str, count: int) -> list[str]:
    """The first tickets of a store, by id."""
    store = Store.open(url, "server", migrate=False)
    found = store.sql("SELECT id FROM ticket ORDER BY id LIMIT ?", (count,))
    store.close()
    return [row[0] for row in found]
