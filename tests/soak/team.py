"""Devices on one store and what their people do; tests drive it step by step.

Every step is a method called through ``step`` with plain arguments, so that a run can be written
down and done again (``replay``). Indices are taken modulo what there is.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from models.commands import (
    AddNote,
    AddReply,
    Command,
    CreateTicket,
    DeleteTicket,
    FirstMessage,
    MarkRead,
    Put,
    RestoreTicket,
    SetTicket,
    Tags,
    Take,
    Transfer,
    WithdrawMessage,
)
from models.ids import stable_id
from tests.helpers.desk import ServerDesk
from tests.soak.device import Device

QUEUES = ("Network", "Access", "Vault")
HOMES = {"anna": "Network", "boris": "Network", "vera": "Vault"}
MORE = "<p>two</p><p>three</p>"
YEAR_MS = 365 * 86_400_000


class Team:
    """``devices`` are ready and have read everything when the first step comes.

    ``broken`` says that the last step, or the settling after it, did not end well.
    """

    def __init__(self, desk: ServerDesk, folder: Path, devices: Sequence[Device]) -> None:
        self.desk = desk
        self.folder = folder
        self.devices = list(devices)
        self.tickets: list[str] = []
        self.counts: Counter[str] = Counter()
        self.done: list[str] = []
        self.broken = False
        for name in QUEUES:
            desk.queue(name)
        self._granted: set[tuple[str, str]] = set()

    def step(self, name: str, **given: Any) -> None:
        """Do one thing, write it down, and look at the local files."""
        self.done.append(json.dumps({"step": name, **given}))
        self.counts[name] += 1
        self.broken = True
        getattr(self, name)(**given)
        for device in self.touched(given.get("device")):
            device.sample()
        self.broken = False

    def touched(self, device: int | None) -> list[Device]:
        """Whose local file a step of this device can have changed."""
        return self.devices

    def replay(self, lines: Iterable[str]) -> None:
        """Steps as they were written down."""
        for line in lines:
            given = json.loads(line)
            self.step(given.pop("step"), **given)

    def device(self, number: int) -> Device:
        return self.devices[number % len(self.devices)]

    def ticket(self, number: int) -> str:
        return self.tickets[number % len(self.tickets)]

    def write(self, device: int, ticket: int, reply: bool, mention: int | None) -> None:
        """A note or a reply, perhaps with somebody's name in it."""
        one = self.device(device)
        text = one.words()
        whom = "" if mention is None else self.device(mention).actor.id
        name = f'<span class="mention" data-id="{whom}">@somebody</span>' if whom else ""
        kind = AddReply if reply else AddNote
        command = kind(ticket_id=self.ticket(ticket), html=f"<p>{text} {name}</p>{MORE}")
        if one.do(command):
            one.texts.append(text)
            one.notes.append(command.id)

    def withdraw(self, device: int) -> None:
        one = self.device(device)
        if one.notes and one.do(WithdrawMessage(id=one.notes[-1])):
            one.notes.pop()

    def create(self, device: int, queue: str, mention: int | None) -> None:
        one = self.device(device)
        texts = [one.words(), one.words()]
        message = FirstMessage(kind="note", html=f"<p>{texts[1]}</p>")
        values = {"subject": texts[0], "queue_id": self.desk.queue(queue)}
        if mention is not None:
            values["assignee_id"] = self.device(mention).actor.id
        command = CreateTicket(set=values, message=message)
        if one.do(command):
            one.texts += texts
            self.tickets.append(command.id)

    def change(self, device: int, ticket: int, values: dict[str, Any]) -> None:
        self.device(device).do(SetTicket(id=self.ticket(ticket), set=values))

    def act(self, device: int, ticket: int, what: str) -> None:
        """Take, delete, restore or tag."""
        id = self.ticket(ticket)
        acts: dict[str, Command] = {
            "take": Take(id=id),
            "delete": DeleteTicket(id=id),
            "restore": RestoreTicket(id=id),
            "tag": Tags(id=id, add=(f"t{device}",), remove=(f"t{device + 1}",)),
        }
        self.device(device).do(acts[what])

    def transfer(self, device: int, ticket: int, queue: str) -> None:
        one = self.device(device)
        command = Transfer(id=self.ticket(ticket), queue_id=self.desk.queue(queue))
        if one.do(command):
            one.transfers.append(command)

    def memo(self, device: int, number: int) -> None:
        """A personal note, new or written anew; no other device writes this one."""
        one = self.device(device)
        id = stable_id(f"memo/{one.name}/{one.actor.id}/{one.copies}/{number}")
        text = one.words()
        if one.do(Put(entity="personal_note", id=id, set={"html": f"<p>{text}</p>"})):
            one.memos[id] = text

    def draft(self, device: int, ticket: int) -> None:
        one = self.device(device)
        one.type_draft(self.ticket(ticket), f"<p>{one.words()}</p>")

    def read(self, device: int, ticket: int) -> None:
        one, id = self.device(device), self.ticket(ticket)
        mark = stable_id(f"read_state/{one.actor.id}/{id}")
        one.do(MarkRead(id=mark, ticket_id=id, read_at_ms=one.now_ms))

    def rights(self, device: int, queue: str) -> None:
        """Give this person a queue besides their own, or take it away again."""
        actor = self.device(device).actor
        if HOMES[actor.login] == queue:
            return
        place = (actor.login, queue)
        change = self.desk.revoke if place in self._granted else self.desk.grant
        change(queue, actor)
        self._granted ^= {place}
        for one in self.devices:
            if one.actor == actor:
                one.seen.unsteady.add(f"q:{self.desk.queue(queue)}")

    def send_home(self) -> None:
        """Everybody has their own queue alone."""
        for login, queue in sorted(self._granted):
            number = next(n for n, one in enumerate(self.devices) if one.actor.login == login)
            self.rights(number, queue)

    def clock(self, device: int, years: int) -> None:
        """This computer's clock jumps."""
        self.device(device).jump_ms = years * YEAR_MS

    def story(self) -> str:
        """The steps so far, one a line, for ``replay``."""
        return "\n".join(self.done)
