"""Drafts between the devices of one person: each device writes its own, anyone drops what it saw.

A draft of another device is a sibling: it is shown and may be taken over, never written into.
"""

from __future__ import annotations

import msgspec

from models.commands.base import Command, Writer, check_html
from models.commands.records import Put, check_right, home_scope
from models.errors import Refused
from models.richtext import sanitize

SHARED = ("reply", "note")
"""The kinds of drafts that travel; notes of My notes travel as themselves."""
FILES_AT_MOST = 10_000
DEVICE_LETTERS = 200


class DraftPlace(msgspec.Struct, frozen=True):
    """What ``Draft.device`` holds as JSON: the device by name, and how many files wait there."""

    name: str
    files: int = 0


class DraftPut(Command, frozen=True, kw_only=True, tag="draft_put"):
    """What is typed on one device now, in place of what it told before; nothing any more: gone.

    ``of`` is reply or note. Nobody waits for it and nothing is lost when it is refused: the text
    stays where it is typed.
    """

    id: str
    ticket_id: str
    of: str
    html: str = ""
    place: DraftPlace
    updated_at_ms: int

    undoable = False

    def check(self, writer: Writer) -> None:
        check_right(writer, "draft", self.id)
        check_html(self.html)
        known = self.of in SHARED and len(self.place.name) <= DEVICE_LETTERS
        if not known or not 0 <= self.place.files <= FILES_AT_MOST:
            raise Refused("invalid", "This is no draft of a reply or a note.")

    def apply(self, writer: Writer) -> Command | None:
        row = writer.get("draft", self.id)
        html = sanitize(self.html)
        values = {
            "html": html,
            "device": msgspec.json.encode(self.place).decode(),
            "updated_at_ms": self.updated_at_ms,
            "deleted": 0 if html or self.place.files else 1,
        }
        if row is not None:
            writer.update("draft", self.id, values)
        elif not values["deleted"]:
            about = {"id": self.id, "ticket_id": self.ticket_id, "kind": self.of}
            scope = home_scope("draft", writer.actor.id)
            writer.insert("draft", {**values, **about, "scope": scope})
        return None


class DraftDrop(Command, frozen=True, kw_only=True, tag="draft_drop"):
    """Another device's draft is needed no more, as it was seen: newer words stay.

    Its text is kept in the row, by which that device knows that it need not tell it again.
    """

    id: str
    ticket_id: str
    seen_at_ms: int

    @property
    def ticket(self) -> str | None:
        return self.ticket_id

    def check(self, writer: Writer) -> None:
        check_right(writer, "draft", self.id)

    def apply(self, writer: Writer) -> Command | None:
        row = writer.get("draft", self.id)
        if row is None or row["deleted"] or row["updated_at_ms"] != self.seen_at_ms:
            return None
        writer.update("draft", self.id, {"deleted": 1})
        return Put(entity="draft", id=self.id, set={"ticket_id": row["ticket_id"]})
