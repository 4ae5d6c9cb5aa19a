"""The rules by which Hypothesis drives a team: acts of people, the same with and without
processes."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from models.rows import PRIORITIES, STATUSES
from tests.soak.team import QUEUES, Team

DEVICES = st.integers(0, 3)
TICKETS = st.integers(0, 3)
QUEUE = st.sampled_from(QUEUES)
GUESTS = st.sampled_from([0, 2])
FOREIGN = st.sampled_from(["Access", "Vault"])
WHAT = st.sampled_from(["take", "delete", "restore", "tag"])
SOMEBODY = st.none() | DEVICES


class Acts(RuleBasedStateMachine):
    """``team`` is made by whoever inherits this."""

    team: Team

    @rule(device=DEVICES, ticket=TICKETS, reply=st.booleans(), mention=SOMEBODY)
    def write(self, device: int, ticket: int, reply: bool, mention: int | None) -> None:
        self.team.step("write", device=device, ticket=ticket, reply=reply, mention=mention)

    @rule(device=DEVICES)
    def withdraw(self, device: int) -> None:
        self.team.step("withdraw", device=device)

    @rule(device=DEVICES, queue=QUEUE, mention=SOMEBODY)
    def create(self, device: int, queue: str, mention: int | None) -> None:
        self.team.step("create", device=device, queue=queue, mention=mention)

    @rule(
        device=DEVICES,
        ticket=TICKETS,
        status=st.sampled_from(STATUSES),
        priority=st.sampled_from(PRIORITIES),
    )
    def change(self, device: int, ticket: int, status: str, priority: str) -> None:
        self.team.step("change", device=device, ticket=ticket, status=status, priority=priority)

    @rule(device=DEVICES, ticket=TICKETS, what=WHAT)
    def act(self, device: int, ticket: int, what: str) -> None:
        self.team.step("act", device=device, ticket=ticket, what=what)

    @rule(device=DEVICES, ticket=TICKETS, queue=QUEUE)
    def transfer(self, device: int, ticket: int, queue: str) -> None:
        self.team.step("transfer", device=device, ticket=ticket, queue=queue)

    @rule(device=DEVICES, number=st.integers(0, 1))
    def memo(self, device: int, number: int) -> None:
        self.team.step("memo", device=device, number=number)

    @rule(device=DEVICES, ticket=TICKETS)
    def draft(self, device: int, ticket: int) -> None:
        self.team.step("draft", device=device, ticket=ticket)

    @rule(device=DEVICES, ticket=TICKETS)
    def read(self, device: int, ticket: int) -> None:
        self.team.step("read", device=device, ticket=ticket)

    @rule(device=GUESTS, queue=FOREIGN)
    def rights(self, device: int, queue: str) -> None:
        self.team.step("rights", device=device, queue=queue)

    @rule(device=DEVICES, years=st.sampled_from([-10, 0, 10]))
    def clock(self, device: int, years: int) -> None:
        self.team.step("clock", device=device, years=years)
