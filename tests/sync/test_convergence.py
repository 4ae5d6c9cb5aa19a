"""Several devices, one real server, acts, cuts and restarts in any order: at the end all agree."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from models.clock import ServerClock, wall_ms
from models.commands import (
    AddNote,
    AddReply,
    Command,
    CreateTicket,
    DeleteTicket,
    Put,
    RestoreTicket,
    SetTicket,
    Tags,
    Take,
    Transfer,
    WithdrawMessage,
)
from models.errors import Refused
from models.perform import perform
from models.profile import Profile
from models.rows import PRIORITIES, STATUSES, Actor
from sync.engine import account
from sync.engine.cycle import Cycle
from sync.engine.wire import Server
from sync.protocol import errors
from tests.helpers.desk import PASSWORD
from tests.helpers.person import held_rows, live_rows
from tests.helpers.server import Served, served

PEOPLE = ("anna", "anna", "boris", "vera")
DEVICES = st.integers(0, len(PEOPLE) - 1)
TICKETS = st.integers(0, 2)
QUEUES = st.sampled_from(["Network", "Access", "Vault"])
RESTARTS_IN_ALL = 2


class Line(Server):
    """The real wire, which breaks where the test says: before the request, or before the answer."""

    faults: ClassVar[list[str]] = []

    def _send(self, *arguments: Any, **more: Any) -> bytes:
        fault = self.faults.pop() if self.faults else ""
        if fault == "cut":
            raise errors.Offline("cut")
        answer = super()._send(*arguments, **more)
        if fault == "lost":
            raise errors.Offline("lost")
        return answer


class Device:
    def __init__(self, served: Served, login: str, folder: Path) -> None:
        self.actor: Actor = served.people[login]
        self.profile = Profile(folder)
        self.store = self.profile.open()
        self.store.db.execute_sql("PRAGMA synchronous = OFF")
        signed = account.sign_in(self.store, served.url, login, PASSWORD)
        self.server = Line(served.url, signed.server.token)
        self.notes: list[str] = []

    def do(self, command: Command) -> bool:
        try:
            perform(self.store, command, self.actor, wall_ms())
        except Refused:
            return False
        return True

    def sync(self, push: bool = True, pull: bool = True) -> None:
        cycle = Cycle(self.store, self.server, ServerClock(), lambda _: None, lambda: False)
        if push:
            cycle.push_all()
        if pull:
            cycle.pull_all()

    def refused(self) -> str:
        rows = self.store.sql("SELECT payload FROM outbox WHERE state = 'refused'")
        return "\n".join(row[0] for row in rows)


class Desks(RuleBasedStateMachine):
    """Each run has devices of its own on the same store."""

    served: ClassVar[Served]
    restarts: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        Line.faults.clear()
        self.end = ExitStack()
        self.folder = Path(self.end.enter_context(tempfile.TemporaryDirectory()))
        self.tickets = [self.served.desk.ticket("Network", f"ticket {n}") for n in range(3)]
        self.granted = False
        self.devices = [
            Device(self.served, login, self.folder / str(n)) for n, login in enumerate(PEOPLE)
        ]
        for device in self.devices:
            device.sync()
            self.end.callback(device.store.close)

    @rule(device=DEVICES, ticket=TICKETS, reply=st.booleans(), mention=st.none() | DEVICES)
    def write(self, device: int, ticket: int, reply: bool, mention: int | None) -> None:
        one = self.devices[device]
        whom = self.devices[mention].actor.id if mention is not None else ""
        word = f'<span class="mention" data-id="{whom}">@</span> ' if whom else ""
        kind = AddReply if reply else AddNote
        command = kind(ticket_id=self.tickets[ticket], html=f"<p>{word}text</p>")
        if one.do(command):
            one.notes.append(command.id)

    @rule(
        device=DEVICES,
        ticket=TICKETS,
        status=st.sampled_from(STATUSES),
        p=st.sampled_from(PRIORITIES),
    )
    def change(self, device: int, ticket: int, status: str, p: str) -> None:
        self.devices[device].do(
            SetTicket(id=self.tickets[ticket], set={"status": status, "priority": p})
        )

    @rule(device=DEVICES, ticket=TICKETS, act=st.sampled_from(["take", "delete", "restore", "tag"]))
    def act(self, device: int, ticket: int, act: str) -> None:
        id = self.tickets[ticket]
        acts: dict[str, Command] = {
            "take": Take(id=id),
            "delete": DeleteTicket(id=id),
            "restore": RestoreTicket(id=id),
            "tag": Tags(id=id, add=(str(device),), remove=(str(device + 1),)),
        }
        self.devices[device].do(acts[act])

    @rule(device=DEVICES, ticket=TICKETS, queue=QUEUES)
    def transfer(self, device: int, ticket: int, queue: str) -> None:
        queue_id = self.served.desk.queue(queue)
        self.devices[device].do(Transfer(id=self.tickets[ticket], queue_id=queue_id))

    @rule(device=DEVICES)
    def withdraw(self, device: int) -> None:
        one = self.devices[device]
        if one.notes and one.do(WithdrawMessage(id=one.notes[-1])):
            one.notes.pop()

    @rule(device=DEVICES, queue=QUEUES)
    def create(self, device: int, queue: str) -> None:
        values = {"subject": "new", "queue_id": self.served.desk.queue(queue)}
        self.devices[device].do(CreateTicket(set=values))

    @rule(device=DEVICES, n=st.integers(0, 1))
    def memo(self, device: int, n: int) -> None:
        one = self.devices[device]
        id = f"{self.folder.name}-{one.actor.login}-{n}"
        one.do(Put(entity="personal_note", id=id, set={"html": f"<p>{device}</p>"}))

    @rule(device=DEVICES, part=st.sampled_from(["both", "push", "pull"]))
    def sync(self, device: int, part: str) -> None:
        self.devices[device].sync(push=part != "pull", pull=part != "push")

    @rule(device=DEVICES, fault=st.sampled_from(["cut", "lost"]))
    def broken_sync(self, device: int, fault: str) -> None:
        Line.faults[:] = [fault]
        with pytest.raises(errors.Offline):
            self.devices[device].sync()

    @rule()
    def rights_change(self) -> None:
        anna = self.devices[0].actor
        change = self.served.desk.revoke if self.granted else self.served.desk.grant
        change("Access", anna)
        self.granted = not self.granted

    @rule()
    def cursors_expire(self) -> None:
        self.served.desk.forget_what_went()

    @rule(device=DEVICES)
    def device_restarts(self, device: int) -> None:
        one = self.devices[device]
        one.store.close()
        one.store.db.connect()

    @rule(device=DEVICES)
    def server_restarts(self, device: int) -> None:
        if Desks.restarts == RESTARTS_IN_ALL:  # each takes a second or two
            return
        Desks.restarts += 1
        self.served.kill()
        with pytest.raises(errors.Offline):
            self.devices[device].sync()
        self.served.start()

    def teardown(self) -> None:
        try:
            if hasattr(self, "devices"):
                self.settle()
        finally:
            self.end.close()

    def settle(self) -> None:
        """Everybody syncs until nothing is left to say; then all agree."""
        if self.granted:
            self.rights_change()
        for _ in range(2):
            for one in self.devices:
                one.sync()
        for one in self.devices:
            held, here = held_rows(self.served.desk, one.actor), live_rows(one.store)
            assert here.keys() == held.keys()
            assert here == held
            for table in ("shadow", "pending_effect"):
                assert one.store.sql(f"SELECT * FROM {table}") == []
            self.nothing_is_lost_or_doubled(one)

    def nothing_is_lost_or_doubled(self, one: Device) -> None:
        refused = one.refused()
        for id in one.notes:
            found = self.served.desk.store.sql("SELECT COUNT(*) FROM message WHERE id = ?", (id,))
            assert found == [(1,)] or id in refused
        unsettled = one.store.sql("SELECT state FROM outbox WHERE state IN ('queued', 'sending')")
        assert unsettled == []


@contextmanager
def a_server() -> Iterator[Served]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/desk.db"
        with served(url, Path(folder)) as running:
            running.desk.promise()
            running.desk.queue("Access")
            yield running


def test_all_devices_agree_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.setattr("sync.engine.secrets.remember", lambda *_: False)
    with a_server() as running:
        Desks.served, Desks.restarts = running, 0
        run_state_machine_as_test(
            Desks,
            settings=settings(
                max_examples=12,
                stateful_step_count=25,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
