"""Acts on what hangs on tickets: links, splits, work times, check lists."""

from __future__ import annotations

from models.commands import (
    AddItem,
    AddTime,
    Command,
    EditItem,
    Link,
    MoveItem,
    RemoveItem,
    ReturnItem,
    ReturnTime,
    Split,
    TickItem,
    Unlink,
    WithdrawTime,
)
from models.errors import Refused, StoreBusy
from models.perform import perform
from tests.soak.late_team import LateTeam

LINES = ("add", "edit", "tick", "open", "first", "last", "remove", "return")


class WorkTeam(LateTeam):
    """A team whose people also sort what they have to do."""

    def link(self, device: int, ticket: int, other: int, role: str, there: bool) -> None:
        kind = Link if there else Unlink
        self.device(device).do(kind(id=self.ticket(ticket), other_id=self.ticket(other), role=role))

    def split(self, device: int, ticket: int, message: int) -> None:
        """Two messages of a ticket become another one, on which people go on."""
        one, id = self.device(device), self.ticket(ticket)
        text = "SELECT id FROM message WHERE deleted = 0 AND ticket_id = ? ORDER BY id"
        found = [id for (id,) in one.store.sql(text, (id,))]
        if not found:
            return
        chosen = {found[message % len(found)], found[(message + 1) % len(found)]}
        subject = one.words()
        command = Split(ticket_id=id, messages=tuple(sorted(chosen)), subject=subject)
        try:
            inverse = perform(one.store, command, one.actor, one.now_ms).inverse
        except (Refused, StoreBusy):
            return
        for each in self.devices:
            each.wandered |= chosen
        one.texts.append(subject)
        one.splits += [inverse] if inverse else []
        self.tickets.append(command.id)
        one.acted()

    def unsplit(self, device: int) -> None:
        """Take the newest split back, if that is possible."""
        one = self.device(device)
        if one.splits:
            one.do(one.splits.pop())

    def work(self, device: int, ticket: int, minutes: int) -> None:
        one = self.device(device)
        command = AddTime(ticket_id=self.ticket(ticket), minutes=minutes)
        if one.do(command):
            one.times[command.id] = minutes

    def unwork(self, device: int, back: bool) -> None:
        """Take the oldest work time of this device back, or bring it back."""
        one = self.device(device)
        for id in list(one.times)[:1]:
            one.do(ReturnTime(id=id) if back else WithdrawTime(id=id))

    def line(self, device: int, ticket: int, line: int, what: str) -> None:
        """Something with a line of a ticket's check list, also with one that was removed."""
        one, id = self.device(device), self.ticket(ticket)
        known = one.store.sql(
            "SELECT id FROM checklist_item WHERE ticket_id = ? ORDER BY id", (id,)
        )
        text = one.words()
        if what == "add" or not known:
            if one.do(AddItem(ticket_id=id, text=text)):
                one.edits.append(text)
            return
        item, last = known[line % len(known)][0], known[-1][0]
        acts: dict[str, Command] = {
            "edit": EditItem(id=item, text=text),
            "tick": TickItem(id=item),
            "open": TickItem(id=item, done=False),
            "first": MoveItem(id=item),
            "last": MoveItem(id=item, after=last),
            "remove": RemoveItem(id=item),
            "return": ReturnItem(id=item),
        }
        if one.do(acts[what]) and what == "edit":
            one.edits.append(text)
