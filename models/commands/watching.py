"""Who wants to hear of a ticket besides its assignee."""

from __future__ import annotations

from models.commands.base import Command, Writer, add_event, need, need_root
from models.ids import stable_id

KIND = "watcher"


class OfWatcher(Command, frozen=True, kw_only=True):
    """About one agent's watching of one ticket, the actor's own or a colleague's."""

    ticket_id: str
    agent_id: str

    @property
    def ticket(self) -> str:
        return self.ticket_id

    def check(self, writer: Writer) -> None:
        need_root(writer, self.ticket_id)
        need(writer, "agent", self.agent_id)

    def set_watching(self, writer: Writer, watching: bool) -> bool:
        """Whether that was a change. The row is the same one whoever makes it."""
        ticket = need_root(writer, self.ticket_id)
        id = stable_id(f"watcher/{ticket['id']}/{self.agent_id}")
        row = writer.get(KIND, id)
        if watching == (row is not None and not row["deleted"]):
            return False
        if row is not None:
            writer.update(KIND, id, {"deleted": int(not watching)})
        else:
            made = {"id": id, "scope": ticket["scope"], "ticket_id": ticket["id"]}
            writer.insert(KIND, {**made, "agent_id": self.agent_id})
        name = need(writer, "agent", self.agent_id)["name"]
        add_event(writer, self, ticket, "watched" if watching else "unwatched", None, name)
        return True


class Watch(OfWatcher, frozen=True, kw_only=True, tag="watch"):
    """Makes an agent a watcher; they see the ticket even outside their queues."""

    def apply(self, writer: Writer) -> Command | None:
        if not self.set_watching(writer, True):
            return None
        return Unwatch(ticket_id=self.ticket_id, agent_id=self.agent_id)


class Unwatch(OfWatcher, frozen=True, kw_only=True, tag="unwatch"):
    """Ends it."""

    def apply(self, writer: Writer) -> Command | None:
        if not self.set_watching(writer, False):
            return None
        return Watch(ticket_id=self.ticket_id, agent_id=self.agent_id)
