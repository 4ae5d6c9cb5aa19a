"""A team with processes: a server, an engine for each profile, and a proxy before each engine."""

from __future__ import annotations

import shutil
import signal
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from models.profile import Profile
from models.rows import Actor
from sync.protocol import link
from tests.helpers import shifted_engine
from tests.helpers.engine import EngineProcess
from tests.helpers.postgres import PostgresCluster
from tests.helpers.proxy import Fault, Proxy
from tests.helpers.server import Served, served, with_keyring
from tests.helpers.waiting import until
from tests.soak.broken import Broken
from tests.soak.copies import copy_file, forget_what_is_lost, forget_what_the_disk_lost
from tests.soak.device import Device
from tests.soak.local import Seen
from tests.soak.own_team import OwnTeam
from tests.soak.settled import check_all, is_quiet
from tests.soak.team import QUEUES

LOGINS = ("anna", "anna", "boris", "vera")
READY_S = 30
QUIET_S = 60
POKE_S = 2
BREATH_S = 1.5
BUSY_MS = 1_500
MOST_COMPUTERS = 6


@dataclass
class Computer(Device):
    """A computer: its file, its engine while that runs, and its line to the server."""

    profile: Profile = field(kw_only=True)
    proxy: Proxy = field(kw_only=True)
    environment: dict[str, str] = field(kw_only=True)
    engine: EngineProcess | None = None
    frozen: bool = False

    def start(self) -> None:
        if self.engine is None:
            self.engine = EngineProcess(self.profile, self.environment, shifted_engine.MODULE)

    def set_clock(self) -> None:
        """Its engine's clock is as far off as its person's."""
        Path(self.environment[shifted_engine.CLOCK]).write_text(str(self.jump_ms))

    def kill(self) -> None:
        """As when the computer is switched off."""
        if self.engine is not None:
            self.engine.kill()
        self.engine, self.frozen = None, False

    def freeze(self) -> None:
        if self.engine is not None:
            self.engine.process.send_signal(signal.SIGSTOP)
            self.frozen = True

    def thaw(self) -> None:
        if self.engine is not None:
            self.engine.process.send_signal(signal.SIGCONT)
        self.frozen = False

    @property
    def kept(self) -> Path:
        """An older copy of its file."""
        return self.profile.folder / "kept.db"

    def put_back(self) -> None:
        """The older copy takes the file's place; then the computer is switched on."""
        self.kill()
        self.store.close()
        shutil.copy(self.kept, self.profile.database)
        self.store = self.profile.open()
        self.copied = True
        self.start()

    def sign_in_again(self) -> None:
        """As its person does: a file that was put back may name a session that has ended."""
        said = self.engine.said if self.engine else []
        states = [line.state for line in said if isinstance(line, link.State)]
        if self.engine is not None and states[-1:] == ["sign_in"]:
            self.engine.sign_in(self.proxy.url, self.actor.login)

    def acted(self) -> None:
        """Poke, as the desktop does; a dead engine hears nothing."""
        if self.engine is not None:
            with suppress(BrokenPipeError):
                self.engine.say(link.Poke())


class Cluster(OwnTeam):
    """Everybody has signed in and read three tickets. ``faults`` counts what the proxies did."""

    def __init__(
        self,
        running: Served,
        folder: Path,
        computers: list[Computer],
        end: ExitStack,
        postgres: PostgresCluster | None,
    ) -> None:
        super().__init__(running.desk, folder, computers)
        self.server = running
        self.computers = computers
        self.end = end
        self.postgres = postgres
        self.tickets = [running.desk.ticket("Network", f"ticket {n}") for n in range(3)]
        self.restored = False
        self._kept_grants: set[tuple[str, str]] | None = None

    def computer(self, number: int) -> Computer:
        return self.computers[number % len(self.computers)]

    @property
    def faults(self) -> Counter[str]:
        found: Counter[str] = Counter()
        for one in self.computers:
            found.update({str(fault): count for fault, count in one.proxy.counts.items()})
        return found

    def fault(self, device: int, fault: str, on: str) -> None:
        """What becomes of this device's next push, pull or waiting pull."""
        self.computer(device).proxy.plan(Fault(fault), on)

    def trouble(self, device: int, fault: str, on: str) -> None:
        """This device is in working order, writes, and meets the fault."""
        one = self.computer(device)
        one.thaw()
        one.proxy.heal()
        one.start()
        self.fault(device, fault, on)
        self.memo(device, 0)
        self.breathe(device)

    def cut(self, device: int) -> None:
        self.computer(device).proxy.cut()

    def heal(self, device: int) -> None:
        one = self.computer(device)
        one.proxy.heal()
        one.acted()

    def repeat(self, device: int, number: int) -> None:
        """A request of old comes once more, from somewhere on the way."""
        self.computer(device).proxy.replay(number)

    def kill_engine(self, device: int) -> None:
        self.computer(device).kill()

    def start_engine(self, device: int) -> None:
        self.computer(device).start()

    def freeze(self, device: int) -> None:
        self.computer(device).freeze()

    def thaw(self, device: int) -> None:
        self.computer(device).thaw()

    def restart_server(self, device: int) -> None:
        """It is killed, this device writes, and it comes back on the same store and port."""
        self.server.kill()
        self.memo(device, 0)
        self.server.start()

    def end_backends(self, device: int) -> None:
        """PostgreSQL ends every connection of the server in the middle of what it does."""
        if not self.desk.store.is_sqlite:
            self.desk.store.sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )

    def kill_store(self, device: int) -> None:
        """PostgreSQL dies with all its processes, this device writes, and it comes back."""
        if self.postgres is None:
            return
        self.desk.store.close()
        self.postgres.kill()
        self.memo(device, 0)
        self.postgres.start_again()

    def clock(self, device: int, years: int) -> None:
        super().clock(device, years)
        self.computer(device).set_clock()

    def keep_store(self, device: int) -> None:
        """A backup of the shared store, where it is a file."""
        if self.desk.store.path:
            copy_file(self.desk.store, self.folder / "backup.db")
            self._kept_grants = set(self._granted)

    def restore_store(self, device: int) -> None:
        """The backup takes the store's place while the server is away."""
        path = self.desk.store.path
        if not path or self._kept_grants is None:
            return
        self.server.kill()
        self.desk.store.close()
        for suffix in ("-wal", "-shm"):
            Path(f"{path}{suffix}").unlink(missing_ok=True)
        shutil.copy(self.folder / "backup.db", path)
        self.desk.store.db.connect()
        self.server.start()
        self.restored, self._granted = True, set(self._kept_grants)
        for one in self.computers:
            forget_what_is_lost(self.desk, one)
            scopes = {f"q:{self.desk.queue(queue)}" for queue in QUEUES}
            one.seen = Seen(unsteady=one.seen.unsteady | scopes, rereads=True)

    def keep(self, device: int) -> None:
        """Somebody makes a copy of this device's file."""
        one = self.computer(device)
        copy_file(one.store, one.kept)

    def put_back(self, device: int) -> None:
        """The disk is what it was when the copy was made."""
        one = self.computer(device)
        if one.kept.exists():
            one.put_back()
            forget_what_the_disk_lost(self.desk, one, self.restored)

    def clone(self, device: int) -> None:
        """The whole profile is copied to another computer, which goes on beside the first."""
        one = self.computer(device)
        if len(self.computers) >= MOST_COMPUTERS:
            return
        name = f"{one.name}c{len(self.computers)}"
        folder = self.folder / name
        folder.mkdir()
        for secret in one.profile.folder.glob("deskside-*"):
            shutil.copy(secret, folder)
        copy_file(one.store, folder / "desk.db")
        two = self.end.enter_context(_computer(self.server, folder, name, one.actor))
        one.copied = two.copied = True
        one.copies += 1
        two.seen.unsteady |= one.seen.unsteady
        two.seen.rereads = one.seen.rereads
        two.wandered |= one.wandered
        self.computers.append(two)
        self.devices.append(two)

    def breathe(self, device: int) -> None:
        """Until this device is in step, or for a moment, if it can't be."""
        one = self.computer(device)
        if one.engine is None or one.frozen:
            return
        one.acted()
        with suppress(AssertionError):
            until(lambda: is_quiet(self.desk, one), BREATH_S)

    def settle(self) -> None:
        """Everything is whole again and comes to rest, then everything must hold."""
        self.broken = True
        for one in self.computers:
            one.thaw()
            one.proxy.forget()
            one.proxy.heal()
            one.start()
        self._rest()
        self.send_home()
        self._rest()
        self.broken = False

    def _rest(self) -> None:
        deadline = time.monotonic() + QUIET_S
        while late := self._late():
            if time.monotonic() > deadline:
                raise Broken("I12", f"{late[0].name} does not come to rest: {_last(late[0])}")
            for one in self.computers:
                one.sign_in_again()
                one.acted()
            with suppress(AssertionError):
                until(lambda: not self._late(), POKE_S)
        for one in self.computers:
            one.seen.rereads = False
        check_all(self.desk, self.computers, self.desk.folder, self.restored)

    def _late(self) -> list[Computer]:
        """Who has something to send or to read."""
        return [one for one in self.computers if not is_quiet(self.desk, one)]


def _last(one: Computer) -> object:
    states = one.store.sql("SELECT mid, state FROM outbox WHERE state IN ('queued', 'sending')")
    return states, one.engine.said[-3:] if one.engine else "no engine"


@contextmanager
def cluster(
    store_url: str, folder: Path, postgres: PostgresCluster | None = None
) -> Iterator[Cluster]:
    """A new desk in an empty store, which may be one of ``postgres``."""
    with ExitStack() as end:
        several = () if store_url.startswith("sqlite:") else ("--processes", "2")
        running = end.enter_context(served(store_url, folder, *several))
        running.desk.promise()
        computers = [
            end.enter_context(_computer(running, folder / str(n), f"d{n}", running.people[login]))
            for n, login in enumerate(LOGINS)
        ]
        team = Cluster(running, folder, computers, end, postgres)
        for one in computers:
            assert one.engine is not None
            one.engine.state("sign_in")
            one.engine.sign_in(one.proxy.url, one.actor.login)
        for one in computers:
            _ready(team, one)
        yield team


def _ready(team: Cluster, one: Computer) -> None:
    try:
        until(lambda: is_quiet(team.desk, one), READY_S)
    except AssertionError as late:
        raise AssertionError(f"{one.name} does not begin: {_last(one)}") from late


@contextmanager
def _computer(running: Served, folder: Path, name: str, actor: Actor) -> Iterator[Computer]:
    profile = Profile(folder)
    store = profile.open()
    store.db.execute_sql(f"PRAGMA busy_timeout = {BUSY_MS}")  # a frozen engine may hold the file
    environment = {**with_keyring(folder), shifted_engine.CLOCK: str(folder / "clock")}
    proxy = Proxy(running.url)
    one = Computer(name, actor, store, profile=profile, proxy=proxy, environment=environment)
    one.set_clock()
    one.start()
    try:
        yield one
    finally:
        one.kill()
        proxy.close()
        store.close()
