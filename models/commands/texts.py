"""Acts on a message that is there: its text changed, a held reply released."""

from __future__ import annotations

from typing import Self

import msgspec

from models.commands.base import (
    Command,
    Row,
    Writer,
    add_event,
    check_html,
    event_id,
    need,
    need_ticket,
    newer_word,
    newest_word,
)
from models.commands.late import late_text
from models.commands.messages import (
    PUBLIC_KINDS,
    ReturnMessage,
    after_reply,
    delivery,
    is_blank,
    tell_status,
)
from models.commands.told import HELD, NOTHING, Told, check_told, is_held, told_by, without
from models.errors import Refused
from models.richtext import sanitize
from models.values import check_row, check_text

EDITED_KINDS = ("note", "call", "reply")
RELEASES = ("send", "note", "drop")
MAILED = ("queued", "sent")
GONE_OUT = "This reply was mailed and can't be taken back."
RELEASED = ("send", "note")


class EditMessage(Command, frozen=True, kw_only=True, tag="edit_message"):
    """Changes a note or call, or a reply that was not mailed; its author or a lead may.

    ``base`` is the text that its author started from. What was there before is kept as a version.
    """

    id: str
    html: str
    base: str | None = None

    def reads(self) -> list[tuple[str, str]]:
        return [("message", self.id)]

    def based(self, writer: Writer) -> Self:
        """What somebody changed while this was being written is not what its author saw."""
        message = writer.get("message", self.id) if self.base is None else None
        return msgspec.structs.replace(self, base=message["html"]) if message else self

    def check(self, writer: Writer) -> None:
        message = own_message(writer, self.id)
        if message["kind"] not in EDITED_KINDS:
            raise Refused("invalid", "What the customer wrote can't be changed.")
        check_html(self.html)
        if self.base is not None:
            check_html(self.base)
        if is_blank(self.html):
            raise Refused("invalid", "There is no text left. Take the message back instead.")

    def apply(self, writer: Writer) -> Command | None:
        message = own_message(writer, self.id)
        mine, before = sanitize(self.html), message["html"]
        merged = late_text(writer, self, "message", message, self.base, mine)
        if merged is None or merged == before:
            return None
        keep_version(writer, self, message)
        writer.update("message", self.id, {"html": merged})
        writer.touch("message", self.id, ["html"])
        ticket = need_ticket(writer, message["ticket_id"])
        add_event(writer, self, ticket, "edited", message["kind"], None)
        return EditMessage(id=self.id, html=before)


class Release(Command, frozen=True, kw_only=True, tag="release"):
    """Its author's word on a held reply: ``send`` it (changed by ``html``), make it a ``note``,
    or ``drop`` it.

    ``seen`` is the newest public message of others now: what came after that holds it again.
    """

    id: str
    act: str
    html: str | None = None
    seen: str | None = None

    def reads(self) -> list[tuple[str, str]]:
        return [("message", self.id)]

    def based(self, writer: Writer) -> Self:
        message = writer.get("message", self.id)
        if message is None:
            return self
        seen = newest_word(writer, message["ticket_id"], PUBLIC_KINDS)
        return msgspec.structs.replace(self, seen=seen)

    def check(self, writer: Writer) -> None:
        message = own_message(writer, self.id)
        if self.act not in RELEASES:
            raise Refused("invalid", f"A held reply can be one of {', '.join(RELEASES)}.")
        if not is_held(message):
            raise Refused("invalid", "This reply is not held any more.")
        if self.html is not None:
            check_html(self.html)
            if is_blank(self.html):
                raise Refused("invalid", "There is nothing to send yet.")

    def apply(self, writer: Writer) -> Command | None:
        message = own_message(writer, self.id)
        ticket = need_ticket(writer, message["ticket_id"])
        told = told_by(writer, ticket)
        changes: Row = {}
        if self.html is not None and sanitize(self.html) != message["html"]:
            keep_version(writer, self, message)
            changes["html"] = sanitize(self.html)
        if self.act == "send":
            changes |= self._sent(writer, message, ticket)
        elif self.act == "note":
            changes |= {"kind": "note", **delivery("note")}
        else:
            changes |= {"deleted": 1}
        writer.update("message", self.id, changes)
        add_event(writer, self, ticket, "released", None, self.act)
        if self.act == "drop":
            return ReturnMessage(id=self.id)
        if changes.get("delivery") == HELD:
            return None
        return HoldReply(
            id=self.id,
            of=self.uid,
            act=self.act,
            reason=message["delivery_reason"] or "",
            at_ms=message["at_ms"],
            written_at_ms=message["written_at_ms"],
            html=message["html"] if "html" in changes else None,
            was_new=ticket["status"] == "new",
            told=told,
        )

    def _sent(self, writer: Writer, message: Row, ticket: Row) -> Row:
        newer = newer_word(writer, ticket["id"], PUBLIC_KINDS, self.seen)
        if newer:
            writer.report("held", "newer_message", "Something was said here meanwhile.")
            return delivery("reply", newer.id)
        now = writer.now_ms
        changes = after_reply(ticket, now)
        writer.update("ticket", ticket["id"], {"activity_at_ms": now, **changes})
        tell_status(writer, self, ticket, changes)
        return {"at_ms": now, "written_at_ms": message["written_at_ms"] or message["at_ms"]} | (
            delivery("reply")
        )


class HoldReply(Command, frozen=True, kw_only=True, tag="hold_reply"):
    """Takes the word on a held reply back: what the act ``of`` released is held again, as long as
    it was not mailed.

    ``reason``, the times and ``html`` are what it had then; ``was_new`` and ``told`` what its
    ticket told before, as for ``WithdrawMessage``.
    """

    id: str
    of: str
    act: str
    reason: str
    at_ms: int
    written_at_ms: int | None = None
    html: str | None = None
    was_new: bool = False
    told: Told = NOTHING

    def reads(self) -> list[tuple[str, str]]:
        return [("message", self.id)]

    def check(self, writer: Writer) -> None:
        message = need(writer, "message", self.id)
        need_ticket(writer, message["ticket_id"])
        if writer.actor.role == "agent" and message["author_id"] != writer.actor.id:
            raise Refused("forbidden", "Only its author or a lead can take a message back.")
        if message["delivery"] in MAILED:
            raise Refused("invalid", GONE_OUT)
        check_row("message", {"delivery_reason": self.reason, **self._times()})
        for text in (self.of, self.act):
            check_text(text)
        check_html(self.html or "")
        check_told(self.told)
        line = writer.get("event", event_id(self.of, "released"))
        released = line and (line["ticket_id"], line["new"]) == (message["ticket_id"], self.act)
        if not released or self.act not in RELEASED or self.at_ms > message["at_ms"]:
            raise Refused("invalid", "This reply was not held.")

    def apply(self, writer: Writer) -> Command | None:
        message = need(writer, "message", self.id)
        if is_held(message):
            return None
        ticket = need_ticket(writer, message["ticket_id"])
        text = sanitize(self.html) if self.html is not None else message["html"]
        changes: Row = {"kind": "reply", "delivery": HELD, "delivery_reason": self.reason}
        if text != message["html"]:
            keep_version(writer, self, message)
            changes["html"] = text
        writer.update("message", self.id, {**changes, **self._times()})
        if self.act == "send":
            self._ticket_back(writer, ticket, message)
        add_event(writer, self, ticket, "released", self.act, HELD)
        return Release(
            id=self.id, act=self.act, html=message["html"] if "html" in changes else None
        )

    def _times(self) -> Row:
        return {"at_ms": self.at_ms, "written_at_ms": self.written_at_ms}

    def _ticket_back(self, writer: Writer, ticket: Row, message: Row) -> None:
        changes = without(writer, ticket, message, self.told)
        if self.was_new and ticket["status"] == "open":
            said = writer.select("message", ticket_id=ticket["id"])
            replies = [each for each in said if each["kind"] == "reply" and not is_held(each)]
            if not replies:
                changes["status"] = "new"
        if changes:
            writer.update("ticket", ticket["id"], changes)
            tell_status(writer, self, ticket, changes)


def own_message(writer: Writer, id: str) -> Row:
    """The live message, which the actor may change. Raises Refused."""
    message = need(writer, "message", id)
    need_ticket(writer, message["ticket_id"])
    if writer.actor.role == "agent" and message["author_id"] != writer.actor.id:
        raise Refused("forbidden", "Only its author or a lead can change a message.")
    if message["delivery"] in MAILED:
        raise Refused("invalid", "This reply was mailed and can't be changed.")
    return message


def keep_version(writer: Writer, command: Command, message: Row) -> None:
    """Keep what a message said before it is changed."""
    kept = writer.select("message_version", message_id=message["id"])
    writer.insert(
        "message_version",
        {
            "id": command.side_id("version"),
            "scope": message["scope"],
            "message_id": message["id"],
            "ticket_id": message["ticket_id"],
            "n": 1 + max((version["n"] for version in kept), default=0),
            "html": message["html"],
            "author_id": writer.actor.id,
            "at_ms": writer.now_ms,
        },
    )
