"""Hypothesis drives a team without processes."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import ClassVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule, run_state_machine_as_test

from models.rows import Actor
from tests.soak.in_process import Desks
from tests.soak.rules import BLOCK, DEVICES, FOREIGN, GUESTS, TICKETS, VALUES, Acts

FAULTS = st.lists(st.sampled_from(["", "cut", "lost", "twice"]), max_size=3)
LIMIT = st.sampled_from([1, 2, 500])
PART = st.sampled_from(["both", "push", "pull"])


class Machine(Acts):
    """Runs on copies of ``template``, which ``furnished`` made for ``people``.

    Files of devices are copied and put back (``forks``), and so is the shared store (``restores``).
    """

    template: ClassVar[Path]
    people: ClassVar[dict[str, Actor]]
    forks: ClassVar[bool] = True
    restores: ClassVar[bool] = True
    team: Desks

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(dir=self.template.parent)
        self.team = Desks(self.template, Path(self.folder.name), self.people)

    @rule(device=DEVICES, limit=LIMIT, faults=FAULTS)
    def sync(self, device: int, limit: int, faults: list[str]) -> None:
        self.team.step("sync", device=device, part="both", limit=limit, faults=faults)

    @rule(device=DEVICES, faults=FAULTS)
    def push(self, device: int, faults: list[str]) -> None:
        self.team.step("sync", device=device, part="push", limit=500, faults=faults)

    @rule(device=DEVICES, limit=LIMIT, faults=FAULTS)
    def pull(self, device: int, limit: int, faults: list[str]) -> None:
        self.team.step("sync", device=device, part="pull", limit=limit, faults=faults)

    @rule(device=GUESTS, queue=FOREIGN)
    def visit(self, device: int, queue: str) -> None:
        """Let into a queue, somebody writes there and is sent home before they read it."""
        self.team.step("rights", device=device, queue=queue)
        self.team.step("create", device=device, queue=queue, mention=None)
        self.team.step("sync", device=device, part="push", limit=500, faults=[])
        self.team.step("rights", device=device, queue=queue)

    @rule(device=DEVICES, other=DEVICES, ticket=TICKETS)
    def cross(self, device: int, other: int, ticket: int) -> None:
        """Somebody reads what another one did to a ticket on which they have unsent work."""
        self.team.step("write", device=device, ticket=ticket, reply=True, mention=None)
        self.team.step("act", device=other, ticket=ticket, what="tag")
        self.team.step("sync", device=other, part="push", limit=500, faults=[])
        self.team.step("sync", device=device, part="pull", limit=500, faults=[])

    @precondition(lambda self: self.late)
    @rule(device=DEVICES, other=DEVICES, ticket=TICKETS, values=VALUES, others=VALUES)
    def clash(
        self, device: int, other: int, ticket: int, values: dict[str, str], others: dict[str, str]
    ) -> None:
        """Two change one ticket; the second one does not know of the first."""
        for one, wanted in ((other, others), (device, values)):
            self.team.step("change", device=one, ticket=ticket, values=wanted)
            self.team.step("sync", device=one, part="push", limit=500, faults=[])

    @precondition(lambda self: self.late)
    @rule(device=st.integers(0, 1), block=BLOCK, other_block=BLOCK)
    def write_over(self, device: int, block: int, other_block: int) -> None:
        """Two computers of one person change a note; the second does not know of the first."""
        for one in (0, 1):
            self.team.step("sync", device=one, part="both", limit=500, faults=[])
        for one, wanted in ((1 - device, other_block), (device, block)):
            self.team.step("own_note", device=one, block=wanted)
            self.team.step("sync", device=one, part="push", limit=500, faults=[])

    @precondition(lambda self: self.late)
    @rule(device=DEVICES, ticket=TICKETS, back=st.booleans())
    def part(self, device: int, ticket: int, back: bool) -> None:
        """What others have on one ticket goes to another one, and with it, or back, elsewhere."""
        self.team.step("split", device=device, ticket=ticket, message=0)
        if back:
            self.team.step("unsplit", device=device)
        moved = ticket if back else len(self.team.tickets) - 1
        self.team.step("transfer", device=device, ticket=moved, queue="Access")
        self.team.step("sync", device=device, part="push", limit=500, faults=[])

    @precondition(lambda self: self.late)
    @rule(device=DEVICES, ticket=TICKETS)
    def cross_words(self, device: int, ticket: int) -> None:
        """Somebody replies while the customer writes."""
        self.team.step("customer", ticket=ticket)
        self.team.step("write", device=device, ticket=ticket, reply=True, mention=None)

    @rule(device=DEVICES, ticket=TICKETS)
    def stutter(self, device: int, ticket: int) -> None:
        """The answer to a push is lost, and the push is repeated."""
        self.team.step("write", device=device, ticket=ticket, reply=False, mention=None)
        for fault in ("lost", ""):
            self.team.step("sync", device=device, part="push", limit=500, faults=[fault])

    @rule(device=DEVICES, other=DEVICES, ticket=TICKETS)
    def overtake(self, device: int, other: int, ticket: int) -> None:
        """What the stream says of a colleague's act comes after the answer to one's own push."""
        self.team.step("act", device=other, ticket=ticket, what="tag")
        self.team.step("sync", device=other, part="push", limit=500, faults=[])
        self.team.step("write", device=device, ticket=ticket, reply=False, mention=None)
        self.team.step("overtake", device=device)

    @rule(device=DEVICES, part=PART)
    def crash(self, device: int, part: str) -> None:
        self.team.step("crash", device=device, part=part)

    @rule(device=DEVICES, number=st.integers(0, 20))
    def repeat(self, device: int, number: int) -> None:
        self.team.step("repeat", device=device, number=number)

    @precondition(lambda self: self.forks)
    @rule(device=DEVICES, what=st.sampled_from(["keep", "put_back", "clone"]))
    def copies(self, device: int, what: str) -> None:
        self.team.step(what, device=device)

    @precondition(lambda self: self.forks)
    @rule(device=DEVICES)
    def roll_back(self, device: int) -> None:
        """A day's work is undone by an old copy of the disk, and the person works on."""
        self.team.step("keep", device=device)
        self.team.step("memo", device=device, number=0)
        self.team.step("sync", device=device, part="both", limit=500, faults=[])
        self.team.step("put_back", device=device)
        self.team.step("memo", device=device, number=1)

    @precondition(lambda self: self.restores)
    @rule()
    def keep_store(self) -> None:
        self.team.step("keep_store")

    @precondition(lambda self: self.restores)
    @rule()
    def restore_store(self) -> None:
        self.team.step("restore_store")

    @precondition(lambda self: self.restores)
    @rule(device=DEVICES)
    def live_again(self, device: int) -> None:
        """What this device read is lost at the server, and other things happen there instead."""
        self.team.step("keep_store")
        self.team.step("desk_acts")
        self.team.step("sync", device=device, part="both", limit=500, faults=[])
        self.team.step("restore_store")
        self.team.step("desk_acts")
        self.team.step("desk_acts")

    @precondition(lambda self: self.restores)
    @rule(device=DEVICES)
    def lose(self, device: int) -> None:
        """The store loses what this device sent, before the device reads that it is there."""
        self.team.step("keep_store")
        self.team.step("memo", device=device, number=0)
        self.team.step("sync", device=device, part="push", limit=500, faults=[])
        self.team.step("restore_store")

    @rule()
    def desk_acts(self) -> None:
        self.team.step("desk_acts")

    def teardown(self) -> None:
        try:
            self.team.settle()
        finally:
            self.team.close()
            self.folder.cleanup()


def run(machine: type[Machine], examples: int, steps: int = 30) -> None:
    """The same examples each time. Raises what the first bad one raised."""
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            derandomize=True,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        ),
    )
