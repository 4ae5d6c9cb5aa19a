"""Time that people worked on a ticket."""

from __future__ import annotations

import msgspec

from models.commands.base import Command, Row, Writer, add_event, need, need_root, need_ticket
from models.errors import Refused
from models.ids import new_id
from models.values import check_row

MINUTES_LIMIT = 31 * 24 * 60
NOTE_LIMIT = 1_000
MEETING = "meeting"


class AddTime(Command, frozen=True, kw_only=True, tag="time_add"):
    """Minutes that the actor worked or sat in a meeting.

    Entries are only added or taken back, never changed. On a ticket that was merged it goes to
    where that is now, as a note does.
    """

    ticket_id: str
    minutes: int
    started_at_ms: int | None = None
    note: str = ""
    entry_kind: str = ""
    id: str = msgspec.field(default_factory=new_id)

    @property
    def ticket(self) -> str:
        return self.ticket_id

    def check(self, writer: Writer) -> None:
        need_root(writer, self.ticket_id)
        if not 1 <= self.minutes <= MINUTES_LIMIT:
            raise Refused("invalid", "A work time has at least a minute and at most a month.")
        if self.entry_kind not in ("", MEETING):
            raise Refused("invalid", "A work time is of no such kind.")
        check_row("time_entry", {"started_at_ms": self.started_at_ms, "note": self.note})
        if len(self.note) > NOTE_LIMIT:
            raise Refused("too_large", f"This note has at most {NOTE_LIMIT} characters.")

    def apply(self, writer: Writer) -> Command | None:
        if writer.get("time_entry", self.id):
            return None
        ticket = need_root(writer, self.ticket_id)
        writer.insert(
            "time_entry",
            {
                "id": self.id,
                "scope": ticket["scope"],
                "ticket_id": ticket["id"],
                "who_id": writer.actor.id,
                "who_name": writer.actor.name,
                "minutes": self.minutes,
                "started_at_ms": self.started_at_ms,
                "note": self.note,
                "at_ms": writer.now_ms,
                "kind": self.entry_kind,
            },
        )
        what = "meeting_held" if self.entry_kind == MEETING else "time_added"
        add_event(writer, self, ticket, what, None, str(self.minutes), self.note or None)
        return WithdrawTime(id=self.id)


class WithdrawTime(Command, frozen=True, kw_only=True, tag="time_withdraw"):
    """Takes a work time back: its author or a lead may. History keeps that it was there."""

    id: str

    def check(self, writer: Writer) -> None:
        own_entry(writer, need(writer, "time_entry", self.id))

    def apply(self, writer: Writer) -> Command | None:
        entry = need(writer, "time_entry", self.id)
        ticket = own_entry(writer, entry)
        writer.update("time_entry", self.id, {"deleted": 1})
        add_event(writer, self, ticket, "time_withdrawn", None, str(entry["minutes"]))
        return ReturnTime(id=self.id)


class ReturnTime(Command, frozen=True, kw_only=True, tag="time_return"):
    """Brings a work time back that was taken back."""

    id: str

    def check(self, writer: Writer) -> None:
        entry = writer.get("time_entry", self.id)
        if entry is None:
            raise Refused("gone", "This time entry is no longer there.")
        own_entry(writer, entry)

    def apply(self, writer: Writer) -> Command | None:
        entry = writer.get("time_entry", self.id)
        if entry is None or not entry["deleted"]:
            return None
        ticket = own_entry(writer, entry)
        writer.update("time_entry", self.id, {"deleted": 0})
        add_event(writer, self, ticket, "time_returned", None, str(entry["minutes"]))
        return WithdrawTime(id=self.id)


def own_entry(writer: Writer, entry: Row) -> Row:
    """The ticket of an entry that the actor may take back. Raises Refused."""
    ticket = need_ticket(writer, entry["ticket_id"])
    if writer.actor.role == "agent" and entry["who_id"] != writer.actor.id:
        raise Refused("forbidden", "Only its author or a lead can take a work time back.")
    return ticket
