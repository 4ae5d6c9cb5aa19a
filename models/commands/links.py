"""Tickets that belong together: a link is seen from both of them."""

from __future__ import annotations

from typing import NamedTuple, Self

from models.commands.base import Command, Row, Writer, add_event, need_ticket
from models.commands.late import Late
from models.errors import Refused
from models.ids import stable_id
from models.merge.fields import Origin

REVERSE = {
    "duplicate": "original",
    "original": "duplicate",
    "parent": "child",  # a problem and its incidents
    "child": "parent",
    "related": "related",
}
THERE = "there"  # what a touch of a link that was made is called


class End(NamedTuple):
    """A link as one of its tickets has it: ``role`` is what the other one is to this one."""

    ticket_id: str
    role: str
    other_id: str

    @property
    def id(self) -> str:
        """The same whoever makes it, so that a link is there or not."""
        return stable_id(f"link/{self.ticket_id}/{self.role}/{self.other_id}")

    def row(self, writer: Writer) -> Row | None:
        return writer.get("link", self.id)


class OfLink(Late, frozen=True, kw_only=True):
    """About the link that says that ``other_id`` is the ``role`` of ``id``: see REVERSE.

    Each ticket has a row of its own, in its queue: whoever reads one of the two learns nothing of
    the other but its id. So whoever links or unlinks them must have both.
    """

    id: str
    other_id: str
    role: str

    @property
    def ticket(self) -> str:
        return self.id

    @property
    def ends(self) -> tuple[End, End]:
        back = REVERSE.get(self.role, "")
        return End(self.id, self.role, self.other_id), End(self.other_id, back, self.id)

    def reads(self) -> list[tuple[str, str]]:
        return [("ticket", self.id), ("ticket", self.other_id)]

    def check(self, writer: Writer) -> None:
        if self.role not in REVERSE:
            raise Refused("invalid", f"A link is one of {', '.join(REVERSE)}.")
        if self.id == self.other_id:
            raise Refused("invalid", "A ticket can't be linked to itself.")
        for id in (self.id, self.other_id):
            need_ticket(writer, id)

    def note(self, writer: Writer, prefix: str) -> None:
        """A line of history on both tickets, which names the other by its id alone."""
        for end in self.ends:
            ticket = need_ticket(writer, end.ticket_id)
            add_event(writer, self, ticket, f"{prefix}_{end.role}", None, end.other_id, each=True)


class Link(OfLink, frozen=True, kw_only=True, tag="link"):
    """Links two tickets; doing so twice is no conflict.

    A link stays with the ticket that it was made on when that is merged, as what was said does.
    """

    def apply(self, writer: Writer) -> Command | None:
        rows = [end.row(writer) for end in self.ends]
        for end, row in zip(self.ends, rows, strict=True):
            self._make(writer, end, row)
        if all(row is not None and not row["deleted"] for row in rows):
            return None
        self.note(writer, "linked")
        return Unlink(id=self.id, other_id=self.other_id, role=self.role)

    def _make(self, writer: Writer, end: End, row: Row | None) -> None:
        """Also where it is there: who unlinks without knowing of this one is too late."""
        if row is not None:
            writer.update("link", end.id, {"deleted": 0})
        else:
            ticket = need_ticket(writer, end.ticket_id)
            made = {"id": end.id, "scope": ticket["scope"], "ticket_id": end.ticket_id}
            writer.insert("link", {**made, "other_id": end.other_id, "kind": end.role})
        writer.touch("link", end.id, [THERE])


class Unlink(OfLink, frozen=True, kw_only=True, tag="unlink"):
    """Takes a link away, unless somebody else made it after what the author of this had seen."""

    def based(self, writer: Writer) -> Self:
        return self.seeing(self.ends[0].row(writer), ())

    def apply(self, writer: Writer) -> Command | None:
        rows = [row for end in self.ends if (row := end.row(writer)) and not row["deleted"]]
        if not rows or self._is_late(writer):
            return None
        for row in rows:
            writer.update("link", row["id"], {"deleted": 1})
        self.note(writer, "unlinked")
        return Link(id=self.id, other_id=self.other_id, role=self.role)

    def _is_late(self, writer: Writer) -> bool:
        if self.base_rev is None:
            return False
        made = writer.touches("link", self.ends[0].id).get(THERE)
        return Origin(writer.client_id, self.base_rev).missed(made[:2] if made else None)
