"""Asking for somebody's word on a ticket, and giving it (S2.20)."""

from __future__ import annotations

from typing import Self

import msgspec

from models.commands.base import Command, Row, Writer, add_event, line_of, need, need_ticket
from models.commands.late import Late, keep_clashes
from models.errors import Refused
from models.ids import new_id
from models.values import check_row, check_text

WHAT_LIMIT = 500
DECISIONS = ("approved", "rejected")


class AskApproval(Command, frozen=True, kw_only=True, tag="ask_approval"):
    """Asks one agent, or whoever has the ticket, to agree to ``what``."""

    ticket_id: str
    what: str
    id: str = msgspec.field(default_factory=new_id)
    of_id: str | None = None

    @property
    def ticket(self) -> str:
        return self.ticket_id

    def check(self, writer: Writer) -> None:
        need_ticket(writer, self.ticket_id)
        check_text(self.what)
        if not self.what.strip() or len(self.what) > WHAT_LIMIT:
            raise Refused("invalid", f"Say in at most {WHAT_LIMIT} characters what it is about.")
        if self.of_id is not None:
            need(writer, "agent", self.of_id)

    def apply(self, writer: Writer) -> Command | None:
        if writer.get("approval", self.id):
            return None
        ticket = need_ticket(writer, self.ticket_id)
        writer.insert(
            "approval",
            {
                "id": self.id,
                "scope": ticket["scope"],
                "ticket_id": self.ticket_id,
                "what": self.what.strip(),
                "state": "asked",
                "asked_id": writer.actor.id,
                "asked_name": writer.actor.name,
                "of_id": self.of_id,
                "at_ms": writer.now_ms,
            },
        )
        add_event(writer, self, ticket, "approval_asked", None, self.what.strip())
        return WithdrawApproval(id=self.id)


class WithdrawApproval(Command, frozen=True, kw_only=True, tag="withdraw_approval"):
    """Asks no longer, as long as nobody has decided; who asked or a lead may."""

    id: str

    def check(self, writer: Writer) -> None:
        approval = need(writer, "approval", self.id)
        own_question(writer, approval)
        if approval["state"] != "asked":
            raise Refused("invalid", "This approval was decided already.")

    def apply(self, writer: Writer) -> Command | None:
        approval = need(writer, "approval", self.id)
        ticket = own_question(writer, approval)
        writer.update("approval", self.id, {"deleted": 1})
        add_event(writer, self, ticket, "approval_withdrawn", approval["what"], None)
        return ReturnApproval(id=self.id)


class ReturnApproval(Command, frozen=True, kw_only=True, tag="return_approval"):
    """Asks again for what was asked for no longer."""

    id: str

    def check(self, writer: Writer) -> None:
        approval = writer.get("approval", self.id)
        if approval is None:
            raise Refused("gone", "This approval is no longer there.")
        own_question(writer, approval)

    def apply(self, writer: Writer) -> Command | None:
        approval = writer.get("approval", self.id)
        if approval is None or not approval["deleted"]:
            return None
        ticket = own_question(writer, approval)
        writer.update("approval", self.id, {"deleted": 0})
        add_event(writer, self, ticket, "approval_returned", None, approval["what"])
        return WithdrawApproval(id=self.id)


class Decide(Late, frozen=True, kw_only=True, tag="decide"):
    """Approves or rejects; ``state`` is one of DECISIONS.

    A word that was given first holds. Who had not seen it gets a conflict instead: an approval
    must not silently turn a refusal round. ``by`` and ``at_ms`` say who had decided that when, if
    this takes another decision back.
    """

    id: str
    state: str
    why: str = ""
    by: str | None = None
    at_ms: int | None = None

    def based(self, writer: Writer) -> Self:
        return self.seeing(writer.get("approval", self.id), ("state",))

    def check(self, writer: Writer) -> None:
        approval = need(writer, "approval", self.id)
        need_ticket(writer, approval["ticket_id"])
        check_text(self.why)
        check_row("approval", {"decided_id": self.by, "decided_at_ms": self.at_ms})
        if self.state not in (*DECISIONS, "asked"):
            raise Refused("invalid", "An approval is given or refused.")
        if approval["of_id"] not in (None, writer.actor.id):
            raise Refused("forbidden", "Somebody else is asked for this approval.")

    def apply(self, writer: Writer) -> Command | None:
        approval = need(writer, "approval", self.id)
        if approval["state"] == self.state:
            return None
        clashes = self.clashes(writer, "approval", approval, {"state": self.state})
        if clashes:
            keep_clashes(writer, self, "approval", approval, clashes, applied=False)
            return None
        ticket = need_ticket(writer, approval["ticket_id"])
        changes = {"state": self.state, "why": self.why, **self._decided(writer, ticket)}
        writer.update("approval", self.id, changes)
        writer.touch("approval", self.id, ["state"])
        what = "approval_taken_back" if self.state == "asked" else f"approval_{self.state}"
        add_event(writer, self, ticket, what, None, approval["what"], self.why or None)
        return Decide(
            id=self.id,
            state=approval["state"],
            why=approval["why"],
            by=approval["decided_id"],
            at_ms=approval["decided_at_ms"],
        )

    def _decided(self, writer: Writer, ticket: Row) -> Row:
        if self.state not in DECISIONS:
            return {"decided_id": None, "decided_name": "", "decided_at_ms": None}
        what = f"approval_{self.state}"
        line = line_of(writer, ticket["id"], what, self.by, self.at_ms)
        who, name, at_ms = writer.actor.id, writer.actor.name, writer.now_ms
        if line:
            who, name, at_ms = line["who_id"], line["who_name"], line["at_ms"]
        return {"decided_id": who, "decided_name": name, "decided_at_ms": at_ms}


def own_question(writer: Writer, approval: Row) -> Row:
    """The ticket of an approval that the actor asked for, or may take back as a lead."""
    ticket = need_ticket(writer, approval["ticket_id"])
    if writer.actor.role == "agent" and approval["asked_id"] != writer.actor.id:
        raise Refused("forbidden", "Only who asked or a lead can take a question back.")
    return ticket
