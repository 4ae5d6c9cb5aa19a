"""A desktop's local file without a window: signed in, synced, with notes in its outbox."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from models import profile
from models.clock import ServerClock, wall_ms
from models.commands import AddNote
from models.database import Store
from models.perform import perform
from models.profile import Profile
from models.rows import Actor
from sync.engine.cycle import Cycle
from sync.engine.wire import Server
from tests.bench.processes import Running
from tests.bench.raw_notes import HTML

AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Device:
    """``cycle`` is the engine's own code over the file and a real server."""

    store: Store
    actor: Actor
    cycle: Cycle

    @classmethod
    def signed_in(cls, running: Running, login: str, folder: Path) -> Device:
        """With everything that the server has for this person."""
        server, answer = running.signed_in(login)
        store = Profile(folder).open()
        with store.transaction():
            profile.put(store, "client_id", answer.client_id)
        agent = answer.agent
        actor = Actor(agent.id, agent.login, agent.name, agent.role)
        device = cls(store, actor, cycle_of(store, server))
        device.cycle.pull_all()
        return device

    def write(self, count: int, tickets: list[str]) -> None:
        """Queue so many notes, one after another on these tickets.

        Many share a commit here: what is measured is how they leave, not how they are written.
        """
        for start in range(0, count, AT_ONCE):
            with self.store.transaction():
                for place in range(start, min(start + AT_ONCE, count)):
                    note = AddNote(ticket_id=tickets[place % len(tickets)], html=HTML)
                    perform(self.store, note, self.actor, wall_ms())

    def waiting(self) -> int:
        """How many changes are not settled."""
        return int(self.store.sql("SELECT COUNT(*) FROM outbox WHERE state <> 'settled'")[0][0])


def cycle_of(store: Store, server: Server) -> Cycle:
    return Cycle(store, server, ServerClock(), lambda news: None, lambda: False)
