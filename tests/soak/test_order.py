"""Invariant 13 on PostgreSQL: positions follow the order of commits, however slow a writer is."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest

from sync.protocol import schema
from sync.server.write_path import WritePath
from sync.server.writer import ServerWriter
from tests.helpers.desk import Device, ServerDesk

WRITERS = 4
ROWS = 20
SLOWEST_S = 0.05


@pytest.fixture
def desk(postgres_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(postgres_url, tmp_path)
    yield made
    made.store.close()


class SlowToCommit(WritePath):
    """Every transaction rests up to 50 ms between its last statement and the commit."""

    chance = Random(0)

    def finish(self, writer: ServerWriter) -> None:
        super().finish(writer)
        self.store.sql("SELECT pg_sleep(?)", (self.chance.random() * SLOWEST_S,))


def write(desk: ServerDesk, path: WritePath, name: str) -> None:
    """Rows one by one; the last statement of each before the positions is slow at times, too."""
    chance = Random(name)
    for number in range(ROWS):
        with path.batch() as writer:
            id = f"{name}-{number}"
            writer.insert("tag", {"id": id, "scope": "ws", "name": id})
            if chance.random() < 0.5:
                desk.store.sql("SELECT pg_sleep(?)", (chance.random() * SLOWEST_S,))
    desk.store.close()


def poll(desk: ServerDesk, reader: Device, stop: threading.Event) -> list[schema.Line]:
    """All that a reader is told who asks again and again, and once more after the end."""
    found: list[schema.Line] = []
    while True:
        last = stop.is_set()
        found += [line for line in reader.pull() if line.kind == "tag"]
        if last:
            desk.store.close()
            return found


@pytest.mark.parametrize("path", [SlowToCommit, WritePath])
def test_a_polling_reader_is_told_every_row_once_and_in_order(
    desk: ServerDesk, path: Callable[..., WritePath]
) -> None:
    reader = desk.device(desk.agent("anna"))
    reader.pull()
    stop = threading.Event()
    with ThreadPoolExecutor(WRITERS + 1) as pool:
        reading = pool.submit(poll, desk, reader, stop)
        names = [f"writer{n}" for n in range(WRITERS)]
        for one in [pool.submit(write, desk, path(desk.store), name) for name in names]:
            one.result(timeout=60)
        stop.set()
        told = reading.result(timeout=60)
    assert sorted(line.id for line in told) == sorted(
        f"{name}-{number}" for name in names for number in range(ROWS)
    )
    assert [line.seq for line in told] == sorted({line.seq for line in told})
