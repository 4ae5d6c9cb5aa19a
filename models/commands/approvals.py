"""Asking for somebody's word on a ticket, and giving it (S2.20)."""

from __future__ import annotations

from typing import Self

import msgspec

from models.commands.base import Command, Row, Writer, add_event, need, need_ticket
from models.commands.late import Late, keep_clashes
from models.errors import Refused
from models.ids import new_id
from models.values import check_text

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
        return None


class Decide(Late, frozen=True, kw_only=True, tag="decide"):
    """Approves or rejects; ``state`` is one of DECISIONS.

    A word that was given first holds. Who had not seen it gets a conflict instead: an approval
    must not silently turn a refusal round.
    """

    id: str
    state: str
    why: str = ""

    def based(self, writer: Writer) -> Self:
        return self.seeing(writer.get("approval", self.id), ("state",))

    def check(self, writer: Writer) -> None:
        approval = need(writer, "approval", self.id)
        need_ticket(writer, approval["ticket_id"])
        check_text(self.why)
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
        decided = self.state in DECISIONS
        changes: Row = {
            "state": self.state,
            "decided_id": writer.actor.id if decided else None,
            "decided_name": writer.actor.name if decided else "",
            "decided_at_ms": writer.now_ms if decided else None,
            "why": self.why,
        }
        writer.update("approval", self.id, changes)
        writer.touch("approval", self.id, ["state"])
        what = "approval_taken_back" if self.state == "asked" else f"approval_{self.state}"
        add_event(writer, self, ticket, what, None, approval["what"], self.why or None)
        return Decide(id=self.id, state=approval["state"], why=approval["why"])
