"""Hypothesis drives a team with processes."""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.helpers.postgres import PostgresCluster
from tests.helpers.proxy import Fault
from tests.soak.cluster import Cluster, cluster
from tests.soak.rules import DEVICES, Acts

FAULT = st.sampled_from([fault.value for fault in Fault if fault is not Fault.PASS])
SERVER_RESTARTS = 2
Stores = Callable[[Path], AbstractContextManager[str]]
"""Makes an empty store, given a folder of the run's own."""


@contextmanager
def sqlite_store(folder: Path) -> Iterator[str]:
    """One of the stores that ``prepared`` takes."""
    yield f"sqlite:///{folder / 'desk.db'}"


class Processes(Acts):
    """Each run has a new store and new devices. ``totals`` counts steps and faults of all runs."""

    fresh_store: ClassVar[Stores]
    totals: ClassVar[Counter[str]] = Counter()
    forks: ClassVar[bool] = True
    """Profiles are copied and put back, and so is a store that is a file."""
    postgres: ClassVar[PostgresCluster | None] = None
    """Where the stores are, if it may be killed."""
    team: Cluster

    def __init__(self) -> None:
        super().__init__()
        self.end = ExitStack()
        folder = Path(self.end.enter_context(tempfile.TemporaryDirectory()))
        url = self.end.enter_context(type(self).fresh_store(folder))
        self.team = self.end.enter_context(cluster(url, folder, self.postgres))
        self.restarts = 0

    @rule(device=DEVICES, fault=FAULT, on=st.sampled_from(["push", "pull"]))
    def trouble(self, device: int, fault: str, on: str) -> None:
        self.team.step("trouble", device=device, fault=fault, on=on)

    @rule(device=DEVICES, fault=FAULT, on=st.sampled_from(["push", "pull", "poll", "live"]))
    def fault(self, device: int, fault: str, on: str) -> None:
        self.team.step("fault", device=device, fault=fault, on=on)

    @rule(device=DEVICES, what=st.sampled_from(["cut", "heal"]))
    def line(self, device: int, what: str) -> None:
        self.team.step(what, device=device)

    @rule(device=DEVICES, number=st.integers(0, 50))
    def repeat(self, device: int, number: int) -> None:
        self.team.step("repeat", device=device, number=number)

    @rule(device=DEVICES, what=st.sampled_from(["kill_engine", "start_engine"]))
    def engine(self, device: int, what: str) -> None:
        self.team.step(what, device=device)

    @rule(device=DEVICES, what=st.sampled_from(["freeze", "thaw"]))
    def stop(self, device: int, what: str) -> None:
        self.team.step(what, device=device)

    @precondition(lambda self: self.restarts < SERVER_RESTARTS)
    @rule(device=DEVICES)
    def restart_server(self, device: int) -> None:
        self.restarts += 1
        self.team.step("restart_server", device=device)

    @precondition(lambda self: self.postgres and self.restarts < SERVER_RESTARTS)
    @rule(device=DEVICES)
    def kill_store(self, device: int) -> None:
        self.restarts += 1
        self.team.step("kill_store", device=device)

    @rule(device=DEVICES)
    def end_backends(self, device: int) -> None:
        self.team.step("end_backends", device=device)

    @rule(device=DEVICES)
    def breathe(self, device: int) -> None:
        self.team.step("breathe", device=device)

    @precondition(lambda self: self.forks)
    @rule(device=DEVICES, what=st.sampled_from(["keep", "put_back", "clone"]))
    def copies(self, device: int, what: str) -> None:
        self.team.step(what, device=device)

    @precondition(lambda self: self.forks and self.restarts < SERVER_RESTARTS)
    @rule(device=DEVICES, what=st.sampled_from(["keep_store", "restore_store"]))
    def store(self, device: int, what: str) -> None:
        self.restarts += what == "restore_store"
        self.team.step(what, device=device)

    def teardown(self) -> None:
        try:
            if not self.team.broken:
                self.team.settle()
        finally:
            if self.team.broken:
                print(f"The steps of this run:\n{self.team.story()}", file=sys.stderr)
            self.totals.update(self.team.counts)
            self.totals.update({f"fault {name}": n for name, n in self.team.faults.items()})
            self.end.close()


def prepared(
    fresh_store: Stores, forks: bool = True, postgres: PostgresCluster | None = None
) -> type[Processes]:
    """The machine over such stores."""
    members = {
        "fresh_store": staticmethod(fresh_store),
        "totals": Counter(),
        "forks": forks,
        "postgres": postgres,
    }
    return type("Prepared", (Processes,), members)
