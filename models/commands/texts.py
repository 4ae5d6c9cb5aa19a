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
from models.commands.told import is_held
from models.errors import Refused
from models.richtext import sanitize

EDITED_KINDS = ("note", "call", "reply")
RELEASES = ("send", "note", "drop")
MAILED = ("queued", "sent")


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
        return ReturnMessage(id=self.id) if self.act == "drop" else None

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
