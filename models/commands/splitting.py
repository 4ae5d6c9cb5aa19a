"""Some messages of a ticket become a ticket of their own, and go back.

What belongs to a message goes with it: its files, versions and mentions, and what was found out
about its text. See ``docs/decisions/0009-a-split-moves-messages.md`` for what happens to changes
that come late.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from models.commands.base import (
    SUBJECT_LIMIT,
    Command,
    Row,
    Writer,
    add_event,
    event_id,
    need_root,
    need_ticket,
    need_unmerged,
    was_done,
)
from models.commands.tickets import NEW_TICKET, check_values
from models.commands.told import (
    NOTHING,
    SPOKEN_KINDS,
    Told,
    check_told,
    is_held,
    retold,
    told_by,
)
from models.commands.trash import RestoreTicket
from models.errors import Refused
from models.ids import new_id, ticket_alias

AT_MOST = 500
KEPT = "scope queue_id requester_id company_id category_id product channel language".split()
"""What the new ticket has from the old one."""
WORK = ("time_entry", "checklist_item", "approval")


class Split(Command, frozen=True, kw_only=True, tag="split"):
    """Makes these messages of a ticket, or of what was merged into it, the new ticket ``id``.

    Messages that somebody else moved away meanwhile stay where they are; those that were taken
    back go along. ``subject``: that of the old ticket where it is empty.
    """

    ticket_id: str
    messages: tuple[str, ...]
    id: str = msgspec.field(default_factory=new_id)
    subject: str = ""

    @property
    def ticket(self) -> str:
        return self.ticket_id

    def reads(self) -> list[tuple[str, str]]:
        return [("ticket", self.ticket_id), ("ticket", self.id), *_messages(self.messages)]

    def check(self, writer: Writer) -> None:
        check_values({"subject": self.subject})
        if not 1 <= len(self.messages) <= AT_MOST:
            raise Refused("invalid", f"A split takes from one to {AT_MOST} messages along.")
        ticket = _source(writer, self.ticket_id)
        if was_done(writer, self, "split_from"):
            return
        if all(message["deleted"] for message in self._moving(writer, ticket)):
            raise Refused("gone", "These messages are no longer on this ticket.")
        known = writer.get("ticket", self.id)
        if known is not None:
            writer.require_ticket(known)
            if not known["deleted"] or known["merged_into"]:
                raise Refused("invalid", "There is such a ticket already.")

    def apply(self, writer: Writer) -> Command | None:
        if was_done(writer, self, "split_from"):
            return None
        source = _source(writer, self.ticket_id)
        moving = self._moving(writer, source)
        target = self._target(writer, source, moving)
        origins = {message["id"]: message["ticket_id"] for message in moving}
        homes = {source["id"], *origins.values()}
        told = {id: told_by(writer, _row(writer, id)) for id in sorted(homes)}
        _move(writer, moving, dict.fromkeys(origins, target))
        for id in sorted({self.id, *homes}):
            _retell(writer, id, moving, NOTHING, writer.now_ms)
        for id in sorted(set(origins.values())):
            add_event(writer, self, _row(writer, id), "split_into", None, self.id, each=True)
        add_event(writer, self, target, "split_from", None, source["id"])
        return Unsplit(id=self.id, of=self.uid, messages=origins, told=told)

    def _moving(self, writer: Writer, source: Row) -> list[Row]:
        whole = _whole(writer, source["id"])
        found = (writer.get("message", id) for id in sorted(set(self.messages)))
        return [message for message in found if message and message["ticket_id"] in whole]

    def _target(self, writer: Writer, source: Row, moving: list[Row]) -> Row:
        """The new ticket, or the one that was there before the split was taken back."""
        known = writer.get("ticket", self.id)
        if known is not None:
            writer.update("ticket", self.id, {"deleted": 0})
            return known
        now = writer.now_ms
        row = {
            **NEW_TICKET,
            **{name: source[name] for name in KEPT},
            "id": self.id,
            "number": writer.next_number(),
            "alias": ticket_alias(self.id),
            "subject": self.subject.strip() or source["subject"][:SUBJECT_LIMIT],
            "status": "open" if any(map(_answers, moving)) else "new",
            "activity_at_ms": now,
            "created_at_ms": now,
        }
        writer.insert("ticket", row)
        return row


class Unsplit(Command, frozen=True, kw_only=True, tag="unsplit"):
    """Takes the split ``of`` back: its messages go where they came from, its ticket into the trash.

    Refused once there is more on the ticket than what the split brought there. ``told`` is what
    each ticket told before, as ``told_by`` gives it.
    """

    id: str
    of: str
    messages: dict[str, str]
    told: dict[str, Told] = msgspec.field(default_factory=dict)

    @property
    def ticket(self) -> str:
        return self.id

    def reads(self) -> list[tuple[str, str]]:
        homes = sorted({self.id, *self.messages.values()})
        return [*(("ticket", id) for id in homes), *_messages(self.messages)]

    def check(self, writer: Writer) -> None:
        need_unmerged(writer, self.id)
        if len(self.messages) > AT_MOST or self._came_from(writer) is None:
            raise Refused("invalid", "This is not what was split off.")
        for id in sorted(set(self.messages.values())):
            need_ticket(writer, id)
            if writer.get("event", event_id(self.of, "split_into", id)) is None:
                raise Refused("invalid", "This is not what was split off.")
        for told in self.told.values():
            check_told(told)
        if self._was_worked_on(writer):
            raise Refused("invalid", "The new ticket was worked on. It can be merged instead.")

    def _came_from(self, writer: Writer) -> str | None:
        line = writer.get("event", event_id(self.of, "split_from"))
        return str(line["new"]) if line and line["ticket_id"] == self.id else None

    def _was_worked_on(self, writer: Writer) -> bool:
        here = writer.select("message", ticket_id=self.id)
        return (
            any(message["id"] not in self.messages for message in here)
            or any(writer.select(kind, ticket_id=self.id) for kind in WORK)
            or bool(writer.select("ticket", merged_into=self.id))
        )

    def apply(self, writer: Writer) -> Command | None:
        ticket = need_unmerged(writer, self.id)
        source_id = self._came_from(writer)
        found = (writer.get("message", id) for id in sorted(self.messages))
        moving = [each for each in found if each and each["ticket_id"] == self.id]
        homes = {id: need_ticket(writer, id) for id in sorted(set(self.messages.values()))}
        _move(writer, moving, {id: homes[home] for id, home in self.messages.items()})
        writer.update("ticket", self.id, {"deleted": 1})
        for id in sorted(homes.keys() | {need_root(writer, id)["id"] for id in homes}):
            was_last = _row(writer, id)["activity_at_ms"] == ticket["activity_at_ms"]
            _retell(writer, id, moving, self.told.get(id, NOTHING), None if was_last else 0)
        for home in homes.values():
            add_event(writer, self, home, "split_undone", None, self.id, each=True)
        add_event(writer, self, ticket, "split_undone", None, source_id, each=True)
        if not moving or source_id is None:
            return RestoreTicket(id=self.id)
        return Split(ticket_id=source_id, messages=tuple(each["id"] for each in moving), id=self.id)


def _answers(message: Row) -> bool:
    return message["kind"] == "reply" and not message["deleted"] and not is_held(message)


def _messages(ids: Iterable[str]) -> list[tuple[str, str]]:
    return [("message", id) for id in ids]


def _row(writer: Writer, id: str) -> Row:
    row = writer.get("ticket", id)
    assert row is not None
    return row


def _source(writer: Writer, id: str) -> Row:
    """The ticket to be split; not one in the trash, which need_root lets a server take."""
    return need_ticket(writer, need_root(writer, id)["id"])


def _whole(writer: Writer, id: str) -> set[str]:
    """A ticket and what was merged into it."""
    parts = [part["id"] for part in writer.select("ticket", merged_into=id)]
    return {id}.union(*(_whole(writer, part) for part in parts))


def _move(writer: Writer, messages: Iterable[Row], homes: dict[str, Row]) -> None:
    """Give messages, by their ids, another ticket; what belongs to a message goes with it."""
    for message in messages:
        ticket = homes[message["id"]]
        home = {"ticket_id": ticket["id"], "scope": ticket["scope"]}
        writer.update("message", message["id"], home)
        here = {"ticket_id": message["ticket_id"]}
        of_message: dict[str, dict[str, Any]] = {
            "message_file": {"message_id": message["id"]},
            "message_version": {"message_id": message["id"]},
            "conflict": {"entity": "message", "ent": message["id"]},
            "mention": {"message_id": message["id"]},  # last: whom it names is brought in by it
        }
        for kind, names in of_message.items():
            for row in writer.select(kind, **here, **names):
                writer.update(kind, row["id"], home)


def _retell(
    writer: Writer, id: str, moved: list[Row], told: Told, activity_at_ms: int | None
) -> None:
    """Write anew what a ticket tells of its messages, where the moved ones matter.

    ``activity_at_ms``: its newest act; 0 leaves that, None finds it by what is there.
    """
    kinds = {message["kind"] for message in moved}
    names = ["customer_at_ms"] if not kinds.isdisjoint(SPOKEN_KINDS) else []
    names += ["first_reply_at_ms"] if "reply" in kinds else []
    names += ["activity_at_ms"] if activity_at_ms is None else []
    said = [
        message
        for part in sorted(_whole(writer, id))
        for message in writer.select("message", ticket_id=part)
    ]
    changes = retold(writer, said, told, *names)
    if activity_at_ms is None and changes["activity_at_ms"] is None:
        del changes["activity_at_ms"]
    if activity_at_ms:
        changes["activity_at_ms"] = activity_at_ms
    if changes:
        writer.update("ticket", id, changes)
