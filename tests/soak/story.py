"""A run that is the same each time and leaves no kind of step out, for the ordinary tests."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from models.rows import PRIORITIES, STATUSES
from tests.helpers.proxy import Fault
from tests.soak.team import QUEUES

Choices = dict[str, Sequence[Any]]
DEVICE: Choices = {"device": range(4)}
TICKET: Choices = {**DEVICE, "ticket": range(4)}
MENTION: Choices = {"mention": (None, None, 0, 2, 3)}
FAULTS = [str(fault) for fault in Fault if fault is not Fault.PASS]
TROUBLE_EVERY = 10
STEPS: dict[str, tuple[int, Choices]] = {
    "write": (16, {**TICKET, "reply": (True, False), **MENTION}),
    "withdraw": (2, DEVICE),
    "create": (6, {**DEVICE, "queue": QUEUES, **MENTION}),
    "change": (6, {**TICKET, "status": STATUSES, "priority": PRIORITIES}),
    "act": (8, {**TICKET, "what": ("take", "delete", "restore", "tag")}),
    "transfer": (6, {**TICKET, "queue": QUEUES}),
    "memo": (6, {**DEVICE, "number": range(2)}),
    "draft": (2, TICKET),
    "read": (2, TICKET),
    "rights": (5, {"device": (0, 2), "queue": ("Access", "Vault")}),
    "clock": (1, {**DEVICE, "years": (-10, 0, 10)}),
    "fault": (10, {**DEVICE, "fault": FAULTS, "on": ("push", "pull", "poll")}),
    "cut": (2, DEVICE),
    "heal": (3, DEVICE),
    "repeat": (4, {**DEVICE, "number": range(40)}),
    "kill_engine": (3, DEVICE),
    "start_engine": (6, DEVICE),
    "freeze": (2, DEVICE),
    "thaw": (4, DEVICE),
    "restart_server": (3, DEVICE),
    "breathe": (16, DEVICE),
}


def story(seed: int, length: int) -> Iterator[str]:
    """Steps for ``Team.replay``; every tenth brings the next kind of fault."""
    chance = Random(seed)
    names = list(STEPS)
    weights = [weight for weight, _ in STEPS.values()]
    for number, name in enumerate(chance.choices(names, weights, k=length)):
        if number % TROUBLE_EVERY == 0:
            fault = FAULTS[number // TROUBLE_EVERY % len(FAULTS)]
            on = chance.choice(("push", "pull"))
            yield json.dumps({"step": "trouble", "device": number, "fault": fault, "on": on})
        given = {key: chance.choice(values) for key, values in STEPS[name][1].items()}
        yield json.dumps({"step": name, **given})
