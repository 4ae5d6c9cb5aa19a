"""A profile's local file in this process, with a few people, queues and tickets."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models import profile, records
from models.commands import Command
from models.database import Store
from models.perform import Performed, perform
from models.profile import Profile
from models.rows import Actor

NOW = 1_790_000_000_000
ANNA = Actor("agent-anna", "anna", "Anna Lind", "agent")


@dataclass
class LocalDesk:
    """Anna's file. ``do`` performs a command as she would."""

    profile: Profile
    store: Store
    me: Actor = ANNA
    now_ms: int = NOW

    @classmethod
    def made(cls, folder: Path) -> LocalDesk:
        own = Profile(folder)
        desk = cls(own, own.open())
        desk.store.db.execute_sql("PRAGMA synchronous = OFF")  # no test cuts the power
        with desk.store.transaction():
            for key, value in (
                ("agent_id", ANNA.id),
                ("login", ANNA.login),
                ("agent_name", ANNA.name),
                ("agent_role", ANNA.role),
                ("client_id", "client-anna"),
            ):
                profile.put(desk.store, key, value)
        desk.put("agent", id=ANNA.id, login="anna", name=ANNA.name, role="agent")
        desk.put("agent", id="agent-boris", login="boris", name="Boris Petrov", role="agent")
        for id, name in (("network", "Network"), ("access", "Access rights")):
            desk.put("queue", id=id, name=name)
            desk.put("queue_member", id=f"m-{id}", queue_id=id, agent_id=ANNA.id)
        return desk

    def put(self, kind: str, /, **row: Any) -> str:
        """A row as if it had come from the server."""
        given = {"scope": "ws", "rev": 1, **row}
        with self.store.transaction():
            records.put(self.store, kind, records.complete(kind, given))
        return str(row["id"])

    def ticket(self, id: str, **row: Any) -> str:
        given = {
            "status": "open",
            "priority": "normal",
            "queue_id": "network",
            "tags": "[]",
            "subject": id,
            "alias": f"N-{id.upper()}",
            "activity_at_ms": self.now_ms,
            "created_at_ms": self.now_ms,
            **row,
        }
        return self.put("ticket", id=id, **{"scope": f"q:{given['queue_id']}", **given})

    def do(self, command: Command, now_ms: int | None = None) -> Performed:
        return perform(self.store, command, self.me, now_ms or self.now_ms)

    def row(self, kind: str, id: str) -> dict[str, Any]:
        found = records.get(self.store, kind, id)
        assert found is not None, f"no {kind} {id}"
        return found
