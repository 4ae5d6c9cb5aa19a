"""A local file with a queue, an agent and the few acts that searches are tested with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models import records
from models.commands import AddNote, CreateTicket, FirstMessage
from models.database import Store
from models.ids import new_id
from models.perform import mark_for_search, perform
from models.queries import finding
from models.rows import Actor
from sync.engine.index import drain

ANNA = Actor("anna", "anna", "Anna Petrova", "agent")
NOON_MS = 1_750_000_000_000


@dataclass
class LocalDesk:
    """``write`` does what the engine does with a pulled row, the others what the desktop does."""

    store: Store

    @classmethod
    def made(cls, path: Path) -> LocalDesk:
        desk = cls(Store.open(path, "local"))
        desk.write("queue", "support", name="Support")
        desk.write("agent", ANNA.id, login=ANNA.login, name=ANNA.name, role=ANNA.role)
        return desk

    def write(self, kind: str, id: str, /, **columns: Any) -> None:
        row = records.complete(kind, {"id": id, "scope": "ws", "rev": 1, **columns})
        with self.store.transaction():
            records.put(self.store, kind, row)
            mark_for_search(self.store, [(kind, id)])

    def remove(self, kind: str, id: str) -> None:
        with self.store.transaction():
            records.remove(self.store, kind, [id])
            mark_for_search(self.store, [(kind, id)])

    def new_ticket(self, subject: str, html: str = "<p>Hello</p>", **columns: Any) -> str:
        command = CreateTicket(
            set={"subject": subject, "queue_id": "support", **columns},
            message=FirstMessage(kind="customer", html=html),
        )
        perform(self.store, command, ANNA, NOON_MS)
        return command.id

    def note(self, ticket_id: str, html: str) -> str:
        command = AddNote(ticket_id=ticket_id, html=html, id=new_id())
        perform(self.store, command, ANNA, NOON_MS + 1)
        return command.id

    def index(self) -> int:
        return drain(self.store, lambda: False)

    def found(self, text: str) -> list[str]:
        """Ids of the tickets that a search finds, in order."""
        where, params = finding.ticket_filter(self.store, text)
        rows = self.store.sql(f"SELECT t.id FROM ticket t WHERE {where} ORDER BY t.id", params)
        return [row[0] for row in rows]
