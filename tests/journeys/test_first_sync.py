"""A first sync from snapshots between real processes, which are killed again and again."""

from __future__ import annotations

import subprocess
from pathlib import Path

from models.clock import wall_ms
from models.profile import Profile
from sync.server.writer import ServerWriter
from tests.bench.desk_rows import time_id
from tests.helpers.engine import begun_once, engine, sync_once
from tests.helpers.person import held_rows, live_rows
from tests.helpers.server import Served, served
from tests.helpers.waiting import until

TICKETS = 12_000
KILLS = 4


def fill(server: Served) -> None:
    """Many tickets in Network, as an import makes them."""
    queue_id = server.desk.queue("Network")
    scope, now = f"q:{queue_id}", wall_ms()

    def step(writer: ServerWriter) -> None:
        rows = [
            {"id": time_id(now, n), "scope": scope, "queue_id": queue_id, "subject": f"Ticket {n}"}
            for n in range(TICKETS)
        ]
        writer.insert_many("ticket", rows)

    server.desk.path.run(step)


def here(profile: Profile) -> int:
    store = profile.open()
    try:
        return int(store.sql("SELECT COUNT(*) FROM ticket")[0][0])
    finally:
        store.close()


def killed_further_on(profile: Profile, server: Served, before: int) -> int:
    """How many tickets were here when an engine was killed that had brought some more."""
    words = ("--server", server.url, "--login", "anna")
    process: subprocess.Popen[bytes] = begun_once(profile, *words)
    try:
        until(lambda: here(profile) > before or process.poll() is not None, 30)
    finally:
        process.kill()
        process.wait()
    return here(profile)


def test_a_first_sync_that_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    with served(f"sqlite:///{tmp_path / 'server.db'}", tmp_path) as server:
        fill(server)
        profile = Profile(tmp_path / "anna")
        counts = [0]
        for _ in range(KILLS):
            counts.append(killed_further_on(profile, server, counts[-1]))
        assert counts == sorted(counts), "nothing that was here is fetched again"
        assert sync_once(profile, "--server", server.url, "--login", "anna") == 0
        store = profile.open()
        assert live_rows(store) == held_rows(server.desk, server.people["anna"])
        store.close()
        asked = [line for line in server.log.splitlines() if "/snapshot/" in line]
        assert len(asked) == 1, "the part came once"


def test_the_desktop_hears_how_far_a_first_sync_is(tmp_path: Path) -> None:
    with (
        served(f"sqlite:///{tmp_path / 'server.db'}", tmp_path) as server,
        engine(tmp_path / "anna") as anna,
    ):
        fill(server)
        anna.state("sign_in")
        anna.sign_in(server.url, "anna")
        begun = anna.state("syncing", lambda state: state.rows_total > 0)
        assert begun.rows_total >= TICKETS
        anna.state("syncing", lambda state: state.rows_done == state.rows_total > 0)
        assert anna.state("synced").rows_total == 0
