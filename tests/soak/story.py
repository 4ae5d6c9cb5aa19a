"""A run that is the same each time and leaves no kind of step out, for the ordinary tests."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from models.commands.approvals import DECISIONS
from models.commands.links import REVERSE
from models.commands.texts import RELEASES
from models.rows import PRIORITIES, STATUSES
from tests.helpers.proxy import Fault
from tests.soak.late_team import EMAILS, PERSONS, PHONES, PRODUCTS
from tests.soak.team import QUEUES
from tests.soak.work_team import LINES

Choices = dict[str, Sequence[Any]]
DEVICE: Choices = {"device": range(4)}
TICKET: Choices = {**DEVICE, "ticket": range(4)}
MENTION: Choices = {"mention": (None, None, 0, 2, 3)}
VALUES = [
    {"status": status, "priority": priority, "product": product}
    for status, priority, product in zip(STATUSES, PRIORITIES, 2 * PRODUCTS, strict=False)
]
CARDS = [{"name": "Peter Hale", "phone": phone} for phone in PHONES] + [{"email": EMAILS[0]}]
FAULTS = [str(fault) for fault in Fault if fault is not Fault.PASS]
TROUBLE_EVERY = 10
STEPS: dict[str, tuple[int, Choices]] = {
    "write": (16, {**TICKET, "reply": (True, False), **MENTION}),
    "withdraw": (2, DEVICE),
    "create": (6, {**DEVICE, "queue": QUEUES, **MENTION}),
    "change": (8, {**TICKET, "values": VALUES}),
    "edit": (6, {**DEVICE, "note": range(3), "block": range(3)}),
    "own_note": (4, {**DEVICE, "block": range(3)}),
    "contact": (4, {**DEVICE, "number": range(2), "values": CARDS}),
    "merge": (4, {**DEVICE, "number": range(PERSONS), "other": range(PERSONS)}),
    "separate": (2, {**DEVICE, "number": range(PERSONS)}),
    "customer": (3, {"ticket": range(4)}),
    "release": (2, {**DEVICE, "act": RELEASES}),
    "settle_conflict": (3, {**DEVICE, "choice": ("mine", "theirs")}),
    "ask": (2, TICKET),
    "decide": (2, {**DEVICE, "state": DECISIONS}),
    "link": (3, {**TICKET, "other": range(4), "role": sorted(REVERSE), "there": (True, False)}),
    "split": (4, {**TICKET, "message": range(3)}),
    "unsplit": (2, DEVICE),
    "work": (4, {**TICKET, "minutes": (1, 15, 90)}),
    "unwork": (2, {**DEVICE, "back": (True, False)}),
    "line": (8, {**TICKET, "line": range(3), "what": LINES}),
    "take_back": (2, DEVICE),
    "retry": (2, DEVICE),
    "keep": (2, DEVICE),
    "put_back": (2, DEVICE),
    "clone": (1, DEVICE),
    "keep_store": (1, DEVICE),
    "restore_store": (1, DEVICE),
    "act": (8, {**TICKET, "what": ("take", "delete", "restore", "tag")}),
    "transfer": (6, {**TICKET, "queue": QUEUES}),
    "memo": (6, {**DEVICE, "number": range(2)}),
    "draft": (2, TICKET),
    "read": (2, TICKET),
    "rights": (5, {"device": (0, 2), "queue": ("Access", "Vault")}),
    "clock": (1, {**DEVICE, "years": (-10, 0, 10)}),
    "fault": (10, {**DEVICE, "fault": FAULTS, "on": ("push", "pull", "poll", "live")}),
    "cut": (2, DEVICE),
    "heal": (3, DEVICE),
    "repeat": (4, {**DEVICE, "number": range(40)}),
    "kill_engine": (3, DEVICE),
    "start_engine": (6, DEVICE),
    "freeze": (2, DEVICE),
    "thaw": (4, DEVICE),
    "restart_server": (3, DEVICE),
    "end_backends": (2, DEVICE),
    "kill_store": (1, DEVICE),
    "breathe": (16, DEVICE),
}


def story(seed: int, length: int) -> Iterator[str]:
    """Steps for ``Team.replay``; every tenth brings the next kind of fault."""
    chance = Random(seed)
    names = list(STEPS)
    weights = [weight for weight, _ in STEPS.values()]
    chosen = names + chance.choices(names, weights, k=length - len(names))
    chance.shuffle(chosen)
    for number, name in enumerate(chosen):
        if number % TROUBLE_EVERY == 0:
            fault = FAULTS[number // TROUBLE_EVERY % len(FAULTS)]
            on = chance.choice(("push", "pull"))
            yield json.dumps({"step": "trouble", "device": number, "fault": fault, "on": on})
        given = {key: chance.choice(values) for key, values in STEPS[name][1].items()}
        yield json.dumps({"step": name, **given})
