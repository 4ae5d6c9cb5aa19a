"""Into the trash and out of it."""

from __future__ import annotations

from models.commands.base import Command, Writer, add_event, need_ticket
from models.errors import Refused


class DeleteTicket(Command, frozen=True, kw_only=True, tag="delete_ticket"):
    """Puts a ticket into the trash (softly)."""

    id: str

    @property
    def ticket(self) -> str:
        return self.id

    def check(self, writer: Writer) -> None:
        need_ticket(writer, self.id)

    def apply(self, writer: Writer) -> Command | None:
        ticket = need_ticket(writer, self.id)
        writer.update("ticket", self.id, {"deleted": 1})
        add_event(writer, self, ticket, "deleted", None, None)
        return RestoreTicket(id=self.id)


class RestoreTicket(Command, frozen=True, kw_only=True, tag="restore_ticket"):
    """Brings a ticket back from the trash."""

    id: str

    @property
    def ticket(self) -> str:
        return self.id

    def check(self, writer: Writer) -> None:
        ticket = writer.get("ticket", self.id)
        if ticket is None:
            raise Refused("gone", "This ticket is no longer there.")
        writer.require_ticket(ticket)

    def apply(self, writer: Writer) -> Command | None:
        ticket = writer.get("ticket", self.id)
        if ticket is None or not ticket["deleted"]:
            return None
        writer.update("ticket", self.id, {"deleted": 0})
        add_event(writer, self, ticket, "restored", None, None)
        return DeleteTicket(id=self.id)
