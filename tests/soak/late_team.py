"""Acts whose author may not know what others do meanwhile, and second thoughts."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from models import outbox
from models.commands import (
    AskApproval,
    Decide,
    EditMessage,
    FirstMessage,
    MergeRecords,
    Put,
    Release,
    ResolveConflict,
    UnmergeRecord,
)
from models.commands.messages import insert_message
from models.errors import Refused, StoreBusy
from models.ids import stable_id
from models.richtext import Block, blocks, join
from sync.server.writer import ServerWriter
from tests.helpers.desk import ServerDesk
from tests.soak.device import Device
from tests.soak.team import Team

PRODUCTS = ("1C", "Outlook")
PERSONS = 4
PHONES = ("1", "2", "3")
EMAILS = ("a@example.org", "b@example.org")
THREE_BLOCKS = "<p>one</p><p>two</p><p>three</p>"


class LateTeam(Team):
    """A team whose people also change what is there, and think twice."""

    def __init__(self, desk: ServerDesk, folder: Path, devices: Sequence[Device]) -> None:
        super().__init__(desk, folder, devices)
        for number in range(PERSONS):
            id = stable_id(f"person/{number}")
            row = {"id": id, "scope": "ws", "name": f"Person {number}", "email": f"{number}@x.org"}
            desk.path.run(partial(ServerWriter.insert, kind="contact", row=row))

    def edit(self, device: int, note: int, block: int) -> None:
        """Write a part of a message anew, of which others may write a part too."""
        one = self.device(device)
        found = one.store.sql(
            "SELECT id, html FROM message WHERE deleted = 0 AND kind = 'note' AND author_id = ? "
            "ORDER BY id",
            (one.actor.id,),
        )
        if not found:
            return
        id, html = found[note % len(found)]
        text = one.words()
        if one.do(EditMessage(id=id, html=_with_block(html, block, text))):
            one.edits.append(text)

    def release(self, device: int, act: str) -> None:
        """Decide about one's own oldest held reply."""
        one = self.device(device)
        text = "SELECT id FROM message WHERE delivery = 'held' AND author_id = ? AND deleted = 0"
        for (id,) in one.store.sql(f"{text} ORDER BY id LIMIT 1", (one.actor.id,)):
            one.do(Release(id=id, act=act))

    def settle_conflict(self, device: int, choice: str) -> None:
        one = self.device(device)
        text = (
            "SELECT c.id, c.ent, p.html FROM conflict c LEFT JOIN personal_note p ON p.id = c.ent "
            "WHERE c.state = 'open' AND c.deleted = 0 ORDER BY c.id LIMIT 1"
        )
        for id, note, seen in one.store.sql(text):
            if one.do(ResolveConflict(id=id, choice=choice)):
                self._replaced(one, note, seen or "")

    def _replaced(self, one: Device, note: str, seen: str) -> None:
        """Words of a personal note that somebody saw and chose to give up may be gone."""
        found = one.store.sql("SELECT html FROM personal_note WHERE id = ?", (note,))
        left = found[0][0] if found else ""
        for each in self.devices:
            text = each.memos.get(note, "")
            if text and text in seen and text not in left:
                del each.memos[note]

    def ask(self, device: int, ticket: int) -> None:
        one = self.device(device)
        one.do(AskApproval(ticket_id=self.ticket(ticket), what=one.words()))

    def decide(self, device: int, state: str) -> None:
        one = self.device(device)
        text = "SELECT id FROM approval WHERE state = 'asked' AND deleted = 0 ORDER BY id LIMIT 1"
        for (id,) in one.store.sql(text):
            one.do(Decide(id=id, state=state))

    def contact(self, device: int, number: int, values: dict[str, Any]) -> None:
        """A contact that everybody writes."""
        self.device(device).do(Put(entity="contact", id=stable_id(f"contact/{number}"), set=values))

    def merge(self, device: int, number: int, other: int) -> None:
        """Two people of the directory become one; ``separate`` takes that back."""
        ids = (stable_id(f"person/{each}") for each in (number, other))
        self.device(device).do(MergeRecords(entity="contact", id=next(ids), into_id=next(ids)))

    def separate(self, device: int, number: int) -> None:
        id = stable_id(f"person/{number}")
        self.device(device).do(UnmergeRecord(entity="contact", id=id))

    def own_note(self, device: int, block: int) -> None:
        """A part of a personal note that this person's other devices write, too."""
        one = self.device(device)
        id = stable_id(f"shared/{one.actor.id}")
        found = one.store.sql("SELECT html FROM personal_note WHERE id = ?", (id,))
        html = _with_block(found[0][0] if found else THREE_BLOCKS, block, one.words())
        one.do(Put(entity="personal_note", id=id, set={"html": html}))

    def take_back(self, device: int) -> None:
        """Take the newest change back that waits, as if it had never been."""
        one = self.device(device)
        text = "SELECT MAX(mid) FROM outbox WHERE state = 'queued' AND kind <> 'noop'"
        (mid,) = one.store.sql(text)[0]
        if mid is not None:
            before = _waiting(one)
            with suppress(Refused, StoreBusy):
                outbox.withdraw(one.store, mid)
            one.forget(before - _waiting(one))
            one.acted()

    def retry(self, device: int) -> None:
        """Do once more what was refused or held."""
        one = self.device(device)
        text = "SELECT MIN(mid) FROM outbox WHERE state IN ('refused', 'held')"
        (mid,) = one.store.sql(text)[0]
        if mid is not None:
            with suppress(Refused, StoreBusy):
                outbox.retry(one.store, mid, one.actor, one.now_ms)
            one.acted()

    def customer(self, ticket: int) -> None:
        """The customer writes; the server alone knows."""
        id = self.ticket(ticket)

        def step(writer: ServerWriter) -> None:
            row = writer.get("ticket", id)
            if row is not None and not row["deleted"]:
                insert_message(writer, FirstMessage(kind="customer", html="<p>Well?</p>"), row)
                writer.update("ticket", id, {"customer_at_ms": writer.now_ms})

        self.desk.path.run(step)


def _with_block(html: str, number: int, text: str) -> str:
    parts = blocks(html)
    parts[number % len(parts)] = Block("paragraph", f"<p>{text}</p>")
    return join(parts)


def _waiting(one: Device) -> set[str]:
    """Payloads of what can still be taken back."""
    return {row[0] for row in one.store.sql("SELECT payload FROM outbox WHERE state = 'queued'")}
