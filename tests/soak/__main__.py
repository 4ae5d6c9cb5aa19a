"""``python -m tests.soak``: the long run. See ``--help``.

A run that breaks an invariant is printed as its steps; Hypothesis then looks for a shorter one.
The steps, one JSON object a line, can be done again with ``--replay FILE``.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.helpers.attached import MB
from tests.helpers.postgres import PostgresCluster
from tests.soak.cluster import cluster
from tests.soak.cluster_machine import Processes, Stores, prepared, sqlite_store
from tests.soak.crowd import crowd
from tests.soak.fuzz import Fault, fuzz
from tests.soak.large_file import deaths, trips

RUNS_AT_ONCE = 4
STEPS = 60
ACTIVE, IDLE = 100, 1_000
ENGINE_KILLS, SERVER_KILLS = 20, 4


def main() -> int:
    given = _parser().parse_args()
    chosen = given.seed if given.seed is not None else random.randrange(1 << 32)
    if given.live:
        given.store = "postgres"
    print(f"seed {chosen}, store {given.store}, {given.minutes:g} minutes", flush=True)
    with ExitStack() as end:
        on_postgres = given.store == "postgres"
        postgres = end.enter_context(_postgres(fsync=given.live)) if on_postgres else None
        stores: Stores = (lambda _: postgres.fresh_database()) if postgres else sqlite_store
        if given.replay:
            return _replay(stores, postgres, given.replay.read_text().splitlines())
        if given.fuzz or given.live or given.upload:
            folder = Path(end.enter_context(tempfile.TemporaryDirectory()))
            return _special(given, end.enter_context(stores(folder)), folder, chosen)
        machine = prepared(stores, not given.no_forks, postgres)
        return _soak(machine, chosen, given.minutes * 60, given.shrink)


def _special(given: argparse.Namespace, url: str, folder: Path, chosen: int) -> int:
    """One of the runs that look for something else than the order of steps."""
    if given.fuzz:
        return _fuzz(url, folder, chosen, given.fuzz)
    if given.live:
        return _live(url, folder, random.Random(chosen), given.minutes * 60)
    return _upload(url, folder, random.Random(chosen), given.upload)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./dev soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10, help="how long (default: 10)")
    parser.add_argument("--seed", type=int, help="the same runs again")
    parser.add_argument("--store", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--replay", type=Path, metavar="FILE", help="do the steps in this file")
    parser.add_argument("--no-forks", action="store_true", help="nothing is copied and put back")
    parser.add_argument("--shrink", action="store_true", help="look for a shorter run that fails")
    parser.add_argument("--fuzz", type=int, metavar="N", help="N broken bodies instead")
    words = "a file of so many MB up and down, with kills on the way (200)"
    parser.add_argument("--upload", type=int, nargs="?", const=200, metavar="MB", help=words)
    words = "a crowd at the live stream of two processes on PostgreSQL"
    parser.add_argument("--live", action="store_true", help=words)
    return parser


def _fuzz(url: str, folder: Path, chosen: int, bodies: int) -> int:
    """Broken bodies against the server's calls; 1 when one of them broke something."""
    with fuzz(url, folder / "files", chosen) as run:
        try:
            run.run(bodies)
        except Fault as fault:
            print(fault, flush=True)
            return 1
    for (path, status), count in sorted(run.counts.items()):
        print(f"{path} {status}: {count}")
    return 0


def _live(url: str, folder: Path, chance: random.Random, seconds: float) -> int:
    """A thousand who listen and a hundred who write; how late they were told is printed."""
    with crowd(url, folder, chance, ACTIVE, IDLE) as one:
        try:
            asyncio.run(one.run(seconds))
        finally:
            print(*one.told(), sep="\n", flush=True)
    return 0


def _upload(url: str, folder: Path, chance: random.Random, size_mb: int) -> int:
    """A large file both ways; what each death cost is told."""
    with trips(url, folder, size_mb * MB, chance) as trip:
        for direction in ("up", "down"):
            one = trip(direction)
            try:
                one.run(deaths(chance, ENGINE_KILLS, SERVER_KILLS))
            finally:
                print(*one.told(), sep="\n", flush=True)
    return 0


def _soak(machine: type[Processes], chosen: int, seconds: float, shrink: bool) -> int:
    """Runs until the time is over; 1 when any of them broke an invariant."""
    ends_at = time.monotonic() + seconds
    failed = rounds = 0
    while not rounds or time.monotonic() < ends_at:
        number = chosen + rounds
        rounds += 1
        try:
            run_state_machine_as_test(seed(number)(machine), settings=_how(shrink))
        except Exception:  # whatever it was: it is told, and the next runs go on
            failed += 1
            traceback.print_exc()
            print(f"The runs of seed {number} failed.", flush=True)
    _tell(machine, rounds, failed)
    return 1 if failed else 0


def _how(shrink: bool) -> settings:
    return settings(
        max_examples=RUNS_AT_ONCE,
        stateful_step_count=STEPS,
        database=None,
        deadline=None,
        phases=[Phase.generate, *([Phase.shrink] if shrink else [])],
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )


def _tell(machine: type[Processes], rounds: int, failed: int) -> None:
    for name, count in sorted(machine.totals.items()):
        print(f"{count:8} {name}")
    print(f"{rounds} rounds of up to {RUNS_AT_ONCE} runs, {failed} rounds failed")


def _replay(stores: Stores, postgres: PostgresCluster | None, lines: list[str]) -> int:
    with ExitStack() as end:
        folder = Path(end.enter_context(tempfile.TemporaryDirectory()))
        url = end.enter_context(stores(folder))
        team = end.enter_context(cluster(url, folder, postgres))
        team.replay(lines)
        team.settle()
    print("all holds")
    return 0


@contextmanager
def _postgres(fsync: bool) -> Iterator[PostgresCluster]:
    running = PostgresCluster.started(fsync=fsync)
    try:
        yield running
    finally:
        running.stop()


if __name__ == "__main__":
    sys.exit(main())
