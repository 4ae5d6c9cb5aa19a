"""The rules by which Hypothesis drives a team: acts of people, the same with and without
processes."""

from __future__ import annotations

from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from models.commands.approvals import DECISIONS
from models.commands.links import REVERSE
from models.commands.texts import RELEASES
from models.rows import PRIORITIES, STATUSES
from tests.soak.late_team import EMAILS, PERSONS, PHONES, PRODUCTS
from tests.soak.own_team import OWN_ACTS, OwnTeam
from tests.soak.team import QUEUES
from tests.soak.work_team import LINES

DEVICES = st.integers(0, 3)
TICKETS = st.integers(0, 3)
QUEUE = st.sampled_from(QUEUES)
GUESTS = st.sampled_from([0, 2])
FOREIGN = st.sampled_from(["Access", "Vault"])
WHAT = st.sampled_from(["take", "delete", "restore", "tag"])
VALUES = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from(STATUSES),
        "priority": st.sampled_from(PRIORITIES),
        "product": st.sampled_from(PRODUCTS),
    },
)
CARD = st.fixed_dictionaries(
    {"name": st.just("Peter Hale")},
    optional={"phone": st.sampled_from(PHONES), "email": st.sampled_from(EMAILS)},
)
ROLES = st.sampled_from(sorted(REVERSE))
BLOCK = st.integers(0, 2)
SOMEBODY = st.none() | DEVICES
FACT = st.sampled_from(["serial", "floor"])
FACTS = st.dictionaries(FACT, st.sampled_from(["one", ""]), min_size=1)


class Acts(RuleBasedStateMachine):
    """``team`` is made by whoever inherits this."""

    team: OwnTeam
    late: ClassVar[bool] = True
    """Whether people also change what others change, and think twice."""

    @rule(device=DEVICES, ticket=TICKETS, reply=st.booleans(), mention=SOMEBODY)
    def write(self, device: int, ticket: int, reply: bool, mention: int | None) -> None:
        self.team.step("write", device=device, ticket=ticket, reply=reply, mention=mention)

    @rule(device=DEVICES)
    def withdraw(self, device: int) -> None:
        self.team.step("withdraw", device=device)

    @rule(device=DEVICES, queue=QUEUE, mention=SOMEBODY)
    def create(self, device: int, queue: str, mention: int | None) -> None:
        self.team.step("create", device=device, queue=queue, mention=mention)

    @rule(device=DEVICES, ticket=TICKETS, values=VALUES)
    def change(self, device: int, ticket: int, values: dict[str, str]) -> None:
        self.team.step("change", device=device, ticket=ticket, values=values)

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

    @precondition(lambda self: self.late)
    @rule(device=DEVICES, note=st.integers(0, 2), block=BLOCK)
    def edit(self, device: int, note: int, block: int) -> None:
        self.team.step("edit", device=device, note=note, block=block)

    @precondition(lambda self: self.late)
    @rule(device=DEVICES, block=BLOCK)
    def own_note(self, device: int, block: int) -> None:
        self.team.step("own_note", device=device, block=block)

    @precondition(lambda self: self.late)
    @rule(device=DEVICES, number=st.integers(0, 1), values=CARD)
    def contact(self, device: int, number: int, values: dict[str, str]) -> None:
        self.team.step("contact", device=device, number=number, values=values)

    @precondition(lambda self: self.late)
    @rule(device=DEVICES, number=st.integers(0, PERSONS - 1), other=st.integers(0, PERSONS - 1))
    def merge(self, device: int, number: int, other: int) -> None:
        self.team.step("merge", device=device, number=number, other=other)

    @precondition(lambda self: self.late)
    @rule(device=DEVICES, number=st.integers(0, PERSONS - 1))
    def separate(self, device: int, number: int) -> None:
        self.team.step("separate", device=device, number=number)

    @precondition(lambda self: self.late)
    @rule(ticket=TICKETS)
    def customer(self, ticket: int) -> None:
        self.team.step("customer", ticket=ticket)

    @precondition(lambda self: self.late)
    @rule(device=DEVICES, act=st.sampled_from(RELEASES))
    def release(self, device: int, act: str) -> None:
        self.team.step("release", device=device, act=act)

    @precondition(lambda self: self.late)
    @rule(device=DEVICES, choice=st.sampled_from(["mine", "theirs"]))
    def settle_conflict(self, device: int, choice: str) -> None:
        self.team.step("settle_conflict", device=device, choice=choice)

    @precondition(lambda self: self.late)
    @rule(device=DEVICES, ticket=TICKETS)
    def ask(self, device: int, ticket: int) -> None:
        self.team.step("ask", device=device, ticket=ticket)

    @precondition(lambda self: self.late)
    @rule(device=DEVICES, state=st.sampled_from(DECISIONS))
    def decide(self, device: int, state: str) -> None:
        self.team.step("decide", device=device, state=state)

    @precondition(lambda self: self.late)
    @rule(device=DEVICES, what=st.sampled_from(["take_back", "retry"]))
    def think_again(self, device: int, what: str) -> None:
        self.team.step(what, device=device)

    @precondition(lambda self: self.late)
    @rule(device=DEVICES, ticket=TICKETS, other=TICKETS, role=ROLES, there=st.booleans())
    def link(self, device: int, ticket: int, other: int, role: str, there: bool) -> None:
        given = {"ticket": ticket, "other": other, "role": role, "there": there}
        self.team.step("link", device=device, **given)

    @precondition(lambda self: self.late)
    @rule(device=DEVICES, ticket=TICKETS, message=st.integers(0, 2))
    def split(self, device: int, ticket: int, message: int) -> None:
        self.team.step("split", device=device, ticket=ticket, message=message)

    @precondition(lambda self: self.late)
    @rule(device=DEVICES)
    def unsplit(self, device: int) -> None:
        self.team.step("unsplit", device=device)

    @precondition(lambda self: self.late)
    @rule(device=DEVICES, ticket=TICKETS, minutes=st.integers(1, 90))
    def work(self, device: int, ticket: int, minutes: int) -> None:
        self.team.step("work", device=device, ticket=ticket, minutes=minutes)

    @precondition(lambda self: self.late)
    @rule(device=DEVICES, back=st.booleans())
    def unwork(self, device: int, back: bool) -> None:
        self.team.step("unwork", device=device, back=back)

    @precondition(lambda self: self.late)
    @rule(device=DEVICES, ticket=TICKETS, line=st.integers(0, 2), what=st.sampled_from(LINES))
    def line(self, device: int, ticket: int, line: int, what: str) -> None:
        self.team.step("line", device=device, ticket=ticket, line=line, what=what)

    @precondition(lambda self: self.late)
    @rule(device=DEVICES, ticket=TICKETS, what=st.sampled_from(OWN_ACTS))
    def mine(self, device: int, ticket: int, what: str) -> None:
        self.team.step("mine", device=device, ticket=ticket, what=what)

    @precondition(lambda self: self.late)
    @rule(device=DEVICES, ticket=TICKETS, to=st.integers(0, 3))
    def place(self, device: int, ticket: int, to: int) -> None:
        self.team.step("place", device=device, ticket=ticket, to=to)

    @precondition(lambda self: self.late)
    @rule(device=DEVICES, ticket=TICKETS, values=FACTS)
    def facts(self, device: int, ticket: int, values: dict[str, str]) -> None:
        self.team.step("facts", device=device, ticket=ticket, values=values)
