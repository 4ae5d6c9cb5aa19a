"""Acts of writing: reply, internal note, call."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Self

import msgspec

from models.commands.base import (
    Command,
    Heard,
    Row,
    Writer,
    add_event,
    check_html,
    need,
    need_root,
    need_ticket,
    newer_word,
    newest_word,
)
from models.commands.told import (
    HELD,
    NOTHING,
    SPOKEN_KINDS,
    Told,
    check_told,
    is_held,
    told_by,
    with_it,
    without,
)
from models.errors import Refused
from models.files import SHA256
from models.ids import derived_id, new_id
from models.richtext import sanitize, to_plain

NO_MAIL_CHANNEL = "no_mail_channel"
BLANK_LIMIT = 200
OPENERS = ("customer", "note", "call")
OWN_KINDS = ("note", "reply", "call")  # a customer's mail mentions nobody
PUBLIC_KINDS = (*SPOKEN_KINDS, "reply")
SAYS_SOMETHING = re.compile(r"<p>[^<&]*\w")  # seen at a glance; anything else is parsed
MENTION = re.compile(r'<span class="mention" data-id="([^"]+)"')


class FileRef(msgspec.Struct, frozen=True, omit_defaults=True):
    """A file that a message names; its bytes travel apart, found by ``sha256``."""

    id: str
    sha256: str
    name: str
    media_type: str
    size_bytes: int


class FirstMessage(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The message that opens a ticket. ``kind`` is one of OPENERS."""

    kind: str
    html: str
    id: str = msgspec.field(default_factory=new_id)
    author_id: str | None = None
    author_name: str = ""
    channel: str = ""
    source_text: str | None = None
    written_at_ms: int | None = None
    files: tuple[FileRef, ...] = ()
    newer: str | None = None
    """Set while it is applied: the message that its author had not seen, so that it is held."""


class AddMessage(Command, frozen=True, kw_only=True):
    """Text on a ticket. Appends never conflict. ``written_at_ms`` is when it was typed.

    On a ticket that was merged it goes to where that is now, on a deleted one into the trash.
    """

    ticket_id: str
    html: str
    id: str = msgspec.field(default_factory=new_id)
    written_at_ms: int | None = None
    files: tuple[FileRef, ...] = ()

    message_kind = ""

    @property
    def ticket(self) -> str:
        return self.ticket_id

    def reads(self) -> list[tuple[str, str]]:
        return [("ticket", self.ticket_id), ("message", self.id)]

    def check(self, writer: Writer) -> None:
        """What its author sent before is there, also where they have no right to write any more:
        a file that was put back sends it again."""
        there = writer.get("message", self.id)
        if there and there["author_id"] == writer.actor.id:
            return
        need_root(writer, self.ticket_id)
        check_html(self.html)
        check_files(self.files)
        if not self.files and is_blank(self.html):
            raise Refused("invalid", "There is nothing to send yet.")

    def apply(self, writer: Writer) -> Command | None:
        if writer.get("message", self.id):
            return None
        ticket = need_root(writer, self.ticket_id)
        newer = self.newer(writer, ticket)
        told = told_by(writer, ticket)
        first = FirstMessage(
            kind=self.message_kind,
            html=self.html,
            id=self.id,
            author_id=writer.actor.id,
            author_name=writer.actor.name,
            written_at_ms=self.written_at_ms,
            files=self.files,
            newer=newer.id if newer else None,
        )
        insert_message(writer, first, ticket)
        if newer:
            writer.report("held", "newer_message", "Something was said here meanwhile.")
        changes = {} if newer else self.ticket_changes(ticket, writer.now_ms)
        writer.update("ticket", ticket["id"], {"activity_at_ms": writer.now_ms, **changes})
        tell_status(writer, self, ticket, changes)
        if ticket["deleted"]:
            add_event(writer, self, ticket, "written_in_trash", None, self.message_kind)
        return WithdrawMessage(id=self.id, was_new=ticket["status"] == "new", told=told)

    def newer(self, writer: Writer, ticket: Row) -> Heard | None:
        """What was said meanwhile and asks for a second look."""
        return None

    def ticket_changes(self, ticket: Row, now_ms: int) -> Row:
        return {}


class AddNote(AddMessage, frozen=True, kw_only=True, tag="add_note"):
    """An internal note: seen by colleagues, never mailed."""

    message_kind = "note"


class AddReply(AddMessage, frozen=True, kw_only=True, tag="add_reply"):
    """A public reply to the requester; a new ticket becomes open with it.

    ``seen`` is the newest public message of others for its author. When there is a newer one the
    reply is held until its author has looked at that.
    """

    seen: str | None = None

    message_kind = "reply"

    def based(self, writer: Writer) -> Self:
        return msgspec.structs.replace(self, seen=newest_word(writer, self.ticket_id, PUBLIC_KINDS))

    def newer(self, writer: Writer, ticket: Row) -> Heard | None:
        return newer_word(writer, ticket["id"], PUBLIC_KINDS, self.seen)

    def ticket_changes(self, ticket: Row, now_ms: int) -> Row:
        return after_reply(ticket, now_ms)


class AddCall(AddMessage, frozen=True, kw_only=True, tag="add_call"):
    """What was said on the phone."""

    message_kind = "call"

    def ticket_changes(self, ticket: Row, now_ms: int) -> Row:
        return {"customer_at_ms": now_ms}


class WithdrawMessage(Command, frozen=True, kw_only=True, tag="withdraw_message"):
    """Takes a message back; its author or a lead may. A reply that was mailed can't be.

    ``was_new``: the ticket was not started before this message; without the reply it is not
    started again. ``told`` is what the ticket told before it, as ``told_by`` gives it.
    """

    id: str
    was_new: bool = False
    told: Told = NOTHING

    def check(self, writer: Writer) -> None:
        message = need(writer, "message", self.id)
        need_ticket(writer, message["ticket_id"])
        if writer.actor.role == "agent" and message["author_id"] != writer.actor.id:
            raise Refused("forbidden", "Only its author or a lead can take a message back.")
        if message["delivery"] in ("queued", "sent"):
            raise Refused("invalid", "This reply was mailed and can't be taken back.")
        check_told(self.told)

    def apply(self, writer: Writer) -> Command | None:
        message = need(writer, "message", self.id)
        writer.update("message", self.id, {"deleted": 1})
        ticket = need_ticket(writer, message["ticket_id"])
        named = writer.select("mention", ticket_id=ticket["id"], message_id=self.id)
        for mention in named:
            writer.update("mention", mention["id"], {"deleted": 1})
        changes = without(writer, ticket, message, self.told)
        if message["kind"] == "reply" and self.was_new and ticket["status"] == "open":
            changes |= self._not_started(writer, ticket, message)
        if changes:
            writer.update("ticket", ticket["id"], changes)
            tell_status(writer, self, ticket, changes)
        add_event(writer, self, ticket, "withdrawn", message["kind"], None)
        mentions = tuple(mention["id"] for mention in named)
        return ReturnMessage(id=self.id, mentions=mentions, starts="status" in changes)

    def _not_started(self, writer: Writer, ticket: Row, message: Row) -> Row:
        """Unless somebody answered after it."""
        said = writer.select("message", ticket_id=ticket["id"])
        replies = [each for each in said if each["kind"] == "reply" and not is_held(each)]
        later = [each for each in replies if each["at_ms"] >= message["at_ms"]]
        return {} if later else {"status": "new"}


class ReturnMessage(Command, frozen=True, kw_only=True, tag="return_message"):
    """Brings a message back that was taken back, and whom it named.

    ``starts``: a ticket that is not started becomes open by the reply.
    """

    id: str
    mentions: tuple[str, ...] = ()
    starts: bool = True

    def check(self, writer: Writer) -> None:
        message = writer.get("message", self.id)
        if message is None:
            raise Refused("gone", "This message is no longer there.")
        need_ticket(writer, message["ticket_id"])

    def apply(self, writer: Writer) -> Command | None:
        message = writer.get("message", self.id)
        if message is None or not message["deleted"]:
            return None
        writer.update("message", self.id, {"deleted": 0})
        ticket = need_ticket(writer, message["ticket_id"])
        for id in self.mentions:
            mention = writer.get("mention", id)
            if mention and mention["message_id"] == self.id:
                writer.update("mention", id, {"deleted": 0})
        told = told_by(writer, ticket)
        changes = with_it(ticket, message)
        if message["kind"] == "reply" and not is_held(message) and self.starts:
            changes |= after_reply(ticket, message["at_ms"])
        writer.update("ticket", ticket["id"], changes)
        tell_status(writer, self, ticket, changes)
        add_event(writer, self, ticket, "returned", None, message["kind"])
        return WithdrawMessage(id=self.id, was_new=ticket["status"] == "new", told=told)


def is_blank(html: str) -> bool:
    """True when there is nothing to read in it; long texts are not looked into."""
    if len(html) >= BLANK_LIMIT or SAYS_SOMETHING.match(html):
        return False
    return not to_plain(html).strip()


def delivery(kind: str, newer: str | None = None) -> Row:
    """How a new message stands: only a reply goes out, and only when nothing newer was said."""
    if kind != "reply":
        return {"delivery": None, "delivery_reason": None}
    if newer:
        return {"delivery": HELD, "delivery_reason": newer}
    return {"delivery": "kept", "delivery_reason": NO_MAIL_CHANNEL}


def after_reply(ticket: Row, at_ms: int) -> Row:
    """What a public reply of this moment means for its ticket."""
    first = ticket["first_reply_at_ms"]
    changes: Row = {"first_reply_at_ms": at_ms if first is None else min(first, at_ms)}
    if ticket["status"] == "new":
        changes["status"] = "open"
    return changes


def tell_status(writer: Writer, command: Command, ticket: Row, changes: Row) -> None:
    """The line of history for a status that changes by what is said."""
    if "status" in changes:
        add_event(writer, command, ticket, "status", ticket["status"], changes["status"])


def check_first(first: FirstMessage) -> None:
    """Raises Refused for a message that can't open a ticket."""
    if first.kind not in OPENERS:
        raise Refused("invalid", f"A ticket opens with one of {', '.join(OPENERS)}.")
    check_html(first.html)
    check_files(first.files)


def check_files(files: Iterable[FileRef]) -> None:
    for file in files:
        if not SHA256.match(file.sha256):
            raise Refused("invalid", "That is not the name of a file.")


def insert_message(writer: Writer, first: FirstMessage, ticket: Row) -> None:
    """The message, its files and the mentions in it, all in the ticket's scope."""
    check_html(first.html)
    html = sanitize(first.html)
    writer.insert(
        "message",
        {
            "id": first.id,
            "scope": ticket["scope"],
            "ticket_id": ticket["id"],
            "kind": first.kind,
            "author_id": first.author_id,
            "author_name": first.author_name,
            "channel": first.channel,
            "html": html,
            "source_text": first.source_text,
            "at_ms": writer.now_ms,
            "written_at_ms": first.written_at_ms,
            **delivery(first.kind, first.newer),
        },
    )
    _insert_files(writer, first, ticket)
    spoken_of = MENTION.findall(html) if first.kind in OWN_KINDS else []
    for agent_id in sorted(set(spoken_of)):
        _insert_mention(writer, first.id, agent_id, ticket)


def _insert_files(writer: Writer, first: FirstMessage, ticket: Row) -> None:
    for position, file in enumerate(first.files):
        writer.insert(
            "message_file",
            {
                **msgspec.structs.asdict(file),
                "scope": ticket["scope"],
                "ticket_id": ticket["id"],
                "message_id": first.id,
                "position": position,
                "state": "complete" if writer.has_file(file.sha256) else "pending",
            },
        )


def _insert_mention(writer: Writer, message_id: str, agent_id: str, ticket: Row) -> None:
    writer.insert(
        "mention",
        {
            "id": derived_id(message_id, f"mention.{agent_id}"),
            "scope": ticket["scope"],
            "ticket_id": ticket["id"],
            "message_id": message_id,
            "agent_id": agent_id,
            "at_ms": writer.now_ms,
        },
    )
