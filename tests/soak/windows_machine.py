"""Some devices of the team keep a window of the work alone."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import rule

from tests.soak.desks_machine import FAULTS, Machine
from tests.soak.rules import DEVICES, TICKETS

WINDOWED = st.sampled_from([1, 3])


class WindowsMachine(Machine):
    """Devices 1 and 3 let go of what is done, and open what is not there."""

    @rule(device=WINDOWED)
    def let_go(self, device: int) -> None:
        self.team.step("let_go", device=device)

    @rule(device=WINDOWED, ticket=TICKETS, faults=FAULTS)
    def fetch(self, device: int, ticket: int, faults: list[str]) -> None:
        self.team.step("fetch", device=device, ticket=ticket, faults=faults)

    @rule(device=WINDOWED, other=DEVICES, ticket=TICKETS)
    def come_back(self, device: int, other: int, ticket: int) -> None:
        """A ticket is done and gone here, then something happens to it elsewhere."""
        self.team.step("change", device=other, ticket=ticket, values={"status": "done"})
        self.team.step("sync", device=other, part="both", limit=500, faults=[])
        self.team.step("sync", device=device, part="pull", limit=500, faults=[])
        self.team.step("let_go", device=device)
        self.team.step("write", device=other, ticket=ticket, reply=False, mention=None)
        self.team.step("sync", device=other, part="push", limit=500, faults=[])
        self.team.step("sync", device=device, part="pull", limit=1, faults=[])

    @rule(device=WINDOWED, ticket=TICKETS)
    def stay(self, device: int, ticket: int) -> None:
        """Somebody has unsent words on a ticket that is done, and the window moves."""
        self.team.step("change", device=device, ticket=ticket, values={"status": "done"})
        self.team.step("sync", device=device, part="both", limit=500, faults=[])
        self.team.step("write", device=device, ticket=ticket, reply=False, mention=None)
        self.team.step("let_go", device=device)
